#include "CHeap.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

void vv_heap_fill(size_t bytes) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    if (bytes < 4 * page) return;
    // Blocks this large must come from the heap, and stay with it when they are freed.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    void *block = malloc(bytes);
    if (!block) return;
    uintptr_t start = ((uintptr_t)block + page - 1) & ~(uintptr_t)(page - 1);
    madvise((void *)start, (bytes - 2 * page) & ~(page - 1), MADV_POPULATE_WRITE);
    free(block);
}
