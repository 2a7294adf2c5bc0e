import Fuzzing
import Glibc
import GraphModel
import Testing

@testable import GraphStore

/// Whatever a file holds, opening it gives a graph or a diagnostic.
@Suite struct GraphFileDamageTests {
    private let folder = TemporaryFolder()
    private var path: String { folder.file("graph.veiviser") }

    private func openingFailure(_ mode: GraphFile.Mode = .readOnly) -> Diagnostic? {
        do throws(Diagnostic) {
            try GraphFile.open(path, mode: mode).close()
            return nil
        } catch {
            return error
        }
    }

    @Test func otherFilesAreRefused() throws {
        #expect(openingFailure()?.code == "NoSuchFile")
        #expect(openingFailure(.readWrite)?.code == "NoSuchFile")
        Files.write(Array("<xml/>".utf8), to: path)
        #expect(openingFailure()?.code == "NotAGraphFile")
        Files.write([], to: path)
        #expect(openingFailure()?.code == "NotAGraphFile")
        let database = folder.file("other.db")
        do {
            let connection = try Connection(database, .create)
            try connection.execute("CREATE TABLE state(generation, sequence)")
        }
        Files.write(Files.read(database), to: path)
        #expect(openingFailure()?.code == "NotAGraphFile")
        #expect(GraphFile.verify(path).map(\.code) == ["NotAGraphFile"])
        #expect(throws: Diagnostic.self) { try GraphFile.write(BaseGraph(), to: path) }
    }

    @Test func newerFormatIsRefused() throws {
        try GraphFile.write(BaseGraph(), to: path)
        do {
            let connection = try Connection(path, .readWrite)
            try connection.execute("PRAGMA user_version = \(GraphFile.formatVersion + 1)")
        }
        for mode in [GraphFile.Mode.readOnly, .readWrite] {
            let error = openingFailure(mode)
            #expect(error?.code == "NewerGraphFile")
            #expect(error?.message.contains("format \(GraphFile.formatVersion + 1)") == true)
        }
    }

    /// A sample with every kind of column, lists in both directions, ids and a journal.
    private func makeSample() throws -> NaiveGraph {
        var graphs = RandomGraphs(seed: 77)
        var naive = graphs.graph(nodes: 150, relationships: 300)
        let graph = Graph(try graphs.build(naive))
        let first = try graph.beginWrite()
        for _ in 0..<50 { try graphs.edit(&naive, first) }
        try first.commit()
        try GraphFile.write(graph.snapshot().folded(), to: path)
        let file = try GraphFile.open(path, mode: .readWrite)
        let second = try file.graph.beginWrite()
        for _ in 0..<50 { try graphs.edit(&naive, second) }
        try second.commit()
        file.close()
        return naive
    }

    @Test func flippedBitsAreFound() throws {
        _ = try makeSample()
        let sound = Files.read(path)
        let image = try image()
        var random = Dice(seed: 3)
        var refused = 0
        for _ in 0..<200 {
            var bytes = sound
            let at = random.below(bytes.count)
            bytes[at] ^= 1 << UInt8(random.below(8))
            Files.write(bytes, to: path)
            if openingFailure() != nil {
                refused += 1
                #expect(GraphFile.verify(path) != [], "byte \(at)")
            } else {
                // Free space, or a detail SQLite does not need: the graph is the same.
                #expect(try self.image() == image, "byte \(at)")
            }
        }
        #expect(refused > 20)
    }

    /// The graph in the file, journal included, as bytes.
    private func image() throws -> [UInt8] {
        let graph = try GraphFile.open(path, mode: .readOnly).graph.snapshot().folded()
        var writer = ByteWriter()
        try GraphImage.write(graph.content, to: &writer)
        return writer.bytes
    }

    @Test func cutFilesAreFound() throws {
        _ = try makeSample()
        let sound = Files.read(path)
        var random = Dice(seed: 4)
        for _ in 0..<60 {
            Files.write(Array(sound.prefix(random.below(sound.count))), to: path)
            #expect(openingFailure() != nil)
            #expect(GraphFile.verify(path) != [])
        }
    }

