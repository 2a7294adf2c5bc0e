// A parse on a thread of its own: it writes its events into blocks, and the calling thread replays
// them. The order of events, and what a fault or a stop does, are as without.

#include "names.h"
#include "stream.h"

#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// What goes from core to core is the cost of this: records are short, and blocks are small enough to
// stay in the cache that the two cores share.
enum { BLOCK_COUNT = 8, BLOCK_SIZE = 1 << 16 };

// What one core writes and the other reads close by would go to and fro: each has its own lines of
// the cache.
#define OWN_LINE _Alignas(64)

typedef struct {
    OWN_LINE uint8_t *bytes;
    size_t capacity;
    size_t used;
    // Where its first event is in the document.
    size_t offset;
} block;

typedef struct {
    xml_stream *stream;
    xml_stream_handler handler;
    block blocks[BLOCK_COUNT];
    // Guarded by the lock: how many blocks were filled and how many were replayed.
    OWN_LINE pthread_mutex_t lock;
    pthread_cond_t changed;
    size_t filled;
    size_t replayed;
    bool has_ended;
    bool is_stopped;
    // Added to by the parsing thread, seldom; the replay knows only what the blocks it was handed speak of.
    OWN_LINE xml_name_list names;
    // Of the parsing thread alone.
    OWN_LINE block *open;
    bool lacks_memory;
    // Of the calling thread alone: room for the attributes and declarations of the tag at hand, and
    // the names of the elements that are open.
    OWN_LINE const uint8_t **pointers;
    size_t pointer_room;
    int32_t *numbers;
    size_t number_room;
    uint32_t *open_names;
    size_t open_count;
    bool replay_lacks_memory;
} pipeline;

typedef enum { RECORD_START, RECORD_END, RECORD_TEXT, RECORD_ASIDE } record_kind;

// An event, and after it:
// - a start tag: `tag_part`, `count` times `attribute_part`, two pointers a declaration, the values;
// - an end tag: nothing, it ends the element begun last;
// - a text: `count` bytes;
// - a comment or processing instruction: its target, `count` bytes with the NUL, none for a
//   comment; the text and NUL.
typedef struct {
    // Of the whole record; a multiple of 8.
    uint32_t size;
    // From the block's first event.
    uint32_t distance;
    // Of a start tag's `<`, where that is known; else, negative, the line the parser was in.
    int32_t line;
    record_kind kind : 2;
    uint32_t count : 30;
} record;

typedef struct {
    uint32_t name;
    uint32_t declaration_count;
} tag_part;

typedef struct {
    uint32_t name;
    uint32_t length;
} attribute_part;

// What a record can say of itself; libxml2 refuses markup far shorter than this.
enum { LONGEST = 1 << 30 };

static size_t padded(size_t size) { return (size + 7) & ~(size_t)7; }

// MARK: - The parsing thread

// Hands over the open block and waits for an empty one; false where the replay was stopped.
static bool next_block(pipeline *line) {
    pthread_mutex_lock(&line->lock);
    if (line->open) {
        line->filled++;
        pthread_cond_signal(&line->changed);
    }
    while (line->filled - line->replayed == BLOCK_COUNT && !line->is_stopped) {
        pthread_cond_wait(&line->changed, &line->lock);
    }
    bool goes_on = !line->is_stopped;
    pthread_mutex_unlock(&line->lock);
    line->open = &line->blocks[line->filled % BLOCK_COUNT];
    line->open->used = 0;
    return goes_on;
}

static bool make_room(pipeline *line, block *open, size_t size) {
    if (open->capacity >= size) return true;
    uint8_t *bytes = realloc(open->bytes, size);
    if (!bytes) {
        line->lacks_memory = true;
        return false;
    }
    open->bytes = bytes;
    open->capacity = size;
    return true;
}

// A record of so many bytes; NULL where the replay was stopped or memory is short.
static record *reserve(pipeline *line, record_kind kind, size_t count, size_t size) {
    size = padded(size);
    if (size > LONGEST) {
        line->lacks_memory = true;
        return NULL;
    }
    size_t offset = xml_stream_offset(line->stream);
    block *open = line->open;
    bool fits = open && open->capacity - open->used >= size && offset - open->offset <= INT_MAX;
    if (!fits && (!open || open->used > 0) && !next_block(line)) return NULL;
    open = line->open;
    if (!make_room(line, open, size)) return NULL;
    if (open->used == 0) open->offset = offset;
    record *made = (record *)(void *)(open->bytes + open->used);
    open->used += size;
    *made = (record){
        .size = (uint32_t)size,
        .distance = (uint32_t)(offset - open->offset),
        .line = -xml_stream_line(line->stream),
        .kind = kind,
        .count = (uint32_t)count,
    };
    return made;
}

// Ends the parse for want of memory; the record that was begun is none.
static bool give_up(pipeline *line, const record *made) {
    line->open->used -= made->size;
    line->lacks_memory = true;
    return false;
}

