#ifndef CLibXML2_SHIM_H
#define CLibXML2_SHIM_H
#include <libxml/xmlversion.h>
#endif
