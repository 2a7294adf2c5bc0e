/// What the tables of the Human Services Data Specification (Open Referral, versions 2 and 3) are
/// in a graph: labels for tables, relationships for references.
enum HSDSModel {
    /// A table by its singular name, as references write it.
    struct Table {
        /// `service`, as in `service_id`.
        let name: String
        /// The name of its file and of lists of it: `services`.
        let plural: String
        /// Its labels: that of this program's own schema first, where there is one.
        let labels: [String]
    }

    /// All tables.
    static let tables: [Table] = [
        Table(name: "organization", plural: "organizations", labels: ["Actor", "Organization"]),
        Table(name: "service", plural: "services", labels: ["Service"]),
        Table(name: "program", plural: "programs", labels: ["Program"]),
        Table(name: "location", plural: "locations", labels: ["Location"]),
        Table(
            name: "service_at_location", plural: "service_at_locations",
            labels: ["ServiceAtLocation"]),
        Table(name: "address", plural: "addresses", labels: ["Address"]),
        Table(name: "phone", plural: "phones", labels: ["Phone"]),
        Table(name: "contact", plural: "contacts", labels: ["Contact"]),
        Table(name: "schedule", plural: "schedules", labels: ["Schedule"]),
        Table(name: "language", plural: "languages", labels: ["Language"]),
        Table(name: "accessibility", plural: "accessibility", labels: ["Accessibility"]),
        Table(name: "cost_option", plural: "cost_options", labels: ["CostOption"]),
        Table(name: "funding", plural: "funding", labels: ["Funding"]),
        Table(
            name: "required_document", plural: "required_documents",
            labels: ["Condition", "RequiredDocument"]),
        Table(name: "service_area", plural: "service_areas", labels: ["ServiceArea"]),
        Table(name: "service_capacity", plural: "service_capacities", labels: ["ServiceCapacity"]),
        Table(name: "unit", plural: "units", labels: ["Unit"]),
        Table(name: "url", plural: "urls", labels: ["WebAddress"]),
        Table(name: "taxonomy", plural: "taxonomies", labels: ["Taxonomy"]),
        Table(
            name: "taxonomy_term", plural: "taxonomy_terms", labels: ["Concept", "TaxonomyTerm"]),
        Table(name: "attribute", plural: "attributes", labels: ["Attribute"]),
        Table(name: "metadata", plural: "metadata", labels: ["Metadata"]),
        Table(
            name: "organization_identifier", plural: "organization_identifiers",
            labels: ["OrganizationIdentifier"]),
        Table(
            name: "meta_table_description", plural: "meta_table_descriptions",
            labels: ["MetaTableDescription"]),
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    private static let byPlural = Dictionary(uniqueKeysWithValues: tables.map { ($0.plural, $0) })
    /// Other names members of nested objects go by.
    private static let otherNames = [
        "taxonomy_detail": "taxonomy", "parent_organization": "organization",
        "service_at_location": "service_at_location", "physical_address": "address",
        "capacities": "service_capacity", "additional_websites": "url", "additional_urls": "url",
    ]

    /// The table a file (`services.csv`) or a member (`services`, `organization`) is of.
    static func table(named name: String) -> Table? {
        byPlural[name] ?? byName[name] ?? otherNames[name].flatMap { byName[$0] }
    }

    /// A reference from a row to another: which table it names, and what it becomes.
    struct Reference {
        let table: String
        let type: String
        /// Whether the relationship goes from the referring row to the other.
        let isForward: Bool
    }

    /// What a column of a table refers to; nil for a plain one.
    ///
    /// Mostly the row belongs to the other, which then has it: a phone with `service_id` makes the
    /// service HAS_PHONE.
    static func reference(_ column: String, of table: String) -> Reference? {
        switch (table, column) {
        case ("organization", "parent_organization_id"):
            return Reference(table: "organization", type: "PART_OF", isForward: true)
        case ("taxonomy_term", "parent_id"):
            return Reference(table: "taxonomy_term", type: "PART_OF", isForward: true)
        case ("taxonomy_term", "taxonomy_id"):
            return Reference(table: "taxonomy", type: "IN_TAXONOMY", isForward: true)
        case ("attribute", "taxonomy_term_id"):
            return Reference(table: "taxonomy_term", type: "HAS_TERM", isForward: true)
        case ("service", "organization_id"):
            return Reference(table: "organization", type: "PROVIDES", isForward: false)
        case ("required_document", "service_id"):
            return Reference(table: "service", type: "REQUIRES", isForward: false)
        case (_, "link_id"), (_, "resource_id"):
            return nil
        default:
            guard column.hasSuffix("_id"), let other = byName[String(column.dropLast(3))] else {
                return nil
            }
            return Reference(
                table: other.name, type: "HAS_" + table.uppercased(), isForward: false)
        }
    }

    /// The column with the identifier of any table's row, and the one that names the table.
    static func openReference(of table: String) -> (identifier: String, kind: String)? {
        switch table {
        case "attribute": ("link_id", "link_entity")
        case "metadata": ("resource_id", "resource_type")
        default: nil
        }
    }

    /// The type of the relationship to the row an open reference names.
    static func openType(of table: String) -> String { "HAS_" + table.uppercased() }

    /// What a column's values are, where the specification says other than text.
    enum ColumnType {
        case integer
        case number
        case date
        case dateTime
        case text
    }

    private static let types: [String: ColumnType] = [
        "latitude": .number, "longitude": .number, "amount": .number, "minimum_age": .number,
        "maximum_age": .number, "year_incorporated": .integer, "count": .integer,
        "interval": .integer, "extension": .integer, "available": .integer, "maximum": .integer,
        "valid_from": .date, "valid_to": .date, "dtstart": .date, "until": .date,
        "assured_date": .date, "last_action_date": .date, "last_modified": .dateTime,
        "updated": .dateTime,
    ]

    /// The type of a column's values.
    static func type(of column: String) -> ColumnType { types[column] ?? .text }

    /// The property a column becomes: validity by the names the rest of the program uses.
    static func property(_ column: String) -> String {
        switch column {
        case "valid_from": "validFrom"
        case "valid_to": "validTo"
        default: column
        }
    }
}
