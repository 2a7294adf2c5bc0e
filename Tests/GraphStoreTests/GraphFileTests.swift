import Glibc
import GraphModel
import Testing

@testable import GraphStore

@Suite struct GraphFileTests {
    private let folder = TemporaryFolder()
    private var path: String { folder.file("graph.veiviser") }

    @Test(arguments: [(0, 0), (1, 2), (40, 90), (300, 900)])
    func writtenGraphIsReadBack(_ size: (Int, Int)) throws {
        var graphs = RandomGraphs(seed: UInt64(size.0 + 1))
        let naive = graphs.graph(nodes: size.0, relationships: size.1)
        try GraphFile.write(try graphs.build(naive), to: path)
        let file = try GraphFile.open(path, mode: .readOnly)
        let view = file.graph.snapshot().view
        #expect(naive.difference(from: view) == nil)
        #expect(view.base.invariantViolations() == [])
        #expect(GraphFile.verify(path) == [])
        #expect(folder.names == ["graph.veiviser"])
    }

    @Test func sparseListsAreReadBack() throws {
        let builder = GraphBuilder()
        builder.addNodes(count: 5000, labels: [builder.label("A")])
        let type = builder.type("T")
        builder.addRelationships(type, from: [4000, 7, 7], to: [3, 4999, 4998])
        try GraphFile.write(try builder.finish(), to: path)
        let base = try GraphFile.open(path, mode: .readOnly).graph.snapshot().view.base
        #expect(base.invariantViolations() == [])
        #expect(base.segments.map { $0.forward.neighbours } == [[4998, 4999, 3]])
        #expect(base.segments.map { $0.forward.degree(of: 7) } == [2])
    }

    @Test func commitsAreThereAfterReopening() throws {
        var graphs = RandomGraphs(seed: 21)
        var naive = graphs.graph(nodes: 80, relationships: 200)
        try GraphFile.write(try graphs.build(naive), to: path)
        for round in 0..<4 {
            let file = try GraphFile.open(path, mode: .readWrite)
            #expect(naive.difference(from: file.graph.snapshot().view) == nil, "round \(round)")
            for _ in 0..<5 {
                let transaction = try file.graph.beginWrite()
                for _ in 0..<20 { try graphs.edit(&naive, transaction) }
                try transaction.commit()
            }
            if round % 2 == 1 {
                try file.fold()
                #expect(file.journalSize == 0)
                #expect(naive.difference(from: file.graph.snapshot().view) == nil)
            }
            let reader = try GraphFile.open(path, mode: .readOnly)
            #expect(naive.difference(from: reader.graph.snapshot().view) == nil)
            file.close()
            #expect(GraphFile.verify(path) == [])
        }
        #expect(folder.names == ["graph.veiviser"])
    }

    /// Commits until the journal is folded in the background, a few times.
    @Test func journalIsFoldedInTheBackground() throws {
        let file = try GraphFile.open(path, mode: .readWrite, create: true)
        let filler = Value.string(String(repeating: "x", count: 20_000))
        for number in 0..<60 {
            let transaction = try file.graph.beginWrite()
            _ = try transaction.createNode(
                labels: [transaction.labelID("N")],
                properties: [
                    (transaction.keyID("id"), .integer(number)),
                    (transaction.keyID("text"), filler),
                ])
            try transaction.commit()
        }
        file.close()
        #expect(file.foldingFailure == nil)
        #expect(GraphFile.verify(path) == [])
        let view = try GraphFile.open(path, mode: .readOnly).graph.snapshot().view
        #expect(view.nodeCount == 60)
        #expect(view.base.nodeCount > 0, "nothing was folded")
    }

    @Test func indexesSurvive() throws {
        let file = try GraphFile.open(path, mode: .readWrite, create: true)
        let transaction = try file.graph.beginWrite()
        let index = PropertyIndex(
            name: "people", subject: .nodes(transaction.labelID("Person")),
            keys: [transaction.keyID("name")])
        #expect(transaction.createIndex(index))
        #expect(!transaction.createIndex(index))
        try transaction.commit()
        file.close()
        let again = try GraphFile.open(path, mode: .readWrite)
        #expect(again.graph.snapshot().view.indexes == [index])
        try again.fold()
        #expect(again.graph.snapshot().view.indexes == [index])
        let second = try again.graph.beginWrite()
        #expect(second.dropIndex(named: "people"))
        try second.commit()
        again.close()
        #expect(try GraphFile.open(path, mode: .readOnly).graph.snapshot().view.indexes == [])
    }

