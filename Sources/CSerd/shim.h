#ifndef CSerd_SHIM_H
#define CSerd_SHIM_H
#include <serd/serd.h>
#endif
