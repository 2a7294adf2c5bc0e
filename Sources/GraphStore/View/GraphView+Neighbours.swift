// Adjacency through the overlay.
extension GraphView {
    /// Appends the neighbours of a node over one type, or all where nil.
    ///
    /// In each direction they come ascending by type, then neighbour; `both` gives the outgoing
    /// ones first, and a relationship from the node to itself once.
    package func appendNeighbours(
        of node: UInt32, type: TypeID?, direction: Direction, to list: inout NeighbourList
    ) {
        if direction != .incoming {
            append(node, type, .outgoing, skipLoops: false, to: &list)
        }
        if direction != .outgoing {
            append(node, type, .incoming, skipLoops: direction == .both, to: &list)
        }
    }

    /// How many relationships a node has; `both` counts a loop once.
    package func degree(of node: UInt32, type: TypeID?, direction: Direction) -> Int {
        switch direction {
        case .outgoing, .incoming:
            return degree(node, type, direction)
        case .both:
            return degree(node, type, .outgoing) + degree(node, type, .incoming)
                - loopCount(node, type)
        }
    }

    private func edit(_ node: UInt32, _ direction: Direction) -> AdjacencyEdit? {
        guard let overlay else { return nil }
        return direction == .incoming
            ? overlay.state.incoming[node] : overlay.state.outgoing[node]
    }

    @inline(__always)
    private func append(
        _ node: UInt32, _ type: TypeID?, _ direction: Direction, skipLoops: Bool,
        to list: inout NeighbourList
    ) {
        if let edit = edit(node, direction) {
            merge(edit, node, type, direction, skipLoops: skipLoops, to: &list)
            return
        }
        guard node < base.nodeCount else { return }
        let group = base.group(of: node)
        if direction == .incoming {
            base.incoming.visit(group: group, of: node, type: type) { index in
                let range = base.incoming.range(index, of: node)
                if range.isEmpty { return }
                base.incoming.append(index, range, skipping: skipLoops ? node : nil, to: &list)
            }
        } else {
            base.outgoing.visit(group: group, of: node, type: type) { index in
                let range = base.outgoing.range(index, of: node)
                if range.isEmpty { return }
                base.outgoing.append(index, range, skipping: nil, to: &list)
            }
        }
    }

    /// Appends the lists of the base without what was deleted, with what was created between.
    private func merge(
        _ edit: AdjacencyEdit, _ node: UInt32, _ type: TypeID?, _ direction: Direction,
        skipLoops: Bool, to list: inout NeighbourList
    ) {
        var added = edit.added(type: type)
        func emit(_ neighbour: UInt32, _ relationship: UInt32) {
            if skipLoops && neighbour == node { return }
            list.nodes.append(neighbour)
            list.relationships.append(relationship)
        }
        if node < base.nodeCount {
            let lists = direction == .incoming ? base.incoming : base.outgoing
            var inherited = NeighbourList()
            lists.visit(group: base.group(of: node), of: node, type: type) { index in
                inherited.removeAll()
                lists.append(index, lists.range(index, of: node), skipping: nil, to: &inherited)
                for (neighbour, relationship) in zip(inherited.nodes, inherited.relationships) {
                    while let next = added.first,
                        (next.type, next.neighbour) < (lists.types[index], neighbour)
                    {
                        emit(next.neighbour, next.relationship)
                        added.removeFirst()
                    }
                    if edit.removed.position(ofSorted: relationship) == nil {
                        emit(neighbour, relationship)
                    }
                }
            }
        }
        for entry in added { emit(entry.neighbour, entry.relationship) }
    }

    @inline(__always)
    private func degree(_ node: UInt32, _ type: TypeID?, _ direction: Direction) -> Int {
        var degree = 0
        if node < base.nodeCount {
            let group = base.group(of: node)
            if direction == .incoming {
                base.incoming.visit(group: group, of: node, type: type) { index in
                    degree += base.incoming.range(index, of: node).count
                }
            } else {
                base.outgoing.visit(group: group, of: node, type: type) { index in
                    degree += base.outgoing.range(index, of: node).count
                }
            }
        }
        guard let edit = edit(node, direction) else { return degree }
        return degree + edit.added(type: type).count
            - edit.removed.reduce(0) { $0 + (isOfType($1, type) ? 1 : 0) }
    }

    private func loopCount(_ node: UInt32, _ type: TypeID?) -> Int {
        var loops = 0
        if node < base.nodeCount {
            let group = base.group(of: node)
            for index in base.outgoing.indices(group: group, type: type)
            where base.outgoing.lists[index].hasLoops {
                loops += base.outgoing.lists[index].segment.loopCount(at: node)
            }
        }
        guard let edit = edit(node, .outgoing) else { return loops }
        loops += edit.added(type: type).reduce(0) { $0 + ($1.neighbour == node ? 1 : 0) }
        for relationship in edit.removed
        where isOfType(relationship, type) && base.target(of: relationship) == node {
            loops -= 1
        }
        return loops
    }

    private func isOfType(_ relationship: UInt32, _ type: TypeID?) -> Bool {
        type == nil || base.type(ofRelationship: relationship) == type
    }
}

extension AdjacencyEdit {
    /// The created relationships of one type, or all.
    func added(type: TypeID?) -> ArraySlice<Entry> {
        guard let type else { return added[...] }
        let start = added.firstIndex(
            notBelow: Entry(type: type.raw, neighbour: 0, relationship: 0))
        var end = start
        while end < added.count, added[end].type == type.raw { end += 1 }
        return added[start..<end]
    }
}
