import GraphModel
import GraphStore

/// Writes values as JSON: compact, keys in the order given.
struct JSONText {
    private(set) var text = ""

    init() {}

    /// Adds a string literal.
    mutating func string(_ value: String) { JSONString.write(value, to: &text) }

    /// Adds text as it is: punctuation, numbers.
    mutating func raw(_ part: String) { text += part }

    /// Adds a list of parts with commas between.
    mutating func list<Items: Sequence>(
        _ items: Items, open: String = "[", close: String = "]",
        _ body: (inout JSONText, Items.Element) throws -> Void
    ) rethrows {
        text += open
        var isFirst = true
        for item in items {
            if !isFirst { text += ", " }
            isFirst = false
            try body(&self, item)
        }
        text += close
    }

    /// Adds a value; nodes and relationships as objects, temporal values as ISO text.
    mutating func value(_ value: Value, view: GraphView) {
        switch value {
        case .null: text += "null"
        case .boolean(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += "\(number)"
        case .float(let number): float(number)
        case .string(let value): string(value)
        case .list(let items): list(items) { $0.value($1, view: view) }
        case .map(let map): object(map, view)
        case .node(let node): self.node(node.raw, view)
        case .relationship(let relationship): self.relationship(relationship.raw, view)
        case .path(let path): self.path(path, view)
        case .date(let value): string(value.description)
        case .localTime(let value): string(value.description)
        case .time(let value): string(value.description)
        case .localDateTime(let value): string(value.description)
        case .dateTime(let value): string(value.description)
        case .duration(let value): string(value.description)
        }
    }

    private mutating func float(_ number: Double) {
        if number.isFinite {
            text += "\(number)"
        } else {
            // JSON has no such numbers: the names openCypher gives them, as text.
            string(number.isNaN ? "NaN" : number > 0 ? "Infinity" : "-Infinity")
        }
    }

    private mutating func object(_ map: ValueMap, _ view: GraphView) {
        list(map.entries, open: "{", close: "}") { json, entry in
            json.string(entry.key)
            json.raw(": ")
            json.value(entry.value, view: view)
        }
    }

    private mutating func node(_ node: UInt32, _ view: GraphView) {
        text += "{\"id\": \(view.nodeID(of: node)), \"labels\": "
        list(view.labels(of: node).map { view.labelName($0) }.sorted()) { $0.string($1) }
        text += ", \"properties\": "
        object(properties(view.nodeProperties(node), view), view)
        text += "}"
    }

    private mutating func relationship(_ relationship: UInt32, _ view: GraphView) {
        text += "{\"id\": \(view.relationshipID(of: relationship)), \"type\": "
        string(view.typeName(view.type(ofRelationship: relationship)))
        text += ", \"start\": \(view.nodeID(of: view.source(of: relationship)))"
        text += ", \"end\": \(view.nodeID(of: view.target(of: relationship)))"
        text += ", \"properties\": "
        object(properties(view.relationshipProperties(relationship), view), view)
        text += "}"
    }

    private func properties(_ pairs: [(KeyID, Value)], _ view: GraphView) -> ValueMap {
        ValueMap(pairs.map { (view.keyName($0.0), $0.1) })
    }

    private mutating func path(_ path: Path, _ view: GraphView) {
        text += "{\"nodes\": "
        list(path.nodes) { $0.node($1.raw, view) }
        text += ", \"relationships\": "
        list(path.relationships) { $0.relationship($1.raw, view) }
        text += "}"
    }
}
