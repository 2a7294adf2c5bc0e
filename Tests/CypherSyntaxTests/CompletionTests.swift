import CypherSyntax
import GraphModel
import Testing

@Suite struct CompletionTests {
    /// A text whose `^` marks the cursor, and the kinds of name that fit there.
    struct Place: Sendable, CustomTestStringConvertible {
        var text: String
        var kinds: Set<Completion.Kind>
        var prefix: String
        var testDescription: String { text }

        init(_ text: String, _ kinds: Set<Completion.Kind>, prefix: String = "") {
            self.text = text
            self.kinds = kinds
            self.prefix = prefix
        }
    }

    static func completion(_ marked: String) -> Completion {
        let parts = marked.split(separator: "^", maxSplits: 1, omittingEmptySubsequences: false)
        return Completion.at(parts[0].utf8.count, in: parts.joined())
    }

    @Test(
        "What fits at a place follows from the text before it",
        arguments: [
            Place("^", [.keyword]),
            Place("MA^TCH (n)", [.keyword], prefix: "MA"),
            Place("MATCH (n:^", [.label]),
            Place("MATCH (n:Pe^", [.label], prefix: "Pe"),
            Place("MATCH (n:A|^", [.variable, .function]),
            Place("MATCH (a)-[r:^]->(b)", [.relationshipType]),
            Place("MATCH (a)-[r:A|^]->(b)", [.relationshipType]),
            Place("MATCH (n) WHERE n.^", [.property]),
            Place("MATCH (n) WHERE n.æ^", [.property], prefix: "æ"),
            Place("MATCH (n {^", [.property, .keyword]),
            Place("MATCH (n {name: ^", [.variable, .function, .keyword]),
            Place("MATCH (n) WHERE ^", [.variable, .function, .keyword]),
            Place("MATCH (n) ^", [.keyword]),
            Place("MATCH (n) RETURN to^", [.variable, .function, .keyword], prefix: "to"),
            Place("RETURN $na^", [.parameter], prefix: "$na"),
            Place("CALL db.la^", [.procedure], prefix: "db.la"),
            Place("RETURN 'MATCH (n:^'", []),
            Place("RETURN 1 // MA^", []),
            Place("RETURN 1 AS ^", []),
        ])
    func kinds(_ place: Place) {
        let completion = Self.completion(place.text)
        #expect(completion.kinds == place.kinds)
        #expect(completion.prefix == place.prefix)
        let end = place.text.split(separator: "^", omittingEmptySubsequences: false)[0].utf8.count
        #expect(completion.range == SourceRange(end - place.prefix.utf8.count, end))
    }

    @Test(
        "Keywords are offered where they fit",
        arguments: [
            ("mat^", ["MATCH"]), ("MATCH (n) RETURN n ORDER ^", ["BY"]),
            ("OPTIONAL ^", ["CALL", "MATCH"]),
            ("MATCH (n) WHERE n.x IS N^", ["NORMALIZED", "NOT", "NULL"]),
            ("MATCH (n) WH^", ["WHEN", "WHERE"]), ("MATCH (n) WHERE n.x ST^", ["STARTS WITH"]),
        ])
    func keywords(text: String, keywords: [String]) {
        #expect(Self.completion(text).keywords == keywords)
    }

    @Test("Variables are those the text before has named")
    func variables() {
        let completion = Self.completion(
            "MATCH p = (a:Person)-[r:KNOWS]->(b) UNWIND xs AS item WITH [y IN r | y] AS ys RETURN ^"
        )
        #expect(completion.variables == ["p", "a", "r", "b", "item", "y", "ys"])
    }
}
