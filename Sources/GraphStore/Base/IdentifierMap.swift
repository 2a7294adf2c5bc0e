/// Stable ids of positions; the position itself unless ids are given.
struct IdentifierMap: Sendable {
    private enum Storage: Sendable {
        case positions
        case narrow([UInt32])
        /// For a graph in which more than four thousand million elements were ever made.
        case wide([Int])
    }

    /// How a position is found by its id.
    private enum Directory: Sendable {
        /// The position of each id, `missing` where it is gone.
        case table([UInt32])
        /// Positions in order of id, where most ids are gone.
        case sorted([UInt32])
    }

    private let storage: Storage
    private let directory = Once<Directory>()
    /// The id the next new element gets.
    let next: Int

    private static let missing = UInt32.max

    /// Ids are positions.
    init(next: Int) {
        storage = .positions
        self.next = next
    }

    /// Ids are given in order of position, all below `next` and different.
    init(identifiers: [Int], next: Int) {
        self.next = next
        if next == identifiers.count && zip(0..., identifiers).allSatisfy({ $0 == $1 }) {
            storage = .positions
        } else if next <= Int(UInt32.max) {
            storage = .narrow(identifiers.map { UInt32(truncatingIfNeeded: $0) })
        } else {
            storage = .wide(identifiers)
        }
    }

    /// Ids that are given and fit 32 bits.
    init(narrow identifiers: [UInt32], next: Int) {
        storage = .narrow(identifiers)
        self.next = next
    }

    /// Number of ids given; nil where positions are ids.
    var count: Int? {
        switch storage {
        case .positions: nil
        case .narrow(let identifiers): identifiers.count
        case .wide(let identifiers): identifiers.count
        }
    }

    /// The ids where they are 32-bit numbers.
    var narrow: [UInt32]? {
        if case .narrow(let identifiers) = storage { identifiers } else { nil }
    }

    /// The ids where they are 64-bit numbers.
    var wide: [Int]? {
        if case .wide(let identifiers) = storage { identifiers } else { nil }
    }

    @inline(__always)
    func identifier(at position: UInt32) -> Int {
        switch storage {
        case .positions: Int(position)
        case .narrow(let identifiers): Int(identifiers[Int(position)])
        case .wide(let identifiers): identifiers[Int(position)]
        }
    }

    func position(of identifier: Int) -> UInt32? {
        guard identifier >= 0, identifier < next else { return nil }
        guard let count else { return UInt32(exactly: identifier) }
        switch directory.value({ makeDirectory(count) }) {
        case .table(let positions):
            let position = positions[identifier]
            return position == IdentifierMap.missing ? nil : position
        case .sorted(let positions):
            return bisect(positions, identifier)
        }
    }

    private func makeDirectory(_ count: Int) -> Directory {
        guard next <= 8 * count + 1024 else {
            return .sorted(
                (0..<UInt32(count)).sorted { self.identifier(at: $0) < self.identifier(at: $1) })
        }
        var positions = [UInt32](repeating: IdentifierMap.missing, count: next)
        for position in 0..<UInt32(count) { positions[identifier(at: position)] = position }
        return .table(positions)
    }

    private func bisect(_ positions: [UInt32], _ wanted: Int) -> UInt32? {
        var low = 0
        var high = positions.count
        while low < high {
            let middle = (low + high) / 2
            if identifier(at: positions[middle]) < wanted {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < positions.count, identifier(at: positions[low]) == wanted else { return nil }
        return positions[low]
    }

    /// Whether every one of `count` positions has an id that was handed out.
    func covers(_ count: Int) -> Bool {
        guard let given = self.count else { return next == count }
        guard given == count else { return false }
        return (0..<UInt32(count)).allSatisfy { (0..<next).contains(identifier(at: $0)) }
    }
}
