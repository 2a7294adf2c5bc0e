import CypherEngine
import Foundation
import GraphModel
import GraphStore
import Testing

/// Writing queries made by chance leave the graph, give the rows and count the changes that a
/// plain model of the clauses does, with indexes and without.
///
/// `VEIVISER_WRITES` says how many graphs (60 if unset), `VEIVISER_SEED` where to begin.
@Suite struct WritingQueryTests {
    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }

    @Test("What is written is what the clauses say", arguments: [false, true])
    func model(isIndexed: Bool) throws {
        let start = Self.number("VEIVISER_SEED") ?? 0
        let graphs = Self.number("VEIVISER_WRITES") ?? 60
        let options = QueryOptions(allowsWriting: true)
        var changes = 0
        for seed in start..<(start + graphs) {
            var dice = Dice(seed: seed)
            var model = ModelGraph()
            let session = CypherEngine(graph: Graph()).session()
            if isIndexed {
                for key in ["k", "m"] {
                    _ = try session.run("CREATE INDEX FOR (n:A) ON (n.\(key))", options: options)
                }
            }
            var texts: [String] = []
            for round in 0..<8 {
                var query = WritingQuery(graph: model, dice: dice)
                // What finds nothing changes nothing.
                if round < 3 { for _ in 0..<3 { query.create() } }
                let text = query.make()
                texts.append(text)
                let story = Comment(rawValue: "seed \(seed):\n" + texts.joined(separator: "\n"))
                let result = try session.run(text, options: options)
                #expect(Self.count(result) == query.rows.count, story)
                #expect(
                    ModelGraph.contents(of: result.view) == query.graph.contents, story)
                #expect(Self.changes(result) == Self.changes(from: model, to: query.graph), story)
                changes += Self.changes(result).reduce(0, +)
                (model, dice) = (query.graph, query.dice)
                if model.nodes.count > 60 { break }
            }
        }
        #expect(changes > 10 * graphs)
    }

    private static func count(_ result: QueryResult) -> Int? {
        if case .integer(let count)? = result.rows.first?.first { count } else { nil }
    }

    /// Nodes made and deleted, relationships made and deleted.
    private static func changes(_ result: QueryResult) -> [Int] {
        let changes = result.changes
        return [
            changes.nodesCreated, changes.nodesDeleted, changes.relationshipsCreated,
            changes.relationshipsDeleted,
        ]
    }

    private static func changes(from old: ModelGraph, to new: ModelGraph) -> [Int] {
        let (oldNodes, newNodes) = (Set(old.nodes.keys), Set(new.nodes.keys))
        let (oldItems, newItems) = (Set(old.relationships.keys), Set(new.relationships.keys))
        return [
            newNodes.subtracting(oldNodes).count, oldNodes.subtracting(newNodes).count,
            newItems.subtracting(oldItems).count, oldItems.subtracting(newItems).count,
        ]
    }
}
