import GraphModel
import ImporterKit

/// Gives the rows of a table of nodes to the sink.
struct CSVNodeWriter {
    private let context: CSVRowContext
    private let identifier: Int?
    private let labelColumn: Int?
    private let label: LabelToken?
    private var labels: [String: LabelToken] = [:]

    init(
        table: CSVTable, columns: [CSVColumn], bytes: ByteView, options: CSVOptions,
        sink: any GraphSink
    ) {
        context = CSVRowContext(
            table: table, columns: columns, bytes: bytes, options: options, sink: sink)
        identifier = columns.firstIndex { $0.role == .identifier }
        labelColumn = columns.firstIndex { $0.role == .label }
        label = labelColumn == nil || options.label != nil ? table.label.map(sink.label) : nil
    }

    /// Writes every row.
    mutating func run() throws {
        var reader = context.table.rows(context.bytes, comment: context.options.comment)
        var fields: [DelimitedField] = []
        var rows = 0
        while try context.next(&reader, &fields) {
            try write(fields)
            rows += 1
            if rows % 4096 == 0 { try context.sink.progress(bytes: reader.position) }
        }
    }

    private mutating func write(_ fields: [DelimitedField]) throws {
        guard let node = try defined(fields) else { return }
        if let label { context.sink.add(label, to: node) }
        if let labelColumn { addLabels(fields[labelColumn], to: node) }
        for (index, field) in fields.enumerated() where !field.isMissing {
            guard let key = context.keys[index] else { continue }
            if context.columns[index].type == .text, !context.columns[index].isList,
                !field.hasEscapes, context.bytes.isUTF8(field.range)
            {
                context.bytes.withSpan(field.range) {
                    context.sink.set(key, of: node, toText: $0)
                }
            } else if let value = try context.value(field, index) {
                context.sink.set(key, of: node, to: value)
            }
        }
    }

    /// The row's node, new with this row; nil where it cannot be, which is then reported.
    private func defined(_ fields: [DelimitedField]) throws -> NodeToken? {
        guard let identifier else { return context.sink.anonymousNode() }
        let field = fields[identifier]
        if field.start == field.end {
            try context.report(
                "MissingIdentifier", "the row has no identifier", field.start, 1,
                hint: "column \(identifier + 1) must not be empty")
            return nil
        }
        let node = context.node(field, space: context.table.space)
        if context.sink.define(node) { return node }
        try context.sink.report(
            .duplicateNode(
                field.text(context.bytes),
                context.table.file.place(at: field.start, length: field.end - field.start)))
        return nil
    }

    private mutating func addLabels(_ field: DelimitedField, to node: NodeToken) {
        let text = field.text(context.bytes)
        let mark = Character(UnicodeScalar(context.options.arrayDelimiter))
        for name in text.split(separator: mark) {
            let name = String(name)
            let token = labels[name] ?? context.sink.label(name)
            labels[name] = token
            context.sink.add(token, to: node)
        }
    }
}
