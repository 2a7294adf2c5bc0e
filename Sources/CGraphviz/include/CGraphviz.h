#ifndef CGraphviz_H
#define CGraphviz_H

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

// Graphviz keeps its state in globals: one thread at a time, in this whole process. Every use of
// the library, reading and drawing alike, stands between these two.
void vv_graphviz_lock(void);
void vv_graphviz_unlock(void);

// What Graphviz has said since the lock was taken, instead of on standard error: lines that start
// with "Error: " or "Warning: ". Valid until the unlock.
const char *vv_graphviz_messages(void);

// Parses one graph; `line` is the number of the text's first line in its file. NULL on an error.
Agraph_t *vv_graphviz_parse(const char *text, int line);

#endif
