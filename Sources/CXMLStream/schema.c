#include "common.h"

#include <stdlib.h>
#include <string.h>

struct xml_schema {
    xmlRelaxNGPtr compiled;
};

typedef struct {
    void *context;
    void (*report)(void *context, const xml_schema_fault *fault);
} reporting;

static void keep_first(void *context, xmlErrorPtr error) {
    xml_stream_fault *fault = context;
    if (fault->code != 0 || error->level < XML_ERR_ERROR) return;
    xml_stream_describe(fault, error);
    fault->line = error->line;
}

static void ignore(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

xml_schema *xml_schema_create(const uint8_t *bytes, size_t count, xml_stream_fault *fault) {
    memset(fault, 0, sizeof *fault);
    if (count > INT32_MAX || !xml_stream_set_up()) return NULL;
    xmlRelaxNGParserCtxtPtr parser = libxml.xmlRelaxNGNewMemParserCtxt((const char *)bytes, (int)count);
    if (!parser) return NULL;
    // The reader underneath reports through the thread's handler, the schema's through its own.
    libxml.xmlSetStructuredErrorFunc(fault, keep_first);
    libxml.xmlRelaxNGSetParserStructuredErrors(parser, keep_first, fault);
    xmlRelaxNGPtr compiled = libxml.xmlRelaxNGParse(parser);
    libxml.xmlSetStructuredErrorFunc(NULL, NULL);
    libxml.xmlRelaxNGFreeParserCtxt(parser);
    if (!compiled) return NULL;
    xml_schema *schema = malloc(sizeof *schema);
    if (!schema) {
        libxml.xmlRelaxNGFree(compiled);
        return NULL;
    }
    schema->compiled = compiled;
    return schema;
}

void xml_schema_free(xml_schema *schema) {
    if (!schema) return;
    libxml.xmlRelaxNGFree(schema->compiled);
    free(schema);
}

static const char *text_or_empty(const void *text) { return text ? text : ""; }

static const char *node_name(const xmlNode *node) {
    return node && node->type == XML_ELEMENT_NODE ? text_or_empty(node->name) : "";
}

static void forward(void *context, xmlErrorPtr error) {
    const reporting *target = context;
    const xmlNode *node = error->node;
    while (node && node->type != XML_ELEMENT_NODE) node = node->parent;
    long line = node ? libxml.xmlGetLineNo(node) : -1;
    xml_schema_fault fault = {
        .code = error->code,
        .line = line > 0 ? (int32_t)line : error->line,
        .element = node_name(node),
        .parent = node_name(node ? node->parent : NULL),
        .first = text_or_empty(error->str1),
        .second = text_or_empty(error->str2),
        .message = text_or_empty(error->message),
    };
    target->report(target->context, &fault);
}

bool xml_schema_validate(
    xml_schema *schema, const uint8_t *bytes, size_t count, void *context,
    void (*report)(void *context, const xml_schema_fault *fault)) {
    if (count > INT32_MAX) return false;
    libxml.xmlSetStructuredErrorFunc(NULL, ignore);
    int options = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC;
    xmlDocPtr document = libxml.xmlReadMemory((const char *)bytes, (int)count, NULL, "UTF-8", options);
    libxml.xmlSetStructuredErrorFunc(NULL, NULL);
    if (!document) return false;
    xmlRelaxNGValidCtxtPtr validation = libxml.xmlRelaxNGNewValidCtxt(schema->compiled);
    bool done = validation != NULL;
    if (validation) {
        reporting target = {context, report};
        libxml.xmlRelaxNGSetValidStructuredErrors(validation, forward, &target);
        done = libxml.xmlRelaxNGValidateDoc(validation, document) >= 0;
        libxml.xmlRelaxNGFreeValidCtxt(validation);
    }
    libxml.xmlFreeDoc(document);
    return done;
}
