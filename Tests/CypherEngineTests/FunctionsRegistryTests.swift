import GraphModel
import Testing

@testable import CypherEngine

@Suite("The table of functions")
struct FunctionsRegistryTests {
    @Test("Functions are found whatever the case, and mistyped ones suggested")
    func lookup() {
        #expect(FunctionRegistry.find("TOUPPER")?.name == "toUpper")
        #expect(FunctionRegistry.find("Date.Truncate")?.name == "date.truncate")
        #expect(FunctionRegistry.find("nonsense")?.name == nil)
        #expect(FunctionRegistry.suggestions(for: "toUper").first == "toUpper")
    }

    @Test("Names are unique, and every function is described")
    func descriptions() {
        let names = FunctionRegistry.all.map { $0.name.lowercased() }
        #expect(Set(names).count == names.count)
        for function in FunctionRegistry.all {
            #expect(function.summary.hasSuffix("."), "\(function.name)")
            #expect(!function.example.isEmpty, "\(function.name)")
            #expect(function.argumentTypes.count <= function.maxArguments ?? .max)
            #expect(function.minArguments <= function.maxArguments ?? .max)
        }
    }

    @Test("What the examples promise is what the functions give")
    func examples() throws {
        var checked = 0
        for function in FunctionRegistry.all where function.isDeterministic {
            let parts = function.example.split(separator: "  // ", maxSplits: 1).map(String.init)
            guard parts.count == 2, !parts[1].contains("…") else { continue }
            let evaluator = try FunctionsEvaluator()
            guard let result = try? evaluator.text(of: parts[0]) else { continue }
            let isEntity = ["(n)", "(r)", "(p)", "(n."].contains { parts[0].contains($0) }
            if isEntity { continue }
            let isQuoted = function.category != .temporal || result.first != "'"
            #expect((isQuoted ? result : unquoted(result)) == parts[1], "\(function.name)")
            checked += 1
        }
        #expect(checked > 60)
    }

    private func unquoted(_ text: String) -> String { String(text.dropFirst().dropLast()) }

    @Test("Aggregates have states, other functions bodies")
    func aggregates() throws {
        let names = FunctionRegistry.all.filter(\.isAggregate).map(\.name)
        #expect(
            Set(names) == [
                "avg", "collect", "count", "max", "min", "percentileCont", "percentileDisc",
                "stDev", "stDevP", "sum", "collect_list", "percentile_cont", "percentile_disc",
                "stddev_samp", "stddev_pop",
            ])
        let context = try FunctionsTestContext()
        #expect(throws: Diagnostic.self) {
            try FunctionRegistry.find("sum")?.call([.integer(1)], in: context)
        }
    }

    @Test(
        "Argument types for checks beforehand",
        arguments: [
            ("type", ExpressionType.node, false), ("type", .relationship, true),
            ("type", .any, true), ("type", .null, true), ("labels", .path, false),
            ("length", .node, false), ("size", .path, false), ("size", .list(.any), true),
            ("properties", .integer, false), ("properties", .map, true), ("abs", .number, true),
            ("abs", .string, false), ("toInteger", .list(.any), true), ("range", .string, true),
        ])
    func argumentTypes(name: String, type: ExpressionType, isAllowed: Bool) throws {
        let function = try #require(FunctionRegistry.find(name))
        #expect(function.argumentType(at: 0).allows(type) == isAllowed)
    }

    @Test("Result types follow from argument types")
    func resultTypes() throws {
        func result(_ name: String, _ arguments: ExpressionType...) -> ExpressionType? {
            FunctionRegistry.find(name)?.resultType(of: arguments)
        }
        #expect(result("head", .list(.integer)) == .integer)
        #expect(result("collect", .string) == .list(.string))
        #expect(result("avg", .integer) == .float)
        #expect(result("avg", .duration) == .duration)
        #expect(result("coalesce", .null, .integer) == .integer)
        #expect(result("coalesce", .string, .integer) == .any)
        #expect(result("max", .date) == .date)
        #expect(result("size", .string) == .integer)
    }

    @Test("Calls that read the clock are computed once a statement, random ones every time")
    func determinism() throws {
        let date = try #require(FunctionRegistry.find("date"))
        #expect(date.isTimeless(for: [.string]))
        #expect(!date.isTimeless(for: []))
        #expect(!date.isTimeless(for: [.map]))
        #expect(!date.isTimeless(for: [.any]))
        #expect(FunctionRegistry.find("rand")?.isTimeless(for: []) == false)
        #expect(FunctionRegistry.find("datetime.statement")?.isTimeless(for: [.string]) == false)
        #expect(date.isDeterministic)
        #expect(FunctionRegistry.find("datetime.statement")?.isDeterministic == true)
        #expect(FunctionRegistry.find("datetime.realtime")?.isDeterministic == false)
        #expect(FunctionRegistry.find("rand")?.isDeterministic == false)
        #expect(FunctionRegistry.find("toUpper")?.isTimeless(for: [.string]) == true)
    }

    @Test("Any function takes any values without a trap")
    func robustness() throws {
        let context = try FunctionsTestContext()
        let values: [Value] = [
            .null, .boolean(true), .integer(.min), .integer(.max), .integer(-1), .float(.nan),
            .float(1e300), .string(""), .string("P1Y"), .string("2024-02-29"), .list([]),
            .list([.null, .integer(1)]), .map([:]), .map(["year": .integer(.max)]),
            .map(["timezone": .string("Europe/Oslo")]), .node(NodeIndex(0)),
            .relationship(RelationshipIndex(0)),
            .path(Path(nodes: [NodeIndex(0)], relationships: [])),
            .date(CalendarDate(days: 0)), .localTime(.midnight),
            .dateTime(try ZonedDateTime(parsing: "+999999999-12-31T23:59:59.999999999Z")),
            .localDateTime(try LocalDateTime(parsing: "-999999999-01-01")),
            .duration(TemporalDuration(months: .max, days: .min, seconds: .min)),
        ]
        var calls = 0
        for function in FunctionRegistry.all where !function.isAggregate {
            let counts = function.minArguments...(function.maxArguments ?? 3)
            for count in counts {
                for first in values {
                    for second in count > 1 ? values : [.null] {
                        let arguments = Array([first, second, .integer(.min)].prefix(count))
                        _ = try? function.call(arguments, in: context)
                        calls += 1
                    }
                }
            }
        }
        for left in values {
            for right in values {
                _ = try? ValueOperators.add(left, right)
                _ = try? ValueOperators.subtract(left, right)
                _ = try? ValueOperators.multiply(left, right)
                _ = try? ValueOperators.divide(left, right)
                _ = try? ValueOperators.modulo(left, right)
                _ = try? ValueOperators.power(left, right)
                _ = try? ValueOperators.element(of: left, at: right, in: context)
                _ = try? ValueOperators.slice(of: left, from: right, to: right, context)
                calls += 8
            }
        }
        #expect(calls > 10_000)
    }
}
