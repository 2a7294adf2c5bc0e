import GraphModel

/// A label the sink knows.
public struct LabelToken: Sendable, Hashable {
    /// Its number within one sink.
    public let raw: UInt32

    /// Wraps a number.
    public init(_ raw: UInt32) { self.raw = raw }
}

/// A relationship type the sink knows.
public struct TypeToken: Sendable, Hashable {
    /// Its number within one sink.
    public let raw: UInt32

    /// Wraps a number.
    public init(_ raw: UInt32) { self.raw = raw }
}

/// A property key the sink knows.
public struct KeyToken: Sendable, Hashable {
    /// Its number within one sink.
    public let raw: UInt32

    /// Wraps a number.
    public init(_ raw: UInt32) { self.raw = raw }
}

/// A node of the import at hand.
public struct NodeToken: Sendable, Hashable {
    /// Its number within one sink.
    public let raw: UInt32

    /// Wraps a number.
    public init(_ raw: UInt32) { self.raw = raw }
}

/// A relationship of the import at hand.
public struct RelationshipToken: Sendable, Hashable {
    /// Its number within one sink.
    public let raw: UInt32

    /// Wraps a number.
    public init(_ raw: UInt32) { self.raw = raw }
}

/// Where an importer puts what it finds.
///
/// Names become tokens once; nodes are known by the identifier the file gives them, so that an
/// edge may name a node that comes later. All values are copied before a call returns.
public protocol GraphSink: AnyObject {
    /// The token of a label name.
    func label(_ name: String) -> LabelToken
    /// The token of a relationship type name.
    func relationshipType(_ name: String) -> TypeToken
    /// The token of a property key.
    func propertyKey(_ name: String) -> KeyToken

    /// The node with this identifier (UTF-8) in an identifier space, made on first mention.
    ///
    /// The spaces are those of `IdentifierSpace`. A node that was only mentioned, never defined, is reported when the import ends.
    func node(_ identifier: Span<UInt8>, space: Int) -> NodeToken
    /// A node without an identifier, defined at once.
    func anonymousNode() -> NodeToken
    /// Says that the file describes this node here; false where it did so before.
    @discardableResult func define(_ node: NodeToken) -> Bool
    /// Gives the node a label.
    func add(_ label: LabelToken, to node: NodeToken)
    /// Sets a property; null removes it, the last of several wins.
    func set(_ key: KeyToken, of node: NodeToken, to value: Value)

    /// Sets a text property from UTF-8 that the importer has checked.
    func set(_ key: KeyToken, of node: NodeToken, toText text: Span<UInt8>)

    /// Adds a value to those a property has: a second makes it a list, in order, without repeats.
    ///
    /// A key is either set or appended to, not both.
    func append(_ value: Value, to key: KeyToken, of node: NodeToken)
    /// Adds a text, UTF-8 that the importer has checked, to the values a property has.
    func append(text: Span<UInt8>, to key: KeyToken, of node: NodeToken)

    /// Adds a relationship.
    func relationship(_ type: TypeToken, from: NodeToken, to: NodeToken) -> RelationshipToken
    /// Sets a property of a relationship.
    func set(_ key: KeyToken, of relationship: RelationshipToken, to value: Value)

    /// Sets a text property of a relationship from UTF-8 that the importer has checked.
    func set(_ key: KeyToken, of relationship: RelationshipToken, toText text: Span<UInt8>)

    /// Defines a batch of nodes: see the default.
    func defineNodes(_ rows: borrowing NodeRows, in file: InputFile) throws
    /// Adds a batch of relationships: see the default.
    func addRelationships(_ rows: borrowing RelationshipRows, in file: InputFile) throws

    /// Whether anybody reads the texts of statements; else they need not be made.
    var wantsStatements: Bool { get }
    /// Counts a statement of an RDF file, for `inspect`; `text` is its N-Triples line where asked.
    func statement(_ text: @autoclosure () -> String)

    /// Says which line of which file the next facts stand on; they keep it as their source.
    func at(line: Int, file: InputFile)
    /// Reports a fault or a remark. An error means that the import is refused, unless the user
    /// asked to skip what is wrong; then the importer goes on with the next fact.
    func report(_ diagnostic: Diagnostic) throws
    /// Says how many bytes of the input are done, and throws where the user has cancelled.
    func progress(bytes: Int) throws
}

extension GraphSink {
    /// Somebody does.
    public var wantsStatements: Bool { true }

    /// Adds a text; a sink that keeps texts as bytes has its own.
    public func append(text: Span<UInt8>, to key: KeyToken, of node: NodeToken) {
        append(.string(String(text)), to: key, of: node)
    }

    /// Sets a text property; a sink that keeps texts as bytes has its own.
    public func set(_ key: KeyToken, of node: NodeToken, toText text: Span<UInt8>) {
        set(key, of: node, to: .string(String(text)))
    }

    /// Sets a text property; a sink that keeps texts as bytes has its own.
    public func set(
        _ key: KeyToken, of relationship: RelationshipToken, toText text: Span<UInt8>
    ) {
        set(key, of: relationship, to: .string(String(text)))
    }

    /// The node with this identifier in the first identifier space.
    public func node(_ identifier: String, space: Int = 0) -> NodeToken {
        var text = identifier
        return text.withUTF8 { node($0.span, space: space) }
    }
}

extension String {
    /// The text of some bytes; what is not UTF-8 becomes U+FFFD.
    public init(_ bytes: Span<UInt8>) {
        self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
