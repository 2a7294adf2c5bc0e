import Foundation
import GraphModel
import Testing

@testable import Server

/// The program itself, killed while clients write to a graph file.
@Suite struct DurabilityTests {
    @Test(.enabled(if: ServedProgram.path != nil, "the program is not built"))
    func whatWasAcknowledgedSurvivesAHundredKills() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("veiviser-kill-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("graph.veiviser").path
        var acknowledged = 0
        var sent = 0
        for round in 0..<100 {
            let served = try ServedProgram("--graph", file, "--write")
            let pairs = try pairs(served)
            // All that was acknowledged is there, and the one under way as a whole or not at all.
            #expect(pairs.halves == 0, "round \(round)")
            #expect(pairs.count >= acknowledged && pairs.count <= sent, "round \(round)")
            acknowledged = pairs.count
            sent = pairs.count
            // However slow the machine is, each round has a commit before its kill.
            let first = DispatchSemaphore(value: 0)
            let killer = Thread { [id = served.process.processIdentifier] in
                _ = first.wait(timeout: .now() + 20)
                pause(milliseconds: round % 17)
                kill(id, SIGKILL)
            }
            killer.start()
            try? write(served, &sent, &acknowledged, first)
            served.process.waitUntilExit()
        }
        #expect(acknowledged >= 100)
    }

    /// Commits pairs of nodes until the server is gone.
    private func write(
        _ served: ServedProgram, _ sent: inout Int, _ acknowledged: inout Int,
        _ first: DispatchSemaphore
    ) throws {
        let client = try served.client()
        while true {
            sent += 1
            let answers = try client.exchange(
                .begin([:]), .run("CREATE (:Left {i: \(sent)})"), .pullAll,
                .run("MATCH (a:Left {i: \(sent)}) CREATE (a)-[:TO]->(:Right {i: a.i})"), .pullAll,
                .commit)
            #expect(answers.last?.entry("bookmark") != nil)
            acknowledged += 1
            first.signal()
        }
    }

    /// How many pairs there are, and how many nodes without their other half.
    private func pairs(_ served: ServedProgram) throws -> (count: Int, halves: Int) {
        let client = try served.client()
        let answers = try client.exchange(
            .run("MATCH (n) RETURN count(n)"), .pullAll,
            .run("MATCH (:Left)-[:TO]->(r:Right) RETURN count(DISTINCT r.i)"), .pullAll)
        guard case .record(let nodes) = answers[1], case .record(let whole) = answers[4],
            let all = Int(nodes.dropFirst().dropLast()),
            let count = Int(whole.dropFirst().dropLast())
        else { throw BoltClient.Closed() }
        return (count, all - 2 * count)
    }

    @Test(.enabled(if: ServedProgram.path != nil, "the program is not built"))
    func aSecondWriterIsToldWhoHoldsTheFile() throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("veiviser-held-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let served = try ServedProgram("--graph", file, "--write")
        defer { served.end() }
        let second = Process()
        second.executableURL = URL(fileURLWithPath: try #require(ServedProgram.path))
        second.arguments = ["serve", "--bolt", "127.0.0.1:0", "--graph", file, "--write"]
        let pipe = Pipe()
        second.standardError = pipe
        second.standardOutput = FileHandle.nullDevice
        try second.run()
        let text = String(
            decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        second.waitUntilExit()
        #expect(second.terminationStatus != 0)
        #expect(text.contains("GraphFileInUse"))
        #expect(text.contains("\(served.process.processIdentifier)"))
    }

    @Test(
        .enabled(if: ServedProgram.path != nil, "the program is not built"),
        arguments: [SIGTERM, SIGINT])
    func theProgramStopsWhenAsked(signal: Int32) throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("veiviser-stop-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let served = try ServedProgram("--graph", file, "--write")
        let client = try served.client()
        _ = try client.exchange(.run("CREATE (:Kept)"), .pullAll)
        try client.send(
            .run("UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(a * b)"))
        pause(milliseconds: 100)
        served.end(with: signal)
        #expect(served.process.terminationStatus == 0)
        #expect(
            try client.response() == .failure("Neo.TransientError.General.DatabaseUnavailable"))
        let again = try ServedProgram("--graph", file, "--write")
        defer { again.end() }
        let kept = try again.client().exchange(.run("MATCH (n:Kept) RETURN count(n)"), .pullAll)
        #expect(kept[1] == .record("[1]"))
    }
}
