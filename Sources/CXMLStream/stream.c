#include "stream.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Entities may make a document this many times longer, and never less than the allowance.
enum { EXPANSION_FACTOR = 8, EXPANSION_ALLOWANCE = 1 << 20, ENTITY_LIMIT = 10000 };

// A document this long is parsed on a thread of its own, where there is a second core.
enum { LONG_DOCUMENT = 1 << 20 };

// The document itself is at the bottom of the parser's stack of inputs; entities lie above it.
static const xmlParserInput *document_input(const xml_stream *stream) {
    const xmlParserCtxt *parser = stream->parser;
    return parser && parser->inputNr > 0 ? parser->inputTab[0] : NULL;
}

size_t xml_stream_offset(const xml_stream *stream) {
    const xmlParserInput *input = document_input(stream);
    if (!input) return stream->parser ? stream->count : stream->replay_offset;
    size_t offset = input->consumed + (size_t)(input->cur - input->base);
    return offset < stream->count ? offset : stream->count;
}

int32_t xml_stream_line(const xml_stream *stream) {
    const xmlParserInput *input = document_input(stream);
    if (!input) return stream->parser ? 1 : stream->replay_line;
    return input->line;
}

// The line of the `<` of the tag just read, while it is still in the parser's buffer; else 0.
static int32_t tag_line(const xml_stream *stream) {
    const xmlParserInput *input = document_input(stream);
    if (!input) return 0;
    int32_t line = input->line;
    for (const xmlChar *at = input->cur; at > input->base; at--) {
        if (at[-1] == '<') return line;
        if (at[-1] == '\n') line--;
    }
    return 0;
}

// Ends the parse: no further event, and no further input, so that the parser runs out by itself.
// libxml2's own way to stop frees the buffer its callers still point into.
static void stop(xml_stream *stream, xml_stream_outcome outcome) {
    if (stream->outcome != XML_STREAM_DONE) return;
    stream->outcome = outcome;
    stream->fault->offset = xml_stream_offset(stream);
    stream->fault->line = xml_stream_line(stream);
    stream->parser->disableSAX = 1;
}

static bool stopped(const xml_stream *stream) { return stream->outcome != XML_STREAM_DONE; }

// Counts what entities make of the document, where it has any.
static bool deliver(xml_stream *stream, size_t bytes) {
    if (stream->entities == 0) return true;
    stream->delivered += bytes;
    if (stream->delivered / EXPANSION_FACTOR <= stream->count + EXPANSION_ALLOWANCE) return true;
    stop(stream, XML_STREAM_ENTITY_EXPANSION);
    return false;
}

static void on_start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
    const xmlChar **attributes) {
    xml_stream *stream = context;
    (void)defaulted;
    if (stopped(stream)) return;
    if (++stream->depth >= stream->depth_limit) {
        stop(stream, XML_STREAM_TOO_DEEP);
        return;
    }
    if (stream->entities > 0) {
        size_t bytes = 1;
        for (int i = 0; i < attribute_count; i++) {
            bytes += (size_t)(attributes[5 * i + 4] - attributes[5 * i + 3]);
        }
        if (!deliver(stream, bytes)) return;
    }
    xml_stream_tag tag = {
        .name = name,
        .prefix = prefix,
        .uri = uri,
        .attributes = attributes,
        .namespaces = namespaces,
        .attribute_count = attribute_count,
        .namespace_count = namespace_count,
        .number = xml_stream_name_number(&stream->names, name),
        .line = tag_line(stream),
        .names = &stream->names,
    };
    if (!stream->handler.start(stream->handler.context, stream, &tag)) {
        stop(stream, XML_STREAM_STOPPED);
    }
}

static void on_end(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    xml_stream *stream = context;
    if (stopped(stream)) return;
    if (stream->depth > 0) stream->depth--;
    xml_stream_tag tag = {
        .name = name,
        .prefix = prefix,
        .uri = uri,
        .number = xml_stream_name_number(&stream->names, name),
        .names = &stream->names,
    };
    if (!stream->handler.end(stream->handler.context, stream, &tag)) {
        stop(stream, XML_STREAM_STOPPED);
    }
}

static void on_text(void *context, const xmlChar *bytes, int count) {
    xml_stream *stream = context;
    if (stopped(stream) || count <= 0 || !deliver(stream, (size_t)count)) return;
    if (!stream->handler.text(stream->handler.context, stream, bytes, (size_t)count)) {
        stop(stream, XML_STREAM_STOPPED);
    }
}

static void aside(xml_stream *stream, const xmlChar *target, const xmlChar *text) {
    if (!text) text = BAD_CAST "";
    if (stopped(stream) || !deliver(stream, strlen((const char *)text))) return;
    if (!stream->handler.aside(stream->handler.context, stream, target, text)) {
        stop(stream, XML_STREAM_STOPPED);
    }
}

static void on_comment(void *context, const xmlChar *text) { aside(context, NULL, text); }

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data) {
    aside(context, target, data);
}

// The document node holds the entities; libxml2's own functions keep it.
static void on_document(void *context) { libxml.xmlSAX2StartDocument(((xml_stream *)context)->parser); }

static void on_subset(
    void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    libxml.xmlSAX2InternalSubset(((xml_stream *)context)->parser, name, external, system);
}

