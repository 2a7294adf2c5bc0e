import CypherSyntax
import GraphModel

/// A file of statements with semicolons between them.
enum Script {
    /// The statements, without the empty ones; the lexer knows which semicolons separate.
    static func statements(_ text: String) -> [String] {
        let source = SourceText(text)
        var statements: [String] = []
        var start: Int?
        var end = 0
        for token in Lexer.tokens(of: text) {
            switch token.kind {
            case .semicolon, .endOfText:
                if let start { statements.append(source.slice(SourceRange(start, end))) }
                start = nil
            default:
                start = start ?? token.range.start
                end = token.range.end
            }
        }
        return statements
    }
}
