#ifndef CStemmer_SHIM_H
#define CStemmer_SHIM_H
#include <libstemmer.h>
#endif
