#ifndef CGraphviz_SHIM_H
#define CGraphviz_SHIM_H
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#endif
