import ImporterKit

/// The texts of the elements that are open, in one array that grows and shrinks with them.
final class GraphMLText {
    private var bytes: [UInt8] = []

    var count: Int { bytes.count }

    /// Adds a text and gives its range.
    func append(_ text: Span<UInt8>) -> Range<Int> {
        let start = bytes.count
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        return start..<bytes.count
    }

    /// Adds a text.
    func append(_ text: [UInt8]) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: text)
        return start..<bytes.count
    }

    /// Forgets what came after a position.
    func cut(at position: Int) {
        if position < bytes.count { bytes.removeSubrange(position...) }
    }

    /// Lends the texts.
    func withView<Result>(_ body: (ByteView) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBytes { try body(ByteView($0)) }
    }

    /// A text of its own.
    func text(_ range: Range<Int>) -> String { withView { $0.text(range) } }
}
