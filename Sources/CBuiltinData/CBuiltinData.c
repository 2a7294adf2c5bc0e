#include "CBuiltinData.h"

// The files of Graph/ and Queries/ and a table of them, listed by .ci/embed. A test compares the
// table with the folders. The compiler notes the files as inputs, so that changing one rebuilds this.
#include "BuiltinFiles.h"

size_t builtin_file_count(void) { return sizeof files / sizeof files[0]; }

// What .ci/embed had the program make of those files; empty before it first ran.
static const uint8_t prepared[] = {
#embed "prepared.bin" if_empty(0)
};

builtin_bytes builtin_prepared(void) {
    builtin_bytes bytes = {prepared, sizeof prepared};
    return bytes;
}

const builtin_file *builtin_file_at(size_t index) { return &files[index]; }
