import GraphModel

/// A text of several statements with semicolons between them, cut with the real lexer: semicolons
/// in texts, names and comments do not count.
package enum Script {
    /// Where each statement stands, from its first token to its last, without the semicolon.
    package static func statements(in text: String) -> [SourceRange] {
        var ranges: [SourceRange] = []
        var current: SourceRange?
        for token in Lexer.tokens(of: text) {
            if token.kind == .semicolon || token.kind == .endOfText {
                if let range = current { ranges.append(range) }
                current = nil
            } else {
                current = current?.union(token.range) ?? token.range
            }
        }
        return ranges
    }

    /// What a shell has to know of the lines typed so far.
    package enum State: Sendable, Hashable {
        /// Nothing but space and comments.
        case empty
        /// Ends with a semicolon that ends a statement.
        case complete
        /// Could be run, if a semicolon is not asked for.
        case unterminated
        /// Something is open: more must follow.
        case open(Opening)
    }

    /// What has been opened and not closed.
    package enum Opening: Sendable, Hashable {
        case text
        case name
        case comment
        case parenthesis
        case bracket
        case brace
    }

    /// Whether the lines typed so far make whole statements.
    package static func state(of text: String) -> State {
        let tokens = Lexer.tokens(of: text)
        var open: [Token.Kind] = []
        for token in tokens {
            switch token.kind {
            case .openString: return .open(.text)
            case .openName: return .open(.name)
            case .openComment: return .open(.comment)
            case .leftParenthesis, .leftBracket, .leftBrace: open.append(token.kind)
            case .rightParenthesis, .rightBracket, .rightBrace:
                if open.last?.closing == token.kind { open.removeLast() }
            case .semicolon: open = []
            default: break
            }
        }
        switch open.last {
        case .leftParenthesis: return .open(.parenthesis)
        case .leftBracket: return .open(.bracket)
        case .leftBrace: return .open(.brace)
        default: break
        }
        guard tokens.count > 1 else { return .empty }
        return tokens[tokens.count - 2].kind == .semicolon ? .complete : .unterminated
    }
}
