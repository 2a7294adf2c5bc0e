import GraphModel
import GraphStore

extension PathSearch {
    /// What one end has reached: for each node the node it was reached from, nearer the end, and
    /// over what; the end itself over nothing.
    private struct Front {
        var reached: [UInt32: (node: UInt32, relationship: UInt32?)]
        var edge: [UInt32]
        let direction: Direction

        init(_ start: UInt32, _ direction: Direction) {
            reached = [start: (start, nil)]
            edge = [start]
            self.direction = direction
        }

        /// The relationships back to the end, from a node on.
        func chain(from node: UInt32) -> [UInt32] {
            var chain: [UInt32] = []
            var node = node
            while let (next, relationship) = reached[node], let relationship {
                chain.append(relationship)
                node = next
            }
            return chain
        }
    }

    /// One shortest chain between two different nodes: each time the end with fewer nodes at its
    /// edge goes a level on, until the two meet.
    mutating func fromBothEnds(
        _ start: UInt32, _ target: UInt32, _ context: ExecutionContext, _ restrict: Restriction
    ) throws -> [Found] {
        var near = Front(start, direction)
        var far = Front(target, direction.turned)
        var level = 0
        while !near.edge.isEmpty, !far.edge.isEmpty, level < length.maximum ?? Int.max {
            level += 1
            let isNear = near.edge.count <= far.edge.count
            let meeting =
                isNear
                ? try advance(&near, towards: far, context, restrict)
                : try advance(&far, towards: near, context, restrict)
            if let meeting {
                let chain = near.chain(from: meeting).reversed() + far.chain(from: meeting)
                return [Found(node: target, relationships: chain)]
            }
        }
        return []
    }

    /// Goes a level on; gives the first node that the other end has reached too.
    private mutating func advance(
        _ front: inout Front, towards other: Front, _ context: ExecutionContext,
        _ restrict: Restriction
    ) throws -> UInt32? {
        var next: [UInt32] = []
        var list = NeighbourList()
        for node in front.edge {
            list.removeAll()
            types.appendNeighbours(
                of: node, direction: front.direction, view: context.view, to: &list)
            try restrict(&list)
            try context.guardian.step(list.nodes.count + 1)
            for (neighbour, relationship) in zip(list.nodes, list.relationships)
            where front.reached[neighbour] == nil {
                front.reached[neighbour] = (node, relationship)
                if other.reached[neighbour] != nil { return neighbour }
                next.append(neighbour)
            }
        }
        front.edge = next
        try hold(next.count * 64, context)
        return nil
    }
}

extension Direction {
    /// As seen from the other end.
    fileprivate var turned: Direction {
        switch self {
        case .outgoing: .incoming
        case .incoming: .outgoing
        case .both: .both
        }
    }
}
