#ifndef CXMLStream_H
#define CXMLStream_H

#endif