    /// Bytes that pass their checksum but are no graph, as a hostile file could have.
    @Test func imagesThatAreNoGraphAreRefused() throws {
        var graphs = RandomGraphs(seed: 78)
        let base = try graphs.build(graphs.graph(nodes: 150, relationships: 300))
        var writer = ByteWriter()
        try GraphImage.write(base.content, to: &writer)
        let sound = writer.bytes
        var random = Dice(seed: 5)
        var refused = 0
        for _ in 0..<400 {
            var bytes = sound
            for _ in 0...random.below(3) {
                bytes[random.below(bytes.count)] = UInt8(random.below(256))
            }
            if random.chance(10) { bytes.removeLast(random.below(bytes.count)) }
            var reader = ByteReader(bytes)
            do {
                let graph = BaseGraph(try GraphImage.read(&reader))
                walk(GraphView(base: graph))
            } catch {
                refused += 1
            }
        }
        #expect(refused > 50)
    }

    /// Looks at everything once; what passes the reader's checks must not trap.
    private func walk(_ view: GraphView) {
        var list = NeighbourList()
        for node in 0..<view.nodeLimit {
            _ = view.labels(of: node)
            _ = view.nodeProperties(node)
            _ = view.node(withID: view.nodeID(of: node))
            list.removeAll()
            view.appendNeighbours(of: node, type: nil, direction: .both, to: &list)
            for relationship in list.relationships {
                _ = view.relationshipProperties(relationship)
                _ = view.type(ofRelationship: relationship)
                _ = view.source(of: relationship)
            }
        }
        _ = view.allKeys
    }

    @Test func journalEntriesThatDoNotFitAreRefused() throws {
        let naive = try makeSample()
        let reader = try Connection(path, .readOnly)
        let rows = try reader.prepare("SELECT data FROM journal")
        #expect(try rows.step())
        let sound = rows.bytes(0)
        let base = try reader.load().base
        var random = Dice(seed: 6)
        var refused = 0
        for _ in 0..<500 {
            var bytes = sound
            bytes[random.below(bytes.count)] = UInt8(random.below(256))
            let graph = Graph(base)
            let transaction = try graph.beginWrite()
            do {
                try transaction.replay(try ChangeSet(encoded: bytes))
            } catch {
                refused += 1
            }
        }
        #expect(refused > 100)
        let graph = Graph(base)
        let transaction = try graph.beginWrite()
        try transaction.replay(try ChangeSet(encoded: sound))
        #expect(naive.difference(from: transaction.view) == nil)
    }

    /// A writer that was cut off while it wrote its log: a prefix of its commits is there.
    @Test func tornLogLosesOnlyWhatWasNotAcknowledged() throws {
        let live = folder.file("live.veiviser")
        let file = try GraphFile.open(live, mode: .readWrite, create: true)
        var sizes: [Int] = []
        for number in 0..<12 {
            let transaction = try file.graph.beginWrite()
            _ = try transaction.createNode(
                properties: [(transaction.keyID("id"), .integer(number))])
            try transaction.commit()
            sizes.append(Files.read(live + "-wal").count)
        }
        let database = Files.read(live)
        let log = Files.read(live + "-wal")
        file.close()
        var random = Dice(seed: 7)
        for _ in 0..<40 {
            let length = random.below(log.count + 1)
            Files.write(database, to: path)
            Files.write(Array(log.prefix(length)), to: path + "-wal")
            unlink(path + "-shm")
            let acknowledged = sizes.filter { $0 <= length }.count
            let opened = try GraphFile.open(path, mode: .readWrite)
            let count = opened.graph.snapshot().view.nodeCount
            opened.close()
            #expect(count >= acknowledged && count <= 12, "log of \(length) bytes")
            #expect(GraphFile.verify(path) == [])
        }
    }
}
