/// All relationships of one type from one node group to another.
///
/// They are numbered in the order of the forward lists: the relationship of forward entry `i` is
/// `relationshipBase + i`.
package final class Segment: Sendable {
    package let type: TypeID
    /// Index of the group the relationships start in.
    package let sourceGroup: Int
    /// Index of the group they end in.
    package let targetGroup: Int
    package let relationshipBase: UInt32
    package let count: Int
    /// Whether two relationships of the segment have the same ends.
    package let hasParallel: Bool
    /// Whether a relationship starts and ends at the same node.
    package let hasLoops: Bool

    let forwardList: AdjacencyList
    let backwardList: AdjacencyList
    private let backwardNumbers = Once<[UInt32]>()
    private let forwardDegrees = Once<DegreeStatistics>()
    private let backwardDegrees = Once<DegreeStatistics>()
    private let mergedLists = Once<UndirectedLists>()
    private let mergedDegrees = Once<DegreeStatistics>()

    init(
        type: TypeID, sourceGroup: Int, targetGroup: Int, relationshipBase: UInt32,
        forward: AdjacencyList, backward: AdjacencyList, hasParallel: Bool, hasLoops: Bool
    ) {
        self.type = type
        self.sourceGroup = sourceGroup
        self.targetGroup = targetGroup
        self.relationshipBase = relationshipBase
        count = forward.neighbours.count
        self.hasParallel = hasParallel
        self.hasLoops = hasLoops
        forwardList = forward
        backwardList = backward
    }

    /// From each node of the source group to its targets.
    package var forward: CSR { forwardList.dense }

    /// From each node of the target group to its sources.
    package var backward: CSR { backwardList.dense }

    /// The relationship of each backward entry.
    package var backwardRelationships: [UInt32] { backwardNumbers.value(numberBackward) }

    package var forwardStatistics: DegreeStatistics {
        forwardDegrees.value { forwardList.statistics }
    }

    package var backwardStatistics: DegreeStatistics {
        backwardDegrees.value { backwardList.statistics }
    }

    /// The positions of its relationships.
    package var relationships: Range<UInt32> {
        relationshipBase..<relationshipBase + UInt32(count)
    }

    /// Both directions in one, for a segment whose two groups are the same; a loop stands once.
    package var undirected: UndirectedLists? {
        sourceGroup == targetGroup ? mergedLists.value(mergeDirections) : nil
    }

    /// Of the lists in both directions.
    package var undirectedStatistics: DegreeStatistics? {
        guard let csr = undirected?.csr else { return nil }
        return mergedDegrees.value {
            DegreeStatistics(lists: csr.offsets.count - 1, offsets: csr.offsets)
        }
    }

    func source(ofEntry entry: UInt32) -> UInt32 { forwardList.owner(ofEntry: entry) }

    func target(ofEntry entry: UInt32) -> UInt32 { forwardList.neighbours[Int(entry)] }

    /// Walks the forward lists in order; each target's backward list has the same order.
    private func numberBackward() -> [UInt32] {
        let backward = self.backward
        var next = backward.offsets
        var numbers = [UInt32](repeating: 0, count: count)
        var relationship = relationshipBase
        for target in forwardList.neighbours {
            let list = Int(target - backward.firstNode)
            numbers[Int(next[list])] = relationship
            next[list] += 1
            relationship += 1
        }
        return numbers
    }

    private func mergeDirections() -> UndirectedLists {
        let forward = self.forward
        let backward = self.backward
        let backwardNumbers = backwardRelationships
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(forward.offsets.count)
        var neighbours: [UInt32] = []
        neighbours.reserveCapacity(2 * count)
        var relationships: [UInt32] = []
        relationships.reserveCapacity(2 * count)
        for index in 0..<forward.offsets.count - 1 {
            let node = forward.firstNode + UInt32(index)
            var out = forward.range(of: node)
            var back = backward.range(of: node)
            while !out.isEmpty || !back.isEmpty {
                if !back.isEmpty, backward.neighbours[back.lowerBound] == node {
                    back = back.dropFirst()
                } else if back.isEmpty
                    || !out.isEmpty
                        && forward.neighbours[out.lowerBound]
                            <= backward.neighbours[back.lowerBound]
                {
                    neighbours.append(forward.neighbours[out.lowerBound])
                    relationships.append(relationshipBase + UInt32(out.lowerBound))
                    out = out.dropFirst()
                } else {
                    neighbours.append(backward.neighbours[back.lowerBound])
                    relationships.append(backwardNumbers[back.lowerBound])
                    back = back.dropFirst()
                }
            }
            offsets.append(UInt32(neighbours.count))
        }
        let csr = CSR(firstNode: forward.firstNode, offsets: offsets, neighbours: neighbours)
        return UndirectedLists(csr: csr, relationships: relationships)
    }
}

/// Neighbour lists that do not tell direction.
package struct UndirectedLists: Sendable {
    package let csr: CSR
    /// The relationship of each entry of `csr.neighbours`.
    package let relationships: [UInt32]
}

extension Segment {
    /// How many relationships a node has to itself.
    func loopCount(at node: UInt32) -> Int {
        guard hasLoops else { return 0 }
        let range = forwardList.range(of: node)
        return forwardList.neighbours[range].reduce(0) { $0 + ($1 == node ? 1 : 0) }
    }
}
