import GraphModel
import ImporterKit

/// Reads the tables of a data package: first which rows there are, then what they say.
struct HSDSTables {
    /// One table and its columns.
    private struct Source {
        let file: InputFile
        let table: HSDSModel.Table
        let columns: [String]
        let identifier: Int?
        let dataStart: Int
        let dataLine: Int

        func rows(_ bytes: ByteView) -> DelimitedRowReader {
            DelimitedRowReader(
                bytes: bytes, start: dataStart, line: dataLine, delimiter: 0x2C, comment: nil)
        }
    }

    private(set) var writer: HSDSWriter
    private var sink: any GraphSink { writer.sink }
    /// The identifiers of each table's rows.
    private var known: [String: Set<String>] = [:]

    init(writer: HSDSWriter) {
        self.writer = writer
    }

    /// Reads the tables; `package` says which file is which table, where their names do not.
    mutating func read(_ files: [InputFile], _ package: InputFile?) throws {
        let names = try package.map(resourceNames) ?? [:]
        var sources: [Source] = []
        for file in files {
            let stem = file.stemAndEnding.stem
            guard let table = HSDSModel.table(named: names[file.baseName] ?? stem) else {
                try note(
                    "UnknownTable", "'\(file.name)' is no table of HSDS and was left out", file)
                continue
            }
            if let source = try open(file, table) { sources.append(source) }
        }
        for source in sources { collectIdentifiers(source) }
        for source in sources { try write(source) }
    }

    /// File names to table names, after the data package; a package that is not JSON is reported,
    /// as the names of the files say enough.
    private func resourceNames(_ package: InputFile) throws -> [String: String] {
        var names: [String: String] = [:]
        do {
            let value = try JSONReader.read(package)
            for resource in value["resources"]?.elements ?? [] {
                guard let path = resource["path"]?.text ?? resource["path"]?.elements?.first?.text,
                    let name = resource["name"]?.text
                else { continue }
                names[path.split(separator: "/").last.map(String.init) ?? path] = name
            }
        } catch let fault as Diagnostic {
            var warning = fault
            warning.severity = .warning
            warning.code = "BadDataPackage"
            warning.message = "the data package is not JSON: \(fault.message)"
            warning.hint = "the tables were told by the names of their files"
            try sink.report(warning)
        }
        return names
    }

    private func note(_ code: String, _ message: String, _ file: InputFile) throws {
        try sink.report(
            Diagnostic(
                .data, code, message, place: SourcePlace(file: file.name, line: 1),
                severity: .note))
    }

    private func open(_ file: InputFile, _ table: HSDSModel.Table) throws -> Source? {
        try file.content.withView { bytes in
            let start = bytes.starts(with: "\u{FEFF}", at: 0) ? 3 : 0
            var reader = DelimitedRowReader(
                bytes: bytes, start: start, line: 1, delimiter: 0x2C, comment: nil)
            var fields: [DelimitedField] = []
            guard reader.next(&fields) == .row else { return nil }
            let columns = fields.map { $0.text(bytes) }
            let identifier = columns.firstIndex(of: "id")
            if identifier == nil {
                try sink.report(
                    Diagnostic(
                        .data, "MissingColumn", "the table has no column 'id'",
                        place: file.place(at: start), severity: .warning))
            }
            return Source(
                file: file, table: table, columns: columns, identifier: identifier,
                dataStart: reader.position, dataLine: reader.nextLine)
        }
    }

    private mutating func collectIdentifiers(_ source: Source) {
        guard let identifier = source.identifier else { return }
        source.file.content.withView { bytes in
            var reader = source.rows(bytes)
            var fields: [DelimitedField] = []
            while true {
                let step = reader.next(&fields)
                if step == .end { break }
                guard step == .row, identifier < fields.count else { continue }
                known[source.table.name, default: []].insert(fields[identifier].text(bytes))
            }
        }
    }

