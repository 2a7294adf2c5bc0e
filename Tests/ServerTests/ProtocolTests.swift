import GraphModel
import Testing

@testable import Server

/// Conversations with a real server over a real socket.
@Suite struct ProtocolTests {
    @Test(arguments: 0...4)
    func everyVersionOpens(minor: UInt8) throws {
        let version = BoltVersion(5, minor)
        try withServer(FakeBackend()) { server, _ in
            let client = try BoltClient(port: server.port)
            #expect(try client.agree(on: version) == [0, 0, minor, 5])
            let hello = try client.exchange(
                .hello(["user_agent": .string("t/1"), "scheme": .string("none")]))
            let agent = try #require(hello.first?.entry("server"))
            #expect(agent.hasPrefix("Neo4j/5.26.0 compatible (Veiviser "))
            #expect(hello.first?.entry("connection_id") == "bolt-1")
            if version.hasLogon {
                #expect(try client.exchange(.logon([:])) == [.success([:])])
            }
            let rows = try client.exchange(.run("ROWS 1"), .pullAll)
            #expect(rows[0].entry("fields") == "[n]")
            #expect(rows[1] == .record("[0]"))
            #expect(rows[2].entry("type") == "r")
        }
    }

    @Test func anUnknownVersionIsTurnedDown() throws {
        try withServer(FakeBackend()) { server, _ in
            let client = try BoltClient(port: server.port)
            #expect(try client.agree(on: BoltVersion(9, 9)) == [0, 0, 0, 0])
            #expect(client.isClosedByServer())
        }
    }

    @Test func graphValuesArriveAsStructures() throws {
        try withServer(FakeBackend()) { server, _ in
            let client = try BoltClient.ready(server)
            let answers = try client.exchange(.run("GRAPH"), .pullAll)
            let node = "N(100, [Agency, Body], {name: Politiet, rank: 0}, n:100)"
            let other = "N(101, [Agency, Body], {name: Politiet, rank: 1}, n:101)"
            let edge = "R(7, 100, 101, LEADS, {since: D(1)}, r:7, n:100, n:101)"
            let unbound = "r(7, LEADS, {since: D(1)}, r:7)"
            let forward = "P([\(node), \(other)], [\(unbound)], [1, 1])"
            let backward = "P([\(other), \(node)], [\(unbound)], [-1, 1])"
            #expect(answers[1] == .record("[\(node), \(edge), \(forward), \(backward)]"))
        }
    }

    @Test func rowsComeInPages() throws {
        try withServer(FakeBackend()) { server, _ in
            let client = try BoltClient.ready(server)
            try client.send(.run("ROWS 2500"))
            _ = try client.response()
            var counts: [Int] = []
            while true {
                let page = try client.exchange(.pull(StreamDemand(rows: 1000)))
                counts.append(page.count - 1)
                if page.last?.entry("has_more") != "true" { break }
            }
            #expect(counts == [1000, 1000, 500])
            let next = try client.exchange(
                .run("ROWS 5"), .pull(StreamDemand(rows: 2)), .discard(StreamDemand(rows: nil)))
            #expect(next.count == 5)
            #expect(next.last?.entry("db") == "guide")
        }
    }

    @Test func aLargeValueIsSplitIntoChunks() throws {
        try withServer(FakeBackend()) { server, _ in
            let client = try BoltClient.ready(server)
            let answers = try client.exchange(.run("WIDE 200000"), .pullAll)
            let text = String(repeating: "x", count: 200_000)
            #expect(answers[1] == .record("[\(text)]"))
            #expect(answers[2] == .record("[\(text)]"))
        }
    }

    @Test func transactionsAreOpenedCommittedAndRolledBack() throws {
        try withServer(FakeBackend()) { server, backend in
            let client = try BoltClient.ready(server)
            let first = try client.exchange(
                .begin([:]), .run("CREATE 3"), .run("ROWS 2"),
                .pull(StreamDemand(rows: nil, result: 0)),
                .pull(StreamDemand(rows: nil, result: 1)), .commit)
            #expect(first[1].entry("qid") == "0")
            #expect(first[2].entry("qid") == "1")
            #expect(first[3].entry("stats") == "{contains-updates: true, nodes-created: 3}")
            #expect(first.last == .success(["bookmark": "fake:1"]))
            #expect(backend.now.committed == 3)
            let second = try client.exchange(
                .begin([:]), .run("CREATE 5"), .pullAll, .rollback)
            #expect(second.last == .success([:]))
            #expect(backend.now.committed == 3)
            #expect(backend.now.openTransactions == 0)
        }
    }

    @Test func anAutomaticCommitGivesItsBookmark() throws {
        try withServer(FakeBackend()) { server, backend in
            let client = try BoltClient.ready(server)
            let answers = try client.exchange(.run("CREATE 2"), .pullAll)
            #expect(answers[1].entry("bookmark") == "fake:auto")
            #expect(answers[1].entry("type") == "w")
            let refused = try client.exchange(.run("CREATE 2", ["mode": .string("r")]))
            #expect(refused == [.failure("Neo.ClientError.Statement.AccessMode")])
            #expect(backend.now.committed == 2)
        }
    }

