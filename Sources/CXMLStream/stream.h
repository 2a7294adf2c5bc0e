#ifndef CXMLStream_stream_H
#define CXMLStream_stream_H

#include "common.h"

// A parse under way; or, without a parser, the replay of one: then offset and line are those of the
// event at hand.
struct xml_stream {
    xmlParserCtxtPtr parser;
    xml_stream_handler handler;
    xml_stream_names names;
    xml_stream_fault *fault;
    xml_stream_outcome outcome;
    const uint8_t *bytes;
    size_t count;
    size_t given;
    size_t delivered;
    uint32_t depth;
    uint32_t depth_limit;
    uint32_t entities;
    size_t replay_offset;
    int32_t replay_line;
};

// Reads the document to its end; leaves the parser and the names as they are.
void xml_stream_run(xml_stream *stream);

// Reads the document on a thread of its own while the handler is called on this one. False where
// there is no thread to be had; then nothing was done.
bool xml_stream_run_apart(xml_stream *stream);

#endif
