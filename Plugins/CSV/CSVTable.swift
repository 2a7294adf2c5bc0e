import GraphModel
import ImporterKit

/// One file, understood: its manner, its columns, what a row is, where the rows start.
struct CSVTable {
    /// What a row is.
    enum Kind {
        case nodes
        case relationships
    }

    let file: InputFile
    let dialect: CSVDialect
    private(set) var columns: [CSVColumn] = []
    private(set) var kind = Kind.nodes
    /// Where the first row of data starts, and its line.
    private(set) var dataStart = 0
    private(set) var dataLine = 1
    /// The label of its nodes that no column names.
    private(set) var label: String?
    /// The type of its relationships that no column names.
    private(set) var type = GraphConventions.relationshipType
    /// The parts of the file's name, for relationships.
    private(set) var parts: CSVFileNames.Parts?
    private(set) var startSpace = IdentifierSpace.shared
    private(set) var endSpace = IdentifierSpace.shared

    /// The identifier space of its nodes.
    var space: Int { startSpace }

    /// Nil for a file without any row.
    init?(
        file: InputFile, bytes: ByteView, names: CSVFileNames, options: CSVOptions
    ) throws {
        self.file = file
        var dialect = CSVDialect.sniff(bytes, options: options)
        var reader = DelimitedRowReader(
            bytes: bytes, start: dialect.start, line: dialect.firstLine,
            delimiter: dialect.delimiter, comment: options.comment)
        var fields: [DelimitedField] = []
        switch reader.next(&fields) {
        case .row: break
        case .end: return nil
        case .unclosedQuote(let at), .textAfterQuote(let at):
            throw Diagnostic(
                .data, "BadQuote", "the header has a quoted field that does not end well",
                place: file.place(at: at))
        }
        let header = fields.map { $0.text(bytes) }
        dialect.hasHeader = options.header ?? CSVTable.looksLikeHeader(header)
        self.dialect = dialect
        if dialect.hasHeader {
            dataStart = reader.position
            dataLine = reader.nextLine
            columns = try parse(header, fields, bytes)
        } else {
            dataStart = dialect.start
            dataLine = dialect.firstLine
            columns = fields.indices.map {
                CSVColumn(role: .property, name: "column\($0 + 1)")
            }
        }
        try settle(options, fields)
        nameFromFile(names, options)
    }

    /// A first row is a header unless a field is a number or empty, or two are the same.
    private static func looksLikeHeader(_ fields: [String]) -> Bool {
        if CSVColumn.isMarked(fields) { return true }
        let lowered = fields.map { $0.lowercased() }
        if lowered.contains("source"), lowered.contains("target") { return true }
        let hasNumber = fields.contains { text in
            FileContent(bytes: Array(text.utf8)).withView { $0.decimal(0..<$0.count) != nil }
        }
        return !hasNumber && !fields.contains("") && Set(lowered).count == lowered.count
    }

    private func parse(
        _ header: [String], _ fields: [DelimitedField], _ bytes: ByteView
    ) throws -> [CSVColumn] {
        let isStrict = CSVColumn.isMarked(header)
        var columns: [CSVColumn] = []
        for (index, text) in header.enumerated() {
            do throws(CSVHeaderFault) {
                columns.append(try CSVColumn.parse(text, isStrict: isStrict))
            } catch {
                let near = NearNames.suggestions(
                    for: error.word, among: CSVValueType.names.map(\.name))
                throw fault(
                    "UnknownColumnType", "the header names the unknown type '\(error.word)'",
                    fields[index],
                    hint: near.first.map { "did you mean '\($0)'?" }
                        ?? "the types are \(CSVValueType.names.map(\.name).joined(separator: ", "))"
                )
            }
        }
        if !isStrict { CSVTable.nameRoles(&columns, header) }
        return columns
    }

