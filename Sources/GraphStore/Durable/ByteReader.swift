import GraphModel

/// Reads what a `ByteWriter` wrote. Whatever the bytes are, it throws rather than trap.
package struct ByteReader {
    /// The bytes do not say what they should; the caller knows which file that is.
    package struct Malformed: Error {
        package init() {}
    }

    private var part: ArraySlice<UInt8>
    private var at: Int
    /// Bytes that follow after the current part.
    private var behind: Int
    private let next: () throws -> [UInt8]?

    /// All bytes at hand.
    package init(_ bytes: [UInt8]) {
        self.init(bytes[...])
    }

    /// All bytes at hand, as part of others.
    package init(_ bytes: ArraySlice<UInt8>) {
        part = bytes
        at = bytes.startIndex
        behind = 0
        next = { nil }
    }

    /// Parts that are fetched one by one.
    init(total: Int, next: @escaping () throws -> [UInt8]?) {
        part = []
        at = 0
        behind = total
        self.next = next
    }

    /// Bytes not read yet.
    package var left: Int { part.endIndex - at + behind }

    private mutating func fetch() throws {
        guard let fresh = try next(), !fresh.isEmpty, fresh.count <= behind else {
            throw Malformed()
        }
        part = fresh[...]
        behind -= fresh.count
        at = 0
    }

    package mutating func byte() throws -> UInt8 {
        if at == part.endIndex { try fetch() }
        at += 1
        return part[at - 1]
    }

    package mutating func unsigned() throws -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            let byte = try byte()
            let bits = UInt64(byte & 0x7F)
            guard (bits << shift) >> shift == bits else { throw Malformed() }
            value |= bits << shift
            if byte < 0x80 { return value }
        }
        throw Malformed()
    }

    /// A count of things that take at least `size` bytes each.
    package mutating func count(of size: Int) throws -> Int {
        guard let count = Int(exactly: try unsigned()), count <= left / max(size, 1) else {
            throw Malformed()
        }
        return count
    }

    /// A number that is not negative and below a limit.
    package mutating func number(below limit: Int) throws -> Int {
        guard let value = Int(exactly: try unsigned()), value < limit else { throw Malformed() }
        return value
    }

    package mutating func word() throws -> UInt32 {
        guard let value = UInt32(exactly: try unsigned()) else { throw Malformed() }
        return value
    }

    package mutating func integer() throws -> Int {
        let bits = try unsigned()
        return Int(Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1))
    }

    package mutating func double() throws -> Double {
        Double(bitPattern: try unsigned().byteSwapped)
    }

    package mutating func flag() throws -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw Malformed()
        }
    }

    package mutating func text() throws -> String {
        let bytes = try slice()
        let text = bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
        guard let text else { throw Malformed() }
        return text
    }

    /// An array of bytes; not copied where it lies in one part.
    package mutating func slice() throws -> ArraySlice<UInt8> {
        let count = try count(of: 1)
        guard count <= part.endIndex - at else { return try array(count)[...] }
        at += count
        return part[(at - count)..<at]
    }

    /// An array of numbers of which every bit pattern is one.
    package mutating func array<Element: FixedWidthInteger & BitwiseCopyable>() throws -> [Element]
    {
        try array(try count(of: MemoryLayout<Element>.stride))
    }

    private mutating func array<Element: FixedWidthInteger & BitwiseCopyable>(
        _ count: Int
    ) throws -> [Element] {
        try [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            var target = UnsafeMutableRawBufferPointer(
                start: buffer.baseAddress, count: count * MemoryLayout<Element>.stride)[...]
            while !target.isEmpty {
                if at == part.endIndex { try fetch() }
                let length = min(target.count, part.endIndex - at)
                part[at..<(at + length)].withUnsafeBytes {
                    UnsafeMutableRawBufferPointer(rebasing: target.prefix(length)).copyMemory(
                        from: $0)
                }
                at += length
                target = target.dropFirst(length)
            }
            initialized = count
        }
    }
}