    @Test func afterAFailureAllIsIgnoredUntilReset() throws {
        try withServer(FakeBackend()) { server, backend in
            let client = try BoltClient.ready(server)
            let answers = try client.exchange(
                .begin([:]), .run("CREATE 1"), .pullAll, .run("NONSENSE"), .pullAll, .commit,
                .begin([:]))
            #expect(
                Array(answers[3...6]) == [
                    .failure("Neo.ClientError.Statement.SyntaxError"), .ignored, .ignored,
                    .ignored,
                ])
            // Sent by itself: a RESET has all that waits before it ignored.
            #expect(try client.exchange(.reset) == [.success([:])])
            #expect(try client.exchange(.run("ROWS 0"), .pullAll)[0].entry("fields") == "[n]")
            #expect(backend.now.committed == 0)
            #expect(backend.now.openTransactions == 0)
        }
    }

    @Test(arguments: [true, false])
    func resetStopsARunningQuery(inTransaction: Bool) throws {
        try withServer(FakeBackend()) { server, backend in
            let client = try BoltClient.ready(server)
            if inTransaction { _ = try client.exchange(.begin([:])) }
            try client.send(.run("HANG"), .pullAll)
            #expect(eventually { backend.now.hanging == 1 })
            try client.send(.reset, .reset)
            #expect(try client.response() == .ignored)
            #expect(try client.response() == .ignored)
            #expect(try client.response() == .success([:]))
            #expect(try client.response() == .success([:]))
            #expect(try client.exchange(.run("ROWS 1"), .pullAll)[1] == .record("[0]"))
        }
    }

    @Test func aTransactionHasItsTime() throws {
        try withServer(FakeBackend()) { server, backend in
            let client = try BoltClient.ready(server)
            let timedOut = Response.failure("Neo.ClientError.Transaction.TransactionTimedOut")
            let extra: ValueMap = ["tx_timeout": .integer(20)]
            #expect(try client.exchange(.run("HANG", extra)) == [timedOut])
            #expect(try client.exchange(.reset, .begin(extra)).count == 2)
            // Nothing is asked for until the time is up.
            #expect(eventually { backend.now.openTransactions == 0 })
            #expect(try client.exchange(.run("ROWS 1"), .commit) == [timedOut, .ignored])
            #expect(try client.exchange(.reset, .begin([:]), .rollback).count == 3)
        }
    }

    @Test func anIdleTransactionIsGivenUpAndAnIdleClientToo() throws {
        let configure = { (configuration: inout BoltConfiguration) in
            configuration.limits.transactionIdleTime = 0.05
            configuration.limits.idleTime = 0.3
        }
        try withServer(FakeBackend(), configure: configure) { server, backend in
            let client = try BoltClient.ready(server)
            _ = try client.exchange(.begin([:]), .run("ROWS 10"))
            #expect(backend.now.openTransactions == 1)
            #expect(eventually { backend.now.openTransactions == 0 })
            #expect(
                try client.exchange(.pullAll) == [
                    .failure("Neo.ClientError.Transaction.TransactionTimedOut")
                ])
            #expect(client.isClosedByServer())
            #expect(eventually { server.connectionCount == 0 })
        }
    }

    @Test func aClientThatVanishesHoldsNothingUp() throws {
        try withServer(FakeBackend()) { server, backend in
            let client = try BoltClient.ready(server)
            _ = try client.exchange(.begin([:]), .run("CREATE 1"), .pullAll)
            try client.send(.run("HANG"), .pullAll)
            #expect(eventually { backend.now.hanging == 1 })
            client.vanish()
            #expect(eventually { backend.now.hanging == 0 })
            #expect(eventually { backend.now.openTransactions == 0 })
            #expect(eventually { server.connectionCount == 0 })
            #expect(backend.now.committed == 0)
        }
    }

    @Test func aClientThatStopsReadingIsDropped() throws {
        let configure = { (configuration: inout BoltConfiguration) in
            configuration.limits.writeTime = 0.2
        }
        try withServer(FakeBackend(), configure: configure) { server, backend in
            let client = try BoltClient.ready(server)
            // Far more than the network's buffers take.
            try client.send(.begin([:]))
            for _ in 0..<20 { try client.send(.run("WIDE 2000000"), .pullAll) }
            #expect(eventually { server.connectionCount == 0 })
            #expect(backend.now.openTransactions == 0)
            client.vanish()
        }
    }

    @Test func goodbyeEndsTheConnection() throws {
        try withServer(FakeBackend()) { server, _ in
            let client = try BoltClient.ready(server)
            try client.send(.run("HANG"), .goodbye)
            #expect(client.isClosedByServer())
            #expect(eventually { server.connectionCount == 0 })
        }
    }

    @Test func thePartsThatHaveNoRowsArrive() throws {
        try withServer(FakeBackend()) { server, _ in
            let client = try BoltClient.ready(server)
            let table = try client.exchange(
                .route(context: ["address": .string("graph.example:7687")], database: nil))
            let servers = try #require(table.first?.entry("rt"))
            #expect(servers.contains("{addresses: [graph.example:7687], role: WRITE}"))
            #expect(servers.contains("db: guide"))
            let own = try client.exchange(.route(context: [:], database: "neo4j"))
            #expect(own.first?.entry("rt")?.contains("127.0.0.1:\(server.port)") == true)
            let none = try client.exchange(.route(context: [:], database: "other"))
            #expect(none == [.failure("Neo.ClientError.Database.DatabaseNotFound")])
            #expect(try client.exchange(.reset) == [.success([:])])
            #expect(try client.exchange(.telemetry) == [.success([:])])
            #expect(try client.exchange(.logoff, .logon([:])).last == .success([:]))
            let planned = try client.exchange(.run("PLAN"), .pullAll)
            let plan = try #require(planned.last?.entry("plan"))
            #expect(plan.contains("operatorType: Produce"))
            #expect(plan.contains("operatorType: Scan"))
            #expect(planned.last?.entry("notifications")?.contains("UnknownLabelWarning") == true)
            let quiet = try client.exchange(
                .run("PLAN", ["notifications_minimum_severity": .string("OFF")]), .pullAll)
            #expect(quiet.last?.entry("notifications") == nil)
            let chosen = try client.exchange(
                .run(
                    "PLAN",
                    ["notifications_disabled_categories": .list([.string("UNRECOGNIZED")])]),
                .pullAll)
            #expect(chosen.last?.entry("notifications") == nil)
        }
    }

    @Test func parametersComeBackUnchanged() throws {
        try withServer(FakeBackend()) { server, _ in
            let client = try BoltClient.ready(server)
            let parameters: ValueMap = [
                "a": .list([.integer(1), .null, .map(["k": .float(1.5)])]),
                "b": .dateTime(
                    ZonedDateTime(
                        epochSeconds: 0, nanoseconds: 1, offsetSeconds: 3600,
                        zoneName: "Europe/Oslo")),
            ]
            let run = BoltRequest.run(text: "ECHO", parameters: parameters, extra: [:])
            let answers = try client.exchange(run, .pullAll)
            #expect(answers[1] == .record("[[1, null, {k: 1.5}], i(0, 1, Europe/Oslo)]"))
        }
    }

    @Test func aRefusedParameterLeavesTheConnectionUsable() throws {
        try withServer(FakeBackend()) { server, _ in
            let client = try BoltClient.ready(server)
            let run = BoltRequest.run(
                text: "ECHO", parameters: ["n": .node(NodeIndex(0))], extra: [:])
            #expect(
                try client.exchange(run, .pullAll) == [
                    .failure("Neo.ClientError.Statement.TypeError"), .ignored,
                ])
            #expect(try client.exchange(.reset) == [.success([:])])
            let deep = try client.exchange(.run("NEST 600"), .pullAll)
            #expect(deep.last == .failure("Neo.ClientError.Statement.ExecutionFailed"))
        }
    }

    @Test(
        arguments: [
            ("PULL without a result", .pullAll), ("COMMIT without a transaction", .commit),
            ("a second HELLO", .hello([:])), ("a second LOGON", .logon([:])),
        ] as [(String, BoltRequest)])
    func aBreachOfTheProtocolEndsTheConnection(what: String, request: BoltRequest) throws {
        try withServer(FakeBackend()) { server, _ in
            let client = try BoltClient.ready(server)
            try client.send(request)
            #expect(try client.response() == .failure("Neo.ClientError.Request.Invalid"))
            #expect(client.isClosedByServer())
        }
    }

    @Test func signsOfLifeComeWhileAQueryRuns() throws {
        let configure = { (configuration: inout BoltConfiguration) in
            configuration.limits.keepAliveTime = 0.02
        }
        try withServer(FakeBackend(), configure: configure) { server, backend in
            let client = try BoltClient.ready(server)
            try client.send(.run("HANG"))
            #expect(eventually { backend.now.hanging == 1 })
            #expect(try client.receiveBytes(6) == [0, 0, 0, 0, 0, 0])
            try client.send(.reset)
            #expect(try client.response() == .ignored)
        }
    }

    @Test func aBrowserIsToldWhatThePortIsFor() throws {
        try withServer(FakeBackend()) { server, _ in
            let client = try BoltClient(port: server.port)
            try client.sendBytes(Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
            let answer = client.receiveAll()
            let text = String(decoding: answer.bytes, as: UTF8.self)
            #expect(text.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
            #expect(text.contains("bolt://127.0.0.1:\(server.port)"))
            #expect(answer.isClosed)
        }
    }
}
