/// The offsets of one region through time, as read from a compiled tz database file (RFC 8536).
struct TimeZoneRules: Sendable {
    /// Instants at which the offset changes, ascending.
    let transitions: [Int]
    /// The offset from each transition on.
    let offsets: [Int32]
    /// The offset before the first transition.
    let firstOffset: Int32
    /// The rule for what comes after the last transition.
    let footer: DaylightRule?

    /// The offset in force at an instant.
    func offset(at instant: Int) -> Int32 {
        guard let last = transitions.last else {
            return footer?.offset(at: instant) ?? firstOffset
        }
        if instant >= last { return footer?.offset(at: instant) ?? offsets[offsets.count - 1] }
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? firstOffset : offsets[low - 1]
    }

    /// The offset to take for a local time, which may be skipped or occur twice.
    func offset(atLocal seconds: Int, preferring preferred: Int32?) -> Int32 {
        let before = offset(at: seconds - TimeUnit.secondsOfDay)
        let after = offset(at: seconds + TimeUnit.secondsOfDay)
        if let preferred, offset(at: seconds - Int(preferred)) == preferred { return preferred }
        if offset(at: seconds - Int(before)) == before { return before }
        if offset(at: seconds - Int(after)) == after { return after }
        // Skipped by a clock change: the old offset moves it forward by what was skipped.
        return before
    }
}

extension TimeZoneRules {
    /// Reads a compiled file, nil where it is not one.
    init?(file bytes: [UInt8]) {
        var reader = BigEndianReader(bytes)
        guard let first = Header(&reader) else { return nil }
        guard first.version >= 2 else {
            self.init(&reader, first, wide: false)
            return
        }
        reader.position += first.length(wide: false)
        guard let second = Header(&reader) else { return nil }
        self.init(&reader, second, wide: true)
    }

    private init?(_ reader: inout BigEndianReader, _ header: Header, wide: Bool) {
        let start = reader.position
        var transitions: [Int] = []
        transitions.reserveCapacity(min(header.transitions, 4_096))
        for _ in 0..<header.transitions {
            guard let instant = reader.integer(bytes: wide ? 8 : 4) else { return nil }
            transitions.append(instant)
        }
        guard let kinds = reader.bytes(header.transitions) else { return nil }
        var types: [Int32] = []
        for _ in 0..<header.types {
            guard let offset = reader.integer(bytes: 4), reader.bytes(2) != nil else { return nil }
            types.append(Int32(truncatingIfNeeded: offset))
        }
        guard let firstOffset = types.first else { return nil }
        guard kinds.allSatisfy({ Int($0) < types.count }) else { return nil }
        reader.position = start + header.length(wide: wide)
        self.transitions = transitions
        offsets = kinds.map { types[Int($0)] }
        self.firstOffset = firstOffset
        footer = wide ? DaylightRule(parsing: reader.line()) : nil
    }

    /// The counts at the head of each block of a file.
    private struct Header {
        let version: Int
        let transitions: Int
        let types: Int
        private let others: (utc: Int, standard: Int, leaps: Int, letters: Int)

        init?(_ reader: inout BigEndianReader) {
            guard let magic = reader.bytes(4), Array(magic) == Array("TZif".utf8),
                let version = reader.bytes(1)?.first, reader.bytes(15) != nil,
                let utc = reader.integer(bytes: 4), let standard = reader.integer(bytes: 4),
                let leaps = reader.integer(bytes: 4), let transitions = reader.integer(bytes: 4),
                let types = reader.integer(bytes: 4), let letters = reader.integer(bytes: 4)
            else { return nil }
            let counts = [utc, standard, leaps, transitions, types, letters]
            guard counts.allSatisfy({ (0...1_000_000).contains($0) }) else { return nil }
            self.version = version == 0 ? 1 : Int(version) - 48
            self.transitions = transitions
            self.types = types
            others = (utc, standard, leaps, letters)
        }

        /// Bytes of the block after the header.
        func length(wide: Bool) -> Int {
            let size = wide ? 8 : 4
            return transitions * (size + 1) + types * 6 + others.letters
                + others.leaps * (size + 4) + others.standard + others.utc
        }
    }

    private struct BigEndianReader {
        let content: [UInt8]
        var position = 0

        init(_ content: [UInt8]) { self.content = content }

        mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
            guard position <= content.count, count <= content.count - position else { return nil }
            defer { position += count }
            return content[position..<position + count]
        }

        /// A signed number of 4 or 8 bytes.
        mutating func integer(bytes count: Int) -> Int? {
            guard let slice = bytes(count) else { return nil }
            let value = slice.reduce(into: 0 as UInt64) { $0 = $0 << 8 | UInt64($1) }
            return count == 4
                ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(bitPattern: value))
        }

        /// The text between two line ends, where the footer stands.
        mutating func line() -> String {
            guard position < content.count, content[position] == 10 else { return "" }
            let rest = content[(position + 1)...]
            return String(decoding: rest.prefix { $0 != 10 }, as: UTF8.self)
        }
    }
}
