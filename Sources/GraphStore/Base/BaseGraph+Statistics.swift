/// Bytes a graph takes, by what they are for.
package struct MemoryUse: Sendable {
    package var adjacency = 0
    package var nodeProperties = 0
    package var relationshipProperties = 0
    package var strings = 0
    /// Stable ids and label sets.
    package var nodeIdentifiers = 0
    package var relationshipIdentifiers = 0

    /// What is there because of the nodes: their properties, the texts among them, their ids.
    package var nodes: Int { nodeProperties + strings + nodeIdentifiers }

    /// What is there because of the relationships: both directions of the lists, properties, ids.
    package var relationships: Int {
        adjacency + relationshipProperties + relationshipIdentifiers
    }

    package var total: Int { nodes + relationships }
}

extension BaseGraph {
    /// Number of nodes with a label.
    package func nodeCount(label: LabelID) -> Int {
        Int(label.raw) < labelCounts.count ? labelCounts[Int(label.raw)] : 0
    }

    /// Number of relationships of a type.
    package func relationshipCount(type: TypeID) -> Int {
        Int(type.raw) < typeCounts.count ? typeCounts[Int(type.raw)] : 0
    }

    /// The stretches of a group's nodes that have the same labels: the whole group, but in the
    /// mixed one.
    package func uniformRanges(group: Int) -> [Range<UInt32>] {
        let whole = groups[group].range
        guard groups[group].isMixed else { return [whole] }
        let starts = content.labelSetStarts
        return starts.indices.dropLast().map { starts[$0]..<starts[$0 + 1] }
            .filter { !$0.isEmpty && whole.contains($0.lowerBound) }
    }

    /// What the arrays of the graph take; allocation overhead and lazily made parts not counted.
    package var memoryUse: MemoryUse {
        var use = MemoryUse()
        for segment in segments {
            use.adjacency += segment.forwardList.byteCount + segment.backwardList.byteCount
        }
        for set in content.nodeColumns {
            use.nodeProperties += set.columns.reduce(0) { $0 + $1.byteCount }
        }
        for set in content.relationshipColumns {
            use.relationshipProperties += set.columns.reduce(0) { $0 + $1.byteCount }
        }
        use.strings = stringPool.bytes.count + 8 * stringPool.offsets.count
        use.nodeIdentifiers = content.nodeIdentifiers.byteCount + 4 * mixedLabelSets.count
        use.relationshipIdentifiers = content.relationshipIdentifiers.byteCount
        return use
    }
}

extension IdentifierMap {
    fileprivate var byteCount: Int { 4 * (narrow?.count ?? 0) + 8 * (wide?.count ?? 0) }
}

extension AdjacencyList {
    fileprivate var byteCount: Int {
        switch form {
        case .dense(let csr): 4 * (csr.offsets.count + csr.neighbours.count)
        case .compressed(let nodes, let offsets, let neighbours, _):
            4 * (nodes.count + offsets.count + neighbours.count)
        }
    }
}

extension PropertyColumn {
    fileprivate var byteCount: Int {
        switch self {
        case .integers(let values, let presence): 8 * values.count + bytes(presence)
        case .floats(let values, let presence): 8 * values.count + bytes(presence)
        case .booleans(let values, let presence): values.count + bytes(presence)
        case .strings(let ids, let presence): 4 * ids.count + bytes(presence)
        case .stringLists(let lists):
            4 * (lists.offsets.count + lists.ids.count) + bytes(lists.presence)
        case .lines(let lines):
            8 * lines.lines.count + bytes(lines.presence) + 4 * lines.several.positions.count
                + 4 * (lines.several.offsets.count + lines.several.ids.count)
        case .values(let values): 24 * values.count
        case .sparse(let positions, let values): 4 * positions.count + 24 * values.count
        }
    }

    private func bytes(_ presence: Bitmap?) -> Int { 8 * (presence?.words.count ?? 0) }
}
