import GraphModel

/// Writes tables with the headers of Neo4j's import tool, or with Gephi's.
struct CSVWriter {
    private let graph: ExportGraph
    private let isGephi: Bool
    private let language: String
    private let schema: PropertySchema
    /// Whether the first column is the property `id` as well.
    private let identifiesByID: Bool
    private(set) var loss = LossReport()

    init(_ graph: ExportGraph, isGephi: Bool, language: String) {
        self.graph = graph
        self.isGephi = isGephi
        self.language = language
        schema = PropertySchema(graph, marks: ";")
        var texts = 0
        var numbers = 0
        graph.forEachNode { node in
            if node.isIdentifiedByID { texts += 1 }
            if case .integer(let number)? = node["id"], String(number) == node.identifier {
                numbers += 1
            }
        }
        identifiesByID = texts == graph.nodes.count || numbers == graph.nodes.count
    }

    // MARK: - Tables

    mutating func nodes() -> String {
        let names = ReservedNames(isGephi ? ["Id", "Label", "labels"] : [])
        let columns = schema.nodes.filter { !(identifiesByID && $0.key == "id") }
        names.report(columns, to: &loss)
        var header = isGephi ? ["Id", "Label", "labels"] : [identifierHeader, ":LABEL"]
        header += columns.map { title($0, names) }
        var text = Self.row(header)
        for number in graph.nodes.indices {
            let node = graph.node(number)
            if !isGephi, node.labels.contains(where: { $0.contains(";") }) {
                loss.add(.other("nodes have labels with a semicolon, which is read as two"))
            }
            var fields = [Self.quoted(node.identifier)]
            if isGephi { fields.append(Self.quoted(node.caption(language: language))) }
            fields.append(Self.quoted(node.labels.joined(separator: ";"), emptyIsNothing: true))
            fields += cells(node.properties, columns)
            text += fields.joined(separator: ",") + "\n"
        }
        return text
    }

    mutating func relationships() -> String {
        let own = isGephi ? ["Source", "Target", "Type", "Label"] : Self.endHeaders
        let names = ReservedNames(isGephi ? Set(own + ["Id", "Weight"]) : [])
        names.report(schema.relationships, to: &loss)
        var text = Self.row(own + schema.relationships.map { title($0, names) })
        for number in graph.relationships.indices {
            let edge = graph.relationship(number)
            var fields = [edge.from, edge.to].map { Self.quoted(graph.identifiers[$0]) }
            if isGephi { fields.append("Directed") }
            fields.append(Self.quoted(edge.type))
            fields += cells(edge.properties, schema.relationships)
            text += fields.joined(separator: ",") + "\n"
        }
        return text
    }

    private static let endHeaders = [":START_ID", ":END_ID", ":TYPE"]

    private var identifierHeader: String { identifiesByID ? "id:ID" : ":ID" }

    // MARK: - Columns

    /// The column's title; says where its values become text.
    private mutating func title(_ column: PropertyColumn, _ names: ReservedNames) -> String {
        if isText(column) {
            loss.add(.asText(key: column.key, what: column.pluralName), count: column.count)
        }
        let name = names.name(for: column.key)
        if isGephi { return name }
        if isText(column) { return "\(name):string" }
        return "\(name):\(Self.typeName(column.type))\(column.isList ? "[]" : "")"
    }

    /// Whether the values are written as JSON, since no list type holds them.
    private func isText(_ column: PropertyColumn) -> Bool {
        if isGephi, column.type.isTemporal { return true }
        return column.type == .mixed || column.isList && (column.hasUnsafeElements || isGephi)
    }

    private static func typeName(_ type: ScalarType) -> String {
        switch type {
        case .boolean: "boolean"
        case .integer: "long"
        case .float: "double"
        case .string, .mixed: "string"
        case .date: "date"
        case .localTime: "localtime"
        case .time: "time"
        case .localDateTime: "localdatetime"
        case .dateTime: "datetime"
        case .duration: "duration"
        }
    }

    /// A field for each column; nothing where there is no value.
    private func cells(_ properties: [ExportProperty], _ columns: [PropertyColumn]) -> [String] {
        var cells: [String] = []
        cells.reserveCapacity(columns.count)
        var next = 0
        for column in columns {
            while next < properties.count, precedes(properties[next].key, column.key) { next += 1 }
            guard next < properties.count, properties[next].key.hasSameScalars(as: column.key)
            else {
                cells.append("")
                continue
            }
            cells.append(cell(properties[next].value, column))
        }
        return cells
    }

    private func cell(_ value: Value, _ column: PropertyColumn) -> String {
        if case .list(let values) = value, !isText(column) {
            return Self.quoted(values.map(\.plainText).joined(separator: ";"))
        }
        return Self.quoted(value.plainText)
    }

    // MARK: - Fields

    private static func row(_ titles: [String]) -> String {
        titles.map { quoted($0) }.joined(separator: ",") + "\n"
    }

    /// A field, in quotes where RFC 4180 asks for them, and where it is an empty text: without
    /// quotes that would be no value.
    private static func quoted(_ text: String, emptyIsNothing: Bool = false) -> String {
        if text.isEmpty { return emptyIsNothing ? "" : "\"\"" }
        let special: Set<UInt8> = [0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0x09, 0x7C, 0x23]
        guard
            text.utf8.contains(where: special.contains) || text.utf8.first == 0x20
                || text.utf8.last == 0x20
        else { return text }
        var field = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { field += "\"" }
            field.unicodeScalars.append(scalar)
        }
        return field + "\""
    }
}
