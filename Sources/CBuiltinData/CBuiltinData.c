#include "CBuiltinData.h"

// The files of Graph/ and Queries/ and a table of them, listed by .ci/embed. A test compares the
// table with the folders. The compiler notes the files as inputs, so that changing one rebuilds this.
#include "BuiltinFiles.h"

size_t builtin_file_count(void) { return sizeof files / sizeof files[0]; }

const builtin_file *builtin_file_at(size_t index) { return &files[index]; }
