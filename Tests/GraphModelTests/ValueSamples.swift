import Fuzzing
import GraphModel

/// Values of all types, the ones next to a border among them.
enum ValueSamples {
    static let scalars: [Value] = [
        .null, .boolean(false), .boolean(true),
        .integer(0), .integer(1), .integer(-1), .integer(.max), .integer(.min),
        .integer(9_007_199_254_740_993), .integer(9_007_199_254_740_992),
        .float(0), .float(-0.0), .float(1), .float(-1.5), .float(0.1), .float(1e300),
        .float(9_007_199_254_740_992), .float(0x1p63), .float(-0x1p63), .float(.infinity),
        .float(-.infinity), .float(.nan), .float(.leastNonzeroMagnitude),
        .string(""), .string("a"), .string("B"), .string("ab"), .string("å"),
        .string("a\u{30A}"), .string("\u{FFFD}"), .string("\u{1F600}"), .string("1"),
        .node(NodeIndex(0)), .node(NodeIndex(7)),
        .relationship(RelationshipIndex(0)), .relationship(RelationshipIndex(7)),
        .path(Path(nodes: [NodeIndex(0)], relationships: [])),
        .path(
            Path(nodes: [NodeIndex(0), NodeIndex(1)], relationships: [RelationshipIndex(3)])),
        .path(
            Path(nodes: [NodeIndex(0), NodeIndex(1)], relationships: [RelationshipIndex(2)])),
    ]

    static let temporals: [Value] = [
        .date(CalendarDate(days: 0)), .date(CalendarDate(days: -1)),
        .localTime(LocalTime(nanoseconds: 0)), .localTime(LocalTime(nanoseconds: 1)),
        .time(OffsetTime(local: .midnight, offsetSeconds: 0)),
        .time(OffsetTime(local: LocalTime(nanoseconds: 3_600_000_000_000), offsetSeconds: 3_600)),
        .localDateTime(LocalDateTime(seconds: 0, nanoseconds: 0)),
        .localDateTime(LocalDateTime(seconds: -1, nanoseconds: 999_999_999)),
        .dateTime(
            ZonedDateTime(epochSeconds: 0, nanoseconds: 0, offsetSeconds: 0, zoneName: nil)),
        .dateTime(
            ZonedDateTime(epochSeconds: 0, nanoseconds: 0, offsetSeconds: 3_600, zoneName: nil)),
        .dateTime(
            ZonedDateTime(
                epochSeconds: 0, nanoseconds: 0, offsetSeconds: 3_600, zoneName: "Europe/Oslo")),
        .duration(TemporalDuration()), .duration(TemporalDuration(months: 1)),
        .duration(TemporalDuration(days: 30, seconds: 37_746)),
        .duration(TemporalDuration(seconds: 2_629_746)),
        .duration(TemporalDuration(seconds: -1, nanoseconds: 999_999_999)),
    ]

    /// Every sample alone, and lists and maps put together from them at random.
    static let all: [Value] = {
        var generator = Dice(seed: 42)
        let plain = scalars + temporals
        var values = plain + [.list([]), .map([:])]
        for _ in 0..<40 {
            let first = plain.randomElement(using: &generator) ?? .null
            let second = values.randomElement(using: &generator) ?? .null
            values.append(.list([first]))
            values.append(.list([first, second]))
            values.append(.map(["k": first]))
            values.append(.map(["k": first, "l": second]))
        }
        return values
    }()
}

extension Value {
    /// The value for a person reading a failed test.
    var shown: String { ValuePrinter(temporalStyle: .constructor).text(of: self) }
}
