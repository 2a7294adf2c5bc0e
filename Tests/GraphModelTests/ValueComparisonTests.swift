import GraphModel
import Testing

@Suite("Comparison of values")
struct ValueComparisonTests {
    @Test(
        "Equality is true, false or unknown",
        arguments: [
            (Value.integer(1), Value.float(1), true),
            (.integer(1), .string("1"), false),
            (.null, .null, nil),
            (.null, .integer(1), nil),
            (.float(.nan), .float(.nan), false),
            (.float(0), .float(-0.0), true),
            (.integer(9_007_199_254_740_993), .float(9_007_199_254_740_992), false),
            (.integer(.max), .float(0x1p63), false),
            (.integer(.min), .float(-0x1p63), true),
            (.string("å"), .string("a\u{30A}"), false),
            (.list([.integer(1), .null]), .list([.integer(1)]), false),
            (.list([.integer(1), .null]), .list([.integer(1), .integer(2)]), nil),
            (.list([.null, .integer(1)]), .list([.null, .integer(2)]), false),
            (.map(["a": .null]), .map(["b": .null]), false),
            (.map(["a": .null]), .map(["a": .integer(1)]), nil),
            (.map(["a": .integer(1), "b": .null]), .map(["a": .integer(2), "b": .null]), false),
            (.node(NodeIndex(3)), .node(NodeIndex(3)), true),
            (.node(NodeIndex(3)), .relationship(RelationshipIndex(3)), false),
            (
                .duration(TemporalDuration(days: 1)), .duration(TemporalDuration(seconds: 86_400)),
                false
            ),
        ] as [(Value, Value, Bool?)])
    func equality(left: Value, right: Value, expected: Bool?) {
        #expect(Value.equals(left, right) == expected, "\(left.shown) = \(right.shown)")
        #expect(Value.equals(right, left) == expected, "\(right.shown) = \(left.shown)")
    }

    @Test(
        "Less and greater are decided within a type only",
        arguments: [
            (Value.integer(1), Value.float(1.5), .less),
            (.integer(.max), .float(0x1p63), .less),
            (.float(.nan), .integer(1), .unordered),
            (.float(.nan), .string("a"), nil),
            (.string("a"), .string("B"), .greater),
            (.string("z"), .string("å"), .less),
            (.boolean(false), .boolean(true), .less),
            (.integer(1), .string("1"), nil),
            (.null, .integer(1), nil),
            (.list([.integer(1)]), .list([.integer(1), .null]), .less),
            (.list([.integer(1), .null]), .list([.integer(1), .integer(2)]), nil),
            (.list([.integer(1), .null]), .list([.integer(2), .null]), .less),
            (
                .list([.node(NodeIndex(1)), .integer(1)]),
                .list([.node(NodeIndex(1)), .integer(2)]),
                .less
            ),
            (.map([:]), .map([:]), nil),
            (.date(CalendarDate(days: 1)), .date(CalendarDate(days: 2)), .less),
            (
                .date(CalendarDate(days: 1)),
                .localDateTime(LocalDateTime(seconds: 0, nanoseconds: 0)),
                nil
            ),
            (.duration(TemporalDuration(days: 1)), .duration(TemporalDuration(days: 2)), nil),
        ] as [(Value, Value, Ordering?)])
    func comparison(left: Value, right: Value, expected: Ordering?) {
        #expect(Value.compare(left, right) == expected, "\(left.shown) < \(right.shown)")
        #expect(
            Value.compare(right, left) == expected?.reversed, "\(right.shown) < \(left.shown)")
    }

    @Test("Types sort in the standard's order, null last")
    func orderOfTypes() {
        let sorted: [Value] = [
            .map([:]), .node(NodeIndex(0)), .relationship(RelationshipIndex(0)), .list([]),
            .path(Path(nodes: [NodeIndex(0)], relationships: [])),
            .dateTime(
                ZonedDateTime(epochSeconds: 0, nanoseconds: 0, offsetSeconds: 0, zoneName: nil)),
            .localDateTime(LocalDateTime(seconds: 0, nanoseconds: 0)),
            .date(CalendarDate(days: 0)), .time(OffsetTime(local: .midnight, offsetSeconds: 0)),
            .localTime(.midnight), .duration(TemporalDuration()), .string(""), .boolean(false),
            .integer(5), .float(.infinity), .float(.nan), .null,
        ]
        let shuffled = sorted.reversed().sorted { Value.order($0, $1) < 0 }
        #expect(shuffled.map(\.shown) == sorted.map(\.shown))
    }

    @Test("The order is total: reversible, transitive, and zero exactly for equivalent values")
    func totality() {
        let values = ValueSamples.all
        var failures: [String] = []
        for a in values {
            for b in values {
                let order = Value.order(a, b).signum()
                if order != -Value.order(b, a).signum() { failures.append("\(a) \(b) one-sided") }
                if (order == 0) != Value.isEquivalent(a, b) { failures.append("\(a) \(b) zero") }
            }
        }
        let sorted = values.sorted { Value.order($0, $1) < 0 }
        for i in sorted.indices {
            for j in i..<sorted.count where Value.order(sorted[i], sorted[j]) > 0 {
                failures.append("\(sorted[i]) \(sorted[j]) not transitive")
            }
        }
        #expect(failures == [])
    }

    @Test("Equivalent values hash alike and make one key")
    func hashing() {
        let values = ValueSamples.all
        var failures: [String] = []
        for a in values {
            for b in values where Value.isEquivalent(a, b) {
                if ValueKey(a).hashValue != ValueKey(b).hashValue {
                    failures.append("\(a.shown) and \(b.shown)")
                }
            }
        }
        #expect(failures == [])
        let keys = Set(values.map { ValueKey($0) })
        var representatives: [Value] = []
        for value in values
        where !representatives.contains(where: { Value.isEquivalent($0, value) }) {
            representatives.append(value)
        }
        #expect(keys.count == representatives.count)
    }

    @Test("Equal values are equivalent, and equivalent ones without null or NaN are equal")
    func equalityAgainstEquivalence() {
        for a in ValueSamples.all {
            for b in ValueSamples.all {
                switch Value.equals(a, b) {
                case .some(true): #expect(Value.isEquivalent(a, b), "\(a.shown) \(b.shown)")
                case .some(false):
                    if Value.isEquivalent(a, b) {
                        #expect(a.shown.contains("NaN"), "\(a.shown) \(b.shown)")
                    }
                case .none: #expect(a.shown.contains("null") || b.shown.contains("null"))
                }
            }
        }
    }

    @Test("Ordering by `<` agrees with the total order wherever it is known")
    func comparisonAgainstOrder() {
        for a in ValueSamples.all {
            for b in ValueSamples.all {
                switch Value.compare(a, b) {
                case .less: #expect(Value.order(a, b) < 0, "\(a.shown) \(b.shown)")
                case .equal: #expect(Value.order(a, b) == 0, "\(a.shown) \(b.shown)")
                case .greater: #expect(Value.order(a, b) > 0, "\(a.shown) \(b.shown)")
                case .unordered, nil: break
                }
            }
        }
    }
}