    @Test func secondWriterIsToldWhoHoldsTheFile() throws {
        let file = try GraphFile.open(path, mode: .readWrite, create: true)
        let error = #expect(throws: Diagnostic.self) {
            try GraphFile.open(path, mode: .readWrite)
        }
        #expect(error?.code == "GraphFileInUse")
        #expect(error?.message.contains("process \(getpid()) on host '") == true)
        #expect(throws: Diagnostic.self) { try GraphFile.write(BaseGraph(), to: path) }
        file.close()
        try GraphFile.open(path, mode: .readWrite).close()
    }

    @Test func readerRefusesCommits() throws {
        try GraphFile.write(BaseGraph(), to: path)
        let file = try GraphFile.open(path, mode: .readOnly)
        let transaction = try file.graph.beginWrite()
        _ = try transaction.createNode()
        let error = #expect(throws: Diagnostic.self) { try transaction.commit() }
        #expect(error?.code == "GraphFileReadOnly")
        #expect(file.graph.snapshot().view.nodeCount == 0)
    }

    @Test func commitAfterClosingFails() throws {
        let file = try GraphFile.open(path, mode: .readWrite, create: true)
        file.close()
        let transaction = try file.graph.beginWrite()
        _ = try transaction.createNode()
        let error = #expect(throws: Diagnostic.self) { try transaction.commit() }
        #expect(error?.code == "GraphFileClosed")
    }

    @Test func everyValueSurvives() throws {
        let values: [Value] = [
            .boolean(true), .boolean(false), .integer(.min), .integer(.max), .integer(0),
            .float(-0.0), .float(.nan), .float(.infinity), .float(1.5e-300), .string(""),
            .string("blåbær 🫐\n'"), .list([]), .list([.string("a"), .string("")]),
            .list([.integer(1), .float(1), .boolean(true)]), .date(CalendarDate(days: -719_468)),
            .localTime(LocalTime(nanoseconds: 86_399_999_999_999)),
            .time(OffsetTime(local: LocalTime(nanoseconds: 1), offsetSeconds: -3600)),
            .localDateTime(LocalDateTime(seconds: -1, nanoseconds: 999_999_999)),
            .dateTime(
                ZonedDateTime(
                    epochSeconds: 1, nanoseconds: 2, offsetSeconds: 3, zoneName: "Europe/Oslo")),
            .dateTime(
                ZonedDateTime(epochSeconds: 1, nanoseconds: 2, offsetSeconds: 3, zoneName: nil)),
            .duration(TemporalDuration(months: -1, days: 2, seconds: -3, nanoseconds: 4)),
        ]
        let file = try GraphFile.open(path, mode: .readWrite, create: true)
        let transaction = try file.graph.beginWrite()
        let key = transaction.keyID("value")
        for value in values { _ = try transaction.createNode(properties: [(key, value)]) }
        try transaction.commit()
        for step in ["journal", "columns"] {
            if step == "columns" { try file.fold() }
            let view = try GraphFile.open(path, mode: .readOnly).graph.snapshot().view
            for (number, value) in values.enumerated() {
                let node = try #require(view.node(withID: number))
                let found = view.property(node: node, key: try #require(view.keyID("value")))
                #expect(PropertyValue.areSame(found, value), "\(value) in the \(step)")
            }
        }
    }

    @Test func backupIsTheLastCommit() throws {
        let file = try GraphFile.open(path, mode: .readWrite, create: true)
        let first = try file.graph.beginWrite()
        _ = try first.createNode(labels: [first.labelID("A")])
        try first.commit()
        let copy = folder.file("copy.veiviser")
        try GraphFile.backup(from: path, to: copy)
        let second = try file.graph.beginWrite()
        _ = try second.createNode()
        try second.commit()
        #expect(try GraphFile.open(copy, mode: .readOnly).graph.snapshot().view.nodeCount == 1)
        #expect(GraphFile.verify(copy) == [])
        try GraphFile.backup(from: path, to: copy)
        #expect(try GraphFile.open(copy, mode: .readOnly).graph.snapshot().view.nodeCount == 2)
        Files.write(Array("dear diary".utf8), to: copy)
        let error = #expect(throws: Diagnostic.self) {
            try GraphFile.backup(from: path, to: copy)
        }
        #expect(error?.code == "NotAGraphFile")
        #expect(Files.read(copy) == Array("dear diary".utf8))
    }
}
