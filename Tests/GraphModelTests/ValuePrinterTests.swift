import Fuzzing
import GraphModel
import Testing

@Suite("Text of values")
struct ValuePrinterTests {
    @Test(
        "Floats have the shortest digits that read back",
        arguments: [
            (1.0, "1.0"), (0.1, "0.1"), (-2.5, "-2.5"), (1e9, "1000000000.0"),
            (1e-5, "0.00001"), (1e-6, "0.000001"), (1e-7, "1e-7"), (1.5e-10, "1.5e-10"),
            (1e20, "100000000000000000000.0"), (1e21, "1e21"), (1.2345e300, "1.2345e300"),
            (123_456.789, "123456.789"), (0.0, "0.0"), (-0.0, "-0.0"),
            (.leastNonzeroMagnitude, "5e-324"),
            (.infinity, "Infinity"), (-.infinity, "-Infinity"), (.nan, "NaN"),
            (9_007_199_254_740_992, "9007199254740992.0"),
            (1.7976931348623157e308, "1.7976931348623157e308"),
        ])
    func floats(value: Double, expected: String) {
        #expect(FloatText.text(of: value) == expected)
    }

    @Test("Any float reads back from its text")
    func floatsReadBack() {
        var generator = Dice(seed: 7)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            #expect(Double(FloatText.text(of: value)) == value)
        }
    }

    @Test(
        "Values are written as literals",
        arguments: [
            (.null, "null"), (.boolean(true), "true"), (.integer(-5), "-5"),
            (.string("it's"), "'it\\'s'"), (.string("a\\b\n\t"), "'a\\\\b\\n\\t'"),
            (.string("\u{1}\u{1F600}"), "'\\u0001\u{1F600}'"),
            (.list([.integer(1), .null, .list([])]), "[1, null, []]"),
            (.map(["b": .integer(1), "a": .string("x")]), "{a: 'x', b: 1}"),
            (
                .map(["a b": .integer(1), "`": .integer(2), "1x": .integer(3)]),
                "{`1x`: 3, ````: 2, `a b`: 1}"
            ),
            (.date(CalendarDate(days: 0)), "'1970-01-01'"),
            (.node(NodeIndex(4)), "(#4)"),
            (
                .path(
                    Path(
                        nodes: [NodeIndex(1), NodeIndex(2)], relationships: [RelationshipIndex(3)])),
                "<(#1)-[#3]-(#2)>"
            ),
        ] as [(Value, String)])
    func literals(value: Value, expected: String) {
        #expect(ValuePrinter().text(of: value) == expected)
    }

    @Test("Temporal values can be written as calls; the caller writes graph elements")
    func styles() {
        let printer = ValuePrinter(temporalStyle: .constructor) { entity in
            if case .node(let node) = entity { "node \(node.raw)" } else { "?" }
        }
        let list = Value.list([
            .date(CalendarDate(days: 0)), .node(NodeIndex(3)), .duration(TemporalDuration(days: 2)),
        ])
        #expect(printer.text(of: list) == "[date('1970-01-01'), node 3, duration('P2D')]")
    }
}
