import Fuzzing
import GraphModel
import Testing

@testable import GraphStore

@Suite struct LayoutTests {
    @Test func frequentLabelSetsAreContiguous() throws {
        let builder = GraphBuilder()
        let labels = ["A", "B", "C"].map { builder.label($0) }
        // A and A:B turn by turn, a few of C.
        for number in 0..<400 {
            _ = builder.addNode(labels: number % 2 == 0 ? [labels[0]] : [labels[1], labels[0]])
            if number < 10 { _ = builder.addNode(labels: [labels[2]]) }
        }
        let base = try builder.finish()
        #expect(base.groups.map(\.range.count) == [200, 200, 10])
        #expect(base.groups.map(\.isMixed) == [false, false, true])
        #expect(base.groups[1].labels == [labels[0], labels[1]])
        let view = GraphView(base: base)
        #expect(view.nodeChunks(label: labels[0]).map(\.range) == [0..<400])
        #expect(view.nodeChunks(label: labels[1]).map(\.range) == [200..<400])
        #expect(view.nodeChunks(label: labels[2]).map(\.needsCheck) == [false])
        #expect(view.nodeChunks(label: nil).map(\.range) == [0..<410])
    }

    @Test func manyLabelSetsShareTheMixedGroup() throws {
        let builder = GraphBuilder()
        let labels = (0..<100).map { builder.label("L\($0)") }
        for (number, label) in labels.enumerated() {
            builder.addNodes(count: 64 + number, labels: [label])
        }
        let base = try builder.finish()
        base.checkInvariants()
        #expect(base.groups.count == 65)
        let view = GraphView(base: base)
        for (number, label) in labels.enumerated() {
            #expect(view.nodeChunks(label: label).map(\.range.count) == [64 + number])
            #expect(view.nodeCount(label: label) == 64 + number)
        }
    }

    /// Where each group would meet each other with each type there is one group.
    @Test func groupsAreGivenUpWhereTheyShatterTheRelationships() throws {
        var random = Dice(seed: 8)
        let builder = GraphBuilder()
        for label in 0..<40 {
            builder.addNodes(count: 100, labels: [builder.label("L\(label)")])
        }
        let types = (0..<20).map { builder.type("T\($0)") }
        for _ in 0..<20_000 {
            _ = builder.addRelationship(
                random.pick(types), from: UInt32(random.below(4000)),
                to: UInt32(random.below(4000)))
        }
        let base = try builder.finish()
        base.checkInvariants()
        #expect(base.groups.count == 1)
        #expect(base.segments.count == 20)
    }

    @Test func fewListsAmongManyNodesAreKeptShort() throws {
        let builder = GraphBuilder()
        builder.addNodes(count: 100_000, labels: [])
        for number in 0..<50 {
            builder.addRelationships(
                builder.type("T\(number)"), from: [UInt32(number)], to: [99_999])
        }
        let base = try builder.finish()
        base.checkInvariants()
        #expect(base.memoryUse.adjacency < 5000)
        let segment = try #require(base.segments(type: TypeID(7)).first)
        #expect(segment.forward.offsets.count == 100_001)
        #expect(segment.forward.degree(of: 7) == 1)
        #expect(segment.backward.range(of: 99_999) == 0..<1)
        #expect(segment.source(ofEntry: 0) == 7)
    }

    @Test func expansionOverHundredsOfTypes() throws {
        var random = Dice(seed: 9)
        let builder = GraphBuilder()
        builder.addNodes(count: 60, labels: [])
        var naive = NaiveGraph()
        for id in 0..<60 { naive.nodes[id] = .init() }
        for id in 0..<400 {
            let ends = (random.below(60), random.below(60))
            let type = "T\(random.below(200))"
            naive.relationships[id] = .init(type: type, source: ends.0, target: ends.1)
            _ = builder.addRelationship(
                builder.type(type), from: UInt32(ends.0), to: UInt32(ends.1))
        }
        builder.nodeIdentifiers = Array(0..<60)
        builder.relationshipIdentifiers = Array(0..<400)
        let graph = Graph(try builder.finish())
        #expect(naive.difference(from: graph.snapshot().view) == nil)
        let transaction = try graph.beginWrite()
        let gone = try #require(transaction.view.relationship(withID: 7))
        transaction.deleteRelationship(gone)
        naive.relationships[7] = nil
        _ = try transaction.createRelationship(
            type: transaction.typeID("T3"), from: 5, to: 5)
        naive.relationships[400] = .init(type: "T3", source: 5, target: 5)
        #expect(naive.difference(from: try transaction.commit().view) == nil)
    }

    @Test func undirectedListsHoldBothDirectionsAndLoopsOnce() throws {
        let builder = GraphBuilder()
        builder.addNodes(count: 4, labels: [])
        builder.addRelationships(
            builder.type("T"), from: [0, 1, 2, 2, 3, 0], to: [1, 0, 2, 2, 0, 1])
        let base = try builder.finish()
        let segment = try #require(base.segments.first)
        #expect(segment.hasLoops && segment.hasParallel)
        let lists = try #require(segment.undirected)
        #expect(lists.csr.offsets == [0, 4, 7, 9, 10])
        #expect(lists.csr.neighbours == [1, 1, 1, 3, 0, 0, 0, 2, 2, 0])
        for node in 0..<4 as Range<UInt32> {
            for entry in lists.csr.range(of: node) {
                let ends = [lists.relationships[entry]].flatMap {
                    [base.source(of: $0), base.target(of: $0)]
                }
                #expect(ends.sorted() == [node, lists.csr.neighbours[entry]].sorted())
            }
        }
        #expect(segment.forwardStatistics.maximum == 2)
        #expect(segment.forwardStatistics.nonEmpty == 4)
        #expect(segment.forwardStatistics.secondMoment == 10)
    }

    @Test func lookUpsFindEqualNumbersAndLabels() throws {
        let builder = GraphBuilder()
        let key = builder.key("id")
        let label = builder.label("A")
        let values: [Value] = [
            .integer(1), .float(1), .string("1"), .float(1.5), .float(.nan), .boolean(true),
        ]
        for (number, value) in values.enumerated() {
            let node = builder.addNode(labels: number == 0 ? [label] : [])
            try builder.set(node: node, key, value)
        }
        let view = GraphView(base: try builder.finish())
        let ids = { (value: Value, label: LabelID?) in
            view.lookup(key: key, equals: value, label: label)?.count
        }
        #expect(ids(.integer(1), nil) == 2)
        #expect(ids(.float(1), nil) == 2)
        #expect(ids(.integer(1), label) == 1)
        #expect(ids(.string("1"), nil) == 1)
        #expect(ids(.float(.nan), nil) == 0)
        #expect(ids(.null, nil) == 0)
        #expect(ids(.list([]), nil) == nil)
        #expect(view.lookup(key: KeyID(0), equals: .integer(7), label: nil) == [])
    }
}