static bool record_start(void *context, const xml_stream *stream, const xml_stream_tag *tag) {
    pipeline *line = context;
    (void)stream;
    size_t count = (size_t)tag->attribute_count;
    size_t declarations = 2 * (size_t)tag->namespace_count * sizeof(void *);
    size_t size = sizeof(record) + sizeof(tag_part) + count * sizeof(attribute_part) + declarations;
    for (size_t i = 0; i < count; i++) {
        size += (size_t)(tag->attributes[5 * i + 4] - tag->attributes[5 * i + 3]);
    }
    record *made = reserve(line, RECORD_START, count, size);
    if (!made) return false;
    if (tag->line > 0) made->line = tag->line;
    tag_part *part = (tag_part *)(made + 1);
    attribute_part *attributes = (attribute_part *)(part + 1);
    uint8_t *bytes = (uint8_t *)(attributes + count);
    part->declaration_count = (uint32_t)tag->namespace_count;
    if (declarations > 0) memcpy(bytes, tag->namespaces, declarations);
    bytes += declarations;
    for (size_t i = 0; i < count; i++) {
        const uint8_t *const *parts = tag->attributes + 5 * i;
        size_t length = (size_t)(parts[4] - parts[3]);
        attributes[i].length = (uint32_t)length;
        memcpy(bytes, parts[3], length);
        bytes += length;
        attributes[i].name = xml_name_number(&line->names, parts[0], parts[1], parts[2]);
        if (attributes[i].name == XML_NAME_NONE) return give_up(line, made);
    }
    part->name = xml_name_number(&line->names, tag->name, tag->prefix, tag->uri);
    return part->name != XML_NAME_NONE || give_up(line, made);
}

static bool record_end(void *context, const xml_stream *stream, const xml_stream_tag *tag) {
    (void)stream;
    (void)tag;
    return reserve(context, RECORD_END, 0, sizeof(record)) != NULL;
}

static bool record_text(
    void *context, const xml_stream *stream, const uint8_t *bytes, size_t count) {
    (void)stream;
    record *made = reserve(context, RECORD_TEXT, count, sizeof(record) + count);
    if (!made) return false;
    memcpy(made + 1, bytes, count);
    return true;
}

static bool record_aside(
    void *context, const xml_stream *stream, const uint8_t *target, const uint8_t *text) {
    (void)stream;
    size_t target_size = target ? strlen((const char *)target) + 1 : 0;
    size_t text_size = strlen((const char *)text) + 1;
    size_t size = sizeof(record) + target_size + text_size;
    record *made = reserve(context, RECORD_ASIDE, target_size, size);
    if (!made) return false;
    uint8_t *bytes = (uint8_t *)(made + 1);
    if (target) memcpy(bytes, target, target_size);
    memcpy(bytes + target_size, text, text_size);
    return true;
}

static void *parse(void *context) {
    pipeline *line = context;
    xml_stream_run(line->stream);
    pthread_mutex_lock(&line->lock);
    if (line->open && line->open->used > 0) line->filled++;
    line->has_ended = true;
    pthread_cond_signal(&line->changed);
    pthread_mutex_unlock(&line->lock);
    return NULL;
}

// MARK: - The calling thread

// Room for the attributes and declarations of a tag; false, and told, where memory is short.
static bool need_room(pipeline *line, size_t pointers, size_t numbers) {
    if (pointers > line->pointer_room) {
        const uint8_t **grown = realloc(line->pointers, 2 * pointers * sizeof *grown);
        line->replay_lacks_memory = !grown;
        if (!grown) return false;
        line->pointers = grown;
        line->pointer_room = 2 * pointers;
    }
    if (numbers > line->number_room) {
        int32_t *grown = realloc(line->numbers, 2 * numbers * sizeof *grown);
        line->replay_lacks_memory = !grown;
        if (!grown) return false;
        line->numbers = grown;
        line->number_room = 2 * numbers;
    }
    return true;
}

static xml_stream_tag tag_of(const pipeline *line, uint32_t number) {
    const xml_name *name = xml_name_at(&line->names, number);
    return (xml_stream_tag){
        .name = name->name,
        .prefix = name->prefix,
        .uri = name->uri,
        .number = name->wanted,
        .names = &line->stream->names,
    };
}

