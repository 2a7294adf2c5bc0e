import GraphStore

/// Memory that the inner loops of a count read through plain pointers.
///
/// The only place of the engine that hands out raw pointers. What it copies it frees when it goes;
/// what it points into belongs to arrays it keeps: they are constants of an immutable graph, so
/// their storage neither moves nor goes while this object lives. Nobody may keep a pointer longer.
final class PinnedTables {
    private var copies: [UnsafeMutableRawPointer] = []
    private var kept: [[UInt32]] = []
    private var keptNumbers: [[Int]] = []

    deinit {
        for copy in copies { copy.deallocate() }
    }

    /// A copy of some items of a plain type.
    func copy<Item: BitwiseCopyable>(_ items: [Item]) -> UnsafeMutableBufferPointer<Item> {
        let memory = UnsafeMutablePointer<Item>.allocate(capacity: max(items.count, 1))
        memory.initialize(from: items, count: items.count)
        copies.append(UnsafeMutableRawPointer(memory))
        return UnsafeMutableBufferPointer(start: memory, count: items.count)
    }

    /// Where the items of an array are.
    func pin(_ items: [UInt32]) -> UnsafePointer<UInt32>? {
        kept.append(items)
        return items.withUnsafeBufferPointer { $0.baseAddress }
    }

    /// Where the numbers of an array are.
    func pin(_ items: [Int]) -> UnsafePointer<Int>? {
        keptNumbers.append(items)
        return items.withUnsafeBufferPointer { $0.baseAddress }
    }
}

/// Neighbour lists as pointers: what `CountResolver.List` holds, ready for inner loops.
struct PinnedList: BitwiseCopyable {
    private let offsets: UnsafePointer<UInt32>
    let neighbours: UnsafePointer<UInt32>
    private let first: UInt32
    /// The group of the neighbours.
    let group: Int

    /// nil where there is no entry at all.
    init?(_ list: CountResolver.List, _ tables: PinnedTables) {
        guard !list.csr.neighbours.isEmpty, let offsets = tables.pin(list.csr.offsets),
            let neighbours = tables.pin(list.csr.neighbours)
        else { return nil }
        self.offsets = offsets
        self.neighbours = neighbours
        first = list.csr.firstNode
        group = list.group
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
