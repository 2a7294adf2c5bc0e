import GraphModel

/// A sink's tokens for names, each asked for once.
public struct NameTokens {
    private let sink: any GraphSink
    private var labelSets: [[LabelToken]] = []
    private var labelTexts = ByteTable()
    private var types = ByteTable()
    private var keys: [String: KeyToken] = [:]
    /// The property for identifiers.
    public let identifier: KeyToken
    /// The property that marks undirected edges.
    public let directed: KeyToken

    /// Asks a sink.
    public init(_ sink: any GraphSink) {
        self.sink = sink
        identifier = sink.propertyKey(GraphConventions.identifierKey)
        directed = sink.propertyKey(GraphConventions.directedKey)
    }

    /// The token of a property.
    public mutating func key(_ name: String) -> KeyToken {
        if let known = keys[name] { return known }
        let token = sink.propertyKey(name)
        keys[name] = token
        return token
    }

    /// The token of a relationship type.
    @inline(__always)
    public mutating func type(_ name: Span<UInt8>) -> TypeToken {
        let sink = sink
        return TypeToken(types.find(name) { sink.relationshipType(String(name)).raw })
    }

    /// The labels of a text like `:A:B`, or of the whole text as one.
    public mutating func labels(_ name: Span<UInt8>, isOne: Bool) -> [LabelToken] {
        let number = labelTexts.find(name) { UInt32.max }
        if number != UInt32.max { return labelSets[Int(number)] }
        let text = String(name)
        let parts = isOne ? [text] : text.split(separator: ":").map(String.init)
        let labels = parts.map { sink.label($0) }
        labelTexts.update(name, UInt32(labelSets.count))
        labelSets.append(labels)
        return labels
    }
}
