import Glibc
import GraphModel
import Testing

@testable import GraphStore

/// What is left when a writing process ends in the middle.
@Suite struct GraphFileKillTests {
    /// A child commits and notes each commit once it is acknowledged, until it is killed.
    @Test(arguments: 0..<6)
    func killedWriterLosesNoAcknowledgedCommit(_ round: Int) async throws {
        let folder = TemporaryFolder()
        let path = folder.file("graph.veiviser")
        let notes = folder.file("notes")
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, notes = notes as String, round = round as Int] in
            BackgroundThread.start {
                usleep(UInt32(100_000 + 80_000 * round))
                kill(getpid(), SIGKILL)
            }
            let file = try GraphFile.open(path, mode: .readWrite, create: true)
            let log = open(notes, O_WRONLY | O_CREAT | O_APPEND, 0o644)
            var number = 0
            while true {
                try GraphFileKillTests.commit(number, to: file)
                _ = "\(number)\n".withCString { write(log, $0, strlen($0)) }
                number += 1
            }
        }
        let acknowledged = Files.read(notes).filter { $0 == 10 }.count
        // Killed very early it may not even have made the file.
        let isThere = FileSystem.exists(path)
        #expect(isThere || acknowledged == 0)
        #expect(!isThere || GraphFile.verify(path) == [])
        let file = try GraphFile.open(path, mode: .readWrite, create: true)
        let view = file.graph.snapshot().view
        // The last commit may be on the disk without having been acknowledged.
        #expect(view.nodeCount / 2 >= acknowledged && view.nodeCount / 2 <= acknowledged + 1)
        #expect(view.nodeCount == 2 * view.relationshipCount, "half a commit")
        try GraphFileKillTests.commit(view.nodeCount / 2, to: file)
        file.close()
        #expect(GraphFile.verify(path) == [])
    }

    /// One commit: two nodes, a relationship between them, and a text that makes the journal grow
    /// so that it is folded now and then.
    static func commit(_ number: Int, to file: GraphFile) throws {
        let transaction = try file.graph.beginWrite()
        let text = Value.string(String(repeating: "x", count: 9000))
        let ends = try (0..<2).map { _ in
            try transaction.createNode(
                labels: [transaction.labelID("N")],
                properties: [
                    (transaction.keyID("id"), .integer(number)), (transaction.keyID("text"), text),
                ])
        }
        _ = try transaction.createRelationship(
            type: transaction.typeID("T"), from: ends[0], to: ends[1])
        try transaction.commit()
    }

    /// Files may not grow past a limit: what a full disk does, without filling one.
    @Test func fullDiskKeepsTheLastCommit() async throws {
        let folder = TemporaryFolder()
        let path = folder.file("graph.veiviser")
        let notes = folder.file("notes")
        await #expect(processExitsWith: .success) {
            [path = path as String, notes = notes as String] in
            signal(SIGXFSZ, SIG_IGN)
            let file = try GraphFile.open(path, mode: .readWrite, create: true)
            var limit = rlimit(rlim_cur: 600_000, rlim_max: 600_000)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            var number = 0
            do {
                while true {
                    try GraphFileKillTests.commit(number, to: file)
                    number += 1
                }
            } catch let error as Diagnostic {
                try #require(error.kind == .inputOutput)
                try #require(file.graph.snapshot().view.nodeCount == 2 * number)
            }
            Files.write(Array("\(number)".utf8), to: notes)
        }
        let acknowledged = Int(String(decoding: Files.read(notes), as: UTF8.self)) ?? -1
        #expect(acknowledged > 0)
        #expect(GraphFile.verify(path) == [])
        let file = try GraphFile.open(path, mode: .readWrite)
        #expect(file.graph.snapshot().view.nodeCount == 2 * acknowledged)
        try GraphFileKillTests.commit(acknowledged, to: file)
    }

    @Test func fullDiskLeavesTheOldFileWhenWriting() async throws {
        let folder = TemporaryFolder()
        let path = folder.file("graph.veiviser")
        let builder = GraphBuilder()
        builder.addNodes(count: 3, labels: [])
        try GraphFile.write(try builder.finish(), to: path)
        await #expect(processExitsWith: .success) { [path = path as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 200_000, rlim_max: 200_000)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let builder = GraphBuilder()
            let key = builder.key("id")
            builder.addNodes(count: 100_000, labels: [], integerKey: key, Array(0..<100_000))
            let base = try builder.finish()
            do {
                try GraphFile.write(base, to: path)
            } catch {
                exit(0)
            }
            exit(1)
        }
        #expect(folder.names == ["graph.veiviser"])
        #expect(try GraphFile.open(path, mode: .readOnly).graph.snapshot().view.nodeCount == 3)
    }
}
