import Foundation
import Fuzzing
import GraphModel
import Testing

@testable import Server

/// Spoilt values and spoilt streams of messages are read or refused, within their limits of nesting
/// and memory. See `FuzzSettings` for long runs.
@Suite(.serialized) struct SpoiltMessageTests {
    private static let subjects = [
        FuzzSubject(
            "packstream",
            seeds: PackStreamTests.values.map(valueSeed).filter { $0.bytes.count < 2_000 },
            pieces: pieces, ordinaryCount: 2_000, judge: verdictOfValue),
        FuzzSubject(
            "bolt-messages", seeds: recordings(), pieces: pieces + messages, ordinaryCount: 2_000,
            judge: verdictOfStream),
    ]

    @Test(arguments: subjects)
    func areReadOrRefused(_ subject: FuzzSubject) {
        guard let report = FuzzRun(subject).report() else { return }
        #expect(report.findings == [])
        #expect(report.isBalanced, "\(report.refused) of \(report.inputs) refused")
    }

    // MARK: values

    private static func valueSeed(_ value: Value) -> FuzzInput {
        var writer = PackStreamWriter()
        writer.value(.list([value, value]), entities: FakeEntities())
        return FuzzInput([.init("value", writer.bytes)])
    }

    private static func verdictOfValue(_ input: FuzzInput) -> FuzzVerdict {
        var reader = PackStreamReader(input.bytes, limits: limits)
        do {
            let value = try reader.value()
            return flaw(in: value).map(FuzzVerdict.flawed) ?? .accepted
        } catch {
            return verdict(error)
        }
    }

    /// Values that came in can go out again, and come in as the same.
    private static func flaw(in value: Value) -> String? {
        var writer = PackStreamWriter()
        writer.value(value, entities: FakeEntities())
        var reader = PackStreamReader(writer.bytes, limits: limits)
        guard let again = try? reader.value(), reader.isAtEnd else {
            return "was read as what cannot be read again"
        }
        let printer = ValuePrinter()
        let texts = (printer.text(of: value), printer.text(of: again))
        return texts.0 == texts.1 ? nil : "was \(texts.0) first, then \(texts.1)"
    }

    private static let limits = PackStreamLimits(nesting: 128, decodedBytes: 16 << 20)

    private static func verdict(_ fault: PackStreamFault) -> FuzzVerdict {
        switch fault {
        case .malformed(let reason):
            return reason.isEmpty ? .flawed("is refused without a reason") : .refused
        case .refused(let diagnostic):
            let isOurs = diagnostic.kind == .internalError || diagnostic.message.isEmpty
            return isOurs ? .flawed("is refused with \(diagnostic)") : .refused
        }
    }

    // MARK: streams

    /// What drivers sent, behind the handshake.
    private static func recordings() -> [FuzzInput] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { $0.hasSuffix(".bin") }.compactMap { name in
            guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
                return nil
            }
            return FuzzInput([.init(name, [UInt8](data.dropFirst(20)))])
        }
    }

    private static func verdictOfStream(_ input: FuzzInput) -> FuzzVerdict {
        var assembler = MessageAssembler()
        var messages: [[UInt8]] = []
        do {
            // In pieces, as a network gives them.
            var rest = input.bytes[...]
            while !rest.isEmpty {
                try assembler.take(rest.prefix(97), limit: 16_384, messages: &messages)
                rest = rest.dropFirst(97)
            }
            for message in messages {
                guard let kind = RequestKind(of: message) else { return .refused }
                var reader = PackStreamReader(message, limits: limits)
                _ = try BoltRequest(kind, from: &reader)
            }
            return assembler.isMidMessage ? .refused : .accepted
        } catch {
            return verdict(error)
        }
    }

    /// Bytes that start something, and lengths that claim the world.
    private static let pieces: [[UInt8]] =
        [
            [0x00], [0x7F], [0x80], [0x8F], [0x90], [0x9F], [0xA0], [0xAF], [0xB0], [0xBF], [0xC0],
            [0xC1], [0xC4], [0xC8, 0x80], [0xC9, 0x80, 0],
            [0xCB, 0x7F, 255, 255, 255, 255, 255, 255, 255],
            [0xCB, 0x80, 0, 0, 0, 0, 0, 0, 0], [0xCC, 1, 1], [0xD2, 255, 255, 255, 255],
            [0xD6, 255, 255, 255, 255], [0xDA, 255, 255, 255, 255], [0xD6, 0, 0, 0x40, 0],
            [0xDA, 0, 0, 0x10, 0], [0xD0, 3, 0x61, 0xC3, 0xA5], [0x91, 0x91, 0x91, 0x91],
            [0xA1, 0x81, 0x61], [0xA2, 0x81, 0x61, 1, 0x81, 0x61, 2], [0xB1, 0x44, 1],
            [0xB3, 0x49, 0, 0, 0], [0xB3, 0x69, 0, 0, 0x84, 0x4D, 0x6F, 0x6F, 0x6E],
            [0xB2, 0x54, 0, 0],
            [0xB4, 0x45, 0, 0, 0, 0], [0xB2, 0x64, 0, 0], [0xB3, 0x4E, 1, 0x90, 0xA0],
            [0xB1, 0x74, 0xF0],
        ] + [[UInt8](repeating: 0x91, count: 200)]

    private static let messages: [[UInt8]] = [
        [0, 0], [0, 1, 0x90, 0, 0], [0xFF, 0xFF], [0, 2, 0xB0, 0x0F, 0, 0],
        [0, 3, 0xB1, 0x3F, 0xA0, 0, 0],
        [0, 6, 0xB1, 0x3F, 0xA1, 0x81, 0x6E, 0xFF, 0, 0],
    ]
}
