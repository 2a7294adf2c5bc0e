import Fuzzing
import GraphModel

@testable import GraphStore

extension RandomGraphs {
    /// Does one edit to both.
    mutating func edit(_ graph: inout NaiveGraph, _ transaction: GraphTransaction) throws {
        let nodes = graph.nodes.ids
        let relationships = graph.relationships.ids
        let choice = random.below(12)
        if nodes.isEmpty || choice < 2 {
            try createNode(&graph, transaction)
        } else if choice < 5 {
            try createRelationship(nodes, &graph, transaction)
        } else if choice < 7 {
            try setNode(random.pick(nodes), &graph, transaction)
        } else if choice == 7 {
            try relabel(random.pick(nodes), &graph, transaction)
        } else if choice == 8 {
            try deleteNode(random.pick(nodes), &graph, transaction)
        } else if relationships.isEmpty {
            try createRelationship(nodes, &graph, transaction)
        } else if choice == 9 {
            try setRelationship(random.pick(relationships), &graph, transaction)
        } else {
            let id = random.pick(relationships)
            transaction.deleteRelationship(try position(relationship: id, transaction))
            graph.relationships[id] = nil
        }
    }

    private mutating func createNode(
        _ graph: inout NaiveGraph, _ transaction: GraphTransaction
    ) throws {
        let labels = RandomGraphs.labels.filter { _ in random.chance(30) }
        let key = random.pick(RandomGraphs.keys)
        let value = value(key)
        let node = try transaction.createNode(
            labels: labels.map { transaction.labelID($0) },
            properties: [(transaction.keyID(key), value)])
        graph.nodes[transaction.view.nodeID(of: node)] = .init(
            labels: Set(labels), properties: [key: .init(value)])
    }

    private mutating func createRelationship(
        _ nodes: [Int], _ graph: inout NaiveGraph, _ transaction: GraphTransaction
    ) throws {
        let source = random.pick(nodes)
        let target = random.chance(10) ? source : random.pick(nodes)
        let type = random.pick(RandomGraphs.types)
        let position = try transaction.createRelationship(
            type: transaction.typeID(type), from: try position(node: source, transaction),
            to: try self.position(node: target, transaction))
        graph.relationships[transaction.view.relationshipID(of: position)] = .init(
            type: type, source: source, target: target)
    }

    private mutating func setNode(
        _ id: Int, _ graph: inout NaiveGraph, _ transaction: GraphTransaction
    ) throws {
        let key = random.pick(RandomGraphs.keys)
        let value = random.chance(25) ? Value.null : value(key)
        try transaction.set(
            node: try position(node: id, transaction), key: transaction.keyID(key), value: value)
        graph.nodes[id]?.properties[key] = value.isNull ? nil : .init(value)
    }

    private mutating func setRelationship(
        _ id: Int, _ graph: inout NaiveGraph, _ transaction: GraphTransaction
    ) throws {
        let key = random.pick(RandomGraphs.keys)
        let value = random.chance(25) ? Value.null : value(key)
        try transaction.set(
            relationship: try position(relationship: id, transaction),
            key: transaction.keyID(key), value: value)
        graph.relationships[id]?.properties[key] = value.isNull ? nil : .init(value)
    }

    private mutating func relabel(
        _ id: Int, _ graph: inout NaiveGraph, _ transaction: GraphTransaction
    ) throws {
        let label = random.pick(RandomGraphs.labels)
        let node = try position(node: id, transaction)
        if random.chance(50) {
            try transaction.addLabel(node, transaction.labelID(label))
            graph.nodes[id]?.labels.insert(label)
        } else {
            try transaction.removeLabel(node, transaction.labelID(label))
            graph.nodes[id]?.labels.remove(label)
        }
    }

    private mutating func deleteNode(
        _ id: Int, _ graph: inout NaiveGraph, _ transaction: GraphTransaction
    ) throws {
        let node = try position(node: id, transaction)
        var list = NeighbourList()
        transaction.view.appendNeighbours(of: node, type: nil, direction: .both, to: &list)
        let nodeFirst = random.chance(50)
        if nodeFirst { transaction.deleteNode(node) }
        for relationship in list.relationships { transaction.deleteRelationship(relationship) }
        if !nodeFirst { transaction.deleteNode(node) }
        graph.nodes[id] = nil
        graph.relationships.removeAll { $1.source == id || $1.target == id }
    }

    private func position(node id: Int, _ transaction: GraphTransaction) throws -> UInt32 {
        guard let position = transaction.view.node(withID: id) else {
            throw Diagnostic(.internalError, "Lost", "node \(id) is not there")
        }
        return position
    }

    private func position(relationship id: Int, _ transaction: GraphTransaction) throws -> UInt32 {
        guard let position = transaction.view.relationship(withID: id) else {
            throw Diagnostic(.internalError, "Lost", "relationship \(id) is not there")
        }
        return position
    }
}
