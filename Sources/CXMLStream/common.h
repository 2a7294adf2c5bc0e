#ifndef CXMLStream_common_H
#define CXMLStream_common_H

#include "CXMLStream.h"
#include "library.h"

// Copies an error's texts without a trailing line feed.
void xml_stream_describe(xml_stream_fault *fault, const xmlError *error);

#endif
