#include "common.h"

#include <stdlib.h>
#include <string.h>

uint8_t *xml_stream_to_utf8(
    const char *encoding, const uint8_t *bytes, size_t count, size_t *result_count, bool *known) {
    *known = false;
    *result_count = 0;
    if (!xml_stream_set_up()) return NULL;
    xmlCharEncodingHandlerPtr handler = libxml.xmlFindCharEncodingHandler(encoding);
    *known = handler != NULL;
    if (!handler) return NULL;
    uint8_t *result = NULL;
    xmlBufferPtr from = libxml.xmlBufferCreateSize(count + 1);
    xmlBufferPtr to = libxml.xmlBufferCreateSize(2 * count + 16);
    if (from && to && count < INT32_MAX / 2 && libxml.xmlBufferAdd(from, bytes, (int)count) == 0) {
        int status = 0;
        // One call converts what fits the room it makes; an unfinished rest takes another.
        do {
            int before = libxml.xmlBufferLength(from);
            status = libxml.xmlCharEncInFunc(handler, to, from);
            if (libxml.xmlBufferLength(from) == before) break;
        } while (status >= 0 && libxml.xmlBufferLength(from) > 0);
        size_t length = (size_t)libxml.xmlBufferLength(to);
        if (status >= 0 && libxml.xmlBufferLength(from) == 0 && (result = malloc(length + 1))) {
            memcpy(result, libxml.xmlBufferContent(to), length);
            *result_count = length;
        }
    }
    if (from) libxml.xmlBufferFree(from);
    if (to) libxml.xmlBufferFree(to);
    libxml.xmlCharEncCloseFunc(handler);
    return result;
}
