#ifndef CXMLStream_H
#define CXMLStream_H

// Streaming XML and RELAX NG over libxml2. This header names no libxml2 type: libxml2's own headers
// reach into ICU and then clash with Foundation in one Swift module graph.
//
// All input is UTF-8. Nothing is fetched: external entities, external subsets and the network are
// off. No event allocates memory. A long document is parsed on a thread of its own; the handler is
// called on the calling thread all the same.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The names a caller wants numbered, as a hash table over interned name pointers.
typedef struct {
    const uint8_t *_Nullable const *_Nullable slots;
    const int32_t *_Nullable numbers;
    uintptr_t mask;
} xml_stream_names;

static inline uintptr_t xml_stream_name_slot(const uint8_t *_Nonnull name, uintptr_t mask) {
    return (((uintptr_t)name >> 3) * 0x9E3779B97F4A7C15u >> 32) & mask;
}

// The number of an interned name, its position in the caller's list, or -1.
static inline int32_t xml_stream_name_number(
    const xml_stream_names *_Nonnull names, const uint8_t *_Nonnull name) {
    for (uintptr_t slot = xml_stream_name_slot(name, names->mask);; slot = (slot + 1) & names->mask) {
        if (names->slots[slot] == name) return names->numbers[slot];
        if (names->slots[slot] == NULL) return -1;
    }
}

// A start tag, valid during the call that hands it over. Strings end in NUL except values.
typedef struct {
    const uint8_t *_Nonnull name;
    const uint8_t *_Nullable prefix;
    const uint8_t *_Nullable uri;
    // Five pointers an attribute: local name, prefix or NULL, namespace or NULL, value, value's end.
    const uint8_t *_Nullable const *_Nullable attributes;
    // Two pointers a declaration: prefix or NULL, namespace.
    const uint8_t *_Nullable const *_Nullable namespaces;
    int32_t attribute_count;
    int32_t namespace_count;
    // The number of the name, or -1; those of the attributes, or NULL where they are not known yet.
    int32_t number;
    const int32_t *_Nullable attribute_numbers;
    // The line of a start tag's `<`, or 0 where it is to be looked for in the document.
    int32_t line;
    const xml_stream_names *_Nonnull names;
} xml_stream_tag;

// A parse under way.
typedef struct xml_stream xml_stream;

// What to call. Each returns whether to go on.
typedef struct {
    void *_Nullable context;
    bool (*_Nonnull start)(
        void *_Nullable context, const xml_stream *_Nonnull, const xml_stream_tag *_Nonnull);
    bool (*_Nonnull end)(
        void *_Nullable context, const xml_stream *_Nonnull, const xml_stream_tag *_Nonnull);
    bool (*_Nonnull text)(
        void *_Nullable context, const xml_stream *_Nonnull, const uint8_t *_Nonnull bytes,
        size_t count);
    // A comment (no target) or a processing instruction; the texts end in NUL.
    bool (*_Nonnull aside)(
        void *_Nullable context, const xml_stream *_Nonnull, const uint8_t *_Nullable target,
        const uint8_t *_Nonnull text);
} xml_stream_handler;

typedef enum {
    XML_STREAM_DONE,
    // A callback returned false.
    XML_STREAM_STOPPED,
    // See `code` for libxml2's number.
    XML_STREAM_MALFORMED,
    XML_STREAM_TOO_DEEP,
    XML_STREAM_ENTITY_EXPANSION,
    XML_STREAM_EXTERNAL_ENTITY,
    XML_STREAM_OUT_OF_MEMORY,
    // libxml2 is not there.
    XML_STREAM_UNAVAILABLE,
} xml_stream_outcome;

// What went wrong, and where. Texts are cut to the room there is, at a character's end.
typedef struct {
    int32_t code;
    int32_t line;
    size_t offset;
    // The line another tag was opened on, where the message speaks of two.
    int32_t other_line;
    char message[240];
    char first[120];
    char second[120];
} xml_stream_fault;

// Loads libxml2 and sets it up once a process: no external entity is ever read. False where it is
// not there; then nothing below works.
bool xml_stream_set_up(void);

// Reads a document from start to end.
//
// - names: texts that end in NUL; their positions are the numbers in start and end tags.
// - depth_limit: an element nested this deep is refused.
xml_stream_outcome xml_stream_parse(
    const uint8_t *_Nullable bytes, size_t count, const char *_Nonnull const *_Nullable names,
    size_t name_count, uint32_t depth_limit, const xml_stream_handler *_Nonnull handler,
    xml_stream_fault *_Nonnull fault);

// The offset of the first byte the parser has not read yet; inside an entity, that of its reference.
size_t xml_stream_offset(const xml_stream *_Nonnull stream);
// The line of that byte, from 1.
int32_t xml_stream_line(const xml_stream *_Nonnull stream);

// Turns text of another encoding into UTF-8.
//
// - Returns: memory to give to `free`, or NULL with `*known` false where the encoding's name is
//   unknown, true where the bytes do not fit it.
uint8_t *_Nullable xml_stream_to_utf8(
    const char *_Nonnull encoding, const uint8_t *_Nonnull bytes, size_t count,
    size_t *_Nonnull result_count, bool *_Nonnull known);

// A compiled RELAX NG schema.
typedef struct xml_schema xml_schema;

// What a document does against its schema.
typedef struct {
    int32_t code;
    int32_t line;
    // The element the fault is in or at; empty where unknown.
    const char *_Nonnull element;
    const char *_Nonnull parent;
    const char *_Nonnull first;
    const char *_Nonnull second;
    const char *_Nonnull message;
} xml_schema_fault;

// Compiles a schema in XML syntax; NULL where it is faulty, with the fault told.
xml_schema *_Nullable xml_schema_create(
    const uint8_t *_Nonnull bytes, size_t count, xml_stream_fault *_Nonnull fault);
void xml_schema_free(xml_schema *_Nullable schema);

// Checks a well-formed document; every fault is reported. False where it could not be read.
bool xml_schema_validate(
    xml_schema *_Nonnull schema, const uint8_t *_Nonnull bytes, size_t count,
    void *_Nullable context,
    void (*_Nonnull report)(void *_Nullable context, const xml_schema_fault *_Nonnull fault));

#endif
