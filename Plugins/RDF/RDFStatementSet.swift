/// The statements read so far, to tell repeated ones: RDF is a set.
///
/// Nodes are known by their numbers. A literal is known by 63 bits of a hash that differs between
/// runs, so that two literals of one subject and predicate are taken for one with a chance of one
/// in ten to the eighteenth.
///
/// Most files say all there is of a subject in one place. As long as a file does, statements are
/// only written down, and compared with the few of the subject at hand; when a subject comes back,
/// all go into a hash table.
struct RDFStatementSet {
    private struct Entry {
        var head: UInt64
        var tail: UInt64
    }

    /// All statements in order, while no subject has come back.
    private var log: [Entry] = []
    /// Where the statements of the subject at hand start in `log`.
    private var groupStart = 0
    private var subject = UInt32.max
    /// Subjects that were at hand, a bit each.
    private var seen: [UInt64] = []
    /// More statements of one subject than this are worth a hash table.
    private static let longestGroup = 48

    private var isHashed = false
    private var slots: [Entry] = []
    private(set) var count = 0
    private let seed = UInt64.random(in: .min ... .max)
    /// A slot is free where both halves have this value, which no statement has.
    private static let free = UInt64.max

    /// Adds a statement between nodes; false where it is there already.
    @inline(__always)
    mutating func insert(
        subject: UInt32, predicate: UInt32, object: UInt32, graph: UInt32
    ) -> Bool {
        insert(
            UInt64(subject) << 32 | UInt64(predicate),
            UInt64(graph & 0x7FFF_FFFF) << 32 | UInt64(object))
    }

    /// Adds a statement with a literal; false where it is there already.
    @inline(__always)
    mutating func insert(
        subject: UInt32, predicate: UInt32, literal: Span<UInt8>, kind: UInt32, graph: UInt32
    ) -> Bool {
        let marks = UInt64(kind) << 32 | UInt64(graph)
        let hash = hash(literal, marks)
        return insert(UInt64(subject) << 32 | UInt64(predicate), hash | 1 << 63)
    }

    private mutating func insert(_ head: UInt64, _ tail: UInt64) -> Bool {
        if isHashed { return insertHashed(head, tail) }
        let subject = UInt32(truncatingIfNeeded: head >> 32)
        if subject != self.subject, !start(subject) { return insertHashed(head, tail) }
        for at in groupStart..<log.count where log[at].head == head && log[at].tail == tail {
            return false
        }
        log.append(Entry(head: head, tail: tail))
        count += 1
        if log.count - groupStart > Self.longestGroup { spread() }
        return true
    }

    /// Begins the statements of a subject; false where it has been at hand before.
    private mutating func start(_ subject: UInt32) -> Bool {
        let word = Int(subject >> 6)
        if word >= seen.count {
            seen.append(contentsOf: repeatElement(0, count: word + 1024 - seen.count))
        }
        let bit = UInt64(1) << UInt64(subject & 63)
        if seen[word] & bit != 0 {
            spread()
            return false
        }
        seen[word] |= bit
        self.subject = subject
        groupStart = log.count
        return true
    }

    /// Moves all statements into the hash table.
    private mutating func spread() {
        isHashed = true
        var size = 1024
        while size < count * 2 { size *= 2 }
        slots = [Entry](repeating: Entry(head: Self.free, tail: Self.free), count: size)
        for entry in log { place(entry) }
        log = []
        seen = []
    }

    private mutating func insertHashed(_ head: UInt64, _ tail: UInt64) -> Bool {
        let mask = slots.count - 1
        var at = Self.place(head, tail) & mask
        while slots[at].tail != Self.free || slots[at].head != Self.free {
            if slots[at].head == head, slots[at].tail == tail { return false }
            at = (at + 1) & mask
        }
        slots[at] = Entry(head: head, tail: tail)
        count += 1
        if count * 10 > slots.count * 7 { grow() }
        return true
    }

    private mutating func place(_ entry: Entry) {
        let mask = slots.count - 1
        var at = Self.place(entry.head, entry.tail) & mask
        while slots[at].tail != Self.free || slots[at].head != Self.free { at = (at + 1) & mask }
        slots[at] = entry
    }

    private mutating func grow() {
        let old = slots
        slots = [Entry](repeating: Entry(head: Self.free, tail: Self.free), count: old.count * 2)
        for entry in old where entry.head != Self.free || entry.tail != Self.free { place(entry) }
    }

    private static func place(_ head: UInt64, _ tail: UInt64) -> Int {
        let product = (head ^ 0x9E37_79B9_7F4A_7C15)
            .multipliedFullWidth(by: tail ^ 0xD6E8_FEB8_6659_FD93)
        return Int(truncatingIfNeeded: (product.high ^ product.low) >> 1)
    }

    private func hash(_ text: Span<UInt8>, _ marks: UInt64) -> UInt64 {
        var state = seed ^ marks &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: text.count)
        let bytes = text.bytes
        var at = 0
        while at + 8 <= bytes.byteCount {
            state = Self.fold(
                state ^ bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        var rest: UInt64 = 0
        while at < bytes.byteCount {
            rest = rest << 8 | UInt64(text[at])
            at += 1
        }
        return Self.fold(state ^ rest)
    }

    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }
}
