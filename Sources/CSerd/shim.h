#ifndef CSerd_SHIM_H
#define CSerd_SHIM_H
#include <serd/serd.h>
#include <stdio.h>
#include <string.h>

// Bytes for serd to read, and how far it has got.
typedef struct {
    const uint8_t *SERD_NONNULL bytes;
    size_t count;
    size_t position;
} vv_serd_input;

// What serd calls as it would call fread.
static inline size_t vv_serd_read(
    void *SERD_NONNULL buffer, size_t size, size_t count, void *SERD_NONNULL stream) {
    vv_serd_input *input = (vv_serd_input *)stream;
    size_t left = input->count - input->position;
    size_t taken = size * count < left ? size * count : left;
    memcpy(buffer, input->bytes + input->position, taken);
    input->position += taken;
    return taken;
}

// The same for one byte at a time, which tells exactly how far serd has got.
static inline size_t vv_serd_read_byte(
    void *SERD_NONNULL buffer, size_t size, size_t count, void *SERD_NONNULL stream) {
    vv_serd_input *input = (vv_serd_input *)stream;
    (void)size;
    (void)count;
    if (input->position >= input->count) return 0;
    *(uint8_t *)buffer = input->bytes[input->position++];
    return 1;
}

static inline int vv_serd_failed(void *SERD_NONNULL stream) {
    (void)stream;
    return 0;
}

// The message of an error, which serd gives as a format and its arguments.
static inline int vv_serd_error_text(
    const SerdError *SERD_NONNULL error, char *SERD_NONNULL buffer, size_t size) {
    va_list arguments;
    va_copy(arguments, *error->args);
    int length = vsnprintf(buffer, size, error->fmt, arguments);
    va_end(arguments);
    return length;
}
#endif
