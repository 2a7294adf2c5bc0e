#include "CGraphviz.h"

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

void vv_graphviz_lock(void) {
    pthread_mutex_lock(&lock);
    used = 0;
    messages[0] = 0;
    agseterr(AGWARN);
    agseterrf(keep);
}

void vv_graphviz_unlock(void) {
    agseterrf(NULL);
    pthread_mutex_unlock(&lock);
}

const char *vv_graphviz_messages(void) {
    return messages;
}

Agraph_t *vv_graphviz_parse(const char *text, int line) {
    agreadline(line);
    return agmemread(text);
}
