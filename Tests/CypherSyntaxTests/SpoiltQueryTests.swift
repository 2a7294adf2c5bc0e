import CypherSyntax
import Fuzzing
import GraphModel
import Testing

/// Spoilt queries are parsed or refused with a place and a hint; what parses prints as a text that
/// parses to the same. See `FuzzSettings` for long runs.
@Suite struct SpoiltQueryTests {
    private static let subject = FuzzSubject(
        "cypher", seeds: seeds.map { FuzzInput($0) },
        pieces: [
            "(", ")", "[", "]", "{", "}", "-", "->", "<-", "=", "!=", "<>", "'", "\"", "`", "\\",
            "$", ".", "..", ",", ";", ":", "|", "&", "%", "*", "+", "/", "//", "/*", "^", "~", "!",
            "?", "0x", "1e", "\\u12", " WHERE ", " NOT ", " IS NULL ", " AS OF ", "WITH *", " IN ",
            "CASE ", " END ", "CALL {", "EXISTS {", " AS ", "UNION ", "SHORTEST 1 ", "*1..", "{1,}",
        ], ordinaryCount: 10_000, judge: verdict)

    /// Whole statements and expressions, some three for each of a mistake.
    private static var seeds: [String] {
        let whole =
            PrinterTests.statements.map(\.source)
            + PrinterTests.expressions.map { "RETURN \($0.source)" }
        return whole + whole + whole + MistakeTests.all.map(\.query)
    }

    @Test func areParsedOrRefused() {
        guard let report = FuzzRun(Self.subject).report() else { return }
        #expect(report.findings == [])
        #expect(report.isBalanced, "\(report.refused) of \(report.inputs) refused")
    }

    private static func verdict(_ input: FuzzInput) -> FuzzVerdict {
        let query = input.text
        do {
            var warnings: [Diagnostic] = []
            let statement = try Parser.parse(query, warnings: &warnings)
            let flaw: String? = warnings.lazy.compactMap { Self.flaw(in: $0, of: query) }.first
            return (flaw ?? flawOfPrinting(statement)).map(FuzzVerdict.flawed) ?? .accepted
        } catch {
            guard let error = error as? Diagnostic else { return .flawed("threw \(error)") }
            if error.hint?.isEmpty ?? true { return .flawed("is refused without a hint") }
            return flaw(in: error, of: query).map(FuzzVerdict.flawed) ?? .refused
        }
    }

    private static func flawOfPrinting(_ statement: Statement) -> String? {
        let printed = CypherPrinter.text(of: statement)
        guard let again = try? Parser.parse(printed) else {
            return "prints as what does not parse, \(printed)"
        }
        let second = CypherPrinter.text(of: again)
        return second == printed ? nil : "prints as \(printed) first, then as \(second)"
    }

    /// A place inside the text, in words that can be shown.
    private static func flaw(in diagnostic: Diagnostic, of query: String) -> String? {
        guard let range = diagnostic.range else { return "is reported without a place" }
        guard 0 <= range.start, range.start <= range.end, range.end <= query.utf8.count else {
            return "is reported outside the text"
        }
        return diagnostic.located(in: SourceText(query, file: "input"))
            .flaw(about: [.init("input", Array(query.utf8))])
    }
}
