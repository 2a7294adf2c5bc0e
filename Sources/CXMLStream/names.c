#include "names.h"

#include <stdlib.h>

static uint32_t slot_of(const xml_name_list *names, const xml_name *name) {
    uintptr_t mixed =
        (uintptr_t)name->name ^ (uintptr_t)name->uri << 1 ^ (uintptr_t)name->prefix << 2;
    return (uint32_t)((mixed >> 3) * 0x9E3779B97F4A7C15u >> 32) & (names->slot_count - 1);
}

static bool grow_slots(xml_name_list *names) {
    uint32_t count = names->slot_count ? 2 * names->slot_count : 4 * XML_NAME_FIRST_CHUNK;
    uint32_t *slots = calloc(count, sizeof *slots);
    if (!slots) return false;
    free(names->slots);
    names->slots = slots;
    names->slot_count = count;
    for (uint32_t number = 0; number < names->count; number++) {
        uint32_t slot = slot_of(names, xml_name_at(names, number));
        while (slots[slot]) slot = (slot + 1) & (count - 1);
        slots[slot] = number + 1;
    }
    return true;
}

// Puts a name that is not there yet into a free slot.
static uint32_t add(xml_name_list *names, xml_name name, uint32_t slot) {
    uint32_t number = names->count;
    uint32_t chunk = xml_name_chunk(number);
    if (chunk >= XML_NAME_CHUNKS) return XML_NAME_NONE;
    if (!names->chunks[chunk]) {
        names->chunks[chunk] = malloc(((size_t)XML_NAME_FIRST_CHUNK << chunk) * sizeof(xml_name));
        if (!names->chunks[chunk]) return XML_NAME_NONE;
    }
    *xml_name_at(names, number) = name;
    names->count++;
    names->slots[slot] = number + 1;
    return number;
}

static bool is_same(const xml_name *one, const xml_name *other) {
    return one->name == other->name && one->uri == other->uri && one->prefix == other->prefix;
}

uint32_t xml_name_look_up(
    xml_name_list *names, const uint8_t *text, const uint8_t *prefix, const uint8_t *uri) {
    xml_name name = {text, prefix, uri, xml_stream_name_number(names->wanted, text)};
    if (2 * names->count >= names->slot_count && !grow_slots(names)) return XML_NAME_NONE;
    uint32_t slot = slot_of(names, &name);
    uint32_t number = XML_NAME_NONE;
    for (; names->slots[slot]; slot = (slot + 1) & (names->slot_count - 1)) {
        number = names->slots[slot] - 1;
        if (is_same(xml_name_at(names, number), &name)) break;
    }
    if (!names->slots[slot]) number = add(names, name, slot);
    if (number != XML_NAME_NONE) {
        names->recent[((uintptr_t)text >> 3) % XML_NAME_RECENT] = (xml_recent_name){name, number};
    }
    return number;
}

void xml_names_free(xml_name_list *names) {
    for (size_t i = 0; i < XML_NAME_CHUNKS; i++) free(names->chunks[i]);
    free(names->slots);
}
