/// Sorts the relationships of a builder into segments, one type at a time.
struct SegmentLayout {
    /// Relationships of one type.
    private struct Piece {
        var sources: [UInt32]
        var targets: [UInt32]
        var ordinals: [UInt32]
    }

    private var pieces: [[Piece]]
    private let groupCount: Int
    private let groups: [NodeGroup]
    /// The group of each node by its position.
    private let groupOf: [UInt8]
    private let keepOrdinals: Bool

    /// Takes the batches out of the builder and makes positions of the ordinals in them.
    init(_ builder: GraphBuilder, _ layout: NodeLayout, keepOrdinals: Bool) {
        groups = layout.groups
        groupCount = groups.count
        groupOf = SegmentLayout.groupTable(layout.groups, nodeCount: builder.nodeCount)
        self.keepOrdinals = keepOrdinals
        pieces = [[Piece]](repeating: [], count: builder.catalog.types.count)
        var batches = builder.batches
        builder.batches = []
        if let positions = layout.positions {
            for index in batches.indices {
                SegmentLayout.replace(&batches[index].sources, by: positions)
                SegmentLayout.replace(&batches[index].targets, by: positions)
            }
        }
        addUniform(batches)
        addMixed(batches.filter { $0.type == nil })
    }

    private static func groupTable(_ groups: [NodeGroup], nodeCount: Int) -> [UInt8] {
        var table: [UInt8] = []
        table.reserveCapacity(nodeCount)
        for (index, group) in groups.enumerated() {
            table.append(contentsOf: repeatElement(UInt8(index), count: group.range.count))
        }
        return table
    }

    private static func replace(_ nodes: inout [UInt32], by positions: [UInt32]) {
        var span = nodes.mutableSpan
        for index in span.indices { span[index] = positions[Int(span[index])] }
    }

    /// Whether the groups of a layout would tear the relationships into very small segments.
    static func wouldShatter(_ builder: GraphBuilder, _ layout: NodeLayout) -> Bool {
        let limit = max(1024, builder.relationshipCount / 16)
        let groupCount = layout.groups.count
        let cells = builder.catalog.types.count * groupCount * groupCount
        if groupCount < 2 || cells <= limit { return false }
        if cells > 1 << 27 { return true }
        let groupOf = builder.labelSetOf.map { Int(layout.groupOfSet[Int($0)]) }
        var seen = Bitmap(count: cells)
        for batch in builder.batches {
            for index in batch.sources.indices {
                let type = Int(batch.type?.raw ?? batch.types[index])
                let source = groupOf[Int(batch.sources[index])]
                let target = groupOf[Int(batch.targets[index])]
                seen[(type * groupCount + source) * groupCount + target] = true
            }
        }
        return seen.population > limit
    }

    private mutating func addUniform(_ batches: [GraphBuilder.Batch]) {
        for batch in batches where !batch.sources.isEmpty {
            guard let type = batch.type else { continue }
            let last = batch.firstOrdinal + UInt32(batch.sources.count)
            pieces[Int(type.raw)].append(
                Piece(
                    sources: batch.sources, targets: batch.targets,
                    ordinals: keepOrdinals ? Array(batch.firstOrdinal..<last) : []))
        }
    }

    /// Splits batches of any types by counting.
    private mutating func addMixed(_ batches: [GraphBuilder.Batch]) {
        var counts = [Int](repeating: 0, count: pieces.count)
        for batch in batches {
            for type in batch.types { counts[Int(type)] += 1 }
        }
        var slots = [Int](repeating: -1, count: pieces.count)
        var split: [Piece] = []
        for (type, count) in counts.enumerated() where count > 0 {
            slots[type] = split.count
            split.append(Piece(sources: [], targets: [], ordinals: []))
            split[slots[type]].sources.reserveCapacity(count)
            split[slots[type]].targets.reserveCapacity(count)
            if keepOrdinals { split[slots[type]].ordinals.reserveCapacity(count) }
        }
        for batch in batches {
            for index in batch.types.indices {
                let slot = slots[Int(batch.types[index])]
                split[slot].sources.append(batch.sources[index])
                split[slot].targets.append(batch.targets[index])
                if keepOrdinals {
                    split[slot].ordinals.append(batch.firstOrdinal + UInt32(index))
                }
            }
        }
        for (type, slot) in slots.enumerated() where slot >= 0 { pieces[type].append(split[slot]) }
    }

