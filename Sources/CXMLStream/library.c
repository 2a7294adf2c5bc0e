#include "common.h"

#include <dlfcn.h>
#include <pthread.h>

xml_library libxml;

static bool is_loaded;

static xmlParserInputPtr load_nothing(const char *url, const char *id, xmlParserCtxtPtr context) {
    (void)url;
    (void)id;
    (void)context;
    return NULL;
}

static bool load(void) {
    void *library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
#define FIND(name)                                         \
    libxml.name = (__typeof__(&name))dlsym(library, #name); \
    if (!libxml.name) return false;
    XML_LIBRARY_FUNCTIONS(FIND)
#undef FIND
    return true;
}

static void set_up(void) {
    if (!load()) return;
    libxml.xmlInitParser();
    libxml.xmlSetExternalEntityLoader(load_nothing);
    is_loaded = true;
}

bool xml_stream_set_up(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, set_up);
    return is_loaded;
}
