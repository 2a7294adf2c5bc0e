/// A map from positions, split so that a copy shares all but the parts that are changed later.
///
/// A transaction copies the overlay at its start; with one large dictionary its first write would
/// copy everything that was ever edited.
struct ShardedMap<Element: Sendable>: Sendable {
    private var shards: [[UInt32: Element]] = [[:]]
    private(set) var count = 0

    /// A shard holds about so many elements at most.
    private static var shardSize: Int { 128 }

    var isEmpty: Bool { count == 0 }

    @inline(__always)
    private func shard(_ position: UInt32) -> Int {
        // Neighbouring positions share a shard: they are often changed together.
        Int((position >> 4) &* 0x9E37_79B1 >> 8) & (shards.count - 1)
    }

    subscript(position: UInt32) -> Element? {
        @inline(__always)
        get { count == 0 ? nil : shards[shard(position)][position] }
        set {
            if count > shards.count * Self.shardSize { split() }
            let index = shard(position)
            let before = shards[index].count
            shards[index][position] = newValue
            count += shards[index].count - before
        }
    }

    /// Changes an element in place, starting from `fresh` where there is none.
    mutating func update(
        _ position: UInt32, orStartFrom fresh: @autoclosure () -> Element,
        _ body: (inout Element) -> Void
    ) {
        if count > shards.count * Self.shardSize { split() }
        let index = shard(position)
        let before = shards[index].count
        body(&shards[index][position, default: fresh()])
        count += shards[index].count - before
    }

    private mutating func split() {
        let old = shards
        shards = [[UInt32: Element]](repeating: [:], count: old.count * 4)
        for part in old {
            for (position, element) in part { shards[shard(position)][position] = element }
        }
    }

    /// Calls with every element, in no order.
    func visit(_ body: (UInt32, Element) -> Void) {
        for part in shards {
            for (position, element) in part { body(position, element) }
        }
    }

    /// The positions, ascending.
    var sortedPositions: [UInt32] {
        shards.flatMap(\.keys).sorted()
    }
}
