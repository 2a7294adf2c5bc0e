#include "CGraphviz.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char messages[16384];
static size_t used;

static int keep(char *text) {
    size_t length = strlen(text);
    size_t room = sizeof messages - 1 - used;
    if (length > room) length = room;
    memcpy(messages + used, text, length);
    used += length;
    messages[used] = 0;
    return 0;
}

#define CGRAPH_FUNCTIONS(each) \
    each(agclose)              \
    each(agfstnode)            \
    each(agfstout)             \
    each(agfstsubg)            \
    each(aghtmlstr)            \
    each(agisdirected)         \
    each(agmemread)            \
    each(agnameof)             \
    each(agnxtattr)            \
    each(agnxtnode)            \
    each(agnxtout)             \
    each(agnxtsubg)            \
    each(agreadline)           \
    each(agseterr)             \
    each(agseterrf)            \
    each(agxget)
#define GVC_FUNCTIONS(each) \
    each(gvContext)         \
    each(gvFreeContext)     \
    each(gvFreeLayout)      \
    each(gvFreeRenderData)  \
    each(gvLayout)          \
    each(gvRenderData)

// Written once, under the lock.
static struct {
    bool is_loaded;
#define MEMBER(name) __typeof__(&name) name;
    CGRAPH_FUNCTIONS(MEMBER)
    GVC_FUNCTIONS(MEMBER)
#undef MEMBER
} graphviz;

static bool load(void) {
    void *cgraph = dlopen("libcgraph.so.6", RTLD_NOW | RTLD_LOCAL);
    void *gvc = dlopen("libgvc.so.6", RTLD_NOW | RTLD_LOCAL);
    if (!cgraph || !gvc) return false;
#define FIND(library, name)                                   \
    graphviz.name = (__typeof__(&name))dlsym(library, #name); \
    if (!graphviz.name) return false;
#define FIND_CGRAPH(name) FIND(cgraph, name)
#define FIND_GVC(name) FIND(gvc, name)
    CGRAPH_FUNCTIONS(FIND_CGRAPH)
    GVC_FUNCTIONS(FIND_GVC)
    return true;
}

bool vv_graphviz_lock(void) {
    pthread_mutex_lock(&lock);
    if (!graphviz.is_loaded) graphviz.is_loaded = load();
    if (!graphviz.is_loaded) {
        pthread_mutex_unlock(&lock);
        return false;
    }
    used = 0;
    messages[0] = 0;
    graphviz.agseterr(AGWARN);
    graphviz.agseterrf(keep);
    return true;
}

void vv_graphviz_unlock(void) {
    graphviz.agseterrf(NULL);
    pthread_mutex_unlock(&lock);
}

const char *vv_graphviz_messages(void) { return messages; }

// Graphviz's scanner keeps what follows the graph it read, and the string or comment it stopped in,
// for the next text. What is read here ends any of these and is no graph; at most 64 pairs of angle
// brackets a round, hence the rounds.
static void forget_rest(void) {
    const char *end = ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>*/\n//\"\n";
    bool is_clean = false;
    for (int round = 0; round < 1000 && !is_clean; round++) {
        Agraph_t *rest;
        while ((rest = graphviz.agmemread(end))) graphviz.agclose(rest);
        rest = graphviz.agmemread("graph{}");
        is_clean = rest != NULL;
        if (rest) graphviz.agclose(rest);
    }
    used = 0;
    messages[0] = 0;
}

Agraph_t *vv_graphviz_parse(const char *text, int line) {
    forget_rest();
    graphviz.agreadline(line);
    return graphviz.agmemread(text);
}

int vv_agclose(Agraph_t *graph) { return graphviz.agclose(graph); }
int vv_agisdirected(Agraph_t *graph) { return graphviz.agisdirected(graph); }
char *vv_agnameof(void *object) { return graphviz.agnameof(object); }
char *vv_agxget(void *object, Agsym_t *symbol) { return graphviz.agxget(object, symbol); }
// It only looks the text up, and does not say so.
int vv_aghtmlstr(const char *text) { return graphviz.aghtmlstr((char *)text); }
Agsym_t *vv_agnxtattr(Agraph_t *graph, int kind, Agsym_t *symbol) {
    return graphviz.agnxtattr(graph, kind, symbol);
}
Agnode_t *vv_agfstnode(Agraph_t *graph) { return graphviz.agfstnode(graph); }
Agnode_t *vv_agnxtnode(Agraph_t *graph, Agnode_t *node) { return graphviz.agnxtnode(graph, node); }
Agedge_t *vv_agfstout(Agraph_t *graph, Agnode_t *node) { return graphviz.agfstout(graph, node); }
Agedge_t *vv_agnxtout(Agraph_t *graph, Agedge_t *edge) { return graphviz.agnxtout(graph, edge); }
Agraph_t *vv_agfstsubg(Agraph_t *graph) { return graphviz.agfstsubg(graph); }
Agraph_t *vv_agnxtsubg(Agraph_t *graph) { return graphviz.agnxtsubg(graph); }
GVC_t *vv_gvContext(void) { return graphviz.gvContext(); }
int vv_gvFreeContext(GVC_t *context) { return graphviz.gvFreeContext(context); }
int vv_gvLayout(GVC_t *context, Agraph_t *graph, const char *engine) {
    return graphviz.gvLayout(context, graph, engine);
}
int vv_gvFreeLayout(GVC_t *context, Agraph_t *graph) {
    return graphviz.gvFreeLayout(context, graph);
}
int vv_gvRenderData(
    GVC_t *context, Agraph_t *graph, const char *format, char **result, unsigned int *length) {
    return graphviz.gvRenderData(context, graph, format, result, length);
}
void vv_gvFreeRenderData(char *data) { graphviz.gvFreeRenderData(data); }
