// A parse on a thread of its own: it writes its events into blocks, and the calling thread replays
// them. The order of events, and what a fault or a stop does, are as without.

#include "stream.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// Blocks are small enough to stay in the cache that the two cores share.
enum { BLOCK_COUNT = 8, BLOCK_SIZE = 1 << 16 };

typedef struct {
    uint8_t *bytes;
    size_t capacity;
    size_t used;
} block;

typedef struct {
    xml_stream *stream;
    xml_stream_handler handler;
    block blocks[BLOCK_COUNT];
    // Guarded by the lock: how many blocks were filled and how many were replayed.
    pthread_mutex_t lock;
    pthread_cond_t changed;
    size_t filled;
    size_t replayed;
    bool has_ended;
    bool is_stopped;
    // Of the parsing thread alone.
    block *open;
    bool lacks_memory;
} pipeline;

typedef enum { RECORD_START, RECORD_END, RECORD_TEXT } record_kind;

// An event, followed by its pointers, then the bytes they point into. Names stay where they are:
// the parser's dictionary outlives the replay.
typedef struct {
    record_kind kind;
    int32_t line;
    // Of the whole record; a multiple of 8.
    size_t size;
    size_t offset;
    // Of a text.
    size_t count;
    xml_stream_tag tag;
} record;

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

// Room for a record; NULL where the replay was stopped or memory is short.
static record *reserve(pipeline *line, size_t size) {
    if (!line->open || line->open->capacity - line->open->used < size) {
        if ((!line->open || line->open->used > 0) && !next_block(line)) return NULL;
    }
    block *open = line->open;
    if (open->capacity < size) {
        uint8_t *bytes = realloc(open->bytes, size);
        if (!bytes) {
            line->lacks_memory = true;
            return NULL;
        }
        open->bytes = bytes;
        open->capacity = size;
    }
    record *made = (record *)(void *)(open->bytes + open->used);
    open->used += size;
    made->size = size;
    return made;
}

static bool record_tag(
    pipeline *line, const xml_stream *stream, const xml_stream_tag *tag, record_kind kind) {
    size_t attributes = 5 * (size_t)tag->attribute_count;
    size_t namespaces = 2 * (size_t)tag->namespace_count;
    size_t size = sizeof(record) + (attributes + namespaces) * sizeof(void *);
    for (size_t i = 0; i < attributes; i += 5) {
        size += (size_t)(tag->attributes[i + 4] - tag->attributes[i + 3]);
    }
    record *made = reserve(line, padded(size));
    if (!made) return false;
    made->kind = kind;
    made->line = xml_stream_line(stream);
    made->offset = xml_stream_offset(stream);
    made->tag = *tag;
    const uint8_t **pointers = (const uint8_t **)(void *)(made + 1);
    uint8_t *bytes = (uint8_t *)(pointers + attributes + namespaces);
    if (namespaces > 0) {
        memcpy(pointers + attributes, tag->namespaces, namespaces * sizeof *pointers);
    }
    made->tag.attributes = pointers;
    made->tag.namespaces = pointers + attributes;
    for (size_t i = 0; i < attributes; i += 5) {
        size_t count = (size_t)(tag->attributes[i + 4] - tag->attributes[i + 3]);
        memcpy(pointers + i, tag->attributes + i, 3 * sizeof *pointers);
        memcpy(bytes, tag->attributes[i + 3], count);
        pointers[i + 3] = bytes;
        pointers[i + 4] = bytes += count;
    }
    return true;
}

static bool record_start(void *context, const xml_stream *stream, const xml_stream_tag *tag) {
    return record_tag(context, stream, tag, RECORD_START);
}

static bool record_end(void *context, const xml_stream *stream, const xml_stream_tag *tag) {
    return record_tag(context, stream, tag, RECORD_END);
}

static bool record_text(
    void *context, const xml_stream *stream, const uint8_t *bytes, size_t count) {
    record *made = reserve(context, padded(sizeof(record) + count));
    if (!made) return false;
    made->kind = RECORD_TEXT;
    made->line = xml_stream_line(stream);
    made->offset = xml_stream_offset(stream);
    made->count = count;
    memcpy(made + 1, bytes, count);
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

static bool replay_record(pipeline *line, xml_stream *replay, const record *event) {
    replay->replay_offset = event->offset;
    replay->replay_line = event->line;
    void *context = line->handler.context;
    switch (event->kind) {
    case RECORD_START: return line->handler.start(context, replay, &event->tag);
    case RECORD_END: return line->handler.end(context, replay, &event->tag);
    case RECORD_TEXT:
        return line->handler.text(context, replay, (const uint8_t *)(event + 1), event->count);
    }
    return false;
}

static bool replay_block(pipeline *line, xml_stream *replay, const block *full) {
    for (size_t at = 0; at < full->used;) {
        const record *event = (const record *)(const void *)(full->bytes + at);
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

static void free_blocks(pipeline *line) {
    for (size_t i = 0; i < BLOCK_COUNT; i++) free(line->blocks[i].bytes);
}

bool xml_stream_run_apart(xml_stream *stream) {
    pipeline line = {
        .stream = stream,
        .handler = stream->handler,
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .changed = PTHREAD_COND_INITIALIZER,
    };
    for (size_t i = 0; i < BLOCK_COUNT; i++) {
        line.blocks[i] = (block){.bytes = malloc(BLOCK_SIZE), .capacity = BLOCK_SIZE};
        if (!line.blocks[i].bytes) line.blocks[i].capacity = 0;
    }
    stream->handler = (xml_stream_handler){&line, record_start, record_end, record_text};
    pthread_t thread;
    bool is_running = pthread_create(&thread, NULL, parse, &line) == 0;
    if (is_running) {
        replay_all(&line);
        pthread_join(thread, NULL);
        // What the handler refused came before anything the parser refused.
        if (line.is_stopped) {
            stream->outcome = XML_STREAM_STOPPED;
        } else if (line.lacks_memory) {
            stream->outcome = XML_STREAM_OUT_OF_MEMORY;
        }
    }
    stream->handler = line.handler;
    free_blocks(&line);
    pthread_mutex_destroy(&line.lock);
    pthread_cond_destroy(&line.changed);
    return is_running;
}
