import CypherSyntax
import GraphModel
import Testing

/// A mistake people make, and what they are told about it.
struct Mistake: Sendable, CustomTestStringConvertible {
    var query: String
    var code: String
    /// The caret's column, from 1, in characters.
    var column: Int
    var hint: String
    var testDescription: String { query }

    init(_ query: String, code: String = "UnexpectedSyntax", column: Int, hint: String) {
        self.query = query
        self.code = code
        self.column = column
        self.hint = hint
    }
}

@Suite struct MistakeTests {
    static let all: [Mistake] =
        Mistake.operators + Mistake.brackets + Mistake.foreignWords + Mistake.spelling
        + Mistake.patterns + Mistake.clauses + Mistake.writing + Mistake.expressions
        + Mistake.characters + Mistake.habits

    @Test("A mistake is answered at its place with what to type", arguments: all)
    func mistake(_ mistake: Mistake) throws {
        let error = try #require(throws: Diagnostic.self) { try Parser.parse(mistake.query) }
        #expect(error.kind == .syntaxError)
        #expect(error.code == mistake.code)
        #expect(error.hint == mistake.hint)
        let place = try #require(error.located(in: SourceText(mistake.query)).place)
        #expect(place.column == mistake.column)
        #expect(!error.message.hasSuffix("."))
    }

    @Test("A mistake on a later line is found there")
    func laterLine() throws {
        let query = "MATCH (å:Ålesund)\nWHERE å.navn == '😀'\nRETURN å"
        let error = try #require(throws: Diagnostic.self) { try Parser.parse(query) }
        let place = try #require(error.located(in: SourceText(query)).place)
        #expect(place.line == 2)
        #expect(place.column == 14)
        #expect(place.excerpt == "WHERE å.navn == '😀'")
    }

    @Test("An unclosed bracket is named with its place")
    func note() throws {
        let query = "MATCH (n)\nRETURN [1, (2 + 3]"
        let error = try #require(throws: Diagnostic.self) { try Parser.parse(query) }
        #expect(error.notes == ["'(' stands at line 2, column 12"])
    }

    @Test(
        "What is allowed but hardly meant gives a warning",
        arguments: [
            ("MATCH (n) WHERE n.name = null RETURN n", "NullComparison", 26, "write IS NULL"),
            ("MATCH (n) WHERE NULL <> n.name RETURN n", "NullComparison", 17, "write IS NOT NULL"),
            ("CYPHER 25 RETURN 1", "DialectIgnored", 1, "leave it out"),
            (
                "MATCH (n) RETURN n.name ORDER BY 1", "ConstantOrder", 34,
                "write the name of a column: ORDER BY name"
            ),
            (
                "MATCH (n) WHERE n.date > 2020-01-31 RETURN n", "UnquotedDate", 26,
                "write date('2020-01-31')"
            ),
        ])
    func warning(query: String, code: String, column: Int, hint: String) throws {
        var warnings: [Diagnostic] = []
        _ = try Parser.parse(query, warnings: &warnings)
        let warning = try #require(warnings.first)
        #expect(warnings.count == 1)
        #expect(warning.severity == .warning)
        #expect(warning.code == code)
        #expect(warning.hint == hint)
        #expect(warning.located(in: SourceText(query)).place?.column == column)
    }
}
