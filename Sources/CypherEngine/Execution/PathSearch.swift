import CypherSyntax
import GraphModel
import GraphStore

/// Finds shortest chains of relationships from one node, breadth first.
struct PathSearch {
    let length: ResolvedLength
    let direction: Direction
    let types: TypeSelection
    let mode: PathMode
    let selection: SearchSelection
    let wanted: Int
    /// What the search holds of the memory budget while it runs.
    private var held = 0

    init(
        length: ResolvedLength, direction: Direction, types: TypeSelection, mode: PathMode,
        selection: SearchSelection, wanted: Int
    ) {
        self.length = length
        self.direction = direction
        self.types = types
        self.mode = mode
        self.selection = selection
        self.wanted = wanted
    }

    typealias Found = PathSearchOperator.FoundPath
    typealias Restriction = (inout NeighbourList) throws -> Void

    /// The chains to one target, or to every node that can be reached.
    mutating func run(
        from start: UInt32, to target: UInt32?, _ context: ExecutionContext,
        restrict: Restriction
    ) throws -> [Found] {
        defer {
            context.guardian.release(bytes: held)
            held = 0
        }
        if needsEnumeration || start == target {
            return try enumerate(from: start, to: target, context, restrict)
        }
        if let target, case .shortest = selection {
            return try fromBothEnds(start, target, context, restrict)
        }
        return try breadthFirst(from: start, to: target, context, restrict)
    }

    /// A search that keeps one level a node is right only for the shortest length of all, and
    /// where no chain is ruled out for being too short.
    private var needsEnumeration: Bool {
        if length.minimum > 1 { return true }
        switch selection {
        case .allShortest: return false
        case .shortest: return wanted > 1
        case .groups: return wanted > 1
        }
    }

    mutating func hold(_ bytes: Int, _ context: ExecutionContext) throws {
        held += bytes
        try context.guardian.hold(bytes: bytes)
    }

    private struct Reached {
        var level: Int
        var sources: [(node: UInt32, relationship: UInt32)]
    }

    private mutating func breadthFirst(
        from start: UInt32, to target: UInt32?, _ context: ExecutionContext,
        _ restrict: Restriction
    ) throws -> [Found] {
        var reached: [UInt32: Reached] = [start: Reached(level: 0, sources: [])]
        var order: [UInt32] = []
        var frontier = [start]
        var level = 0
        let keepsAll = if case .shortest = selection { false } else { true }
        while !frontier.isEmpty, level < length.maximum ?? Int.max {
            level += 1
            var next: [UInt32] = []
            for node in frontier {
                var list = NeighbourList()
                types.appendNeighbours(
                    of: node, direction: direction, view: context.view, to: &list)
                try restrict(&list)
                try context.guardian.step(list.nodes.count + 1)
                for (neighbour, relationship) in zip(list.nodes, list.relationships) {
                    if let known = reached[neighbour] {
                        if keepsAll, known.level == level {
                            try hold(16, context)
                            reached[neighbour]?.sources.append((node, relationship))
                        }
                    } else {
                        reached[neighbour] = Reached(level: level, sources: [(node, relationship)])
                        next.append(neighbour)
                    }
                }
            }
            order += next
            try hold(next.count * 120, context)
            frontier = next
            if let target, reached[target] != nil { break }
        }
        var found: [Found] = []
        if length.minimum == 0, target == nil {
            found.append(Found(node: start, relationships: []))
        }
        for node in target.map({ [$0] }) ?? order where reached[node] != nil {
            try unroll(node, reached, context, into: &found)
        }
        return found
    }

    /// Every chain that led to a node, back to front.
    private mutating func unroll(
        _ end: UInt32, _ reached: [UInt32: Reached], _ context: ExecutionContext,
        into found: inout [Found]
    ) throws {
        var open: [(node: UInt32, chain: [UInt32])] = [(end, [])]
        while let (node, chain) = open.popLast() {
            try context.guardian.step(chain.count + 1)
            guard let entry = reached[node], entry.level > 0 else {
                try hold(72 + 4 * chain.count, context)
                found.append(Found(node: end, relationships: chain.reversed()))
                continue
            }
            for source in entry.sources.reversed() {
                open.append((source.node, chain + [source.relationship]))
            }
        }
    }

    /// Chains in order of length, until each end has as many as wanted.
    private mutating func enumerate(
        from start: UInt32, to target: UInt32?, _ context: ExecutionContext,
        _ restrict: Restriction
    ) throws -> [Found] {
        var tally: [UInt32: Tally] = [:]
        var found: [Found] = []
        var frontier = [Chain(nodes: [start], relationships: [])]
        var level = 0
        while !frontier.isEmpty {
            for chain in frontier where level >= length.minimum {
                let end = chain.nodes[chain.nodes.count - 1]
                if let target, end != target { continue }
                if accepts(&tally[end, default: Tally()], level) {
                    try hold(72 + 4 * chain.relationships.count, context)
                    found.append(Found(node: end, relationships: chain.relationships))
                }
            }
            if let target, let tally = tally[target], isFull(tally, nextLevel: level + 1) { break }
            guard level < length.maximum ?? Int.max else { break }
            level += 1
            frontier = try extended(frontier, context, restrict)
        }
        return found
    }

    private struct Chain {
        var nodes: [UInt32]
        var relationships: [UInt32]
    }

    private struct Tally {
        var paths = 0
        var groups = 0
        var lastLevel = -1
    }

    private func accepts(_ tally: inout Tally, _ level: Int) -> Bool {
        if tally.lastLevel != level {
            if isFull(tally, nextLevel: level) { return false }
            tally.groups += 1
            tally.lastLevel = level
        }
        if case .shortest = selection, tally.paths >= wanted { return false }
        tally.paths += 1
        return true
    }

    /// Whether longer chains to this end are not wanted any more.
    private func isFull(_ tally: Tally, nextLevel: Int) -> Bool {
        switch selection {
        case .shortest: tally.paths >= wanted
        case .allShortest: tally.groups >= 1 && tally.lastLevel < nextLevel
        case .groups: tally.groups >= wanted && tally.lastLevel < nextLevel
        }
    }

    private mutating func extended(
        _ frontier: [Chain], _ context: ExecutionContext, _ restrict: Restriction
    ) throws -> [Chain] {
        var longer: [Chain] = []
        for chain in frontier {
            try context.guardian.checkPath(length: chain.relationships.count)
            let end = chain.nodes[chain.nodes.count - 1]
            if mode == .simple, chain.nodes.count > 1, end == chain.nodes[0] { continue }
            var list = NeighbourList()
            types.appendNeighbours(of: end, direction: direction, view: context.view, to: &list)
            try restrict(&list)
            try context.guardian.step(list.nodes.count + 1)
            let before = longer.count
            for (node, relationship) in zip(list.nodes, list.relationships)
            where allows(chain, node, relationship) {
                longer.append(
                    Chain(
                        nodes: chain.nodes + [node],
                        relationships: chain.relationships + [relationship]))
            }
            try context.guardian.step((longer.count - before) * chain.nodes.count)
            try hold((longer.count - before) * (112 + 8 * chain.nodes.count), context)
        }
        return longer
    }

    private func allows(_ chain: Chain, _ node: UInt32, _ relationship: UInt32) -> Bool {
        switch mode {
        case .walk: true
        case .trail: !chain.relationships.contains(relationship)
        case .acyclic: !chain.nodes.contains(node)
        case .simple: !chain.nodes.dropFirst().contains(node)
        }
    }
}
