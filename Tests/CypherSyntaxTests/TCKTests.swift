import CypherSyntax
import GraphModel
import Testing

@Suite(
    .enabled(
        if: TCKFeatures.folder != nil,
        "no TCK: set VEIVISER_CORPUS to a folder that holds tck/features"))
struct TCKTests {
    /// Details of errors that can be told from the text alone.
    private static let syntaxDetails: Set<String> = [
        "UnexpectedSyntax", "InvalidNumberLiteral", "IntegerOverflow", "FloatingPointOverflow",
        "InvalidUnicodeLiteral", "InvalidUnicodeCharacter", "InvalidRelationshipPattern",
        "InvalidParameterUse", "NoExpressionAlias", "InvalidClauseComposition", "InvalidDelete",
        "CreatingVarLength", "RequiresDirectedRelationship",
    ]

    /// Told from the text alone in some cases, in others only with the variables in scope.
    private static let sometimesSyntax: Set<String> = ["NoSingleRelationshipType"]

    @Test("Every query of the TCK parses, or raises the detail it asks for")
    func queries() throws {
        try run("TCK syntax") { query in
            let wanted = query.compileError.flatMap { Self.syntaxDetails.contains($0) ? $0 : nil }
            do {
                _ = try Parser.parse(query.text)
                return wanted.map { "parsed, but must raise \($0)" }
            } catch let error as Diagnostic {
                let isEarly =
                    Self.sometimesSyntax.contains(error.code) && error.code == query.compileError
                guard error.kind == .syntaxError, error.code == wanted || isEarly else {
                    return "raised \(error.code) (\(error.message)), wanted \(wanted ?? "none")"
                }
                return nil
            }
        }
    }

    @Test("What the TCK's queries print as parses to the same")
    func printing() throws {
        try run("TCK printing") { query in
            guard let statement = try? Parser.parse(query.text) else { return nil }
            let printed = CypherPrinter.text(of: statement)
            do {
                let again = CypherPrinter.text(of: try Parser.parse(printed))
                return again == printed ? nil : "printed\n\(printed)\nthen\n\(again)"
            } catch let error as Diagnostic {
                return "printed \(printed), which raises \(error.message)"
            }
        }
    }

    private func run(
        _ suite: String, _ problem: (TCKFeatures.Query) throws -> String?
    ) throws {
        var passed = 0
        var failures: [String] = []
        for query in try TCKFeatures.queries() {
            if let problem = try problem(query) {
                failures.append("\(query): \(problem)\n\(query.text)")
            } else {
                passed += 1
            }
        }
        print("\(suite): \(passed) passed, \(failures.count) failed, 0 skipped")
        #expect(passed > 0)
        #expect(failures.isEmpty, "\(failures.prefix(20).joined(separator: "\n\n"))")
    }
}
