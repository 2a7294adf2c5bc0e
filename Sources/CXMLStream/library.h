#ifndef CXMLStream_library_H
#define CXMLStream_library_H

#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <stdbool.h>

// libxml2 is loaded when the first document is read: with ICU behind it, it makes up half of the
// time a program needs to start, and most questions are answered without it.
#define XML_LIBRARY_FUNCTIONS(each)       \
    each(xmlBufferAdd)                    \
    each(xmlBufferContent)                \
    each(xmlBufferCreateSize)             \
    each(xmlBufferFree)                   \
    each(xmlBufferLength)                 \
    each(xmlCharEncCloseFunc)             \
    each(xmlCharEncInFunc)                \
    each(xmlCreateIOParserCtxt)           \
    each(xmlCtxtUseOptions)               \
    each(xmlDictLookup)                   \
    each(xmlFindCharEncodingHandler)      \
    each(xmlFreeDoc)                      \
    each(xmlFreeParserCtxt)               \
    each(xmlGetLineNo)                    \
    each(xmlInitParser)                   \
    each(xmlParseDocument)                \
    each(xmlReadMemory)                   \
    each(xmlRelaxNGFree)                  \
    each(xmlRelaxNGFreeParserCtxt)        \
    each(xmlRelaxNGFreeValidCtxt)         \
    each(xmlRelaxNGNewMemParserCtxt)      \
    each(xmlRelaxNGNewValidCtxt)          \
    each(xmlRelaxNGParse)                 \
    each(xmlRelaxNGSetParserStructuredErrors) \
    each(xmlRelaxNGSetValidStructuredErrors)  \
    each(xmlRelaxNGValidateDoc)           \
    each(xmlSAX2EntityDecl)               \
    each(xmlSAX2GetEntity)                \
    each(xmlSAX2GetParameterEntity)       \
    each(xmlSAX2InternalSubset)           \
    each(xmlSAX2StartDocument)            \
    each(xmlSetExternalEntityLoader)      \
    each(xmlSetStructuredErrorFunc)

typedef struct {
#define MEMBER(name) __typeof__(&name) name;
    XML_LIBRARY_FUNCTIONS(MEMBER)
#undef MEMBER
} xml_library;

// The functions of libxml2; not written to once `xml_stream_set_up` has returned true.
extern xml_library libxml;

#endif
