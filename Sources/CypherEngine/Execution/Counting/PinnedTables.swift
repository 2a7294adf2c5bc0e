import GraphStore

/// Memory that the inner loops of a count read through plain pointers.
///
/// The only place of the engine that hands out raw pointers. What it allocates it frees when it
/// goes; what it points into belongs to arrays it keeps: they are constants of an immutable graph,
/// so their storage neither moves nor goes while this object lives. Nobody may keep a pointer
/// longer.
final class PinnedTables {
    private var owned: [UnsafeMutableRawPointer] = []
    private var kept: [[UInt32]] = []

    deinit {
        for memory in owned { memory.deallocate() }
    }

    /// Room for some items of a plain type, not initialised.
    func allocate<Item: BitwiseCopyable>(
        _: Item.Type, _ count: Int
    ) -> UnsafeMutablePointer<Item> {
        let memory = UnsafeMutablePointer<Item>.allocate(capacity: max(count, 1))
        owned.append(UnsafeMutableRawPointer(memory))
        return memory
    }

    /// A copy of some items of a plain type.
    func copy<Item: BitwiseCopyable>(_ items: [Item]) -> UnsafeMutableBufferPointer<Item> {
        let memory = allocate(Item.self, items.count)
        memory.initialize(from: items, count: items.count)
        return UnsafeMutableBufferPointer(start: memory, count: items.count)
    }

    /// Where the items of an array are; not null, also where there are none.
    func pin(_ items: [UInt32]) -> UnsafePointer<UInt32> {
        kept.append(items)
        return items.withUnsafeBufferPointer { $0.baseAddress }
            ?? UnsafePointer(allocate(UInt32.self, 1))
    }
}

/// Neighbour lists as pointers, ready for inner loops.
struct PinnedList: BitwiseCopyable {
    let offsets: UnsafePointer<UInt32>
    let neighbours: UnsafePointer<UInt32>
    /// The node of the first list.
    let first: UInt32
    /// Index of the last entry, 0 where there is none.
    let last: Int
    let shape: ListShape
    /// The group of the neighbours.
    let group: Int
    /// The first node of that group.
    let groupStart: UInt32

    init(_ csr: CSR, shape: ListShape, group: Int, groupStart: UInt32, _ tables: PinnedTables) {
        offsets = tables.pin(csr.offsets)
        neighbours = tables.pin(csr.neighbours)
        first = csr.firstNode
        last = max(csr.neighbours.count - 1, 0)
        self.shape = csr.neighbours.isEmpty ? .any : shape
        self.group = group
        self.groupStart = groupStart
    }

    /// Where the neighbours of a node start and end.
    @inline(__always)
    func bounds(of node: UInt32) -> (start: Int, end: Int) {
        let index = Int(node &- first)
        return (Int(offsets[index]), Int(offsets[index &+ 1]))
    }

    /// How often a node stands in the list of another.
    @inline(__always)
    func occurrences(of node: UInt32, in source: UInt32) -> Int {
        var (low, high) = bounds(of: source)
        let end = high
        while high &- low > 8 {
            let middle = (low &+ high) >> 1
            if neighbours[middle] < node { low = middle &+ 1 } else { high = middle }
        }
        while low < end, neighbours[low] < node { low &+= 1 }
        var found = 0
        while low < end, neighbours[low] == node {
            found &+= 1
            low &+= 1
        }
        return found
    }
}

/// A number for each node of a group, of 32 or 64 bits; neither: every node counts once.
struct NodeNumbers: BitwiseCopyable {
    var narrow: UnsafePointer<UInt32>?
    var wide: UnsafePointer<Int>?

    /// Whether every node counts once.
    var isUniform: Bool { narrow == nil && wide == nil }

    @inline(__always)
    subscript(index: Int) -> Int {
        if let narrow { return Int(narrow[index]) }
        if let wide { return wide[index] }
        return 1
    }
}
