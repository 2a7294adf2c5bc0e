import CypherSyntax
import GraphModel
import GraphStore

/// Tells which node groups and which stored lists the parts of a count pattern stand for.
struct CountResolver {
    let base: BaseGraph
    let view: GraphView

    init(base: BaseGraph) {
        self.base = base
        view = GraphView(base: base)
    }

    /// The neighbours over one edge, from the nodes of one group to those of another.
    struct List {
        /// Which of the segment's lists it is.
        let side: ListReference.Side
        let statistics: DegreeStatistics
        /// The group of the neighbours.
        let group: Int
        let segment: Segment
    }

    /// The groups whose nodes may stand for a pattern node.
    func groups(of node: CountPattern.Node) -> [Int] {
        let matchers = node.labels.map { LabelMatcher(labels: $0, view: view) }
        return base.groups.indices.filter { index in
            // The nodes of a stretch have the same labels: one tells for all.
            base.uniformRanges(group: index).contains { range in
                !range.isEmpty
                    && matchers.allSatisfy { $0.matches(node: range.lowerBound, view: view) }
            }
        }
    }

    /// The stored lists of an edge, seen from one of its ends, for the nodes of one group.
    func lists(_ edge: CountPattern.Edge, fromLeft: Bool, group: Int, to groups: [Int]) -> [List] {
        let direction = fromLeft ? edge.direction : edge.direction.reversed
        var found: [List] = []
        for segment in segments(edge) {
            let isOut = segment.sourceGroup == group && groups.contains(segment.targetGroup)
            let isIn = segment.targetGroup == group && groups.contains(segment.sourceGroup)
            if direction == .either, isOut, isIn, let statistics = segment.undirectedStatistics {
                found.append(
                    List(
                        side: .undirected, statistics: statistics, group: group,
                        segment: segment))
                continue
            }
            if isOut, direction != .left {
                found.append(
                    List(
                        side: .forward, statistics: segment.forwardStatistics,
                        group: segment.targetGroup, segment: segment))
            }
            if isIn, direction != .right {
                found.append(
                    List(
                        side: .backward, statistics: segment.backwardStatistics,
                        group: segment.sourceGroup, segment: segment))
            }
        }
        return found
    }

    /// The segments of an edge's types.
    func segments(_ edge: CountPattern.Edge) -> [Segment] {
        switch TypeSelection(edge.types, view: view) {
        case .all: base.segments
        case .some(let types): types.flatMap { base.segments(type: $0) }
        }
    }

    /// The segments an edge's relationships may be in, given the groups of its ends.
    private func segments(_ edge: CountPattern.Edge, in pattern: CountPattern) -> [Segment] {
        guard let left = pattern.nodes[edge.left], let right = pattern.nodes[edge.right] else {
            return []
        }
        let leftGroups = groups(of: left)
        let rightGroups = groups(of: right)
        return segments(edge).filter { segment in
            let forward =
                leftGroups.contains(segment.sourceGroup)
                && rightGroups.contains(segment.targetGroup)
            let backward =
                leftGroups.contains(segment.targetGroup)
                && rightGroups.contains(segment.sourceGroup)
            switch edge.direction {
            case .right: return forward
            case .left: return backward
            case .either: return forward || backward
            }
        }
    }

    /// Whether two edges could be one relationship, by where their relationships are kept.
    func shareSegments(
        _ a: CountPattern.Edge, _ b: CountPattern.Edge, in pattern: CountPattern
    ) -> Bool {
        let first = segments(a, in: pattern)
        let second = segments(b, in: pattern)
        return first.contains { item in second.contains { $0 === item } }
    }

    /// Whether a relationship of the edge may start and end at one node.
    func hasLoops(_ edge: CountPattern.Edge, in pattern: CountPattern) -> Bool {
        segments(edge, in: pattern).contains(where: \.hasLoops)
    }

    /// Whether no two relationships of the edge join the same nodes.
    func isUnique(_ edge: CountPattern.Edge, in pattern: CountPattern) -> Bool {
        guard let left = pattern.nodes[edge.left], let right = pattern.nodes[edge.right] else {
            return false
        }
        let targets = groups(of: right)
        return groups(of: left).allSatisfy { group in
            let lists = lists(edge, fromLeft: true, group: group, to: targets)
            return Set(lists.map(\.group)).count == lists.count
                && lists.allSatisfy { !$0.hasRepetition }
        }
    }

    /// Whether nothing can match: a node no group is left for, an edge without relationships.
    func isImpossible(_ pattern: CountPattern) -> Bool {
        for index in pattern.liveNodes {
            if let node = pattern.nodes[index], groups(of: node).isEmpty { return true }
        }
        return pattern.edges.contains { edge in
            let possible = segments(edge, in: pattern)
            return edge.left == edge.right
                ? !possible.contains(where: \.hasLoops) : possible.isEmpty
        }
    }
}

extension CountResolver {
    /// Whether all nodes of a group have the labels.
    func haveAll(_ labels: [LabelExpression], group: Int) -> Bool {
        let matchers = labels.map { LabelMatcher(labels: $0, view: view) }
        return base.uniformRanges(group: group).allSatisfy { range in
            matchers.allSatisfy { $0.matches(node: range.lowerBound, view: view) }
        }
    }

    /// Whether a list leads to no node without the labels.
    func leadsOnlyTo(_ labels: [LabelExpression], _ list: List) -> Bool {
        let matchers = labels.map { LabelMatcher(labels: $0, view: view) }
        let others = base.uniformRanges(group: list.group).filter { range in
            !matchers.allSatisfy { $0.matches(node: range.lowerBound, view: view) }
        }
        return neighbours(list).allSatisfy { node in !others.contains { $0.contains(node) } }
    }

    private func neighbours(_ list: List) -> [UInt32] {
        switch list.side {
        case .forward: list.segment.forward.neighbours
        case .backward: list.segment.backward.neighbours
        case .undirected: list.segment.undirected?.csr.neighbours ?? []
        }
    }

    /// The name of a list.
    func reference(_ list: List) -> ListReference {
        ListReference(
            segment: base.segments.firstIndex { $0 === list.segment } ?? 0, side: list.side)
    }
}

extension CountResolver.List {
    /// How many neighbours the nodes have.
    var shape: ListShape {
        if statistics.maximum > 1 { return .any }
        return statistics.nonEmpty == statistics.lists && statistics.maximum == 1
            ? .exactlyOne : .atMostOne
    }

    /// Whether a node may stand twice in a list: over parallel relationships, or one there and
    /// one back.
    var hasRepetition: Bool {
        if segment.hasParallel { return true }
        guard side == .undirected, let csr = segment.undirected?.csr else { return false }
        return csr.offsets.withUnsafeBufferPointer { offsets in
            csr.neighbours.withUnsafeBufferPointer { neighbours in
                for index in 0..<offsets.count - 1 {
                    let start = Int(offsets[index])
                    let end = Int(offsets[index + 1])
                    if end - start < 2 { continue }
                    for entry in start + 1..<end where neighbours[entry] == neighbours[entry - 1] {
                        return true
                    }
                }
                return false
            }
        }
    }
}