    /// Calls with the members of each segment, ascending by type, source group, target group; the
    /// relationships are gone from here afterwards.
    mutating func drain(_ body: (SegmentMembers) -> Void) {
        for type in pieces.indices where !pieces[type].isEmpty {
            var taken: [Piece] = []
            swap(&taken, &pieces[type])
            for members in split(taken, TypeID(UInt32(type))) { body(members) }
        }
    }

    private func split(_ pieces: [Piece], _ type: TypeID) -> [SegmentMembers] {
        if pieces.count == 1, let cell = onlyCell(of: pieces[0]) {
            return [
                SegmentMembers(
                    type: type, sourceGroup: cell / groupCount, targetGroup: cell % groupCount,
                    sources: pieces[0].sources, targets: pieces[0].targets,
                    ordinals: pieces[0].ordinals)
            ]
        }
        let counts = cellCounts(pieces)
        var slots = [Int](repeating: -1, count: counts.count)
        var members: [SegmentMembers] = []
        for (cell, count) in counts.enumerated() where count > 0 {
            slots[cell] = members.count
            var fresh = SegmentMembers(
                type: type, sourceGroup: cell / groupCount, targetGroup: cell % groupCount)
            fresh.sources.reserveCapacity(count)
            fresh.targets.reserveCapacity(count)
            if keepOrdinals { fresh.ordinals.reserveCapacity(count) }
            members.append(fresh)
        }
        for piece in pieces {
            if let cell = onlyCell(of: piece) {
                members[slots[cell]].sources += piece.sources
                members[slots[cell]].targets += piece.targets
                members[slots[cell]].ordinals += piece.ordinals
                continue
            }
            for index in piece.sources.indices {
                let slot = slots[cell(piece.sources[index], piece.targets[index])]
                members[slot].sources.append(piece.sources[index])
                members[slot].targets.append(piece.targets[index])
                if keepOrdinals { members[slot].ordinals.append(piece.ordinals[index]) }
            }
        }
        return members
    }

    @inline(__always)
    private func cell(_ source: UInt32, _ target: UInt32) -> Int {
        Int(groupOf[Int(source)]) &* groupCount &+ Int(groupOf[Int(target)])
    }

    private func cellCounts(_ pieces: [Piece]) -> [Int] {
        var counts = [Int](repeating: 0, count: groupCount * groupCount)
        for piece in pieces {
            if let cell = onlyCell(of: piece) {
                counts[cell] += piece.sources.count
                continue
            }
            for index in piece.sources.indices {
                counts[cell(piece.sources[index], piece.targets[index])] += 1
            }
        }
        return counts
    }

    /// The pair of groups that all relationships of a piece go between, if there is one.
    private func onlyCell(of piece: Piece) -> Int? {
        guard let source = piece.sources.first, let target = piece.targets.first else { return nil }
        let isPure =
            SegmentLayout.lie(piece.sources, in: groups[Int(groupOf[Int(source)])].range)
            && SegmentLayout.lie(piece.targets, in: groups[Int(groupOf[Int(target)])].range)
        return isPure ? cell(source, target) : nil
    }

    private static func lie(_ nodes: [UInt32], in range: Range<UInt32>) -> Bool {
        var low = UInt32.max
        var high: UInt32 = 0
        for node in nodes {
            low = min(low, node)
            high = max(high, node)
        }
        return low >= range.lowerBound && high < range.upperBound
    }
}
