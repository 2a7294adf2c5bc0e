#include "CBuiltinData.h"

// A file of Graph/ or Queries/ takes two entries here: its bytes and its line in the table. A test
// compares the table with the folders. The compiler notes the files as inputs, so that changing
// one rebuilds this.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t graph_readme_md[] = {
#embed "../../Graph/README.md"
};
static const uint8_t graph_actors_xml[] = {
#embed "../../Graph/actors.xml"
};
static const uint8_t graph_changes_since_xml[] = {
#embed "../../Graph/changes-since.xml"
};
static const uint8_t graph_concepts_xml[] = {
#embed "../../Graph/concepts.xml"
};
static const uint8_t graph_conditions_xml[] = {
#embed "../../Graph/conditions.xml"
};
static const uint8_t graph_duties_xml[] = {
#embed "../../Graph/duties.xml"
};
static const uint8_t graph_groups_xml[] = {
#embed "../../Graph/groups.xml"
};
static const uint8_t graph_law_xml[] = {
#embed "../../Graph/law.xml"
};
static const uint8_t graph_rights_xml[] = {
#embed "../../Graph/rights.xml"
};
static const uint8_t graph_roles_xml[] = {
#embed "../../Graph/roles.xml"
};
static const uint8_t graph_schema_rng[] = {
#embed "../../Graph/schema.rng"
};
static const uint8_t graph_services_xml[] = {
#embed "../../Graph/services.xml"
};
static const uint8_t graph_sources_xml[] = {
#embed "../../Graph/sources.xml"
};
static const uint8_t graph_stages_xml[] = {
#embed "../../Graph/stages.xml"
};

static const builtin_file files[] = {
    {"Graph/README.md", graph_readme_md, sizeof graph_readme_md},
    {"Graph/actors.xml", graph_actors_xml, sizeof graph_actors_xml},
    {"Graph/changes-since.xml", graph_changes_since_xml, sizeof graph_changes_since_xml},
    {"Graph/concepts.xml", graph_concepts_xml, sizeof graph_concepts_xml},
    {"Graph/conditions.xml", graph_conditions_xml, sizeof graph_conditions_xml},
    {"Graph/duties.xml", graph_duties_xml, sizeof graph_duties_xml},
    {"Graph/groups.xml", graph_groups_xml, sizeof graph_groups_xml},
    {"Graph/law.xml", graph_law_xml, sizeof graph_law_xml},
    {"Graph/rights.xml", graph_rights_xml, sizeof graph_rights_xml},
    {"Graph/roles.xml", graph_roles_xml, sizeof graph_roles_xml},
    {"Graph/schema.rng", graph_schema_rng, sizeof graph_schema_rng},
    {"Graph/services.xml", graph_services_xml, sizeof graph_services_xml},
    {"Graph/sources.xml", graph_sources_xml, sizeof graph_sources_xml},
    {"Graph/stages.xml", graph_stages_xml, sizeof graph_stages_xml},
};

size_t builtin_file_count(void) { return sizeof files / sizeof files[0]; }

const builtin_file *builtin_file_at(size_t index) { return &files[index]; }
