import GraphModel
import ImporterKit

/// What writing nodes and writing relationships have in common.
struct CSVRowContext {
    let table: CSVTable
    let columns: [CSVColumn]
    let bytes: ByteView
    let options: CSVOptions
    let sink: any GraphSink
    /// The key of each column, where it has one.
    let keys: [KeyToken?]

    init(
        table: CSVTable, columns: [CSVColumn], bytes: ByteView, options: CSVOptions,
        sink: any GraphSink
    ) {
        self.table = table
        self.columns = columns
        self.bytes = bytes
        self.options = options
        self.sink = sink
        keys = columns.map { column in
            switch column.role {
            case .property: sink.propertyKey(column.name)
            case .identifier:
                sink.propertyKey(
                    column.name.isEmpty ? GraphConventions.identifierKey : column.name)
            default: nil
            }
        }
    }

    /// Reads the next good row; reports bad ones. False at the end.
    func next(_ reader: inout DelimitedRowReader, _ fields: inout [DelimitedField]) throws -> Bool {
        while true {
            switch reader.next(&fields) {
            case .end:
                return false
            case .unclosedQuote(let at):
                try report("UnclosedQuote", "a quoted field is not closed", at, 1)
            case .textAfterQuote(let at):
                try report(
                    "BadQuote", "there is text after the closing quote of a field", at, 1,
                    hint: "double a quote that belongs to the text")
            case .row:
                if fields.count > columns.count, fields[fields.count - 1].isMissing {
                    fields.removeLast()
                }
                if fields.count != columns.count {
                    try report(
                        "RowLength",
                        "the row has \(fields.count) fields, not \(columns.count)",
                        fields[0].start, 1)
                    continue
                }
                sink.at(line: reader.line, file: table.file)
                return true
            }
        }
    }

    /// The node a field names.
    func node(_ field: DelimitedField, space: Int) -> NodeToken {
        if field.hasEscapes {
            return sink.node(field.unescaped(bytes).span, space: space)
        }
        return bytes.withSpan(field.range) { sink.node($0, space: space) }
    }

    /// The value of a field; nil where it is wrong, which is then reported.
    func value(_ field: DelimitedField, _ index: Int) throws -> Value? {
        let column = columns[index]
        if let value = CSVValues.value(
            field, column, bytes, arrayDelimiter: options.arrayDelimiter)
        {
            return value
        }
        if column.type == .text {
            try report(
                "InvalidUTF8", "column '\(column.name)' holds bytes that are not UTF-8",
                field.start, field.end - field.start,
                hint: "name the file's encoding with the option 'encoding'")
        } else {
            let text = field.text(bytes)
            try report(
                "BadValue",
                "'\(text.prefix(60))' in column '\(column.name)' is not of type "
                    + "'\(column.type.name)'", field.start, field.end - field.start)
        }
        return nil
    }

    /// Reports a fault at a position.
    func report(
        _ code: String, _ message: String, _ at: Int, _ length: Int, hint: String? = nil
    ) throws {
        try sink.report(
            Diagnostic(
                .data, code, message, place: table.file.place(at: at, length: length), hint: hint))
    }
}
