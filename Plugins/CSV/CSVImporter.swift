import GraphModel
import ImporterKit

/// Reads tables of nodes and relationships: Neo4j import headers, the LSQB folder layout, Gephi's
/// node and edge lists, and any other table as one node a row.
public struct CSVImporter: Importer {
    /// Creates the importer.
    public init() {}

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "csv",
            summary: "tables of nodes and relationships: Neo4j headers, LSQB folders, Gephi lists",
            extensions: ["csv", "tsv", "tab"],
            mediaTypes: ["text/csv", "text/tab-separated-values"],
            options: [
                .init(
                    name: "delimiter", type: .text,
                    summary: "the character between fields, or tab (default: found out)"),
                .init(
                    name: "header", type: .choice(["auto", "yes", "no"]),
                    summary: "whether the first line names the columns"),
                .init(
                    name: "kind", type: .choice(["auto", "nodes", "edges"]),
                    summary: "what a row is, where the header does not tell"),
                .init(
                    name: "label", type: .text, summary: "the label of nodes that have no other"),
                .init(
                    name: "type", type: .text,
                    summary: "the type of relationships that have no other"),
                .init(
                    name: "array-delimiter", type: .text,
                    summary: "the character between the elements of a list (default: ';')"),
                .init(
                    name: "comment", type: .text,
                    summary: "a character that makes a line a comment where it stands first"),
                .init(
                    name: "encoding", type: .choice(["utf-8", "latin-1", "windows-1252"]),
                    summary: "the character encoding (default: utf-8; UTF-16 by its mark)"),
            ],
            readsFolders: true)
    }

    /// By header and name ending; any text with regular columns is possible.
    public func likelihood(of sample: Sample) -> Likelihood {
        let named = descriptor.extensions.contains(sample.fileExtension)
        let file = InputFile(name: sample.fileName, bytes: sample.head)
        return file.content.withView { bytes in
            let start = CSVDialect.startOfText(bytes)
            let first = bytes.peek(start)
            if first < 0 { return named ? .likely : .no }
            if bytes.occurrences(of: 0, in: 0..<bytes.count) > 0 { return .no }
            let lineEnd = bytes.firstIndex(of: 0x0A, from: start)
            let header = bytes.text(start..<min(lineEnd, start + 4096))
            if first != 0x3C, first != 0x7B, first != 0x40,
                header.contains(":ID") || header.contains(":START_ID")
            {
                return .certain
            }
            if named { return .likely }
            if first == 0x3C || first == 0x7B || first == 0x5B { return .no }
            let dialect = CSVDialect.sniff(bytes, options: CSVOptions())
            return dialect.isRegular && sample.fileExtension == "txt" ? .possible : .no
        }
    }

    /// Reads all tables: first those of nodes, then those of relationships.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        let options = try CSVOptions(input.options)
        let files = try input.files.map { try CSVText.decoded($0, encoding: options.encoding) }
        let names = CSVFileNames(files.map(\.baseName))
        var tables: [CSVTable] = []
        for file in files {
            let table = try file.content.withView { bytes in
                try CSVTable(file: file, bytes: bytes, names: names, options: options)
            }
            if let table { tables.append(table) }
        }
        try reportDialects(tables, to: sink)
        var run = CSVRun(tables: tables, options: options)
        try run.emit(into: sink)
    }

    /// One note for all files written in one manner: a folder of thirty gives no thirty notes.
    private func reportDialects(_ tables: [CSVTable], to sink: any GraphSink) throws {
        var said: [(text: String, place: SourcePlace, count: Int)] = []
        for table in tables {
            let text = table.dialect.description
            if let at = said.firstIndex(where: { $0.text == text }) {
                said[at].count += 1
            } else {
                said.append((text, SourcePlace(file: table.file.name, line: 1), 1))
            }
        }
        for (text, place, count) in said {
            let others = count > 1 ? ", in \(count) files" : ""
            try sink.report(
                Diagnostic(
                    .data, "CSVDialect", text + others, place: place,
                    hint: "the options 'delimiter' and 'header' say otherwise", severity: .note))
        }
    }
}
