import GraphModel

@testable import GraphStore

extension NaiveGraph {
    /// The first difference between a view and this graph, nil where there is none.
    func difference(from view: GraphView) -> String? {
        if view.nodeCount != nodes.count {
            return "\(view.nodeCount) nodes, not \(nodes.count)"
        }
        if view.relationshipCount != relationships.count {
            return "\(view.relationshipCount) relationships, not \(relationships.count)"
        }
        return namesDifference(view) ?? nodesDifference(view) ?? relationshipsDifference(view)
            ?? adjacencyDifference(view) ?? scanDifference(view) ?? lookupDifference(view)
    }

    private func namesDifference(_ view: GraphView) -> String? {
        let labels = Set(nodes.values.flatMap(\.labels))
        if Set(view.allLabels) != labels { return "labels \(view.allLabels), not \(labels)" }
        let types = Set(relationships.values.map(\.type))
        if Set(view.allTypes) != types { return "types \(view.allTypes), not \(types)" }
        let keys = Set(nodes.values.flatMap { $0.properties.keys }).union(
            relationships.values.flatMap { $0.properties.keys })
        if Set(view.allKeys) != keys { return "keys \(view.allKeys), not \(keys)" }
        return nil
    }

    private func nodesDifference(_ view: GraphView) -> String? {
        for (id, node) in nodes {
            guard let position = view.node(withID: id) else { return "no node \(id)" }
            if view.nodeID(of: position) != id { return "node \(id) has another id" }
            let labels = Set(view.labels(of: position).map(view.labelName))
            if labels != node.labels { return "node \(id) has \(labels), not \(node.labels)" }
            let found = Dictionary(
                uniqueKeysWithValues: view.nodeProperties(position).map {
                    (view.keyName($0), Stored($1))
                })
            if found != node.properties {
                return "node \(id) has \(found), not \(node.properties)"
            }
            for (key, value) in node.properties {
                guard let key = view.keyID(key),
                    Stored(view.property(node: position, key: key)) == value
                else { return "property '\(key)' of node \(id)" }
            }
        }
        return nil
    }

    private func relationshipsDifference(_ view: GraphView) -> String? {
        for (id, relationship) in relationships {
            guard let position = view.relationship(withID: id) else {
                return "no relationship \(id)"
            }
            let found = Relationship(
                type: view.typeName(view.type(ofRelationship: position)),
                source: view.nodeID(of: view.source(of: position)),
                target: view.nodeID(of: view.target(of: position)),
                properties: Dictionary(
                    uniqueKeysWithValues: view.relationshipProperties(position).map {
                        (view.keyName($0), Stored($1))
                    }))
            if found != relationship {
                return "relationship \(id) is \(found), not \(relationship)"
            }
        }
        return nil
    }

    /// One list the store can be asked for.
    private struct ListKey: Hashable {
        let node: Int
        /// nil for all types.
        let type: String?
        let direction: Direction
    }

    /// Compares every node's lists in every direction, over each type and over all.
    private func adjacencyDifference(_ view: GraphView) -> String? {
        var types: [TypeID?] = [nil]
        for type in 0..<UInt32(view.typeCount) { types.append(TypeID(type)) }
        let lists = lists
        for id in nodes.ids {
            guard let position = view.node(withID: id) else { return "no node \(id)" }
            for type in types {
                for direction in [Direction.outgoing, .incoming, .both] {
                    let key = ListKey(
                        node: id, type: type.map(view.typeName), direction: direction)
                    let wanted = lists[key] ?? []
                    if let difference = listDifference(view, position, type, direction, wanted) {
                        return "node \(id), \(direction): \(difference)"
                    }
                }
            }
        }
        return nil
    }

    /// Relationship and neighbour ids of all lists that are not empty, in no order.
    private var lists: [ListKey: Set<[Int]>] {
        var lists: [ListKey: Set<[Int]>] = [:]
        for (id, relationship) in relationships {
            for type in [nil, relationship.type] {
                let ends = [
                    (relationship.source, relationship.target, Direction.outgoing),
                    (relationship.target, relationship.source, Direction.incoming),
                ]
                for (node, neighbour, direction) in ends {
                    for direction in [direction, .both] {
                        let key = ListKey(node: node, type: type, direction: direction)
                        lists[key, default: []].insert([id, neighbour])
                    }
                }
            }
        }
        return lists
    }

    private func listDifference(
        _ view: GraphView, _ node: UInt32, _ type: TypeID?, _ direction: Direction,
        _ wanted: Set<[Int]>
    ) -> String? {
        var list = NeighbourList()
        view.appendNeighbours(of: node, type: type, direction: direction, to: &list)
        let found = zip(list.relationships, list.nodes).map {
            [view.relationshipID(of: $0), view.nodeID(of: $1)]
        }
        if found.count != wanted.count || Set(found) != wanted {
            return "lists \(found), not \(wanted)"
        }
        let degree = view.degree(of: node, type: type, direction: direction)
        if degree != wanted.count { return "degree \(degree), not \(wanted.count)" }
        if direction == .both { return nil }
        let order = zip(list.relationships, list.nodes).map {
            (view.type(ofRelationship: $0).raw, $1)
        }
        let isSorted = zip(order, order.dropFirst()).allSatisfy { $0 <= $1 }
        return isSorted ? nil : "not sorted: \(order)"
    }

    private func scanDifference(_ view: GraphView) -> String? {
        for label in [nil] + (0..<UInt32(view.labelCount)).map({ LabelID($0) }) {
            var found: [UInt32] = []
            for chunk in view.nodeChunks(label: label) {
                for node in chunk.range {
                    if chunk.needsCheck {
                        guard view.isLive(node: node) else { continue }
                        if let label, !view.hasLabel(node, label) { continue }
                    }
                    found.append(node)
                }
            }
            let name = label.map(view.labelName)
            let wanted = nodes.filter { node in
                name.map { node.value.labels.contains($0) } ?? true
            }
            if found.count != wanted.count
                || Set(found.map { view.nodeID(of: $0) }) != Set(wanted.map(\.key))
            {
                return "scan of \(name ?? "all nodes") finds \(found.count), not \(wanted.count)"
            }
            if let label, view.nodeCount(label: label) != wanted.count {
                return "\(view.nodeCount(label: label)) nodes counted with \(name ?? "")"
            }
        }
        return nil
    }

    private func lookupDifference(_ view: GraphView) -> String? {
        guard let key = view.keyID(NaiveGraph.indexedKey) else { return nil }
        var wanted: [Int: Set<Int>] = [:]
        for (id, node) in nodes {
            if case .integer(let number)? = node.properties[NaiveGraph.indexedKey]?.value {
                wanted[number, default: []].insert(id)
            }
        }
        for (number, ids) in wanted {
            let found = view.lookup(key: key, equals: .integer(number), label: nil)
            guard let found, found.count == ids.count,
                Set(found.map { view.nodeID(of: $0) }) == ids
            else { return "look-up of \(number) finds \(found ?? []), not \(ids)" }
        }
        return nil
    }
}
