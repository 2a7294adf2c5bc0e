import GraphModel

/// Tells the parts of a query text apart for colouring. It works on any text, broken ones too.
package enum Highlighter {
    package enum Style: Sendable, Hashable {
        case keyword
        case function
        case label
        case relationshipType
        case property
        case variable
        case parameter
        case text
        case number
        case comment
        case sign
        case mistake
    }

    package struct Span: Sendable, Hashable {
        package var range: SourceRange
        package var style: Style

        package init(_ range: SourceRange, _ style: Style) {
            self.range = range
            self.style = style
        }
    }

    /// The tokens of a text with their styles, in order; what is between them is space.
    package static func spans(in text: String) -> [Span] {
        var context = TokenContext(text)
        return Lexer.tokens(of: text, keepingComments: true).dropLast().map { token in
            guard token.kind != .comment else { return Span(token.range, .comment) }
            return Span(token.range, context.style(of: token))
        }
    }
}

/// Follows the tokens of a text and tells what a name is by what stands around it.
struct TokenContext {
    private let tokens: [Token]
    private var index = -1
    private var open: [Token.Kind] = []

    init(_ text: String) {
        tokens = Lexer.tokens(of: text)
    }

    /// The style of the next token, which must be `token`.
    fileprivate mutating func style(of token: Token) -> Highlighter.Style {
        index += 1
        switch token.kind {
        case .leftParenthesis, .leftBracket, .leftBrace: open.append(token.kind)
        case .rightParenthesis, .rightBracket, .rightBrace: _ = open.popLast()
        default: break
        }
        switch token.kind {
        case .word, .quotedName: return nameStyle(token)
        case .string: return .text
        case .integer, .float: return .number
        case .parameter: return .parameter
        case .badNumber, .badCharacter, .foreignOperator, .openString, .openName, .openComment,
            .badParameter:
            return .mistake
        default: return .sign
        }
    }

    private func nameStyle(_ token: Token) -> Highlighter.Style {
        let previous = index > 0 ? tokens[index - 1].kind : nil
        let next = index + 1 < tokens.count ? tokens[index + 1].kind : .endOfText
        switch previous {
        case .dot: return next == .leftParenthesis ? .function : .property
        case .colon where open.last != .leftBrace, .ampersand, .exclamation, .bar:
            if previous != .bar || isAmongLabels {
                return open.last == .leftBracket ? .relationshipType : .label
            }
        default: break
        }
        if next == .colon, open.last == .leftBrace { return .property }
        if next == .leftParenthesis, token.keyword?.beginsClause != true,
            token.keyword?.followsOperand != true
        {
            return isPathPrefix(token.keyword) ? .keyword : .function
        }
        return token.keyword == nil ? .variable : .keyword
    }

    /// Whether the bar before the name joins labels, not the parts of a comprehension.
    private var isAmongLabels: Bool {
        guard index > 2, tokens[index - 2].isName else { return false }
        switch tokens[index - 3].kind {
        case .colon, .bar, .ampersand, .exclamation: return true
        default: return false
        }
    }

    private func isPathPrefix(_ keyword: Keyword?) -> Bool {
        switch keyword {
        case .match, .create, .merge, .insert, .walk, .trail, .acyclic, .simple, .shortest, .path,
            .paths, .groups, .group, .not, .distinct, .when, .foreach:
            true
        default: false
        }
    }
}
