#ifndef CGraphviz_H
#define CGraphviz_H

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <stdbool.h>

// Graphviz is loaded when it is first used: its libraries take longer to start than a question
// takes to be answered, and the rest of the program works without them.

// Takes the one lock and loads the library; false where it is not there, with the lock not taken.
// Graphviz keeps its state in globals: one thread at a time, in this whole process. Every use of
// the library, reading and drawing alike, stands between these two.
bool vv_graphviz_lock(void);
void vv_graphviz_unlock(void);

// What Graphviz has said since the lock was taken, instead of on standard error: lines that start
// with "Error: " or "Warning: ". Valid until the unlock.
const char *vv_graphviz_messages(void);

// Parses one graph; `line` is the number of the text's first line in its file. NULL on an error.
Agraph_t *vv_graphviz_parse(const char *text, int line);

// The functions of libcgraph and libgvc of the same names, to be called under the lock.
int vv_agclose(Agraph_t *graph);
int vv_agisdirected(Agraph_t *graph);
char *vv_agnameof(void *object);
char *vv_agxget(void *object, Agsym_t *symbol);
int vv_aghtmlstr(const char *text);
Agsym_t *vv_agnxtattr(Agraph_t *graph, int kind, Agsym_t *symbol);
Agnode_t *vv_agfstnode(Agraph_t *graph);
Agnode_t *vv_agnxtnode(Agraph_t *graph, Agnode_t *node);
Agedge_t *vv_agfstout(Agraph_t *graph, Agnode_t *node);
Agedge_t *vv_agnxtout(Agraph_t *graph, Agedge_t *edge);
Agraph_t *vv_agfstsubg(Agraph_t *graph);
Agraph_t *vv_agnxtsubg(Agraph_t *graph);
GVC_t *vv_gvContext(void);
int vv_gvFreeContext(GVC_t *context);
int vv_gvLayout(GVC_t *context, Agraph_t *graph, const char *engine);
int vv_gvFreeLayout(GVC_t *context, Agraph_t *graph);
int vv_gvRenderData(
    GVC_t *context, Agraph_t *graph, const char *format, char **result, unsigned int *length);
void vv_gvFreeRenderData(char *data);

#endif
