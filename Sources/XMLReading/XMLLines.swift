/// Text put together from mixed content: white space is one space, blocks are lines.
public struct XMLLines: Sendable {
    private var bytes: [UInt8] = []
    private var needsSpace = false
    private var needsLine = false

    /// Creates an empty text.
    public init() {}

    /// Whether there is nothing in it but white space.
    public var isEmpty: Bool { bytes.isEmpty }

    /// Whether what comes next stands apart from what is there.
    public var endsApart: Bool { needsSpace || needsLine }

    /// What it holds, without white space at the ends.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What it holds on one line.
    public var line: String { text.replacing("\n", with: " ") }

    /// Adds a stretch.
    public mutating func append(_ stretch: Span<UInt8>) {
        for index in stretch.indices {
            let byte = stretch[index]
            if isXMLSpace(byte) {
                needsSpace = true
                continue
            }
            if needsLine || needsSpace, !bytes.isEmpty {
                bytes.append(UInt8(ascii: needsLine ? "\n" : " "))
            }
            needsSpace = false
            needsLine = false
            bytes.append(byte)
        }
    }

    /// Adds a text.
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0.span) }
    }

    /// What comes next stands on a line of its own.
    public mutating func breakLine() { needsLine = true }
}
