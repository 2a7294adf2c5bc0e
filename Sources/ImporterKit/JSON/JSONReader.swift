import GraphModel

/// Reads JSON (RFC 8259) from bytes: small values whole, large ones member by member.
///
/// It stands before a value at all times. Depth is bounded, every fault has its place.
public struct JSONReader {
    /// Deeper nesting is refused.
    public static let depthLimit = 200

    /// What kind of value comes next.
    public enum Kind: Sendable {
        case null
        case boolean
        case number
        case string
        case array
        case object
        /// Nothing, or what starts no value.
        case none
    }

    /// A place to come back to.
    public struct Mark: Sendable {
        let position: Int
        let line: Int
    }

    private let file: InputFile
    let bytes: ByteView
    /// Where it stands, in bytes.
    public internal(set) var position: Int
    /// The line it stands on.
    public internal(set) var line: Int
    private var depth = 0

    /// Stands before the file's value; a byte order mark is passed over.
    public init(_ file: InputFile, _ bytes: ByteView) {
        self.file = file
        self.bytes = bytes
        position = bytes.starts(with: "\u{FEFF}", at: 0) ? 3 : 0
        line = 1
        skipSpace()
    }

    /// Reads one JSON text that fills a file.
    ///
    /// - Throws: `InvalidJSON` with its place.
    public static func read(_ file: InputFile) throws -> JSONValue {
        try file.content.withView { bytes in
            var reader = JSONReader(file, bytes)
            let value = try reader.value()
            try reader.expectEnd()
            return value
        }
    }

    /// Where it stands, to come back.
    public var mark: Mark { Mark(position: position, line: line) }

    /// Goes back, or on.
    public mutating func go(to mark: Mark) {
        position = mark.position
        line = mark.line
    }

    /// The kind of the next value.
    public var kind: Kind {
        switch bytes.peek(position) {
        case 0x7B: .object
        case 0x5B: .array
        case 0x22: .string
        case 0x74, 0x66: .boolean
        case 0x6E: .null
        case 0x2D, 0x30...0x39: .number
        default: .none
        }
    }

    /// Whether nothing is left.
    public var isAtEnd: Bool { position >= bytes.count }

    /// Refuses anything after the value.
    public func expectEnd() throws {
        if !isAtEnd { throw fault("there is text after the end of the JSON value") }
    }

    /// A fault where the reader stands, or at a position.
    public func fault(_ message: String, at position: Int? = nil, length: Int = 1) -> Diagnostic {
        Diagnostic(
            .data, "InvalidJSON", message,
            place: file.place(at: position ?? self.position, length: length))
    }

    // MARK: large values

    /// Calls with every member's name; the reader then stands before its value, which the closure
    /// must read or skip.
    public mutating func readMembers(
        _ body: (inout JSONReader, String) throws -> Void
    ) throws {
        try open(0x7B, "an object")
        if try close(0x7D) { return }
        while true {
            guard bytes.peek(position) == 0x22 else {
                throw fault("expected the name of a member, in double quotes")
            }
            let key = try string()
            guard bytes.peek(position) == 0x3A else { throw fault("expected ':' after a name") }
            step()
            try body(&self, key)
            if try endOrComma(0x7D, "'}'") { return }
        }
    }

    /// Calls before every element, which the closure must read or skip.
    public mutating func readElements(_ body: (inout JSONReader) throws -> Void) throws {
        try open(0x5B, "an array")
        if try close(0x5D) { return }
        while true {
            try body(&self)
            if try endOrComma(0x5D, "']'") { return }
        }
    }

    /// Steps over the next value.
    public mutating func skip() throws {
        switch kind {
        case .object: try readMembers { reader, _ in try reader.skip() }
        case .array: try readElements { try $0.skip() }
        case .string: try skipString()
        default: _ = try value()
        }
    }

    // MARK: small values

    /// Reads the next value whole.
    public mutating func value() throws -> JSONValue {
        switch kind {
        case .object:
            var members: [JSONValue.Member] = []
            try readMembers { reader, key in
                members.append(JSONValue.Member(key, try reader.value()))
            }
            return .object(members)
        case .array:
            var elements: [JSONValue] = []
            try readElements { elements.append(try $0.value()) }
            return .array(elements)
        case .string: return .string(try string())
        case .number: return try number()
        case .boolean, .null: return try word()
        case .none:
            throw fault(isAtEnd ? "expected a JSON value, found the end" : "expected a JSON value")
        }
    }

    private mutating func word() throws -> JSONValue {
        for (text, value) in [
            ("true" as StaticString, JSONValue.boolean(true)), ("false", .boolean(false)),
            ("null", .null),
        ] where bytes.starts(with: text, at: position) {
            position += text.utf8CodeUnitCount
            skipSpace()
            return value
        }
        throw fault("expected a JSON value")
    }

    private mutating func number() throws -> JSONValue {
        let start = position
        var end = start
        if bytes.peek(end) == 0x2D { end += 1 }
        let whole = end
        end = digits(from: end)
        guard end > whole, end == whole + 1 || bytes[whole] != 0x30 else {
            throw fault("this is not a number as JSON writes them", at: start)
        }
        let isInteger = bytes.peek(end) != 0x2E && bytes.peek(end) | 0x20 != 0x65
        if bytes.peek(end) == 0x2E {
            let after = digits(from: end + 1)
            guard after > end + 1 else { throw fault("expected digits after the point", at: end) }
            end = after
        }
        if bytes.peek(end) == 0x65 || bytes.peek(end) == 0x45 {
            var exponent = end + 1
            if bytes.peek(exponent) == 0x2B || bytes.peek(exponent) == 0x2D { exponent += 1 }
            let after = digits(from: exponent)
            guard after > exponent else { throw fault("expected an exponent", at: end) }
            end = after
        }
        position = end
        skipSpace()
        if isInteger, let value = bytes.integer(start..<end) { return .integer(value) }
        return .number(bytes.decimal(start..<end) ?? .nan)
    }

    private func digits(from start: Int) -> Int {
        var end = start
        while bytes.peek(end) >= 0x30, bytes.peek(end) <= 0x39 { end += 1 }
        return end
    }

    // MARK: structure

    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0D: position += 1
            case 0x0A:
                position += 1
                line += 1
            default: return
            }
        }
    }

    private mutating func step() {
        position += 1
        skipSpace()
    }

    private mutating func open(_ byte: Int, _ what: String) throws {
        guard bytes.peek(position) == byte else { throw fault("expected \(what)") }
        depth += 1
        if depth > Self.depthLimit {
            throw fault("values are nested deeper than \(Self.depthLimit) levels")
        }
        step()
    }

    private mutating func close(_ byte: Int) throws -> Bool {
        guard bytes.peek(position) == byte else { return false }
        depth -= 1
        step()
        return true
    }

    private mutating func endOrComma(_ byte: Int, _ name: String) throws -> Bool {
        if try close(byte) { return true }
        guard bytes.peek(position) == 0x2C else { throw fault("expected ',' or \(name)") }
        step()
        return false
    }
}
