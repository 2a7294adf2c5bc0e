#ifndef CHeap_H
#define CHeap_H

#include <stddef.h>

// Makes the first bytes of the heap ready in one call to the system instead of page by page.
//
// A process that lives for some milliseconds spends a quarter of them on the first touch of each
// page. Where the kernel does not know the call (before Linux 5.14), pages come one by one as ever.
void vv_heap_fill(size_t bytes);

#endif
