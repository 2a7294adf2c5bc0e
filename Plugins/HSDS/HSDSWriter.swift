import GraphModel
import ImporterKit

/// Gives rows to the sink, whether they come from tables or from nested objects.
struct HSDSWriter {
    let sink: any GraphSink
    private var labels: [String: [LabelToken]] = [:]
    private var keys: [String: KeyToken] = [:]
    private var types: [String: TypeToken] = [:]

    init(sink: any GraphSink) {
        self.sink = sink
    }

    /// The node of a row; identifiers hold within a table.
    func node(_ identifier: String, of table: String) -> NodeToken {
        sink.node(identifier, space: IdentifierSpace.named("hsds " + table))
    }

    /// Defines the node of a row and labels it; false where it was defined before.
    @discardableResult
    mutating func define(_ node: NodeToken, _ identifier: String, of table: HSDSModel.Table) -> Bool
    {
        let isNew = sink.define(node)
        for label in labelTokens(table) { sink.add(label, to: node) }
        set(GraphConventions.identifierKey, of: node, to: .string(identifier))
        return isNew
    }

    private mutating func labelTokens(_ table: HSDSModel.Table) -> [LabelToken] {
        if let known = labels[table.name] { return known }
        let tokens = table.labels.map(sink.label)
        labels[table.name] = tokens
        return tokens
    }

    /// Sets a property.
    mutating func set(_ name: String, of node: NodeToken, to value: Value) {
        let key = keys[name] ?? sink.propertyKey(name)
        keys[name] = key
        sink.set(key, of: node, to: value)
    }

    /// Connects a row with the one it refers to.
    mutating func connect(_ node: NodeToken, _ reference: HSDSModel.Reference, _ other: NodeToken) {
        let type = types[reference.type] ?? sink.relationshipType(reference.type)
        types[reference.type] = type
        _ =
            reference.isForward
            ? sink.relationship(type, from: node, to: other)
            : sink.relationship(type, from: other, to: node)
    }

    /// The value of a text in a column; nil where it is not of the column's type.
    static func value(_ text: String, of column: String) -> Value? {
        switch HSDSModel.type(of: column) {
        case .text: return .string(text)
        case .integer: return Int(text).map(Value.integer)
        case .number:
            if let whole = Int(text) { return .integer(whole) }
            return Double(text).map(Value.float)
        case .date: return ValueText.parse(.date, text)
        case .dateTime:
            return ValueText.parse(.dateTime, text) ?? ValueText.parse(.date, text)
        }
    }
}
