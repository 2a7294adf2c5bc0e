import GraphModel

/// A recursive-descent parser over the tokens of one text. Each area of the language is an
/// extension in a file of its own.
struct QueryParser {
    let text: QueryText
    let tokens: [Token]
    let brackets: BracketMap
    /// Index of the token to read next.
    var position = 0
    var warnings: [Diagnostic] = []
    /// Index of the token the statement's body begins with, after EXPLAIN and its like.
    var statementStart = 0
    var nesting = Nesting()
    /// Opening brackets of the comprehensions around the position, in which `|` has a meaning.
    var barGroups: Set<Int> = []
    /// Brackets of the form `[x IN …` that turned out to hold a list, so that no text is tried
    /// twice the other way.
    var knownLists: Set<Int> = []
    /// `inf` and `nan` are numbers until a query uses them as a variable's name.
    var boundNumberWords: Set<String> = []

    init(_ source: String) {
        text = QueryText(source)
        tokens = Lexer.tokens(of: text.bytes)
        brackets = BracketMap(tokens)
    }

    // MARK: Looking

    var current: Token { tokens[position] }

    /// The token so many places ahead; the end token for any place past it.
    func peek(_ ahead: Int) -> Token {
        tokens[min(position + ahead, tokens.count - 1)]
    }

    func at(_ kind: Token.Kind) -> Bool { current.kind == kind }

    func at(_ keyword: Keyword) -> Bool { current.keyword == keyword }

    /// Whether these keywords stand here in a row.
    func at(_ first: Keyword, _ second: Keyword) -> Bool {
        current.keyword == first && peek(1).keyword == second
    }

    /// Where the last token read ends.
    var previousEnd: Int { position > 0 ? tokens[position - 1].end : 0 }

    /// From an offset to the end of the last token read.
    func range(from start: Int) -> SourceRange {
        SourceRange(start, max(start, previousEnd))
    }

    // MARK: Reading

    @discardableResult
    mutating func advance() -> Token {
        let token = tokens[position]
        if token.kind != .endOfText { position += 1 }
        return token
    }

    mutating func accept(_ kind: Token.Kind) -> Bool {
        guard at(kind) else { return false }
        advance()
        return true
    }

    mutating func accept(_ keyword: Keyword) -> Bool {
        guard at(keyword) else { return false }
        advance()
        return true
    }

    mutating func accept(_ first: Keyword, _ second: Keyword) -> Bool {
        guard at(first, second) else { return false }
        position += 2
        return true
    }

    @discardableResult
    mutating func expect(
        _ kind: Token.Kind, _ expected: @autoclosure () -> Expected
    ) throws
        -> Token
    {
        guard at(kind) else { throw failure(expected()) }
        return advance()
    }

    mutating func expect(_ keyword: Keyword, _ expected: @autoclosure () -> Expected) throws {
        guard at(keyword) else { throw failure(expected()) }
        advance()
    }

    /// Reads the bracket that closes the one at token `opening`.
    mutating func close(_ opening: Int) throws {
        guard let closing = tokens[opening].kind.closing, at(closing) else {
            throw failure(.closing(tokens[opening].kind), opening: opening)
        }
        advance()
    }

    /// Reads a name: any word, or anything in back-ticks.
    mutating func parseName(_ expected: @autoclosure () -> Expected) throws -> Name {
        guard current.isName else { throw failure(expected()) }
        let token = advance()
        return Name(try text.name(token), token.range)
    }

    /// Reads the name of a variable that is introduced here.
    mutating func parseBinding(_ expected: @autoclosure () -> Expected) throws -> Name {
        let name = try parseName(expected())
        switch tokens[position - 1].keyword {
        case .inf, .infinity, .nan: boundNumberWords.insert(name.text)
        default: break
        }
        return name
    }

    /// Reads items with commas between them.
    mutating func commaList<Item>(
        _ item: (inout QueryParser) throws -> Item
    ) throws -> [Item] {
        var items = [try item(&self)]
        while accept(.comma) { items.append(try item(&self)) }
        return items
    }
}
