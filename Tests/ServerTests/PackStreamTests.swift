import GraphModel
import Testing

@testable import Server

@Suite struct PackStreamTests {
    /// The bytes of one value outside any message.
    private func written(_ value: Value) -> [UInt8] {
        var writer = PackStreamWriter()
        writer.value(value, entities: FakeEntities())
        return writer.bytes
    }

    private func read(_ bytes: [UInt8]) throws -> Value {
        var reader = PackStreamReader(bytes)
        let value = try reader.value()
        #expect(reader.isAtEnd)
        return value
    }

    static let values: [Value] =
        [
            .null, .boolean(true), .boolean(false), .float(0), .float(-1.5), .float(.infinity),
            .float(.leastNonzeroMagnitude), .string(""), .string("å🙂 e\u{301}"), .list([]),
            .map([:]), .list([.null, .list([.integer(1)]), .map(["a": .null])]),
            .map(["b": .integer(1), "a": .list([.string("x")])]),
            .date(CalendarDate(days: -719_528)),
            .localTime(LocalTime(nanoseconds: 86_399_999_999_999)),
            .time(
                OffsetTime(local: LocalTime(nanoseconds: 1), offsetSeconds: -64_800)),
            .localDateTime(LocalDateTime(seconds: -1, nanoseconds: 999_999_999)),
            .dateTime(
                ZonedDateTime(
                    epochSeconds: 1, nanoseconds: 2, offsetSeconds: 3723, zoneName: nil)),
            .dateTime(
                ZonedDateTime(
                    epochSeconds: 1_752_000_000, nanoseconds: 0, offsetSeconds: 7200,
                    zoneName: "Europe/Oslo")),
            .duration(TemporalDuration(months: -1, days: 2, seconds: -3, nanoseconds: 4)),
        ]
        + [
            Int.min, Int.min + 1, -2_147_483_649, -2_147_483_648, -32_769, -32_768, -129, -128,
            -17, -16, -1, 0, 1, 127, 128, 255, 256, 32_767, 32_768, 65_535, 2_147_483_647,
            2_147_483_648, Int.max,
        ].map { .integer($0) }
        + [15, 16, 255, 256, 65_535, 65_536].flatMap { count -> [Value] in
            let names = (0..<count).map { (String($0), Value.null) }
            return [
                .string(String(repeating: "a", count: count)),
                .list([Value](repeating: .boolean(true), count: count)), .map(ValueMap(names)),
            ]
        }

    @Test(arguments: values.indices)
    func everyValueComesBackUnchanged(index: Int) throws {
        let value = Self.values[index]
        let back = try read(written(value))
        #expect(ValuePrinter().text(of: back) == ValuePrinter().text(of: value))
        #expect(back.typeName == value.typeName)
    }

    @Test func notANumberComesBack() throws {
        guard case .float(let number) = try read(written(.float(.nan))) else {
            Issue.record("no float came back")
            return
        }
        #expect(number.isNaN)
    }

    @Test(
        arguments: [
            (42, [0x2A]), (-16, [0xF0]), (-17, [0xC8, 0xEF]), (1234, [0xC9, 0x04, 0xD2]),
            (-70_000, [0xCA, 0xFF, 0xFE, 0xEE, 0x90]),
            (Int.min, [0xCB, 0x80, 0, 0, 0, 0, 0, 0, 0]),
        ] as [(Int, [UInt8])])
    func integersTakeTheirShortestForm(number: Int, bytes: [UInt8]) {
        #expect(written(.integer(number)) == bytes)
    }

    @Test func aNegativeFractionIsBroughtInRange() throws {
        // Minus half a second, as drivers send it.
        var writer = PackStreamWriter()
        writer.structure(StructureTag.duration, fields: 4)
        for number in [0, 0, 0, -500_000_000] { writer.integer(number) }
        guard case .duration(let amount) = try read(writer.bytes) else {
            Issue.record("no duration came back")
            return
        }
        #expect(amount.seconds == -1)
        #expect(amount.nanoseconds == 500_000_000)
    }

    @Test func theLastOfEqualKeysWins() throws {
        var bytes: [UInt8] = [Marker.map8, 40]
        for number in 0..<40 { bytes += [0x81, UInt8(ascii: "a"), UInt8(number)] }
        guard case .map(let map) = try read(bytes) else {
            Issue.record("no map came back")
            return
        }
        #expect(map.count == 1)
        #expect(ValuePrinter().text(of: .map(map)) == "{a: 39}")
    }

