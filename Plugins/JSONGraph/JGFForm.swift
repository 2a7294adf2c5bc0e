import GraphModel
import ImporterKit

/// JSON Graph Format: `{graph: {directed, nodes, edges}}` or `{graphs: […]}`; nodes are a list in
/// version 1, an object by identifier in version 2.
struct JGFForm: ~Copyable {
    private var writer: JSONGraphWriter
    private var graphs = 0

    init(_ writer: inout JSONGraphWriter) {
        self.writer = writer
    }

    consuming func read(_ reader: inout JSONReader) throws {
        try reader.readMembers { reader, key in
            switch key {
            case "graph": try readGraph(&reader)
            case "graphs": try reader.readElements { try readGraph(&$0) }
            default: try reader.skip()
            }
        }
        try reader.expectEnd()
    }

    private mutating func readGraph(_ reader: inout JSONReader) throws {
        let start = reader.position
        writer.enterGraph(graphs)
        graphs += 1
        let (members, end) = try reader.members()
        var isUndirected = false
        var leftOut: [String] = []
        for (key, mark) in members where key == "directed" {
            reader.go(to: mark)
            isUndirected = try reader.value() == .boolean(false)
        }
        for (key, mark) in members where key == "nodes" {
            reader.go(to: mark)
            try readNodes(&reader)
        }
        for (key, mark) in members {
            reader.go(to: mark)
            switch key {
            case "nodes", "directed": break
            case "edges":
                try reader.readElements { try readEdge(&$0, isUndirected: isUndirected) }
            case "hyperedges": try reportHyperedges(&reader)
            default: leftOut.append(key)
            }
        }
        try writer.reportGraphMembers(leftOut, at: start)
        reader.go(to: end)
    }

    private mutating func readNodes(_ reader: inout JSONReader) throws {
        if reader.kind == .array {
            try reader.readElements { reader in
                guard let (value, at) = try writer.element(&reader),
                    let identifier = try writer.identifier("id", of: value, at: at)
                else { return }
                try write(identifier, value["id"] ?? .null, value, at)
            }
        } else {
            try reader.readMembers { reader, key in
                guard let (value, at) = try writer.element(&reader) else { return }
                try write(key, .string(key), value, at)
            }
        }
    }

    private mutating func write(
        _ identifier: String, _ id: JSONValue, _ value: JSONValue, _ at: Int
    ) throws {
        guard let node = try writer.define(identifier, at: at) else { return }
        writer.set(GraphConventions.identifierKey, of: node, to: id)
        for member in value.members ?? [] {
            switch member.key {
            case "id": continue
            case "metadata" where member.value.members != nil:
                for inner in member.value.members ?? [] {
                    if inner.key == "labels", writer.addLabels(inner.value, to: node) { continue }
                    writer.set(inner.key, of: node, to: inner.value)
                }
            default: writer.set(member.key, of: node, to: member.value)
            }
        }
    }

    private mutating func readEdge(_ reader: inout JSONReader, isUndirected: Bool) throws {
        guard let (value, at) = try writer.element(&reader),
            let source = try writer.identifier("source", of: value, at: at),
            let target = try writer.identifier("target", of: value, at: at)
        else { return }
        let edge = writer.relationship(value["relation"]?.text, from: source, to: target)
        if value["directed"]?.boolean == false || isUndirected && value["directed"] == nil {
            writer.setUndirected(edge)
        }
        for member in value.members ?? [] {
            switch member.key {
            case "source", "target", "directed": continue
            case "relation" where member.value.text != nil: continue
            case "metadata" where member.value.members != nil:
                for inner in member.value.members ?? [] {
                    writer.set(inner.key, of: edge, to: inner.value)
                }
            default: writer.set(member.key, of: edge, to: member.value)
            }
        }
    }

    private func reportHyperedges(_ reader: inout JSONReader) throws {
        let at = reader.position
        guard let count = try reader.value().elements?.count, count > 0 else { return }
        try writer.report(
            "Hyperedges", "\(count) hyperedges were left out: a relationship has two ends", at: at,
            severity: .warning)
    }
}