static bool replay_start(pipeline *line, const xml_stream *replay, const record *event) {
    const tag_part *part = (const tag_part *)(event + 1);
    const attribute_part *attributes = (const attribute_part *)(part + 1);
    const uint8_t *bytes = (const uint8_t *)(attributes + event->count);
    size_t count = event->count;
    size_t declarations = 2 * (size_t)part->declaration_count;
    if (!need_room(line, 5 * count + declarations, count)) return false;
    xml_stream_tag tag = tag_of(line, part->name);
    tag.attributes = line->pointers;
    tag.namespaces = line->pointers + 5 * count;
    tag.attribute_numbers = line->numbers;
    tag.attribute_count = (int32_t)count;
    tag.namespace_count = (int32_t)part->declaration_count;
    tag.line = event->line > 0 ? event->line : 0;
    if (declarations > 0) {
        memcpy(line->pointers + 5 * count, bytes, declarations * sizeof *line->pointers);
        bytes += declarations * sizeof *line->pointers;
    }
    for (size_t i = 0; i < count; i++) {
        const xml_name *name = xml_name_at(&line->names, attributes[i].name);
        const uint8_t **parts = line->pointers + 5 * i;
        parts[0] = name->name;
        parts[1] = name->prefix;
        parts[2] = name->uri;
        parts[3] = bytes;
        parts[4] = bytes += attributes[i].length;
        line->numbers[i] = name->wanted;
    }
    line->open_names[line->open_count++] = part->name;
    return line->handler.start(line->handler.context, replay, &tag);
}

static bool replay_end(pipeline *line, const xml_stream *replay) {
    xml_stream_tag tag = tag_of(line, line->open_names[--line->open_count]);
    return line->handler.end(line->handler.context, replay, &tag);
}

static bool replay_record(pipeline *line, const xml_stream *replay, const record *event) {
    const uint8_t *bytes = (const uint8_t *)(event + 1);
    void *context = line->handler.context;
    switch (event->kind) {
    case RECORD_START: return replay_start(line, replay, event);
    case RECORD_END: return replay_end(line, replay);
    case RECORD_TEXT: return line->handler.text(context, replay, bytes, event->count);
    case RECORD_ASIDE:
        return line->handler.aside(
            context, replay, event->count > 0 ? bytes : NULL, bytes + event->count);
    }
    return false;
}

static bool replay_block(pipeline *line, xml_stream *replay, const block *full) {
    size_t used = full->used;
    for (size_t at = 0; at < used;) {
        const record *event = (const record *)(const void *)(full->bytes + at);
        replay->replay_offset = full->offset + event->distance;
        replay->replay_line = abs(event->line);
        if (!replay_record(line, replay, event)) return false;
        at += event->size;
    }
    return true;
}

// The next full block; NULL at the end.
static const block *full_block(pipeline *line) {
    pthread_mutex_lock(&line->lock);
    while (line->filled == line->replayed && !line->has_ended) {
        pthread_cond_wait(&line->changed, &line->lock);
    }
    const block *found =
        line->filled == line->replayed ? NULL : &line->blocks[line->replayed % BLOCK_COUNT];
    pthread_mutex_unlock(&line->lock);
    return found;
}

static void replay_all(pipeline *line) {
    xml_stream replay = {.bytes = line->stream->bytes, .count = line->stream->count};
    const block *full;
    while ((full = full_block(line))) {
        bool goes_on = replay_block(line, &replay, full);
        pthread_mutex_lock(&line->lock);
        line->replayed++;
        line->is_stopped = !goes_on;
        pthread_cond_signal(&line->changed);
        pthread_mutex_unlock(&line->lock);
        if (!goes_on) return;
    }
}

static void free_rooms(pipeline *line) {
    for (size_t i = 0; i < BLOCK_COUNT; i++) free(line->blocks[i].bytes);
    xml_names_free(&line->names);
    free(line->pointers);
    free(line->numbers);
    free(line->open_names);
}

bool xml_stream_run_apart(xml_stream *stream) {
    pipeline line = {
        .stream = stream,
        .handler = stream->handler,
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .changed = PTHREAD_COND_INITIALIZER,
        .names = {.wanted = &stream->names},
        // The parse goes no deeper.
        .open_names = malloc(stream->depth_limit * sizeof(uint32_t)),
    };
    for (size_t i = 0; i < BLOCK_COUNT; i++) {
        line.blocks[i] = (block){.bytes = malloc(BLOCK_SIZE), .capacity = BLOCK_SIZE};
        if (!line.blocks[i].bytes) line.blocks[i].capacity = 0;
    }
    stream->handler =
        (xml_stream_handler){&line, record_start, record_end, record_text, record_aside};
    pthread_t thread;
    bool is_running = line.open_names && pthread_create(&thread, NULL, parse, &line) == 0;
    if (is_running) {
        replay_all(&line);
        pthread_join(thread, NULL);
        // What the handler refused came before anything the parser refused.
        bool was_refused = line.is_stopped && !line.replay_lacks_memory;
        if (was_refused) {
            stream->outcome = XML_STREAM_STOPPED;
        } else if (line.lacks_memory || line.replay_lacks_memory) {
            stream->outcome = XML_STREAM_OUT_OF_MEMORY;
        }
    }
    stream->handler = line.handler;
    free_rooms(&line);
    pthread_mutex_destroy(&line.lock);
    pthread_cond_destroy(&line.changed);
    return is_running;
}