    @Test(
        arguments: [
            ("ends in an integer", [0xC9, 0x01]), ("ends in a string", [0x85, 0x61]),
            ("ends in a list", [0x92, 0x01]),
            ("a list longer than memory", [0xD6, 255, 255, 255, 255]),
            ("a map longer than memory", [0xDA, 255, 255, 255, 255]),
            ("a string longer than memory", [0xD2, 255, 255, 255, 255]),
            ("bytes that are not UTF-8", [0x82, 0xC3, 0x28]),
            ("a surrogate", [0x83, 0xED, 0xA0, 0x80]),
            ("an unused marker", [0xC4]), ("another one", [0xDF]),
            ("a key that is no text", [0xA1, 1, 1]),
            ("nothing", []), ("an unknown structure", [0xB1, 0x99, 1]),
            ("a date of two fields", [0xB2, 0x44, 1, 1]),
            ("a date of text", [0xB1, 0x44, 0x81, 0x61]),
        ] as [(String, [UInt8])])
    func malformedBytesAreRefused(what: String, bytes: [UInt8]) {
        #expect {
            var reader = PackStreamReader(bytes)
            _ = try reader.value()
        } throws: { error in
            if case PackStreamFault.malformed = error { true } else { false }
        }
    }

    @Test(
        arguments: [
            ("UnsupportedParameterType", [0xCC, 2, 1, 1]),
            ("UnsupportedParameterType", [0xB3, 0x58, 0xC9, 0x10, 0xE6, 1, 1]),
            ("UnsupportedParameterType", [0xB4, 0x4E, 1, 0x90, 0xA0, 0x81, 0x61]),
            ("NumberOutOfRange", [0xB1, 0x74, 0xF0]),
            ("NumberOutOfRange", [0xB1, 0x44, 0xCB, 0x7F, 255, 255, 255, 255, 255, 255, 255]),
            ("NumberOutOfRange", [0xB3, 0x49, 0, 0, 0xCA, 0x00, 0x01, 0x51, 0x80]),
            ("InvalidArgumentValue", [0xB3, 0x69, 0, 0, 0x84, 0x4D, 0x6F, 0x6F, 0x6E]),
        ] as [(String, [UInt8])])
    func valuesThatCannotBeTakenAreNamed(code: String, bytes: [UInt8]) {
        #expect {
            var reader = PackStreamReader(bytes)
            _ = try reader.value()
        } throws: { error in
            if case PackStreamFault.refused(let diagnostic) = error {
                diagnostic.code == code
            } else {
                false
            }
        }
    }

    @Test func nestingIsBounded() throws {
        let limits = PackStreamLimits(nesting: 10)
        var allowed = PackStreamReader([UInt8](repeating: 0x91, count: 10) + [1], limits: limits)
        _ = try allowed.value()
        #expect(throws: PackStreamFault.malformed("lists and maps nest deeper than 10")) {
            var reader = PackStreamReader(
                [UInt8](repeating: 0x91, count: 11) + [1], limits: limits)
            _ = try reader.value()
        }
    }

    @Test func memoryIsPaidForBeforeItIsTaken() {
        // Each list claims all the bytes that are left.
        var bytes: [UInt8] = []
        for _ in 0..<100 { bytes += [Marker.list32, 0, 0x0F, 0xFF, 0xFF] }
        bytes += [UInt8](repeating: 1, count: 1 << 20)
        #expect {
            var reader = PackStreamReader(bytes, limits: PackStreamLimits(decodedBytes: 64 << 20))
            _ = try reader.value()
        } throws: { error in
            if case PackStreamFault.refused(let diagnostic) = error {
                diagnostic.code == "MessageTooLarge"
            } else {
                false
            }
        }
    }

    @Test func aValueThatNestsTooDeepIsNotSent() throws {
        let deep = (0..<1000).reduce(Value.list([])) { all, _ in .list([all]) }
        var writer = PackStreamWriter()
        writer.ignored()
        let before = writer.bytes
        #expect {
            try writer.record([deep], entities: FakeEntities())
        } throws: {
            ($0 as? Diagnostic)?.code == "ResultTooDeep"
        }
        #expect(writer.bytes == before)
    }
}

@Suite struct MessageAssemblerTests {
    @Test(arguments: [0, 1, 65_534, 65_535, 65_536, 131_070, 131_071, 500_000])
    func messagesSurviveChunking(length: Int) throws {
        let text = String(repeating: "x", count: length)
        var writer = PackStreamWriter()
        writer.message(.hello, [.string(text)])
        writer.ignored()
        var assembler = MessageAssembler()
        var messages: [[UInt8]] = []
        // In pieces of an odd size, so that headers are cut too.
        var rest = writer.bytes[...]
        while !rest.isEmpty {
            try assembler.take(rest.prefix(7919), limit: 1 << 30, messages: &messages)
            rest = rest.dropFirst(7919)
        }
        #expect(messages.count == 2)
        var reader = PackStreamReader(messages[0])
        #expect(try reader.structureHead().tag == RequestKind.hello.rawValue)
        #expect(try reader.string() == text)
        #expect(reader.isAtEnd)
        #expect(messages[1] == [0xB0, ResponseTag.ignored])
        #expect(!assembler.isMidMessage)
    }

    @Test func emptyChunksBetweenMessagesMeanNothing() throws {
        var assembler = MessageAssembler()
        var messages: [[UInt8]] = []
        let bytes: [UInt8] = [0, 0, 0, 0, 0, 1, 7, 0, 1, 8, 0, 0, 0, 0, 0, 1, 9, 0, 0]
        try assembler.take(bytes[...], limit: 10, messages: &messages)
        #expect(messages == [[7, 8], [9]])
    }

    @Test func aMessageIsCutOffAtItsLimit() {
        var assembler = MessageAssembler()
        var messages: [[UInt8]] = []
        let chunk: [UInt8] = [0, 4, 1, 2, 3, 4]
        #expect(throws: PackStreamFault.malformed("a message is longer than 6 bytes")) {
            try assembler.take((chunk + chunk)[...], limit: 6, messages: &messages)
        }
    }
}
