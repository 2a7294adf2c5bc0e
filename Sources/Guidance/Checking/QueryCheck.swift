import CypherEngine
import CypherSyntax
import GraphModel
import GraphStore
import ImporterKit

/// Checks saved queries against a graph: that they can be run, and that the labels, relationship
/// types, properties and ids in them are there.
package struct QueryCheck {
    private let engine: CypherEngine
    private let graph: CheckedGraph
    /// What ids begin with: `role:`, `st:`.
    private let prefixes: Set<Substring>

    /// Prepares to check against a graph.
    package init(_ graph: Graph) {
        engine = CypherEngine(graph: graph)
        self.graph = CheckedGraph(graph.snapshot().view, placesKey: nil)
        prefixes = Set(self.graph.byID.keys.compactMap(Self.prefix))
    }

    /// What is wrong with a query, by line.
    package func findings(_ query: SavedQuery) -> [Diagnostic] {
        (unknownNames(query) + unknownIDs(query) + unusedParameters(query)).sorted {
            ($0.place?.line ?? 0, $0.place?.column ?? 0)
                < ($1.place?.line ?? 0, $1.place?.column ?? 0)
        }
    }

    // MARK: - Labels, types, properties

    /// What has a query planned and not run; it fills a line of its own.
    private static let command = "EXPLAIN\n"

    /// What the engine says when it plans the query without running it.
    private func unknownNames(_ query: SavedQuery) -> [Diagnostic] {
        let nothing = Dictionary(
            uniqueKeysWithValues: query.parameters.map { ($0.name, Value.null) })
        do {
            let result = try engine.session().run(
                Self.command + query.cypher, parameters: nothing)
            return result.warnings.filter { $0.code.hasPrefix("Unknown") }.map {
                inFile($0, query)
            }
        } catch let fault as Diagnostic {
            return [inFile(fault, query)]
        } catch {
            return []
        }
    }

    /// A diagnostic of the query's text, told by the file's lines.
    private func inFile(_ diagnostic: Diagnostic, _ query: SavedQuery) -> Diagnostic {
        let place: SourcePlace
        if let told = diagnostic.place {
            place = SourcePlace(
                file: query.file, line: query.firstLine + max(0, told.line - 2),
                column: told.column, length: told.length)
        } else {
            let start = diagnostic.range?.start ?? 0
            place = self.place(of: max(0, start - Self.command.utf8.count), in: query)
        }
        return Diagnostic(
            .data, diagnostic.code, diagnostic.message, place: place, hint: diagnostic.hint,
            severity: .error)
    }

    private func place(of offset: Int, in query: SavedQuery) -> SourcePlace {
        let told = InputFile(name: query.file, bytes: Array(query.cypher.utf8)).place(at: offset)
        return SourcePlace(
            file: query.file, line: query.firstLine + told.line - 1, column: told.column)
    }

    // MARK: - Ids

    /// Texts that look like an id, or stand where an id is compared, and are none.
    private func unknownIDs(_ query: SavedQuery) -> [Diagnostic] {
        let bytes = Array(query.cypher.utf8)
        return ComparedTexts(query.cypher).texts.compactMap { string in
            let text = String(decoding: bytes[string.inner], as: UTF8.self)
            let isID = string.isComparedWithID || Self.prefix(text).map(prefixes.contains) == true
            guard isID, graph.node(text) == nil else { return nil }
            return UnknownName.id(
                text, among: graph.byID.keys, at: place(of: string.inner.lowerBound, in: query))
        }
    }

    private static func prefix(_ id: String) -> Substring? {
        id.firstIndex(of: ":").map { id[...$0] }
    }

    // MARK: - Parameters

    /// What a question binds and the query does not look at is passed over in silence. Must and may
    /// are read off the question itself.
    private func unusedParameters(_ query: SavedQuery) -> [Diagnostic] {
        query.parameters.filter { parameter in
            !parameter.types.contains(.modality)
                && !query.cypher.contains("$" + parameter.name)
        }.map { parameter in
            Diagnostic(
                .data, "UnusedParameter",
                "the query does not look at '$\(parameter.name)'",
                place: SourcePlace(file: query.file, line: max(parameter.line, 1)),
                hint: "let it narrow the rows, or take '{\(parameter.name)}' out of the phrasings",
                severity: .warning)
        }
    }
}

/// The texts in a query, with whether they are compared with an id.
private struct ComparedTexts {
    struct Text {
        /// What is between the quotes.
        var inner: Range<Int>
        var isComparedWithID: Bool
    }

    private(set) var texts: [Text] = []
    // After `{id:`, `n.id =` or `n.id IN`, and within the list that follows.
    private var isAfterID = false
    private var isInList = false

    init(_ cypher: String) {
        let bytes = Array(cypher.utf8)
        var previous = CypherSyntax.Token.Kind.endOfText
        for token in Lexer.tokens(of: cypher) {
            read(token, bytes, after: previous)
            previous = token.kind
        }
    }

    private mutating func read(
        _ token: CypherSyntax.Token, _ bytes: [UInt8], after previous: CypherSyntax.Token.Kind
    ) {
        switch token.kind {
        case .string:
            let inner = token.start + 1..<max(token.start + 1, token.end - 1)
            texts.append(Text(inner: inner, isComparedWithID: isAfterID))
        case .equal, .colon: break
        case .leftBracket: isInList = isAfterID
        case .comma: isAfterID = isAfterID && isInList
        case .word:
            let word = bytes[token.start..<token.end]
            if word.elementsEqual("IN".utf8) { return }
            let isProperty = [.dot, .leftBrace, .comma].contains(previous)
            isAfterID = isProperty && word.elementsEqual("id".utf8)
        default:
            isAfterID = false
            isInList = false
        }
    }
}
