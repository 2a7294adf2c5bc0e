import CypherSyntax
import GraphModel
import Testing

@Suite struct TCKTests {
    /// Details of errors that can be told from the text alone.
    private static let syntaxDetails: Set<String> = [
        "UnexpectedSyntax", "InvalidNumberLiteral", "IntegerOverflow", "FloatingPointOverflow",
        "InvalidUnicodeLiteral", "InvalidUnicodeCharacter", "InvalidRelationshipPattern",
        "InvalidParameterUse", "NoExpressionAlias", "InvalidClauseComposition", "InvalidDelete",
        "CreatingVarLength", "RequiresDirectedRelationship",
    ]

    /// Told from the text alone in some cases, in others only with the variables in scope.
    private static let sometimesSyntax: Set<String> = ["NoSingleRelationshipType"]

    @Test(
        "Every query of the TCK parses, or raises the detail it asks for",
        .enabled(
            if: TCKFeatures.folder != nil,
            "no TCK: set VEIVISER_CORPUS to a folder that holds tck/features"))
    func queries() throws {
        var passed = 0
        var failures: [String] = []
        for query in try TCKFeatures.queries() {
            if let problem = problem(with: query) {
                failures.append("\(query): \(problem)\n\(query.text)")
            } else {
                passed += 1
            }
        }
        print("TCK syntax: \(passed) passed, \(failures.count) failed, 0 skipped")
        #expect(passed > 0)
        #expect(failures.isEmpty, "\(failures.prefix(20).joined(separator: "\n\n"))")
    }

    private func problem(with query: TCKFeatures.Query) -> String? {
        let wanted = query.compileError.flatMap { Self.syntaxDetails.contains($0) ? $0 : nil }
        do {
            _ = try Parser.parse(query.text)
            return wanted.map { "parsed, but must raise \($0)" }
        } catch let error as Diagnostic {
            let isEarly = Self.sometimesSyntax.contains(error.code)
            guard error.kind == .syntaxError,
                error.code == wanted || isEarly && error.code == query.compileError
            else {
                return "raised \(error.code) (\(error.message)), wanted \(wanted ?? "none")"
            }
            return nil
        } catch {
            return "threw \(error)"
        }
    }
}
