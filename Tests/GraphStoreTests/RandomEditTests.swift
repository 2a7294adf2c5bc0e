import Fuzzing
import GraphModel
import Testing

@testable import GraphStore

@Suite struct RandomEditTests {
    @Test(arguments: [(0, 0), (1, 3), (60, 100), (300, 900)], [1, 2] as [UInt64])
    func builderMatchesNaiveGraph(_ size: (Int, Int), _ seed: UInt64) throws {
        var graphs = RandomGraphs(seed: seed)
        let naive = graphs.graph(nodes: size.0, relationships: size.1)
        let base = try graphs.build(naive)
        base.checkInvariants()
        #expect(naive.difference(from: GraphView(base: base)) == nil)
    }

    /// Thousands of edits in transactions of any length, some of them rolled back.
    @Test(arguments: [(0, 0), (30, 60), (150, 400)], [11, 12, 13] as [UInt64])
    func overlayMatchesNaiveGraph(_ size: (Int, Int), _ seed: UInt64) throws {
        var graphs = RandomGraphs(seed: seed)
        var naive = graphs.graph(nodes: size.0, relationships: size.1)
        let graph = Graph(try graphs.build(naive))
        for round in 0..<12 {
            let before = naive
            let reader = graph.snapshot()
            let transaction = try graph.beginWrite()
            for _ in 0..<graphs.random.below(80) { try graphs.edit(&naive, transaction) }
            try editAndUndo(&graphs, naive, transaction)
            #expect(naive.difference(from: transaction.view) == nil, "round \(round)")
            #expect(transaction.changes == before.changes(to: naive), "round \(round)")
            var replayed = before
            replayed.apply(transaction.changeSet)
            #expect(replayed.nodes == naive.nodes && replayed.relationships == naive.relationships)
            if graphs.random.chance(20) {
                transaction.rollback()
                naive = before
            } else {
                try transaction.commit()
            }
            #expect(before.difference(from: reader.view) == nil, "a reader's snapshot changed")
            if round % 3 == 0 {
                #expect(naive.difference(from: graph.snapshot().view) == nil, "round \(round)")
                compareFolded(graph.snapshot(), naive)
            }
        }
    }

    private func editAndUndo(
        _ graphs: inout RandomGraphs, _ naive: NaiveGraph, _ transaction: GraphTransaction
    ) throws {
        let savepoint = transaction.savepoint()
        var scratch = naive
        for _ in 0..<graphs.random.below(20) { try graphs.edit(&scratch, transaction) }
        transaction.rollback(to: savepoint)
    }

    private func compareFolded(_ snapshot: GraphSnapshot, _ naive: NaiveGraph) {
        let folded = snapshot.folded()
        folded.checkInvariants()
        #expect(naive.difference(from: GraphView(base: folded)) == nil)
    }

    /// Enough edits that commits fold the overlay into a new base again and again.
    @Test func foldingAtCommitKeepsTheGraph() throws {
        var graphs = RandomGraphs(seed: 99)
        var naive = graphs.graph(nodes: 50, relationships: 100)
        let graph = Graph(GraphView(base: try graphs.build(naive)), foldLimit: 60)
        var folds = 0
        for _ in 0..<20 {
            let transaction = try graph.beginWrite()
            for _ in 0..<40 { try graphs.edit(&naive, transaction) }
            let snapshot = try transaction.commit()
            if snapshot.view.overlay == nil { folds += 1 }
            #expect(naive.difference(from: snapshot.view) == nil)
        }
        #expect(folds > 3)
    }

    @Test func filteredGraphDropsRelationshipsOfDroppedNodes() throws {
        var graphs = RandomGraphs(seed: 5)
        var naive = graphs.graph(nodes: 200, relationships: 600)
        let snapshot = Graph(try graphs.build(naive)).snapshot()
        let view = snapshot.view
        let base = snapshot.filtered(
            nodes: { view.nodeID(of: $0) % 3 != 0 },
            relationships: { view.relationshipID(of: $0) % 5 != 0 })
        base.checkInvariants()
        naive.nodes.removeAll { id, _ in id % 3 == 0 }
        naive.relationships.removeAll { id, relationship in
            id % 5 == 0 || relationship.source % 3 == 0 || relationship.target % 3 == 0
        }
        #expect(naive.difference(from: GraphView(base: base)) == nil)
    }
}
