/// What a base graph is made of: the hand-over from builder and file reader.
struct GraphContent: Sendable {
    var catalog = Catalog()
    /// The label sets in order of position, each ascending.
    var labelSets: [[LabelID]] = []
    /// First position of each label set, and one past the last.
    var labelSetStarts: [UInt32] = [0]
    var groups: [NodeGroup] = []
    /// Ascending by type, source group, target group.
    var segments: [Segment] = []
    /// Columns of each group.
    var nodeColumns: [ColumnSet] = []
    /// Columns of each segment.
    var relationshipColumns: [ColumnSet] = []
    var stringPool = StringPool()
    var nodeIdentifiers = IdentifierMap(next: 0)
    var relationshipIdentifiers = IdentifierMap(next: 0)
}

/// Stable ids of positions; the position itself unless ids are given.
struct IdentifierMap: Sendable {
    /// The id of each position, or nil where it is the position.
    let identifiers: [Int]?
    /// The id the next new element gets.
    let next: Int
    /// Positions in order of id.
    private let order: Once<[UInt32]>?

    /// Ids are positions.
    init(next: Int) {
        identifiers = nil
        self.next = next
        order = nil
    }

    /// Ids are given, all below `next` and different.
    init(identifiers: [Int], next: Int) {
        let isIdentity = next == identifiers.count && zip(0..., identifiers).allSatisfy { $0 == $1 }
        self.identifiers = isIdentity ? nil : identifiers
        self.next = next
        order = isIdentity ? nil : Once()
    }

    func identifier(at position: UInt32) -> Int {
        identifiers.map { $0[Int(position)] } ?? Int(position)
    }

    func position(of identifier: Int) -> UInt32? {
        guard identifier >= 0, identifier < next else { return nil }
        guard let identifiers, let order else { return UInt32(identifier) }
        let sorted = order.value {
            (0..<UInt32(identifiers.count)).sorted { identifiers[Int($0)] < identifiers[Int($1)] }
        }
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if identifiers[Int(sorted[middle])] < identifier {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < sorted.count, identifiers[Int(sorted[low])] == identifier else { return nil }
        return sorted[low]
    }
}
