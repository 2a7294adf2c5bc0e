import CypherEngine
import GraphModel
import GraphStore
import Testing

@testable import Server

/// The engine behind the server, without sockets.
@Suite struct EngineBackendTests {
    private func backend(allowsWriting: Bool = true) -> EngineBackend {
        var options = EngineBackend.Options()
        options.allowsWriting = allowsWriting
        options.writerWait = 0.05
        return EngineBackend(engine: CypherEngine(graph: Graph()), options: options)
    }

    private func run(
        _ session: any BoltBackendSession, _ text: String,
        _ access: TransactionOptions.Access = .write
    ) throws -> [[Value]] {
        let result = try session.run(
            BoltStatement(text: text, parameters: [:], options: .init(access: access)))
        return Array(try result.next(1000))
    }

    private func count(_ session: any BoltBackendSession) throws -> String {
        ValuePrinter().text(of: try run(session, "MATCH (n) RETURN count(n)", .read)[0][0])
    }

    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Diagnostic)?.code
        }
    }

    @Test func aTransactionThatOnlyReadsDoesNotWaitForTheWriter() throws {
        let backend = backend()
        let writer = backend.makeSession()
        try writer.begin(.init(access: .write))
        _ = try run(writer, "CREATE ()")
        let reader = backend.makeSession()
        try reader.begin(.init(access: .write))
        #expect(try count(reader) == "0")
        #expect(code { _ = try run(reader, "CREATE ()") } == "WriterBusy")
        try reader.rollback()
        _ = try writer.commit()
        #expect(try count(reader) == "1")
    }

    @Test func whoHasReadWhatIsNoLongerSoCannotWrite() throws {
        let backend = backend()
        let late = backend.makeSession()
        let early = backend.makeSession()
        try late.begin(.init(access: .write))
        #expect(try count(late) == "0")
        _ = try run(early, "CREATE ()")
        #expect(code { _ = try run(late, "CREATE ()") } == "TransactionOutdated")
        try late.rollback()
        #expect(try count(early) == "1")
        // Without a look at the graph before, there is nothing to be outdated.
        try late.begin(.init(access: .write))
        _ = try run(early, "CREATE ()")
        _ = try run(late, "CREATE ()")
        _ = try late.commit()
        #expect(try count(early) == "3")
    }

    @Test func writingNeedsLeaveFromBothSides() throws {
        let closed = backend(allowsWriting: false).makeSession()
        #expect(code { _ = try run(closed, "CREATE ()") } == "ReadOnly")
        try closed.begin(.init(access: .write))
        #expect(code { _ = try run(closed, "CREATE ()") } == "ReadOnly")
        let open = backend().makeSession()
        #expect(code { _ = try run(open, "CREATE ()", .read) } == "ReadOnly")
        try open.begin(.init(access: .read))
        #expect(code { _ = try run(open, "CREATE ()", .write) } == "ReadOnly")
        try open.rollback()
        #expect(try count(open) == "0")
    }

    @Test func aCancelledSessionRunsNothingUntilItIsReset() throws {
        let session = backend().makeSession()
        session.cancel()
        let endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b "
        #expect(code { _ = try run(session, endless + "RETURN count(a + b)") } == "Cancelled")
        session.reset()
        #expect(try count(session) == "0")
    }

    @Test func bookmarksTellTheVersion() throws {
        let session = backend().makeSession()
        let before = try session.run(
            BoltStatement(text: "RETURN 1", parameters: [:], options: .init(access: .read)))
        #expect(before.summary().bookmark == "veiviser:0")
        try session.begin(.init(access: .write))
        _ = try run(session, "CREATE ()")
        #expect(try session.commit() == "veiviser:1")
    }
}
