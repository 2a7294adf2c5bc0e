import GraphModel

/// One token of query text. It holds its place only; texts and numbers are decoded when asked for.
package struct Token: Sendable, Hashable {
    /// What a token is.
    package enum Kind: UInt8, Sendable {
        // Words and literals.
        case word
        case quotedName
        case string
        case integer
        case float
        case parameter
        // Signs.
        case leftParenthesis
        case rightParenthesis
        case leftBracket
        case rightBracket
        case leftBrace
        case rightBrace
        case comma
        case semicolon
        case colon
        case doubleColon
        case dot
        case doubleDot
        case bar
        case doubleBar
        case ampersand
        case exclamation
        case percent
        case star
        case plus
        case plusEqual
        case minus
        case slash
        case caret
        case equal
        case matches
        case notEqual
        case less
        case lessOrEqual
        case greater
        case greaterOrEqual
        // What is no part of the language, kept so that the parser can say so at the right place.
        case badNumber
        case badCharacter
        /// An operator of another language: `==`, `!=`, `&&`, `=>`, `=<`, `:=`, `**`.
        case foreignOperator
        case openString
        case openName
        case openComment
        case badParameter
        /// Only where the lexer is asked to keep them.
        case comment
        /// The end of the text.
        case endOfText
    }

    package var kind: Kind
    /// Set for a word that is a keyword.
    package var keyword: Keyword?
    /// Offset of the first byte.
    package var start: Int
    /// Offset one past the last byte.
    package var end: Int

    package init(_ kind: Kind, _ start: Int, _ end: Int, keyword: Keyword? = nil) {
        self.kind = kind
        self.keyword = keyword
        self.start = start
        self.end = end
    }

    package var range: SourceRange { SourceRange(start, end) }

    /// Whether this can be a name: any word or a name in back-ticks.
    var isName: Bool { kind == .word || kind == .quotedName }
}
