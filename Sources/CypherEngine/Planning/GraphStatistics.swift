import CypherSyntax
import GraphModel
import GraphStore

/// Counts by which plans are compared. Small edits since the last fold are not in them.
package struct GraphStatistics {
    private let view: GraphView

    package init(view: GraphView) {
        self.view = view
    }

    /// Number of all nodes.
    package var nodeCount: Double { Double(max(view.nodeCount, 1)) }

    /// Whether nodes can be found by a property without a scan.
    package func hasIndex(on key: String) -> Bool {
        guard let id = view.keyID(key) else { return false }
        return view.lookup(key: id, equals: .null, label: nil) != nil
    }

    /// About how many nodes fulfil a label expression; nil = all.
    package func nodes(labels: LabelExpression?) -> Double {
        guard let labels else { return nodeCount }
        let matcher = LabelMatcher(labels: labels, view: view)
        return nodes(matcher)
    }

    private func nodes(_ matcher: LabelMatcher) -> Double {
        switch matcher {
        case .label(let label):
            return view.nodeChunks(label: label).reduce(0) { $0 + Double($1.range.count) }
        case .type, .any: return nodeCount
        case .nothing: return 0
        case .not(let inner): return max(nodeCount - nodes(inner), 0)
        case .and(let left, let right): return min(nodes(left), nodes(right))
        case .or(let left, let right): return min(nodes(left) + nodes(right), nodeCount)
        }
    }

    /// About how many relationships one node of the left kind has to nodes of the right kind.
    package func degree(
        types: LabelExpression?, direction: RelationshipPattern.Direction,
        from: LabelExpression?, to: LabelExpression?
    ) -> Double {
        let selection = TypeSelection(types, view: view)
        let left = from.map { LabelMatcher(labels: $0, view: view) }
        let right = to.map { LabelMatcher(labels: $0, view: view) }
        var count = 0.0
        for type in chosen(selection) {
            for segment in view.base.segments(type: type) {
                let size = Double(segment.count)
                if direction != .left {
                    count +=
                        size * share(segment.sourceGroup, left)
                        * share(segment.targetGroup, right)
                }
                if direction != .right {
                    count +=
                        size * share(segment.targetGroup, left)
                        * share(segment.sourceGroup, right)
                }
            }
        }
        return count / max(left.map { nodes($0) } ?? nodeCount, 1)
    }

    private func chosen(_ selection: TypeSelection) -> [TypeID] {
        switch selection {
        case .all: (0..<view.typeCount).map { TypeID(UInt32($0)) }
        case .some(let types): types
        }
    }

    /// 1 where the group's label set fulfils the matcher, a guess for a group of many label sets.
    private func share(_ group: Int, _ matcher: LabelMatcher?) -> Double {
        guard let matcher else { return 1 }
        let group = view.base.groups[group]
        if group.isMixed {
            return min(1, nodes(matcher) / Double(max(group.range.count, 1)))
        }
        return fulfils(group.labels, matcher) ? 1 : 0
    }

    private func fulfils(_ labels: [LabelID], _ matcher: LabelMatcher) -> Bool {
        switch matcher {
        case .label(let label): labels.contains(label)
        case .type, .nothing: false
        case .any: !labels.isEmpty
        case .not(let inner): !fulfils(labels, inner)
        case .and(let left, let right): fulfils(labels, left) && fulfils(labels, right)
        case .or(let left, let right): fulfils(labels, left) || fulfils(labels, right)
        }
    }
}
