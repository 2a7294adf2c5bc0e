import GraphStore

/// Paths of words, as a tree: a state and a word lead to the next state.
struct WordPaths: Sendable {
    /// The start of all paths.
    static let root: Int32 = 0

    private var keys: [UInt64] = Array(repeating: .max, count: 1 << 14)
    private var targets: [Int32] = Array(repeating: 0, count: 1 << 14)
    /// For each state the number of its newest entry, -1 where it has none.
    private var lastEntry: [Int32] = [-1]
    private var previousEntry: [Int32] = []
    private var allEntries: [LexiconEntry] = []
    /// For each state but the root the key that leads to it.
    private var keysOfStates: [UInt64] = []
    /// For each entry the state it stands at.
    private var statesOfEntries: [Int32] = []

    init() {
        lastEntry.reserveCapacity(1 << 13)
        previousEntry.reserveCapacity(1 << 13)
        allEntries.reserveCapacity(1 << 13)
    }

    /// The state a word leads to.
    func next(_ state: Int32, _ word: Int32) -> Int32? {
        let key = Self.key(state, word)
        let slot = slot(of: key)
        return keys[slot] == key ? targets[slot] : nil
    }

    /// Whether anything ends at a state.
    func hasEntries(at state: Int32) -> Bool { lastEntry[Int(state)] >= 0 }

    /// What ends at a state, the newest first.
    func forEachEntry(at state: Int32, _ body: (LexiconEntry) -> Void) {
        var next = lastEntry[Int(state)]
        while next >= 0 {
            body(allEntries[Int(next)])
            next = previousEntry[Int(next)]
        }
    }

    /// Adds an entry at the end of a path; of two for one sense the stronger stays.
    mutating func add(_ path: some Sequence<Int32>, _ entry: LexiconEntry) {
        let state = path.reduce(Self.root) { follow($0, $1) }
        var next = lastEntry[Int(state)]
        while next >= 0 {
            let known = allEntries[Int(next)]
            if known.sense == entry.sense {
                let isStronger = (!entry.isWeak && known.isWeak) || entry.quality > known.quality
                if isStronger { allEntries[Int(next)] = entry }
                return
            }
            next = previousEntry[Int(next)]
        }
        append(entry, at: state)
    }

    private mutating func append(_ entry: LexiconEntry, at state: Int32) {
        previousEntry.append(lastEntry[Int(state)])
        lastEntry[Int(state)] = Int32(allEntries.count)
        allEntries.append(entry)
        statesOfEntries.append(state)
    }

    private mutating func follow(_ state: Int32, _ word: Int32) -> Int32 {
        follow(Self.key(state, word))
    }

    private mutating func follow(_ key: UInt64) -> Int32 {
        let slot = slot(of: key)
        if keys[slot] == key { return targets[slot] }
        let made = Int32(lastEntry.count)
        lastEntry.append(-1)
        keys[slot] = key
        targets[slot] = made
        keysOfStates.append(key)
        if keysOfStates.count * 2 > keys.count { grow() }
        return made
    }

    private mutating func grow() {
        let old = (keys, targets)
        keys = Array(repeating: .max, count: old.0.count * 2)
        targets = Array(repeating: 0, count: old.0.count * 2)
        for (key, target) in zip(old.0, old.1) where key != .max {
            let slot = slot(of: key)
            keys[slot] = key
            targets[slot] = target
        }
    }

    private static func key(_ state: Int32, _ word: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
    }

    private func slot(of key: UInt64) -> Int {
        let mixed = key &* 0x9E37_79B9_7F4A_7C15
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: mixed >> 32) & mask
        while keys[slot] != .max, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }
}

extension WordPaths: Stored {
    init(from reader: inout ByteReader) throws {
        self.init()
        let edges: [UInt64] = try reader.array()
        for key in edges { _ = follow(key) }
        let states: [Int32] = try reader.array()
        let entries = try LexiconEntries(from: &reader).entries
        guard lastEntry.count == edges.count + 1, states.count == entries.count,
            states.allSatisfy({ $0 >= 0 && $0 < lastEntry.count })
        else { throw ByteReader.Malformed() }
        for (entry, state) in zip(entries, states) { append(entry, at: state) }
    }

    func store(in writer: inout ByteWriter) throws {
        try writer.array(keysOfStates)
        try writer.array(statesOfEntries)
        try LexiconEntries(allEntries).store(in: &writer)
    }
}
