import GraphModel
import ImporterKit

/// One object a line: `{type: "node", id, labels, properties}` and `{type: "relationship", label,
/// start: {id}, end: {id}, properties}`, as APOC writes them.
struct CypherLinesForm: ~Copyable {
    private var writer: JSONGraphWriter

    init(_ writer: inout JSONGraphWriter) {
        self.writer = writer
    }

    consuming func read(_ reader: inout JSONReader) throws {
        while !reader.isAtEnd {
            guard let (value, at) = try writer.element(&reader) else { continue }
            switch value["type"]?.text {
            case "node": try readNode(value, at)
            case "relationship": try readRelationship(value, at)
            default:
                try writer.report(
                    "BadElement", "'type' is neither 'node' nor 'relationship'", at: at)
            }
        }
    }

    private mutating func readNode(_ value: JSONValue, _ at: Int) throws {
        guard let identifier = try writer.identifier("id", of: value, at: at),
            let node = try writer.define(identifier, at: at)
        else { return }
        if let labels = value["labels"] { _ = writer.addLabels(labels, to: node) }
        for member in value["properties"]?.members ?? [] {
            writer.set(member.key, of: node, to: member.value)
        }
    }

    private mutating func readRelationship(_ value: JSONValue, _ at: Int) throws {
        guard let start = try writer.identifier("start", of: value, at: at),
            let end = try writer.identifier("end", of: value, at: at)
        else { return }
        let type = value["label"]?.text ?? value["type"]?.text
        let relationship = writer.relationship(type, from: start, to: end)
        for member in value["properties"]?.members ?? [] {
            writer.set(member.key, of: relationship, to: member.value)
        }
    }
}
