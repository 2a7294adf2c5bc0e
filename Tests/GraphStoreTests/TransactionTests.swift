import Glibc
import GraphModel
import Synchronization
import Testing

@testable import GraphStore

@Suite struct TransactionTests {
    @Test func oneWriterAtATime() throws {
        let graph = Graph()
        let first = try graph.beginWrite()
        let error = #expect(throws: Diagnostic.self) {
            _ = try graph.beginWrite(wait: .now + .milliseconds(20))
        }
        #expect(error?.code == "WriterBusy")
        first.rollback()
        try graph.beginWrite(wait: .now).rollback()
    }

    @Test func droppedTransactionLeavesNothing() throws {
        let graph = Graph()
        do {
            let transaction = try graph.beginWrite()
            _ = try transaction.createNode()
        }
        #expect(graph.snapshot().view.nodeCount == 0)
        try graph.beginWrite(wait: .now).rollback()
    }

    @Test func lockIsHandedFromThreadToThread() throws {
        let graph = Graph()
        let rounds = 200
        let done = Mutex(0)
        for _ in 0..<4 {
            BackgroundThread.start {
                for _ in 0..<rounds {
                    guard let transaction = try? graph.beginWrite() else { return }
                    let view = transaction.view
                    let key = transaction.keyID("count")
                    if view.nodeCount == 0 {
                        _ = try? transaction.createNode(properties: [(key, .integer(1))])
                    } else if case .integer(let count) = view.property(node: 0, key: key) {
                        try? transaction.set(node: 0, key: key, value: .integer(count + 1))
                    }
                    _ = try? transaction.commit()
                }
                done.withLock { $0 += 1 }
            }
        }
        // Readers meanwhile see whole commits only, and never fewer than before.
        var last = 0
        while done.withLock({ $0 }) < 4 {
            let view = graph.snapshot().view
            guard let key = view.keyID("count"), view.nodeCount > 0 else { continue }
            guard case .integer(let count) = view.property(node: 0, key: key) else {
                Issue.record("half a commit is visible")
                break
            }
            #expect(count >= last)
            last = count
            usleep(50)
        }
        let view = graph.snapshot().view
        let key = try #require(view.keyID("count"))
        let count = view.property(node: try #require(view.node(withID: 0)), key: key)
        #expect(PropertyValue.areSame(count, .integer(4 * rounds)))
    }

    @Test func deletingAConnectedNodeIsRefusedAtTheEnd() throws {
        let graph = Graph()
        let first = try graph.beginWrite()
        let ends = try (0..<2).map { _ in try first.createNode() }
        let relationship = try first.createRelationship(
            type: first.typeID("T"), from: ends[0], to: ends[1])
        try first.commit()
        let second = try graph.beginWrite()
        second.deleteNode(ends[1])
        let error = #expect(throws: Diagnostic.self) { try second.checkDangling() }
        #expect(error?.kind == .constraintVerificationFailed)
        #expect(error?.code == "DeleteConnectedNode")
        second.deleteRelationship(relationship)
        try second.checkDangling()
        try second.commit()
        #expect(graph.snapshot().view.nodeCount == 1)
        let third = try graph.beginWrite()
        let pair = try third.createNode()
        _ = try third.createRelationship(type: third.typeID("T"), from: pair, to: ends[0])
        third.deleteNode(pair)
        #expect(throws: Diagnostic.self) { try third.commit() }
        #expect(graph.snapshot().view.nodeCount == 1)
    }

    @Test func deletedElementsCannotBeWritten() throws {
        let transaction = try Graph().beginWrite()
        let node = try transaction.createNode()
        let other = try transaction.createNode()
        let type = transaction.typeID("T")
        let relationship = try transaction.createRelationship(type: type, from: node, to: other)
        transaction.deleteRelationship(relationship)
        transaction.deleteNode(node)
        #expect(transaction.isDeleted(node: node))
        #expect(transaction.isDeleted(relationship: relationship))
        #expect(!transaction.isDeleted(node: other))
        // What is gone still has a type: queries may ask for it.
        #expect(transaction.view.type(ofRelationship: relationship) == type)
        let key = transaction.keyID("key")
        let label = transaction.labelID("A")
        let writes: [() throws -> Void] = [
            { try transaction.set(node: node, key: key, value: .integer(1)) },
            { try transaction.set(relationship: relationship, key: key, value: .integer(1)) },
            { try transaction.addLabel(node, label) },
            { try transaction.removeLabel(node, label) },
            { _ = try transaction.createRelationship(type: type, from: node, to: other) },
        ]
        for write in writes {
            let error = #expect(throws: Diagnostic.self) { try write() }
            #expect(error?.kind == .entityNotFound && error?.code == "DeletedEntityAccess")
        }
    }

    @Test func changesCountNetEffects() throws {
        let graph = Graph()
        let first = try graph.beginWrite()
        let key = first.keyID("key")
        let node = try first.createNode(
            labels: [first.labelID("A")], properties: [(key, .integer(1))])
        try first.commit()
        let second = try graph.beginWrite()
        try second.set(node: node, key: key, value: .integer(1))
        try second.addLabel(node, second.labelID("A"))
        let scratch = try second.createNode(labels: [second.labelID("B")])
        second.deleteNode(scratch)
        #expect(second.changes.isEmpty)
        let version = graph.snapshot().version
        #expect(try second.commit().version == version)
        let third = try graph.beginWrite()
        try third.set(node: node, key: key, value: .float(1))
        try third.addLabel(node, third.labelID("B"))
        try third.removeLabel(node, third.labelID("A"))
        var expected = ChangeSummary()
        expected.propertiesSet = 1
        expected.propertiesRemoved = 1
        expected.labelsAdded = 1
        expected.labelsRemoved = 1
        #expect(third.changes == expected)
    }

    /// What is created and deleted again must not pile up in the overlay.
    @Test func undoneElementsLeaveNothingBehind() throws {
        let graph = Graph()
        for round in 0..<3 {
            let transaction = try graph.beginWrite()
            let nodes = try (0..<10).map { _ in try transaction.createNode() }
            let relationship = try transaction.createRelationship(
                type: transaction.typeID("T"), from: nodes[0], to: nodes[1])
            transaction.deleteRelationship(relationship)
            for node in nodes.dropFirst(2) { transaction.deleteNode(node) }
            let view = try transaction.commit().view
            let state = try #require(view.overlay?.state)
            #expect(view.nodeCount == 2 * (round + 1) && view.relationshipCount == 0)
            #expect(state.nodes.count == view.nodeCount && state.relationships.count == 0)
            #expect(state.outgoing.count == 0 && state.incoming.count == 0)
        }
    }

    @Test func failedJournalCancelsTheCommit() throws {
        struct Broken: CommitJournal {
            func append(_ changes: ChangeSet) throws(Diagnostic) {
                throw Diagnostic(.inputOutput, "DiskFull", "no room")
            }

            func didCommit(_ snapshot: GraphSnapshot) {
                Issue.record("a cancelled commit is told of")
            }
        }
        let graph = Graph(BaseGraph(), journal: Broken())
        let transaction = try graph.beginWrite()
        _ = try transaction.createNode()
        let error = #expect(throws: Diagnostic.self) { try transaction.commit() }
        #expect(error?.code == "DiskFull")
        #expect(graph.snapshot().view.nodeCount == 0)
        try graph.beginWrite(wait: .now).rollback()
    }

    @Test func indexFindsWhatWasThereBefore() throws {
        let graph = Graph()
        let first = try graph.beginWrite()
        let name = first.keyID("name")
        let person = first.labelID("Person")
        _ = try first.createNode(labels: [person], properties: [(name, .string("Ada"))])
        #expect(first.view.lookup(key: name, equals: .string("Ada"), label: nil) == nil)
        first.createIndex(PropertyIndex(name: "names", subject: .nodes(person), keys: [name]))
        #expect(first.view.lookup(key: name, equals: .string("Ada"), label: person) == [0])
        let view = try first.commit().view
        #expect(view.lookup(key: name, equals: .string("Ada"), label: person) == [0])
        #expect(view.lookup(key: name, equals: .string("Bo"), label: person) == [])
    }
}
