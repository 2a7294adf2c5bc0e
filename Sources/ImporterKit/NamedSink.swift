import GraphModel

/// A sink by names instead of tokens, for importers whose time goes elsewhere.
public struct NamedSink {
    /// The sink itself.
    public let sink: any GraphSink
    private let identifier: KeyToken

    /// Wraps a sink.
    public init(_ sink: any GraphSink) {
        self.sink = sink
        identifier = sink.propertyKey(GraphConventions.identifierKey)
    }

    /// The node with an identifier, described now: it has the identifier as its property `id`, and
    /// the labels.
    @discardableResult
    public func node(_ name: String, _ labels: String...) -> NodeToken {
        node(name, labels: labels)
    }

    /// The node with an identifier, described now, with labels.
    public func node(_ name: String, labels: [String]) -> NodeToken {
        let node = sink.node(name)
        sink.define(node)
        sink.set(identifier, of: node, to: .string(name))
        for label in labels { sink.add(sink.label(label), to: node) }
        return node
    }

    /// Sets a property; null leaves it as it is.
    public func set(_ key: String, of node: NodeToken, to value: Value) {
        if !value.isNull { sink.set(sink.propertyKey(key), of: node, to: value) }
    }

    /// Sets a text; nothing where there is none.
    public func set(_ key: String, of node: NodeToken, to text: String?) {
        if let text, !text.isEmpty { set(key, of: node, to: .string(text)) }
    }

    /// Sets a list of texts; nothing where it is empty.
    public func set(_ key: String, of node: NodeToken, to texts: [String]) {
        if !texts.isEmpty { set(key, of: node, to: .list(texts.map { .string($0) })) }
    }

    /// Adds a relationship with those of its properties that are not null.
    public func relate(
        _ from: NodeToken, _ type: String, _ to: NodeToken, _ properties: [(String, Value)] = []
    ) {
        let relationship = sink.relationship(sink.relationshipType(type), from: from, to: to)
        for (key, value) in properties where !value.isNull {
            sink.set(sink.propertyKey(key), of: relationship, to: value)
        }
    }
}
