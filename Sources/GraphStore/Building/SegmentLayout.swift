/// Which relationships make up which segment, and the segments' adjacency.
struct SegmentLayout {
    /// The relationships of one segment, in the order they were added.
    struct Members {
        let type: TypeID
        let sourceGroup: Int
        let targetGroup: Int
        var sources: [UInt32] = []
        var targets: [UInt32] = []
        /// Their ordinals; left empty where nobody asks.
        var ordinals: [UInt32] = []
    }

    /// Ascending by type, source group, target group.
    private(set) var members: [Members]

    /// Sorts the relationships into segments. Sources and targets become positions.
    init(_ builder: GraphBuilder, _ layout: NodeLayout, keepOrdinals: Bool) {
        let groupCount = max(layout.groups.count, 1)
        let groups = builder.labelSetOf.map { layout.groupOfSet[Int($0)] }
        func cell(_ type: UInt32, _ source: UInt32, _ target: UInt32) -> Int {
            (Int(type) * groupCount + Int(groups[Int(source)])) * groupCount
                + Int(groups[Int(target)])
        }
        var counts: [Int: Int] = [:]
        builder.forEachRelationship { _, type, source, target in
            counts[cell(type, source, target), default: 0] += 1
        }
        let cells = counts.keys.sorted()
        let slots = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
        members = cells.map { cell in
            Members(
                type: TypeID(UInt32(cell / groupCount / groupCount)),
                sourceGroup: cell / groupCount % groupCount, targetGroup: cell % groupCount)
        }
        let positions = layout.positions
        builder.forEachRelationship { ordinal, type, source, target in
            guard let slot = slots[cell(type, source, target)] else { return }
            members[slot].sources.append(positions?[Int(source)] ?? source)
            members[slot].targets.append(positions?[Int(target)] ?? target)
            if keepOrdinals { members[slot].ordinals.append(ordinal) }
        }
    }
}

extension GraphBuilder {
    /// Calls with ordinal, type, source ordinal, target ordinal of each relationship.
    func forEachRelationship(_ body: (UInt32, UInt32, UInt32, UInt32) -> Void) {
        for batch in batches {
            for index in batch.sources.indices {
                body(
                    batch.firstOrdinal + UInt32(index), batch.type?.raw ?? batch.types[index],
                    batch.sources[index], batch.targets[index])
            }
        }
    }
}
