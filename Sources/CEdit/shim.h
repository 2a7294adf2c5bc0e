#ifndef CEdit_SHIM_H
#define CEdit_SHIM_H
#include <histedit.h>
#include <stdio.h>

// el_set, el_get and history take a variable number of arguments, which Swift cannot give.

// What the callbacks of an editor work with.
typedef struct {
    // The prompt of the line being read.
    char *prompt;
    // Whether Ctrl-C ended the line.
    int interrupted;
    // Whose editor it is.
    void *owner;
    // Called for the Tab key; gives one of the CC_ constants.
    unsigned char (*complete)(void *owner, EditLine *editor);
} vv_edit_context;

static inline vv_edit_context *vv_edit_context_of(EditLine *editor) {
    vv_edit_context *context = 0;
    el_get(editor, EL_CLIENTDATA, &context);
    return context;
}

static inline char *vv_edit_prompt(EditLine *editor) {
    return vv_edit_context_of(editor)->prompt;
}

static inline unsigned char vv_edit_complete(EditLine *editor, int key) {
    (void)key;
    vv_edit_context *context = vv_edit_context_of(editor);
    return context->complete(context->owner, editor);
}

static inline unsigned char vv_edit_interrupt(EditLine *editor, int key) {
    (void)key;
    vv_edit_context_of(editor)->interrupted = 1;
    return CC_NEWLINE;
}

// An editor of the terminal on the standard streams, which Swift takes for shared mutable state.
static inline EditLine *vv_edit_open(const char *program) {
    return el_init(program, stdin, stdout, stderr);
}

// Shows a line below the one being edited.
static inline void vv_edit_show(const char *text) {
    fprintf(stdout, "\n%s\n", text);
    fflush(stdout);
}

// Sets an editor up. While a line is edited Ctrl-C is a key like others, not a signal.
static inline void vv_edit_configure(EditLine *editor, vv_edit_context *context) {
    el_set(editor, EL_CLIENTDATA, context);
    el_set(editor, EL_PROMPT, vv_edit_prompt);
    el_set(editor, EL_EDITOR, "emacs");
    el_set(editor, EL_SIGNAL, 0);
    el_set(editor, EL_SETTY, "-d", "-isig", (char *)0);
    el_set(editor, EL_ADDFN, "complete-name", "complete a name", vv_edit_complete);
    el_set(editor, EL_BIND, "^I", "complete-name", (char *)0);
    el_set(editor, EL_ADDFN, "drop-line", "drop the line", vv_edit_interrupt);
    el_set(editor, EL_BIND, "^C", "drop-line", (char *)0);
}

static inline void vv_edit_use_history(EditLine *editor, History *list) {
    el_set(editor, EL_HIST, history, list);
}

static inline void vv_history_limit(History *list, int size) {
    HistEvent event;
    history(list, &event, H_SETSIZE, size);
    history(list, &event, H_SETUNIQUE, 1);
}

static inline void vv_history_enter(History *list, const char *line) {
    HistEvent event;
    history(list, &event, H_ENTER, line);
}

static inline int vv_history_load(History *list, const char *path) {
    HistEvent event;
    return history(list, &event, H_LOAD, path);
}

static inline int vv_history_save(History *list, const char *path) {
    HistEvent event;
    return history(list, &event, H_SAVE, path);
}
#endif
