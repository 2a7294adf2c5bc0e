import ImporterKit

extension Span where Element == UInt8 {
    /// The bytes as text.
    public var text: String { String(self) }

    /// Whether the bytes are those of a text.
    public func equals(_ wanted: StaticString) -> Bool {
        guard count == wanted.utf8CodeUnitCount else { return false }
        for index in indices where self[index] != wanted.utf8Start[index] { return false }
        return true
    }

    /// Whether there is nothing but XML white space.
    public var isBlank: Bool {
        for index in indices where !isXMLSpace(self[index]) { return false }
        return true
    }
}

/// Whether a byte is white space in XML's sense.
public func isXMLSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}

/// Collects the stretches of an element's text.
public struct XMLText: Sendable {
    private var bytes: [UInt8] = []

    /// Creates an empty collector.
    public init() {}

    /// Whether nothing was collected.
    public var isEmpty: Bool { bytes.isEmpty }

    /// Whether nothing, or nothing but white space, was collected.
    public var isBlank: Bool { bytes.span.isBlank }

    /// Forgets what was collected and keeps the room.
    public mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// Adds a stretch.
    public mutating func append(_ text: Span<UInt8>) {
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    /// What was collected, as it stands.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What was collected, without white space at the ends and with single spaces within.
    public var normalized: String {
        bytes.split(whereSeparator: isXMLSpace)
            .map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: " ")
    }

    /// Lends the bytes.
    public func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        try body(bytes.span)
    }
}
