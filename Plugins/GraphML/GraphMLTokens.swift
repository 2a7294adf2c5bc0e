import GraphModel
import ImporterKit

/// The sink's tokens for names, each asked for once.
struct GraphMLTokens {
    private let sink: any GraphSink
    private var labelSets: [[LabelToken]] = []
    private var labelTexts = ByteTable()
    private var types = ByteTable()
    private var keys: [String: KeyToken] = [:]
    let identifier: KeyToken
    let directed: KeyToken
    let parent: KeyToken

    init(_ sink: any GraphSink) {
        self.sink = sink
        identifier = sink.propertyKey(GraphConventions.identifierKey)
        directed = sink.propertyKey(GraphConventions.directedKey)
        parent = sink.propertyKey("parent")
    }

    /// The token of a property.
    mutating func key(_ name: String) -> KeyToken {
        if let known = keys[name] { return known }
        let token = sink.propertyKey(name)
        keys[name] = token
        return token
    }

    /// The token of a relationship type.
    @inline(__always)
    mutating func type(_ name: Span<UInt8>) -> TypeToken {
        TypeToken(types.find(name) { sink.relationshipType(String(name)).raw })
    }

    /// The labels of a text like `:A:B`, or of the whole text as one.
    mutating func labels(_ name: Span<UInt8>, isOne: Bool) -> [LabelToken] {
        let number = labelTexts.find(name) {
            let text = String(name)
            let parts = isOne ? [text] : text.split(separator: ":").map(String.init)
            labelSets.append(parts.map { sink.label($0) })
            return UInt32(labelSets.count - 1)
        }
        return labelSets[Int(number)]
    }
}
