#include "common.h"

#include <libxml/encoding.h>
#include <stdlib.h>
#include <string.h>

uint8_t *xml_stream_to_utf8(
    const char *encoding, const uint8_t *bytes, size_t count, size_t *result_count, bool *known) {
    xml_stream_set_up();
    xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler(encoding);
    *known = handler != NULL;
    *result_count = 0;
    if (!handler) return NULL;
    uint8_t *result = NULL;
    xmlBufferPtr from = xmlBufferCreateSize(count + 1);
    xmlBufferPtr to = xmlBufferCreateSize(2 * count + 16);
    if (from && to && count < INT32_MAX / 2 && xmlBufferAdd(from, bytes, (int)count) == 0) {
        int status = 0;
        // One call converts what fits the room it makes; an unfinished rest takes another.
        do {
            int before = xmlBufferLength(from);
            status = xmlCharEncInFunc(handler, to, from);
            if (xmlBufferLength(from) == before) break;
        } while (status >= 0 && xmlBufferLength(from) > 0);
        size_t length = (size_t)xmlBufferLength(to);
        if (status >= 0 && xmlBufferLength(from) == 0 && (result = malloc(length + 1))) {
            memcpy(result, xmlBufferContent(to), length);
            *result_count = length;
        }
    }
    if (from) xmlBufferFree(from);
    if (to) xmlBufferFree(to);
    xmlCharEncCloseFunc(handler);
    return result;
}
