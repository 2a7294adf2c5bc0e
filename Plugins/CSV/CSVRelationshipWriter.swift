import GraphModel
import ImporterKit

/// Gives the rows of a table of relationships to the sink.
struct CSVRelationshipWriter {
    private let context: CSVRowContext
    private let start: Int
    private let end: Int
    private let typeColumn: Int?
    private let type: TypeToken
    private var types: [String: TypeToken] = [:]
    /// What the ends get where the tables at hand describe no nodes.
    private var endKey: KeyToken?
    private var endsAreIntegers = false
    private var startLabel: LabelToken?
    private var endLabel: LabelToken?

    init(
        table: CSVTable, columns: [CSVColumn], bytes: ByteView, options: CSVOptions,
        sink: any GraphSink
    ) {
        context = CSVRowContext(
            table: table, columns: columns, bytes: bytes, options: options, sink: sink)
        start = columns.firstIndex { $0.role == .start } ?? 0
        end = columns.firstIndex { $0.role == .end } ?? 0
        typeColumn = columns.firstIndex { $0.role == .type }
        type = sink.relationshipType(table.type)
    }

    /// Makes the ends of each row nodes of their own, where no table describes them.
    mutating func defineEnds(areIntegers: Bool) {
        endKey = context.sink.propertyKey(GraphConventions.identifierKey)
        endsAreIntegers = areIntegers
        let parts = context.table.parts
        startLabel = (context.table.label ?? parts?.start).map(context.sink.label)
        endLabel = (context.table.label ?? parts?.end).map(context.sink.label)
    }

    /// Writes every row that is left.
    mutating func run(_ reader: inout DelimitedRowReader) throws {
        var fields: [DelimitedField] = []
        var rows = 0
        while try context.next(&reader, &fields) {
            try write(fields)
            rows += 1
            if rows % 4096 == 0 { try context.sink.progress(bytes: reader.position) }
        }
    }

    private mutating func write(_ fields: [DelimitedField]) throws {
        let table = context.table
        guard let from = try node(fields[start], space: table.startSpace, startLabel),
            let to = try node(fields[end], space: table.endSpace, endLabel)
        else { return }
        var isUndirected = false
        var token = type
        if let typeColumn, !fields[typeColumn].isMissing {
            let name = fields[typeColumn].text(context.bytes)
            switch name.lowercased() {
            case "undirected" where context.columns[typeColumn].name != "": isUndirected = true
            case "directed", "mixed":
                if context.columns[typeColumn].name == "" { token = relationshipType(name) }
            default: token = relationshipType(name)
            }
        }
        let relationship = context.sink.relationship(token, from: from, to: to)
        if isUndirected {
            let key = context.sink.propertyKey(GraphConventions.directedKey)
            context.sink.set(key, of: relationship, to: .boolean(false))
        }
        for (index, field) in fields.enumerated() where !field.isMissing {
            guard let key = context.keys[index], let value = try context.value(field, index) else {
                continue
            }
            context.sink.set(key, of: relationship, to: value)
        }
    }

    private mutating func relationshipType(_ name: String) -> TypeToken {
        let token = types[name] ?? context.sink.relationshipType(name)
        types[name] = token
        return token
    }

    private func node(
        _ field: DelimitedField, space: Int, _ label: LabelToken?
    ) throws -> NodeToken? {
        if field.start == field.end {
            try context.report(
                "MissingIdentifier", "the row does not name both ends", field.start, 1)
            return nil
        }
        let node = context.node(field, space: space)
        guard let endKey, context.sink.define(node) else { return node }
        if let label { context.sink.add(label, to: node) }
        if endsAreIntegers, let value = context.bytes.canonicalInteger(field.range) {
            context.sink.set(endKey, of: node, to: .integer(value))
        } else {
            let text = field.text(context.bytes)
            context.sink.set(endKey, of: node, to: .string(text))
        }
        return node
    }
}
