/// The texts of the elements that are open while a nested file is read, in one array that grows and
/// shrinks with them.
public struct TextStack {
    @usableFromInline var bytes: [UInt8] = []

    /// An empty stack.
    public init() {}

    /// Number of bytes: where the next text begins.
    public var count: Int { bytes.count }

    /// Adds a text and gives its range.
    @discardableResult
    public mutating func append(_ text: Span<UInt8>) -> Range<Int> {
        let start = bytes.count
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        return start..<bytes.count
    }

    /// Adds a text and gives its range.
    @discardableResult
    public mutating func append(_ text: [UInt8]) -> Range<Int> { append(text.span) }

    /// Forgets what came after a position.
    public mutating func cut(at position: Int) {
        if position < bytes.count { bytes.removeSubrange(position...) }
    }

    /// Lends all texts.
    @inlinable
    public func withView<Result>(_ body: (ByteView) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBytes { try body(ByteView($0)) }
    }

    /// A text of its own.
    public func text(_ range: Range<Int>) -> String { withView { $0.text(range) } }
}
