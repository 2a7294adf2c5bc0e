// memmem, which POSIX does not have, so that Swift's Glibc module does not show it.
#define _GNU_SOURCE
#include "CSearch.h"

#include <string.h>

const void *vv_search(const void *bytes, size_t count, const void *part, size_t length) {
    return memmem(bytes, count, part, length);
}
