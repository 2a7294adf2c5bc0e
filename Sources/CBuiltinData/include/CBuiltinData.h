#ifndef CBuiltinData_H
#define CBuiltinData_H

// The files of Graph/ and Queries/ as they were when the program was built.

#include <stddef.h>
#include <stdint.h>

typedef struct {
    // Path from the package's root, as `Graph/actors.xml`.
    const char *_Nonnull path;
    const uint8_t *_Nonnull bytes;
    size_t count;
} builtin_file;

typedef struct {
    const uint8_t *_Nonnull bytes;
    size_t count;
} builtin_bytes;

// The graph, saved queries and words of these files in a form that is quick to read. They may have
// been made from other files than these: the reader compares fingerprints.
builtin_bytes builtin_prepared(void);

// How many files there are.
size_t builtin_file_count(void);
// The file at a position; they are in no particular order.
const builtin_file *_Nonnull builtin_file_at(size_t index);

#endif
