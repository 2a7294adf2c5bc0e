import Foundation
import Fuzzing
import GraphModel
import Synchronization
import Testing

@testable import Server

/// What drivers send, recorded, then spoilt in ten thousand ways.
@Suite struct HostileStreamTests {
    /// What real drivers sent: `Fixtures/driver5-values.bin` and so on.
    private static func recordings() throws -> [[UInt8]] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try files.filter { $0.hasSuffix(".bin") }.map { name in
            [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
        }
    }

    @Test func recordingsRunAsTheyAre() throws {
        for recording in try Self.recordings() {
            try withServer(FakeBackend()) { server, backend in
                let client = try BoltClient(port: server.port)
                // Without the GOODBYE at the end, which would have the rest dropped.
                try client.sendBytes(Array(recording.dropLast(6)))
                _ = try client.receiveBytes(4)
                #expect(try client.response().entry("server") != nil)
                #expect(try client.response() == .success([:]))
                var next = try client.response()
                // The recordings of errors fail where their queries do, and nowhere else.
                while case .record = next { next = try client.response() }
                #expect(next != .failure("Neo.ClientError.Request.Invalid"))
            }
        }
    }

    @Test func tenThousandSpoiltStreamsEndInAClosedConnection() throws {
        let recordings = try Self.recordings()
        #expect(recordings.count >= 10)
        let total = 10_000
        let outcome = Mutex((closed: 0, failures: 0, next: 0))
        try withServer(FakeBackend(), configure: Self.impatient) { server, backend in
            let workers = Monitor(64)
            for _ in 0..<64 {
                try ServerThread.start(stackBytes: 512 << 10) {
                    while let number = outcome.withLock({ state -> Int? in
                        defer { state.next += 1 }
                        return state.next < total ? state.next : nil
                    }) {
                        var mutator = StreamMutator(seed: UInt64(number), recordings: recordings)
                        let end = Self.end(of: mutator.stream(), port: server.port)
                        outcome.withLock { state in
                            if end.isClosed { state.closed += 1 }
                            if end.isFailure { state.failures += 1 }
                        }
                    }
                    workers.update { $0 -= 1 }
                }
            }
            _ = workers.wait(until: nil) { $0 == 0 ? true : nil }
            let seen = outcome.withLock { $0 }
            #expect(seen.closed == total)
            // Most end inside a message or a query; those that break the rules are told so.
            #expect(seen.failures > total / 10)
            #expect(eventually { server.connectionCount == 0 })
            #expect(backend.now.openTransactions == 0)
            #expect(backend.now.hanging == 0)
            let client = try BoltClient.ready(server)
            #expect(try client.exchange(.run("ROWS 1"), .pullAll)[1] == .record("[0]"))
        }
    }

    /// Streams that stop in the middle should not take the test's time.
    private static func impatient(_ configuration: inout BoltConfiguration) {
        configuration.limits.authenticationTime = 0.1
        configuration.limits.messageTime = 0.1
        configuration.limits.idleTime = 0.1
        configuration.limits.transactionIdleTime = 0.05
        configuration.limits.keepAliveTime = 0.05
    }

    /// How the server took a stream: whether it closed the connection, and whether it told of a
    /// breach of the protocol.
    private static func end(
        of stream: [UInt8], port: Int
    ) -> (isClosed: Bool, isFailure: Bool) {
        guard let client = try? BoltClient(port: port) else { return (false, false) }
        // The server may close before it has seen all.
        try? client.sendBytes(stream)
        let answer = client.receiveAll()
        let mark = Array(FailureCode.invalidRequest.utf8)
        let tail = answer.bytes.suffix(400)
        let isFailure = tail.indices.contains { tail[$0...].starts(with: mark) }
        return (answer.isClosed, isFailure)
    }

