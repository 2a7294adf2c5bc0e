#ifndef CSearch_H
#define CSearch_H

#include <stddef.h>

// Where `part` first stands in `bytes`, NULL where it does not. Takes time in proportion to both
// lengths, whatever the bytes are.
const void *vv_search(const void *bytes, size_t count, const void *part, size_t length);

#endif
