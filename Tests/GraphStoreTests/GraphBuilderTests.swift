import GraphModel
import Testing

@testable import GraphStore

@Suite struct GraphBuilderTests {
    /// Two people who know each other, one who knows both, and a city.
    private func sample() throws -> BaseGraph {
        let builder = GraphBuilder()
        let person = builder.label("Person")
        let city = builder.label("City")
        let name = builder.key("name")
        let people = (0..<3).map { _ in builder.addNode(labels: [person]) }
        let oslo = builder.addNode(labels: [city])
        for (node, text) in zip(people, ["Ada", "Bo", "Ada"]) {
            try builder.set(node: node, name, .string(text))
        }
        let knows = builder.type("KNOWS")
        let livesIn = builder.type("LIVES_IN")
        _ = builder.addRelationship(knows, from: people[2], to: people[1])
        _ = builder.addRelationship(livesIn, from: people[0], to: oslo)
        let last = builder.addRelationship(knows, from: people[2], to: people[0])
        try builder.set(relationship: last, builder.key("since"), .integer(1999))
        return try builder.finish()
    }

    @Test func laysOutNodesByLabelAndRelationshipsByType() throws {
        let view = GraphView(base: try sample())
        #expect(view.nodeCount == 4)
        #expect(view.relationshipCount == 3)
        #expect(view.allLabels == ["Person", "City"])
        let person = try #require(view.labelID("Person"))
        #expect(view.nodeChunks(label: person).map(\.range.count) == [3])
        let name = try #require(view.keyID("name"))
        let people = view.nodeChunks(label: person).flatMap { Array($0.range) }
        let names = people.map { view.property(node: $0, key: name) }
        #expect(names.map(text) == ["Ada", "Bo", "Ada"])
        var list = NeighbourList()
        let knows = try #require(view.typeID("KNOWS"))
        view.appendNeighbours(of: people[2], type: knows, direction: .outgoing, to: &list)
        #expect(list.nodes == [people[0], people[1]])
        let since = try #require(view.keyID("since"))
        let years = list.relationships.map { text(view.property(relationship: $0, key: since)) }
        #expect(years == ["1999", nil])
        #expect(view.degree(of: people[0], type: nil, direction: .both) == 2)
    }

    @Test func builderIsEmptyAfterwards() throws {
        let builder = GraphBuilder()
        for _ in 0..<2 {
            #expect(builder.nodeCount == 0 && builder.relationshipCount == 0)
            let node = builder.addNode(labels: [builder.label("A")])
            let type = builder.type("T")
            #expect(builder.addRelationship(type, from: node, to: node) == 0)
            #expect(builder.addRelationships(type, from: [node], to: [node]) == 1..<2)
            #expect(builder.addRelationship(type, from: node, to: node) == 2)
            let base = try builder.finish()
            base.checkInvariants()
            #expect(base.nodeCount == 1 && base.relationshipCount == 3)
        }
    }

    private func text(_ value: Value) -> String? {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        default: nil
        }
    }
}
