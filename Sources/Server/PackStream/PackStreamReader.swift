import GraphModel

/// What a message may ask of this process while it is read.
struct PackStreamLimits: Sendable {
    /// Lists and maps inside each other.
    var nesting = 128
    /// Bytes the values take in memory, which can be many times what they took on the wire.
    var decodedBytes = 256 << 20
}

/// Reads values from the bytes of one message.
struct PackStreamReader {
    private let bytes: [UInt8]
    private var offset = 0
    private var depth = 0
    private var budget: Int
    private let limits: PackStreamLimits

    init(_ bytes: [UInt8], limits: PackStreamLimits = PackStreamLimits()) {
        self.bytes = bytes
        self.limits = limits
        budget = limits.decodedBytes
    }

    /// How many bytes are left.
    var unreadCount: Int { bytes.count - offset }

    /// Whether all bytes were read.
    var isAtEnd: Bool { unreadCount == 0 }

    /// The head of a structure: its tag and number of fields.
    mutating func structureHead() throws(PackStreamFault) -> (tag: UInt8, fields: Int) {
        let marker = try byte()
        guard marker & 0xF0 == Marker.tinyStructure else {
            throw .malformed("a structure was expected")
        }
        return (try byte(), Int(marker & 0x0F))
    }

    /// Any value.
    mutating func value() throws(PackStreamFault) -> Value {
        let marker = try byte()
        switch marker {
        case 0x00...0x7F, 0xF0...0xFF: return .integer(Int(Int8(bitPattern: marker)))
        case 0x80...0x8F: return .string(try text(Int(marker & 0x0F)))
        case 0x90...0x9F: return try list(Int(marker & 0x0F))
        case 0xA0...0xAF: return .map(try entries(Int(marker & 0x0F)))
        case 0xB0...0xBF: return try structure(fields: Int(marker & 0x0F))
        case Marker.null: return .null
        case Marker.float: return .float(Double(bitPattern: try bigEndian(8)))
        case Marker.no: return .boolean(false)
        case Marker.yes: return .boolean(true)
        case Marker.integer8...Marker.integer64:
            return .integer(try signed(size: 1 << (marker - Marker.integer8)))
        case Marker.bytes8...Marker.bytes32: throw bytesRefused
        case Marker.string8...Marker.string32:
            return .string(try text(try size(marker - Marker.string8)))
        case Marker.list8...Marker.list32: return try list(try size(marker - Marker.list8))
        case Marker.map8...Marker.map32: return .map(try entries(try size(marker - Marker.map8)))
        default: throw .malformed("no value starts with the byte \(marker)")
        }
    }

    /// A map; null counts as an empty one.
    mutating func map() throws(PackStreamFault) -> ValueMap {
        switch try value() {
        case .map(let map): return map
        case .null: return ValueMap()
        default: throw .malformed("a map was expected")
        }
    }

    /// A text.
    mutating func string() throws(PackStreamFault) -> String {
        guard case .string(let text) = try value() else {
            throw .malformed("a string was expected")
        }
        return text
    }

    /// An integer.
    mutating func integer() throws(PackStreamFault) -> Int {
        guard case .integer(let number) = try value() else {
            throw .malformed("an integer was expected")
        }
        return number
    }

    // MARK: Parts

    private mutating func byte() throws(PackStreamFault) -> UInt8 {
        guard offset < bytes.count else { throw .malformed("the message ends too early") }
        defer { offset += 1 }
        return bytes[offset]
    }

    private mutating func bigEndian(_ count: Int) throws(PackStreamFault) -> UInt64 {
        guard unreadCount >= count else {
            throw .malformed("the message ends too early")
        }
        var result: UInt64 = 0
        for at in offset..<offset + count { result = result << 8 | UInt64(bytes[at]) }
        offset += count
        return result
    }

    private mutating func signed(size: Int) throws(PackStreamFault) -> Int {
        let unused = UInt64(64 - 8 * size)
        let shifted = try bigEndian(size) << unused
        return Int(truncatingIfNeeded: Int64(bitPattern: shifted) >> Int64(unused))
    }

    /// A length of one, two or four bytes.
    private mutating func size(_ step: UInt8) throws(PackStreamFault) -> Int {
        Int(try bigEndian(1 << Int(step)))
    }

    private mutating func text(_ count: Int) throws(PackStreamFault) -> String {
        guard unreadCount >= count else {
            throw .malformed("a string is longer than its message")
        }
        try spend(count)
        let part = bytes[offset..<offset + count]
        guard let text = String(validating: part, as: UTF8.self) else {
            throw .malformed("a string is not UTF-8")
        }
        offset += count
        return text
    }

    /// Takes so much of the memory the message may use.
    private mutating func spend(_ amount: Int) throws(PackStreamFault) {
        budget -= amount
        guard budget >= 0 else {
            throw .refused(
                Diagnostic(
                    .resource, "MessageTooLarge",
                    "the parameters take more than \(limits.decodedBytes >> 20) MB",
                    hint: "send them in several batches"))
        }
    }

    private mutating func enter(_ count: Int, perItem: Int) throws(PackStreamFault) {
        // Every item takes a byte at least. What is to be reserved is paid for before it is, since
        // lists inside each other could each claim all the bytes that are left.
        guard unreadCount >= count else {
            throw .malformed("a list or map is longer than its message")
        }
        depth += 1
        guard depth <= limits.nesting else {
            throw .malformed("lists and maps nest deeper than \(limits.nesting)")
        }
        try spend(32 + count * perItem)
    }

    private mutating func list(_ count: Int) throws(PackStreamFault) -> Value {
        try enter(count, perItem: MemoryLayout<Value>.stride)
        var items: [Value] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try value()) }
        depth -= 1
        return .list(items)
    }

    /// The entries of a map; the last of several with one key wins.
    private mutating func entries(_ count: Int) throws(PackStreamFault) -> ValueMap {
        try enter(count, perItem: MemoryLayout<ValueMap.Entry>.stride)
        var pairs: [(String, Value)] = []
        pairs.reserveCapacity(count)
        for _ in 0..<count {
            let key = try string()
            pairs.append((key, try value()))
        }
        depth -= 1
        return ValueMap(inKeyOrder(pairs))
    }

    /// The pairs ascending by key, equal keys in the order they came: a map takes those in one
    /// go, where keys in any order would have it move its entries about for each.
    private func inKeyOrder(_ pairs: [(String, Value)]) -> [(String, Value)] {
        guard pairs.count > 16 else { return pairs }
        let order = pairs.indices.sorted { (pairs[$0].0, $0) < (pairs[$1].0, $1) }
        return order.map { pairs[$0] }
    }

    private mutating func structure(fields: Int) throws(PackStreamFault) -> Value {
        try enter(fields, perItem: MemoryLayout<Value>.stride)
        let tag = try byte()
        let result = try temporal(tag, fields: fields)
        depth -= 1
        return result
    }

    private var bytesRefused: PackStreamFault {
        .refused(
            Diagnostic(
                .typeError, "UnsupportedParameterType", "a parameter is a byte array",
                hint: "send it as a string, for example in base64"))
    }
}
