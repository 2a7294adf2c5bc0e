import GraphModel
import ImporterKit

/// Cytoscape's `{elements: {nodes: [{data, position}], edges: [{data}]}, data}`, or its elements
/// in one list with or without `group`.
struct CytoscapeForm: ~Copyable {
    private var writer: JSONGraphWriter

    init(_ writer: inout JSONGraphWriter) {
        self.writer = writer
    }

    consuming func read(_ reader: inout JSONReader) throws {
        if reader.kind == .array {
            try readElements(&reader)
        } else {
            let start = reader.position
            var leftOut: [String] = []
            try reader.readMembers { reader, key in
                if key == "elements" {
                    try readElements(&reader)
                } else if key == "data" {
                    leftOut += try reader.value().members?.map(\.key) ?? []
                } else {
                    try reader.skip()
                }
            }
            try writer.reportGraphMembers(leftOut, at: start)
        }
        try reader.expectEnd()
    }

    private mutating func readElements(_ reader: inout JSONReader) throws {
        if reader.kind == .array {
            try reader.readElements { try readElement(&$0, isEdge: nil) }
            return
        }
        try reader.readMembers { reader, key in
            switch key {
            case "nodes": try reader.readElements { try readElement(&$0, isEdge: false) }
            case "edges": try reader.readElements { try readElement(&$0, isEdge: true) }
            default: try reader.skip()
            }
        }
    }

    private mutating func readElement(_ reader: inout JSONReader, isEdge: Bool?) throws {
        guard let (value, at) = try writer.element(&reader) else { return }
        guard let data = value["data"], let members = data.members else {
            try writer.report("MissingData", "an element of Cytoscape has 'data'", at: at)
            return
        }
        let group = value["group"]?.text.map { $0 == "edges" }
        if isEdge ?? group ?? (data["source"] != nil) {
            try readEdge(data, members, at)
        } else {
            try readNode(value, data, members, at)
        }
    }

    private mutating func readNode(
        _ value: JSONValue, _ data: JSONValue, _ members: [JSONValue.Member], _ at: Int
    ) throws {
        guard let identifier = try writer.identifier("id", of: data, at: at),
            let node = try writer.define(identifier, at: at)
        else { return }
        for member in members {
            if member.key == "labels", writer.addLabels(member.value, to: node) { continue }
            writer.set(member.key, of: node, to: member.value)
        }
        if let classes = value["classes"] { writer.set("classes", of: node, to: classes) }
        for axis in ["x", "y"] {
            if let place = value["position"]?[axis] { writer.set(axis, of: node, to: place) }
        }
    }

    private mutating func readEdge(
        _ data: JSONValue, _ members: [JSONValue.Member], _ at: Int
    ) throws {
        guard let source = try writer.identifier("source", of: data, at: at),
            let target = try writer.identifier("target", of: data, at: at)
        else { return }
        let edge = writer.relationship(data["interaction"]?.text, from: source, to: target)
        for member in members {
            switch member.key {
            case "source", "target": continue
            case "interaction" where member.value.text != nil: continue
            default: writer.set(member.key, of: edge, to: member.value)
            }
        }
    }
}
