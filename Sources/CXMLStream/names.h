#ifndef CXMLStream_names_H
#define CXMLStream_names_H

#include "CXMLStream.h"

// A name as libxml2 tells it; its parts are interned, hence compared as pointers.
typedef struct {
    const uint8_t *name;
    const uint8_t *prefix;
    const uint8_t *uri;
    // Its number among the names the caller asked for, or -1.
    int32_t wanted;
} xml_name;

// Names numbered from 0 in the order they are met. Each chunk holds twice as many as the one before
// and is never moved: one thread may read the names it was told of while another adds to them.
enum { XML_NAME_CHUNKS = 24, XML_NAME_FIRST_CHUNK = 64 };

// Most names are met again soon: each slot here remembers the last one that fell on it.
enum { XML_NAME_RECENT = 64 };

typedef struct {
    xml_name name;
    uint32_t number;
} xml_recent_name;

typedef struct {
    // What the caller asked for.
    const xml_stream_names *wanted;
    xml_recent_name recent[XML_NAME_RECENT];
    xml_name *chunks[XML_NAME_CHUNKS];
    uint32_t count;
    // By open addressing: a number and one, 0 where there is none.
    uint32_t *slots;
    uint32_t slot_count;
} xml_name_list;

// No number.
#define XML_NAME_NONE UINT32_MAX

static inline uint32_t xml_name_chunk(uint32_t number) {
    return 31 - (uint32_t)__builtin_clz(number / XML_NAME_FIRST_CHUNK + 1);
}

static inline xml_name *xml_name_at(const xml_name_list *names, uint32_t number) {
    uint32_t chunk = xml_name_chunk(number);
    return names->chunks[chunk] + (number - XML_NAME_FIRST_CHUNK * ((1u << chunk) - 1));
}

// The number of a name by the table of all, a new one where it was not met before; none where memory
// is short.
uint32_t xml_name_look_up(
    xml_name_list *names, const uint8_t *name, const uint8_t *prefix, const uint8_t *uri);

// The number of a name; none where memory is short.
static inline uint32_t xml_name_number(
    xml_name_list *names, const uint8_t *name, const uint8_t *prefix, const uint8_t *uri) {
    const xml_recent_name *recent = &names->recent[((uintptr_t)name >> 3) % XML_NAME_RECENT];
    bool is_same = recent->name.name == name && recent->name.uri == uri;
    if (is_same && recent->name.prefix == prefix) return recent->number;
    return xml_name_look_up(names, name, prefix, uri);
}

void xml_names_free(xml_name_list *names);

#endif
