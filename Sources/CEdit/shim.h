#ifndef CEdit_SHIM_H
#define CEdit_SHIM_H
#include <histedit.h>
#endif