    /// The roles of columns that go by plain names, as Gephi writes them.
    private static func nameRoles(_ columns: inout [CSVColumn], _ header: [String]) {
        let lowered = header.map { $0.lowercased() }
        for (start, end) in [("source", "target"), ("from", "to"), ("start", "end")] {
            guard let from = lowered.firstIndex(of: start), let to = lowered.firstIndex(of: end)
            else { continue }
            columns[from].role = .start
            columns[to].role = .end
            if let type = lowered.firstIndex(of: "type") { columns[type].role = .type }
            break
        }
        let isEdgeList = columns.contains { $0.role == .start }
        for index in columns.indices where ["id", "label", "weight"].contains(lowered[index]) {
            columns[index].name = lowered[index]
            if lowered[index] == "id", !isEdgeList { columns[index].role = .identifier }
        }
    }

    /// Works out what a row is, and refuses a header that contradicts itself.
    private mutating func settle(_ options: CSVOptions, _ fields: [DelimitedField]) throws {
        for role in [CSVColumn.Role.identifier, .start, .end, .type] {
            let found = columns.indices.filter { columns[$0].role == role }
            if found.count > 1 {
                throw fault(
                    "DuplicateColumn", "the header has two columns for the same purpose",
                    fields[found[1]],
                    hint: "keep one of the columns \(found[0] + 1) and "
                        + "\(found[1] + 1)")
            }
        }
        let hasStart = columns.contains { $0.role == .start }
        let hasEnd = columns.contains { $0.role == .end }
        if hasStart != hasEnd {
            throw fault(
                "MissingColumn", "the header names only one end of the relationships", fields[0],
                hint: "add a column ':\(hasStart ? "END" : "START")_ID'")
        }
        if hasStart {
            kind = .relationships
        } else if options.kind == .relationships || looksLikeEdgeList() {
            guard columns.count >= 2 else {
                throw fault(
                    "MissingColumn", "an edge needs two columns, the row has one", fields[0])
            }
            kind = .relationships
            columns[0].role = .start
            columns[1].role = .end
            if columns.count == 3, !dialect.hasHeader { columns[2].name = "weight" }
        }
        try refuseRepeatedNames(fields)
    }

    /// Rows of two or three fields, the first two of which are numbers, and no header.
    private func looksLikeEdgeList() -> Bool {
        !dialect.hasHeader && (2...3).contains(columns.count)
    }

    private func refuseRepeatedNames(_ fields: [DelimitedField]) throws {
        var seen: Set<String> = []
        for (index, column) in columns.enumerated() where column.role == .property {
            if column.name.isEmpty {
                throw fault(
                    "UnnamedColumn", "column \(index + 1) has no name", fields[index],
                    hint: "name it, or write ':IGNORE' to leave it out")
            }
            if !seen.insert(column.name).inserted {
                throw fault(
                    "DuplicateColumn", "the column '\(column.name)' is there twice", fields[index])
            }
        }
    }

    /// Label, type and identifier spaces from the names of the files.
    private mutating func nameFromFile(_ names: CSVFileNames, _ options: CSVOptions) {
        let baseName = file.baseName
        let meaning = CSVFileNames.meaning(of: baseName)
        switch kind {
        case .nodes:
            label = options.label ?? meaning
            let own = columns.first { $0.role == .identifier }?.space ?? ""
            let implied = names.isReferenced(baseName) ? CSVFileNames.stem(of: baseName) : ""
            startSpace = IdentifierSpace.named(own.isEmpty ? implied : own)
            endSpace = startSpace
        case .relationships:
            parts = names.parts(of: baseName)
            let isList = !columns.contains { !$0.space.isEmpty } && parts == nil
            type =
                options.type ?? parts?.type ?? (isList ? nil : meaning)
                ?? GraphConventions.relationshipType
            label = options.label
            let implied = parts.flatMap { names.areKnown($0) ? $0 : nil }
            startSpace = space(of: .start, implied: implied?.start)
            endSpace = space(of: .end, implied: implied?.end)
        }
    }

    private func space(of role: CSVColumn.Role, implied: String?) -> Int {
        let own = columns.first { $0.role == role }?.space ?? ""
        return IdentifierSpace.named(own.isEmpty ? implied ?? "" : own)
    }

    /// A fault at a field.
    func fault(
        _ code: String, _ message: String, _ field: DelimitedField, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            .data, code, message,
            place: file.place(at: field.start, length: field.end - field.start), hint: hint)
    }
}
