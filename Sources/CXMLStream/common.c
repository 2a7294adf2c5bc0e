#include "common.h"

#include <string.h>

// Copies what fits, never half a UTF-8 character.
static void copy_text(char *to, size_t room, const char *from) {
    size_t length = from ? strlen(from) : 0;
    while (length > 0 && from[length - 1] == '\n') length--;
    if (length >= room) {
        length = room - 1;
        while (length > 0 && ((unsigned char)from[length] & 0xC0) == 0x80) length--;
    }
    if (length > 0) memcpy(to, from, length);
    to[length] = 0;
}

void xml_stream_describe(xml_stream_fault *fault, const xmlError *error) {
    fault->code = error->code;
    fault->other_line = error->int1;
    copy_text(fault->message, sizeof fault->message, error->message);
    copy_text(fault->first, sizeof fault->first, error->str1);
    copy_text(fault->second, sizeof fault->second, error->str2);
}
