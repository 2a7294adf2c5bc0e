import GraphModel
import ImporterKit

/// `{directed, multigraph, graph, nodes: [{id…}], edges or links: [{source, target, key…}]}`.
struct NodeLinkForm: ~Copyable {
    private var writer: JSONGraphWriter
    private var isUndirected = false
    /// Nodes without identifiers are known by their number, as old D3 files do.
    private var index = 0

    init(_ writer: inout JSONGraphWriter) {
        self.writer = writer
    }

    consuming func read(_ reader: inout JSONReader) throws {
        let start = reader.position
        var leftOut: [String] = []
        let (members, end) = try reader.members()
        for (key, mark) in members where key == "directed" {
            reader.go(to: mark)
            isUndirected = try reader.value() == .boolean(false)
        }
        for (key, mark) in members where key == "nodes" {
            reader.go(to: mark)
            try reader.readElements { try readNode(&$0) }
        }
        for (key, mark) in members {
            reader.go(to: mark)
            switch key {
            case "edges", "links": try reader.readElements { try readEdge(&$0) }
            case "nodes", "directed", "multigraph": break
            case "graph":
                let value = try reader.value()
                leftOut += value.members.map { $0.map(\.key) } ?? [key]
            default: leftOut.append(key)
            }
        }
        try writer.reportGraphMembers(leftOut, at: start)
        reader.go(to: end)
        try reader.expectEnd()
    }

    private mutating func readNode(_ reader: inout JSONReader) throws {
        guard let (value, at) = try writer.element(&reader), let members = value.members else {
            return
        }
        let identifier = value["id"]?.identifier ?? "\(index)"
        index += 1
        guard let node = try writer.define(identifier, at: at) else { return }
        for member in members {
            if member.key == "labels", writer.addLabels(member.value, to: node) { continue }
            writer.set(member.key, of: node, to: member.value)
        }
    }

    private mutating func readEdge(_ reader: inout JSONReader) throws {
        guard let (value, at) = try writer.element(&reader), let members = value.members,
            let source = try writer.identifier("source", of: value, at: at),
            let target = try writer.identifier("target", of: value, at: at)
        else { return }
        let edge = writer.relationship(value["type"]?.text, from: source, to: target)
        if isUndirected { writer.setUndirected(edge) }
        for member in members {
            switch member.key {
            case "source", "target": continue
            case "type" where member.value.text != nil: continue
            default: writer.set(member.key, of: edge, to: member.value)
            }
        }
    }
}
