#ifndef CXMLStream_common_H
#define CXMLStream_common_H

#include "CXMLStream.h"
#include <libxml/parser.h>

// Sets libxml2 up once a process: no external entity is ever loaded.
void xml_stream_set_up(void);

// Copies an error's texts without a trailing line feed.
void xml_stream_describe(xml_stream_fault *fault, const xmlError *error);

#endif
