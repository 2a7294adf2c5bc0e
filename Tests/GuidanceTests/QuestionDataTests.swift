import GraphModel
import GraphStore
import ImporterKit
import Testing

@testable import Guidance

/// The check of what the vocabulary and the saved questions name.
@Suite struct QuestionDataTests {
    /// The curated graph, read once.
    private static let graph = Result { try GuideFixture.graph() }

    private func words(_ body: String) throws -> [Diagnostic] {
        let text = "<vocabulary>\n\(body)\n</vocabulary>\n"
        let vocabulary = try Vocabulary(InputFile(name: "words.xml", bytes: Array(text.utf8)))
        let view = try Self.graph.get().snapshot().view
        return WordCheck(view, schema: GraphCheckTests.schema).findings(vocabulary)
    }

    private func query(_ header: String, _ cypher: String) throws -> [Diagnostic] {
        let query = try SavedQueryParser.parse(
            "// kind: list\n\(header)\n\n\(cypher)\n", file: "Queries/q.cypher")
        return QueryCheck(try Self.graph.get()).findings(query)
    }

    @Test("The guide's own vocabulary and saved questions name nothing that is not there")
    func own() throws {
        let graph = try Self.graph.get()
        let words = WordCheck(graph.snapshot().view, schema: GraphCheckTests.schema)
        #expect(try words.findings(GuideFixture.vocabulary()).map(\.message) == [])
        let check = QueryCheck(graph)
        #expect(try GuideFixture.library().queries.flatMap(check.findings).map(\.message) == [])
    }

    @Test(
        "A word that names what the graph does not have is told of, with line and hint",
        arguments: [
            ("<name of=\"iomm\"><nb>iom</nb></name>", "UnknownId", "'iom'"),
            ("<light of=\"nrge\"/>", "UnknownId", "'norge'"),
            (
                "<unmet condition=\"cond:mistnke\"><nb>a</nb></unmet>", "UnknownId",
                "'cond:mistanke'"
            ),
            ("<unmet condition=\"iom\"><nb>a</nb></unmet>", "UnknownCondition", "Condition"),
            (
                "<words concept=\"a\" class=\"noun\" label=\"Duti\"><nb>a</nb></words>",
                "UnknownLabel", "'Duty'"
            ),
            (
                "<words concept=\"a\" class=\"verb\" role=\"asists\"><nb>a</nb></words>",
                "UnknownRole", "'assists'"
            ),
            (
                "<kind label=\"Actor\" property=\"kind\" value=\"directorat\"><nb>a</nb></kind>",
                "UnknownKind", "'directorate'"
            ),
            (
                "<kind label=\"Acter\" property=\"kind\" value=\"ngo\"><nb>a</nb></kind>",
                "UnknownLabel", "'Actor'"
            ),
        ])
    func word(body: String, code: String, hint: String) throws {
        let found = try words("<!-- a line before -->\n" + body)
        #expect(found.map(\.code) == [code])
        #expect(found.first?.severity == .error)
        #expect(found.first?.place?.file == "words.xml")
        #expect(found.first?.place?.line == 3)
        #expect(found.first?.hint?.contains(hint) == true)
    }

    @Test(
        "A saved question that names what the graph does not have is told of where it stands",
        arguments: [
            ("MATCH (a:Actr)\nRETURN a", "UnknownLabel", 4, "'Actor'"),
            ("MATCH (a)\n-[:HANDELS]->() RETURN a", "UnknownRelationshipType", 5, "'HANDLES'"),
            ("MATCH (a:Actor) RETURN a.stff", "UnknownPropertyKey", 4, "'staff'"),
            ("MATCH (a {id: 'iomm'})\nRETURN a", "UnknownId", 4, "'iom'"),
            ("MATCH (a)\nWHERE a.id IN ['iom', 'udii'] RETURN a", "UnknownId", 5, "'udi'"),
            ("MATCH (a)\nRETURN a, 'role:ofer' AS b", "UnknownId", 5, "'role:offer'"),
            ("MATCH (a RETURN a", "", 4, ""),
        ])
    func query(cypher: String, code: String, line: Int, hint: String) throws {
        let found = try query("// title en: A question", cypher)
        #expect(found.count == 1)
        if !code.isEmpty { #expect(found.first?.code == code) }
        #expect(found.first?.severity == .error)
        #expect(found.first?.place?.file == "Queries/q.cypher")
        #expect(found.first?.place?.line == line)
        #expect(found.first?.hint?.contains(hint) ?? hint.isEmpty)
    }

    @Test("Words that are no ids are left alone")
    func ordinary() throws {
        #expect(try query("// title en: A", "MATCH (a {kind: 'x'}) RETURN a.id, 'b'").isEmpty)
    }

    @Test("What a question binds must be looked at, save must and may")
    func unused() throws {
        let header = "// parameter actor: Actor\n// parameter how: Modality = null"
        let found = try query(header, "MATCH (a:Actor) RETURN a")
        #expect(found.map(\.code) == ["UnusedParameter"])
        #expect(found.first?.severity == .warning)
        #expect(found.first?.place?.line == 2)
        #expect(try query(header, "MATCH (a:Actor) WHERE a.id IN $actor RETURN a").isEmpty)
    }
}
