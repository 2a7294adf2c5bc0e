import CypherSyntax
import GraphModel
import Testing

/// A construct that goes deep or high: what is repeated before and after its core.
struct Repeated: Sendable, CustomTestStringConvertible {
    var head: String
    var before: String
    var core: String
    var after: String
    var tail: String
    /// How many the parser takes.
    var taken: Int
    var testDescription: String { head + before + core + after + tail }

    init(
        _ head: String, _ before: String, _ core: String = "1", _ after: String = "",
        tail: String = "", taken: Int
    ) {
        self.head = head
        self.before = before
        self.core = core
        self.after = after
        self.tail = tail
        self.taken = taken
    }

    func text(_ count: Int) -> String {
        head + String(repeating: before, count: count) + core
            + String(repeating: after, count: count) + tail
    }
}

@Suite struct LimitTests {
    static let nested = [
        Repeated("RETURN ", "(", "1", ")", taken: 140),
        Repeated("RETURN ", "[", "1", "]", taken: 140),
        Repeated("RETURN ", "{a: ", "1", "}", taken: 140),
        Repeated("RETURN ", "f(", "1", ")", taken: 140),
        Repeated("RETURN ", "x[", "1", "]", taken: 140),
        Repeated("RETURN ", "CASE WHEN a THEN ", "1", " END", taken: 70),
        Repeated("RETURN ", "[x IN ", "xs", "]", taken: 140),
        Repeated("RETURN ", "[x IN ", "xs", ", 1]", taken: 70),
        Repeated("RETURN ", "all(x IN xs WHERE ", "true", ")", taken: 140),
        Repeated("RETURN ", "EXISTS { MATCH (n) WHERE ", "true", " }", taken: 45),
        Repeated("MATCH ", "(", "(a)-->(b)", ")", tail: " RETURN 1", taken: 140),
        Repeated("MATCH (n:", "(", "A", ")", tail: ") RETURN 1", taken: 140),
        Repeated("", "CALL { ", "RETURN 1 AS x", " } RETURN 1", taken: 45),
        Repeated("", "FOREACH (x IN xs | ", "CREATE (n)", ")", taken: 140),
        Repeated("RETURN x IS TYPED ", "LIST<", "INTEGER", ">", taken: 140),
    ]

    static let high = [
        Repeated("RETURN ", "-", "x", taken: 490),
        Repeated("RETURN ", "NOT ", "x", taken: 490),
        Repeated("RETURN ", "1 + ", taken: 490),
        Repeated("RETURN ", "1 ^ ", taken: 490),
        Repeated("RETURN x", "", "", ".y", taken: 490),
        Repeated("RETURN x", "", "", "[0]", taken: 490),
        Repeated("RETURN x", "", "", " IS NULL", taken: 490),
        Repeated("RETURN x", "", "", " IN y", taken: 490),
        Repeated("RETURN x:", "!", "A", taken: 490),
        Repeated("RETURN x:A", "", "", "|B", taken: 490),
        Repeated("RETURN x:A", "", "", "&B", taken: 490),
        Repeated("RETURN x IS TYPED INTEGER", "", "", " LIST", taken: 140),
        Repeated("RETURN 1", "", "", " UNION RETURN 1", taken: 490),
        Repeated("RETURN 1 AS x", "", "", " NEXT RETURN x", taken: 490),
    ]

    static let wide = [
        Repeated("RETURN ", "a.b = 1 AND ", "true", taken: 10_000),
        Repeated("RETURN ", "a.b + 1 > 2 OR ", "true", taken: 10_000),
        Repeated("RETURN ", "a XOR ", "true", taken: 10_000),
        Repeated("RETURN ", "1 < ", taken: 10_000),
        Repeated("RETURN [", "1, ", "1]", taken: 10_000),
        Repeated("MATCH (a)", "", "", "-->()", tail: " RETURN 1", taken: 10_000),
        Repeated("MATCH (a) ", "WITH * ", "RETURN 1", taken: 10_000),
        Repeated("CREATE (a)", "", "", ", (a)", taken: 10_000),
    ]

    @Test("What nests or chains within bounds parses", arguments: nested + high + wide)
    func within(_ repeated: Repeated) throws {
        let text = repeated.text(repeated.taken)
        let printed = CypherPrinter.text(of: try Parser.parse(text))
        #expect(CypherPrinter.text(of: try Parser.parse(printed)) == printed)
    }

    @Test("What goes too deep is refused, not crashed upon", arguments: nested + high)
    func beyond(_ repeated: Repeated) throws {
        let error = try #require(throws: Diagnostic.self) {
            try Parser.parse(repeated.text(5_000))
        }
        #expect(error.kind == .resource)
        #expect(error.code == "QueryTooDeep")
    }

    @Test(
        "Openings that are never closed are refused",
        arguments: ["(", "[", "{", "[x IN ", "(a)-", "CASE ", "NOT ", "-", "n.", "[(a)-->(b) | "])
    func unclosed(_ opening: String) throws {
        #expect(throws: Diagnostic.self) {
            try Parser.parse("RETURN " + String(repeating: opening, count: 5_000))
        }
    }
}
