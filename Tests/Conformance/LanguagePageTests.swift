import CypherEngine
import CypherSyntax
import Foundation
import GraphModel
import GraphStore
import Testing

/// The page on the query language: every example gives what the page shows, and no function is
/// missing.
///
/// With `VEIVISER_WRITE_PAGE=1` the results and the tables of functions are written anew, to be
/// read before they are kept.
@Suite(.serialized) struct LanguagePageTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/veiviser/Documentation.docc/Language.md")
    private static let writes = ProcessInfo.processInfo.environment["VEIVISER_WRITE_PAGE"] == "1"

    private static func lines() throws -> [String] {
        try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
    }

    // MARK: Examples

    @Test("Every example gives what the page shows")
    func examples() throws {
        let lines = try Self.lines()
        var output: [String] = []
        var graph: String?
        var count = 0
        var index = 0
        while index < lines.count {
            guard lines[index] == "```cypher" else {
                output.append(lines[index])
                index += 1
                continue
            }
            let query = Self.block(lines, from: index)
            output += lines[index...index + query.count + 1]
            index += query.count + 2
            let text = query.joined(separator: "\n")
            guard let creation = graph else {
                graph = text
                continue
            }
            count += 1
            let result = try Self.result(text, creation)
            var shown: [String]?
            if lines[index] == "```text" {
                shown = Self.block(lines, from: index)
                index += (shown?.count ?? 0) + 2
            }
            output += ["```text"] + result + ["```"]
            if !Self.writes { #expect(shown == result, "\(text)") }
        }
        #expect(count > 60)
        if Self.writes {
            try output.joined(separator: "\n").write(
                to: Self.page, atomically: true, encoding: .utf8)
        }
    }

    /// The lines between a fence and the next.
    private static func block(_ lines: [String], from fence: Int) -> [String] {
        Array(lines[(fence + 1)...].prefix { $0 != "```" })
    }

    private static func result(_ text: String, _ creation: String) throws -> [String] {
        let session = CypherEngine(graph: Graph()).session()
        let options = QueryOptions(allowsWriting: true)
        _ = try session.run(creation, options: options)
        do {
            let result = try session.run(
                text, parameters: ["name": .string("Bo")], options: options)
            // What the steps are is the planner's affair.
            if result.plan != nil { return ["(a plan)"] }
            if result.columns.isEmpty { return ["(no rows)"] }
            let printer = ResultPrinter(view: result.view)
            let rows = result.rows.map { row in
                row.map { printer.text(of: $0) }.joined(separator: " | ")
            }
            return [result.columns.joined(separator: " | ")] + rows
        } catch let diagnostic as Diagnostic {
            return ["\(diagnostic.code): \(diagnostic.message)"]
        }
    }

    // MARK: Functions

    private static let categories = FunctionDescriptor.Category.allCases

    /// A row of a table of functions.
    private struct Row {
        var name: String
        var summary: String
        var call: String
        var result: String
        var origin: String

        var text: String { "| `\(name)` | \(summary) | `\(call)` | `\(result)` | \(origin) |" }

        init(_ function: FunctionDescriptor, origin: String) {
            let parts = function.example.components(separatedBy: "  // ")
            name = function.name
            summary = function.summary
            call = parts[0].replacing("|", with: "\\|")
            result = parts.count > 1 ? parts[1] : ""
            self.origin = origin
        }

        /// Of a line of the page.
        init?(_ line: String) {
            let cells = line.replacing("\\|", with: "\u{1}").split(separator: "|")
                .map { $0.trimmingCharacters(in: .whitespaces).replacing("\u{1}", with: "\\|") }
            guard cells.count == 5, cells[0].hasPrefix("`") else { return nil }
            func code(_ cell: String) -> String { cell.trimmingCharacters(in: ["`"]) }
            name = code(cells[0])
            summary = cells[1]
            call = code(cells[2])
            result = code(cells[3])
            origin = cells[4]
        }
    }

    @Test("The page lists all functions, with what they promise")
    func functions() throws {
        var lines = try Self.lines()
        let rows = Dictionary(
            lines.compactMap(Row.init).map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
        if Self.writes {
            if let start = lines.firstIndex(of: "## Functions") { lines.removeSubrange(start...) }
            lines += Self.tables(rows)
            try lines.joined(separator: "\n").write(
                to: Self.page, atomically: true, encoding: .utf8)
            return
        }
        #expect(Set(rows.keys) == Set(FunctionRegistry.names))
        for function in FunctionRegistry.all {
            let row = try #require(rows[function.name], "\(function.name)")
            #expect(row.text == Row(function, origin: row.origin).text)
            #expect(
                ["openCypher", "GQL", "Neo4j", "Veiviser"].contains(row.origin), "\(function.name)")
        }
    }

    @Test("What the page says a function gives is what it gives")
    func functionExamples() throws {
        let lines = try Self.lines()
        let start = try #require(lines.firstIndex(of: "```cypher"))
        let creation = Self.block(lines, from: start).joined(separator: "\n")
        // What the examples call n, r and p.
        let match = "MATCH p = (n:Person {name: 'Anna'})-[r:KNOWS]->()-[:KNOWS]->() RETURN "
        for function in FunctionRegistry.all {
            let row = Row(function, origin: "")
            let call = function.exampleCall
            let query = call.contains("RETURN") ? call : match + call
            let result = try Self.result(query, creation)
            #expect(result.count == 2, "\(call): \(result)")
            guard let value = result.last, function.determinism != .never,
                function.determinism != .withinStatement
            else { continue }
            #expect(!row.result.isEmpty, "\(call) promises nothing")
            let promise = row.result.split(separator: "…").first.map(String.init) ?? ""
            let isTemporal = function.category == .temporal
            let shown = isTemporal ? value.trimmingCharacters(in: ["'"]) : value
            #expect(
                row.result.contains("…") ? shown.hasPrefix(promise) : shown == promise,
                "\(call) gives \(shown)")
        }
    }

    @Test("Every clause and selector has an example")
    func clauses() throws {
        let lines = try Self.lines()
        let examples = lines.indices.filter { lines[$0] == "```cypher" }
            .map { " " + Self.block(lines, from: $0).joined(separator: " ").uppercased() }
        // LOAD and USE are known only so that it can be said that they are not there.
        let clauses = Keyword.allCases.filter { $0.beginsClause && $0 != .load && $0 != .use }
            .map(\.rawValue)
        let others = [
            "EXPLAIN", "PROFILE", "SHOW", "AS OF", "CREATE INDEX", "DROP INDEX", "ON CREATE",
            "ON MATCH", "OPTIONAL CALL", "UNION ALL", "ANY (", "ANY SHORTEST", "ALL SHORTEST",
            "SHORTEST 2", "SHORTEST 1 GROUP", "SHORTESTPATH(", "ALLSHORTESTPATHS(", "WALK", "TRAIL",
            "ACYCLIC", "SIMPLE", "REPEATABLE ELEMENTS", "DIFFERENT RELATIONSHIPS", "EXISTS {",
            "COUNT {", "COLLECT {", "REDUCE(", "ALL(", "NONE(", "SINGLE(", "IS TYPED",
            "IS NORMALIZED", "NULLS LAST", "YIELD", "DISTINCT",
        ]
        for wanted in clauses + others {
            #expect(
                examples.contains { $0.contains(" \(wanted)") || $0.contains("(\(wanted)") },
                "\(wanted)")
        }
    }

    private static func tables(_ known: [String: Row]) -> [String] {
        var lines = [
            "## Functions", "",
            "Names are the same in capital and small letters. Null as an argument gives null,"
                + " unless said otherwise.",
        ]
        for category in categories {
            let functions = FunctionRegistry.all.filter { $0.category == category }
            if functions.isEmpty { continue }
            lines += ["", "### \(category.rawValue.capitalized) functions", ""]
            lines += ["| Function | | Example | Gives | From |", "|---|---|---|---|---|"]
            lines += functions.map { Row($0, origin: known[$0.name]?.origin ?? "?").text }
        }
        return lines + [""]
    }
}

/// Values as the page shows them.
private struct ResultPrinter {
    let view: GraphView

    func text(of value: Value) -> String {
        ValuePrinter { entity in
            switch entity {
            case .node(let node): self.text(of: node)
            case .relationship(let item): self.text(of: item)
            case .path(let path): "a path of \(path.relationships.count)"
            }
        }.text(of: value)
    }

    private func text(of node: NodeIndex) -> String {
        let labels = view.labels(of: node.raw).map { ":" + view.labelName($0) }.sorted().joined()
        return
            "(\([labels, properties(view.nodeProperties(node.raw))].filter { !$0.isEmpty }.joined(separator: " ")))"
    }

    private func text(of relationship: RelationshipIndex) -> String {
        let type = view.typeName(view.type(ofRelationship: relationship.raw))
        let properties = properties(view.relationshipProperties(relationship.raw))
        return "[\([":" + type, properties].filter { !$0.isEmpty }.joined(separator: " "))]"
    }

    private func properties(_ entries: [(KeyID, Value)]) -> String {
        if entries.isEmpty { return "" }
        return ValuePrinter().text(of: .map(ValueMap(entries.map { (view.keyName($0.0), $0.1) })))
    }
}