static void on_entity(
    void *context, const xmlChar *name, int type, const xmlChar *public_id,
    const xmlChar *system_id, xmlChar *content) {
    xml_stream *stream = context;
    if (stopped(stream)) return;
    if (type == XML_EXTERNAL_GENERAL_PARSED_ENTITY || type == XML_EXTERNAL_PARAMETER_ENTITY) {
        xmlError error = {.str1 = (char *)name};
        xml_stream_describe(stream->fault, &error);
        stop(stream, XML_STREAM_EXTERNAL_ENTITY);
        return;
    }
    if (++stream->entities > ENTITY_LIMIT) {
        stop(stream, XML_STREAM_ENTITY_EXPANSION);
        return;
    }
    libxml.xmlSAX2EntityDecl(stream->parser, name, type, public_id, system_id, content);
}

static xmlEntityPtr get_entity(void *context, const xmlChar *name) {
    xml_stream *stream = context;
    return stopped(stream) ? NULL : libxml.xmlSAX2GetEntity(stream->parser, name);
}

static xmlEntityPtr get_parameter_entity(void *context, const xmlChar *name) {
    xml_stream *stream = context;
    return stopped(stream) ? NULL : libxml.xmlSAX2GetParameterEntity(stream->parser, name);
}

static void on_error(void *context, xmlErrorPtr error) {
    xml_stream *stream = context;
    // libxml2 only warns of an undeclared entity where an outer subset could have declared it, and
    // takes a namespace with letters beyond ASCII for a fault, which it is not since IRIs are here.
    bool counts = (error->level >= XML_ERR_ERROR && error->code != XML_WAR_NS_URI)
        || error->code == XML_WAR_UNDECLARED_ENTITY;
    if (stopped(stream) || !counts) return;
    xml_stream_describe(stream->fault, error);
    if (error->code == XML_ERR_NO_MEMORY) {
        stop(stream, XML_STREAM_OUT_OF_MEMORY);
    } else if (error->code == XML_ERR_ENTITY_LOOP) {
        stop(stream, XML_STREAM_ENTITY_EXPANSION);
    } else {
        stop(stream, XML_STREAM_MALFORMED);
    }
}

static int read_bytes(void *context, char *buffer, int room) {
    xml_stream *stream = context;
    if (stopped(stream) || room <= 0) return 0;
    size_t count = stream->count - stream->given;
    if (count > (size_t)room) count = (size_t)room;
    if (count > 0) memcpy(buffer, stream->bytes + stream->given, count);
    stream->given += count;
    return (int)count;
}

static int close_nothing(void *context) {
    (void)context;
    return 0;
}

static bool intern_names(xml_stream *stream, const char *const *names, size_t count) {
    size_t room = 2;
    while (room < 2 * count) room *= 2;
    const uint8_t **slots = calloc(room, sizeof *slots);
    int32_t *numbers = calloc(room, sizeof *numbers);
    stream->names = (xml_stream_names){slots, numbers, room - 1};
    if (!slots || !numbers) return false;
    for (size_t i = 0; i < count; i++) {
        const uint8_t *name = libxml.xmlDictLookup(stream->parser->dict, BAD_CAST names[i], -1);
        if (!name) return false;
        uintptr_t slot = xml_stream_name_slot(name, room - 1);
        while (slots[slot] && slots[slot] != name) slot = (slot + 1) & (room - 1);
        slots[slot] = name;
        numbers[slot] = (int32_t)i;
    }
    return true;
}

static xmlSAXHandler sax_handler(void) {
    return (xmlSAXHandler){
        .initialized = XML_SAX2_MAGIC,
        .startDocument = on_document,
        .internalSubset = on_subset,
        .entityDecl = on_entity,
        .getEntity = get_entity,
        .getParameterEntity = get_parameter_entity,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .comment = on_comment,
        .processingInstruction = on_instruction,
        .serror = on_error,
    };
}

void xml_stream_run(xml_stream *stream) {
    // Entities are replaced, so that attributes that use them read as meant; the bounds above and
    // libxml2's own keep that finite. The caller has settled the encoding.
    libxml.xmlCtxtUseOptions(
        stream->parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
    if (libxml.xmlParseDocument(stream->parser) != 0 && !stopped(stream)) {
        stop(stream, XML_STREAM_MALFORMED);
    }
}

static void run(xml_stream *stream) {
    bool is_long = stream->count >= LONG_DOCUMENT && sysconf(_SC_NPROCESSORS_ONLN) > 1;
    if (!is_long || !xml_stream_run_apart(stream)) xml_stream_run(stream);
}

xml_stream_outcome xml_stream_parse(
    const uint8_t *bytes, size_t count, const char *const *names, size_t name_count,
    uint32_t depth_limit, const xml_stream_handler *handler, xml_stream_fault *fault) {
    memset(fault, 0, sizeof *fault);
    if (!xml_stream_set_up()) return XML_STREAM_UNAVAILABLE;
    xml_stream stream = {
        .handler = *handler,
        .fault = fault,
        .bytes = bytes,
        .count = count,
        .depth_limit = depth_limit,
    };
    xmlSAXHandler sax = sax_handler();
    stream.parser = libxml.xmlCreateIOParserCtxt(
        &sax, &stream, read_bytes, close_nothing, &stream, XML_CHAR_ENCODING_UTF8);
    if (!stream.parser) return XML_STREAM_OUT_OF_MEMORY;
    if (intern_names(&stream, names, name_count)) {
        run(&stream);
    } else {
        stream.outcome = XML_STREAM_OUT_OF_MEMORY;
    }
    free((void *)stream.names.slots);
    free((void *)stream.names.numbers);
    if (stream.parser->myDoc) libxml.xmlFreeDoc(stream.parser->myDoc);
    stream.parser->myDoc = NULL;
    libxml.xmlFreeParserCtxt(stream.parser);
    return stream.outcome;
}
