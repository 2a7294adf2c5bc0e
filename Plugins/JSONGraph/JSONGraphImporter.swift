import GraphModel
import ImporterKit

/// Reads graphs in four JSON forms: node-link (NetworkX, D3), Cytoscape's cyjs, JSON Graph Format
/// 1 and 2, and Cypher's JSON with a node or relationship a line.
public struct JSONGraphImporter: Importer {
    /// Creates the importer.
    public init() {}

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "json-graph", summary: "graphs as JSON: node-link, cyjs, JGF, Cypher's lines",
            extensions: ["json", "cyjs", "jgf", "jsonl"],
            mediaTypes: ["application/json", "application/vnd.jgf+json"],
            options: [
                .init(
                    name: "type", type: .text,
                    summary: "the relationship type of edges that have none (default: EDGE)")
            ])
    }

    /// By the names of the first members.
    public func likelihood(of sample: Sample) -> Likelihood {
        let file = InputFile(name: sample.fileName, bytes: sample.head)
        let form = file.content.withView { JSONGraphForm.sniff(file, $0) }
        if form != nil { return .certain }
        return ["cyjs", "jgf"].contains(sample.fileExtension) ? .likely : .no
    }

    /// Reads the file in the form it has.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        let file = input.file
        let type = input.options["type"] ?? GraphConventions.relationshipType
        try file.content.withView { bytes in
            var reader = JSONReader(file, bytes)
            guard let form = try JSONGraphForm.find(reader) else {
                throw Diagnostic(
                    .data, "UnknownForm", "this JSON is no graph in a form known here",
                    place: file.place(at: reader.position),
                    hint: "node-link JSON has 'nodes' and 'edges' (or 'links'), cyjs 'elements', "
                        + "JGF 'graph'")
            }
            var writer = JSONGraphWriter(sink: sink, file: file, defaultType: type)
            switch form {
            case .nodeLink: try NodeLinkForm(&writer).read(&reader)
            case .cytoscape: try CytoscapeForm(&writer).read(&reader)
            case .jgf: try JGFForm(&writer).read(&reader)
            case .cypherLines: try CypherLinesForm(&writer).read(&reader)
            }
        }
    }
}

/// The forms a graph has in JSON.
enum JSONGraphForm {
    case nodeLink
    case cytoscape
    case jgf
    case cypherLines

    /// The form of a whole file, nil where it is none; faults are thrown.
    static func find(_ reader: JSONReader) throws -> JSONGraphForm? {
        var reader = reader
        var names: [String] = []
        var inner: [String] = []
        var type: String?
        if reader.kind == .array {
            // Cytoscape's elements without their wrapping.
            var isFirst = true
            try reader.readElements { reader in
                if isFirst, reader.kind == .object {
                    try reader.readMembers { reader, key in
                        names.append(key)
                        try reader.skip()
                    }
                } else {
                    try reader.skip()
                }
                isFirst = false
            }
            return names.contains("data") ? .cytoscape : nil
        }
        try reader.readMembers { reader, key in
            names.append(key)
            if key == "graph", reader.kind == .object {
                try reader.readMembers { reader, key in
                    inner.append(key)
                    try reader.skip()
                }
            } else if key == "type", reader.kind == .string {
                type = try reader.value().text
            } else {
                try reader.skip()
            }
        }
        return form(names, inner, type)
    }

    /// The form of a file of which only the start is at hand.
    static func sniff(_ file: InputFile, _ bytes: ByteView) -> JSONGraphForm? {
        var reader = JSONReader(file, bytes)
        var names: [String] = []
        var inner: [String] = []
        var type: String?
        var isCytoscape = false
        // What is cut off ends the look with a fault, which says nothing of the form.
        if reader.kind == .array {
            try? reader.readElements { reader in
                try reader.readMembers { reader, key in
                    if key == "data" { isCytoscape = true }
                    try reader.skip()
                }
            }
            return isCytoscape ? .cytoscape : nil
        }
        try? reader.readMembers { reader, key in
            names.append(key)
            if key == "graph", reader.kind == .object {
                try reader.readMembers { reader, key in
                    inner.append(key)
                    try reader.skip()
                }
            } else if key == "type", reader.kind == .string {
                type = try reader.value().text
            } else {
                try reader.skip()
            }
        }
        if names.contains("@context") { return nil }
        if let found = form(names, inner, type) { return found }
        // A long list of nodes may hide the edges after it.
        return names.last == "nodes" && names.contains("directed") ? .nodeLink : nil
    }

    private static func form(
        _ names: [String], _ inner: [String], _ type: String?
    ) -> JSONGraphForm? {
        if names.contains("elements") { return .cytoscape }
        if names.contains("graphs") || inner.contains("nodes") || inner.contains("edges") {
            return .jgf
        }
        if names.contains("nodes"), names.contains("edges") || names.contains("links") {
            return .nodeLink
        }
        if type == "node" || type == "relationship", names.contains("id") { return .cypherLines }
        return nil
    }
}