    /// In a process of its own: what other tests hold at the same time does not count.
    @Test(.enabled(if: ServedProgram.path != nil, "the program is not built"))
    func spoiltStreamsLeaveNoMemoryBehind() throws {
        let recordings = try Self.recordings()
        let served = try ServedProgram("--empty")
        defer { served.end() }
        func send(_ numbers: Range<UInt64>) throws {
            for number in numbers {
                var mutator = StreamMutator(seed: number, recordings: recordings)
                // It closes as it goes, whatever the server had to say.
                try? BoltClient(port: served.port).sendBytes(mutator.stream())
            }
        }
        // What is kept for the next connection is there after the first of them.
        try send(0..<1_000)
        let before = try residentBytes(served)
        #expect(before > 0)
        try send(1_000..<4_000)
        #expect(eventually { (try? residentBytes(served) - before < 32 << 20) ?? false })
        let client = try served.client()
        #expect(try client.exchange(.run("RETURN 1"), .pullAll)[1] == .record("[1]"))
    }

    /// Bytes of memory a program has at hand.
    private func residentBytes(_ served: ServedProgram) throws -> Int {
        let text = try String(
            contentsOfFile: "/proc/\(served.process.processIdentifier)/statm", encoding: .utf8)
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
    }
}

/// Spoils recorded streams, the same way for the same seed.
private struct StreamMutator {
    private var dice: Dice
    private let recordings: [[UInt8]]

    init(seed: UInt64, recordings: [[UInt8]]) {
        dice = Dice(seed: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        self.recordings = recordings
    }

    /// A stream with one to six faults. Most keep the handshake whole, to get past it.
    mutating func stream() -> [UInt8] {
        var bytes = recordings[below(recordings.count)]
        let first = below(8) == 0 ? 0 : min(20, bytes.count)
        for _ in 0...below(6) { spoil(&bytes, from: first) }
        return bytes
    }

    private mutating func spoil(_ bytes: inout [UInt8], from first: Int) {
        guard bytes.count > first + 1 else { return }
        let at = first + below(bytes.count - first)
        switch below(9) {
        case 0: bytes[at] ^= 1 << UInt8(below(8))
        case 1: bytes[at] = UInt8(below(256))
        case 2: bytes[at] = interesting[below(interesting.count)]
        case 3: bytes.removeSubrange(at..<min(bytes.count, at + 1 + below(8)))
        case 4: bytes.insert(contentsOf: (0...below(8)).map { _ in UInt8(below(256)) }, at: at)
        case 5: bytes.removeSubrange(at...)
        case 6:
            let other = recordings[below(recordings.count)]
            bytes.replaceSubrange(at..., with: other[below(other.count)...])
        case 7:
            let part = bytes[at..<min(bytes.count, at + 1 + below(64))]
            bytes.insert(contentsOf: part, at: first + below(bytes.count - first))
        default: bytes.insert(contentsOf: bomb(), at: messageStart(bytes, near: at))
        }
    }

    /// Bytes that start something, or say it is very long.
    private let interesting: [UInt8] = [
        0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xAF, 0xB0, 0xBF, 0xC0, 0xC1, 0xC4, 0xCB, 0xCE,
        0xD2, 0xD6, 0xDA, 0xDF, 0xFF,
    ]

    /// A message made to take much: deep nesting, or lengths that claim the world.
    private mutating func bomb() -> [UInt8] {
        let heads: [[UInt8]] = [
            [0x91], [0xA1, 0x81, 0x61], [0xD6, 0xFF, 0xFF, 0xFF, 0xFF], [0xD6, 0, 0, 0x40, 0],
            [0xDA, 0, 0, 0x10, 0],
        ]
        let head = heads[below(heads.count)]
        var body: [UInt8] = [0xB3, 0x10, 0x84, 0x45, 0x43, 0x48, 0x4F, 0xA1, 0x81, 0x61]
        for _ in 0..<1 + below(3000) { body += head }
        body += [UInt8](repeating: 0x01, count: below(20_000))
        body = Array(body.prefix(60_000))
        return [UInt8(body.count >> 8), UInt8(body.count & 0xFF)] + body + [0, 0]
    }

    /// The start of a message at or before a place, as far as the stream can still be followed.
    private func messageStart(_ bytes: [UInt8], near place: Int) -> Int {
        var at = min(20, bytes.count)
        var start = at
        while at + 2 <= bytes.count, at <= place {
            let size = Int(bytes[at]) << 8 | Int(bytes[at + 1])
            at += 2 + size
            if size == 0 { start = at }
        }
        return min(start, bytes.count)
    }

    private mutating func below(_ bound: Int) -> Int { dice.below(bound) }
}