    private mutating func write(_ source: Source) throws {
        try source.file.content.withView { bytes in
            var reader = source.rows(bytes)
            var fields: [DelimitedField] = []
            while true {
                switch reader.next(&fields) {
                case .end: return
                case .unclosedQuote(let at), .textAfterQuote(let at):
                    try report("BadQuote", "a quoted field does not end well", source, at)
                case .row:
                    if fields.count > source.columns.count, fields.last?.isMissing ?? false {
                        fields.removeLast()
                    }
                    guard fields.count == source.columns.count else {
                        try report(
                            "RowLength",
                            "the row has \(fields.count) fields, not \(source.columns.count)",
                            source, fields[0].start)
                        continue
                    }
                    sink.at(line: reader.line, file: source.file)
                    try write(fields, source, bytes)
                    try sink.progress(bytes: reader.position)
                }
            }
        }
    }

    private mutating func write(
        _ fields: [DelimitedField], _ source: Source, _ bytes: ByteView
    ) throws {
        let node: NodeToken
        if let column = source.identifier, !fields[column].isMissing {
            let identifier = fields[column].text(bytes)
            node = writer.node(identifier, of: source.table.name)
            guard writer.define(node, identifier, of: source.table) else {
                let place = source.file.place(at: fields[column].start)
                try sink.report(.duplicateNode(identifier, place))
                return
            }
        } else {
            node = sink.anonymousNode()
            for label in source.table.labels { sink.add(sink.label(label), to: node) }
        }
        for (index, field) in fields.enumerated()
        where index != source.identifier && !field.isMissing {
            try write(field, source.columns[index], of: node, source, bytes)
        }
        try connectOpen(node, fields, source, bytes)
    }

    private mutating func write(
        _ field: DelimitedField, _ column: String, of node: NodeToken, _ source: Source,
        _ bytes: ByteView
    ) throws {
        guard bytes.isUTF8(field.range) else {
            try report("InvalidUTF8", "column '\(column)' is not UTF-8", source, field.start)
            return
        }
        let text = field.text(bytes)
        if let reference = HSDSModel.reference(column, of: source.table.name) {
            if known[reference.table]?.contains(text) ?? false {
                writer.connect(node, reference, writer.node(text, of: reference.table))
                return
            }
            try sink.report(
                Diagnostic(
                    .data, "MissingReference",
                    "no \(reference.table) has the identifier '\(text)' in column '\(column)'",
                    place: source.file.place(at: field.start, length: field.end - field.start),
                    severity: .warning))
            writer.set(column, of: node, to: .string(text))
            return
        }
        if let value = HSDSWriter.value(text, of: column) {
            writer.set(HSDSModel.property(column), of: node, to: value)
        } else {
            // Real data is untidy: the text says more than nothing.
            try sink.report(
                Diagnostic(
                    .data, "BadValue", "'\(text)' in column '\(column)' was kept as a text",
                    place: source.file.place(at: field.start, length: field.end - field.start),
                    severity: .warning))
            writer.set(HSDSModel.property(column), of: node, to: .string(text))
        }
    }

    /// Attributes and metadata name a row of a table that they name too.
    private mutating func connectOpen(
        _ node: NodeToken, _ fields: [DelimitedField], _ source: Source, _ bytes: ByteView
    ) throws {
        guard let open = HSDSModel.openReference(of: source.table.name),
            let identifierColumn = source.columns.firstIndex(of: open.identifier),
            let kindColumn = source.columns.firstIndex(of: open.kind)
        else { return }
        let identifier = fields[identifierColumn].text(bytes)
        guard let table = HSDSModel.table(named: fields[kindColumn].text(bytes)),
            known[table.name]?.contains(identifier) ?? false
        else { return }
        let type = HSDSModel.openType(of: source.table.name)
        writer.connect(
            node, HSDSModel.Reference(table: table.name, type: type, isForward: false),
            writer.node(identifier, of: table.name))
    }

    private func report(_ code: String, _ message: String, _ source: Source, _ at: Int) throws {
        try sink.report(
            Diagnostic(.data, code, message, place: source.file.place(at: at)))
    }
}
