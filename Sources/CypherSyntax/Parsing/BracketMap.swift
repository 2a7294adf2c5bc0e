/// Which brackets belong together, worked out once, so that looking ahead takes constant time.
struct BracketMap {
    /// The index of a bracket's partner, -1 where it has none or the token is no bracket.
    private var partners: [Int32]
    /// The last `|` directly inside the group that opens at a token.
    private var lastBars: [Int: Int] = [:]

    init(_ tokens: [Token]) {
        partners = [Int32](repeating: -1, count: tokens.count)
        var open: [Int] = []
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .leftParenthesis, .leftBracket, .leftBrace: open.append(index)
            case .rightParenthesis, .rightBracket, .rightBrace:
                guard let opening = open.last, tokens[opening].kind.closing == token.kind else {
                    continue
                }
                open.removeLast()
                partners[opening] = Int32(index)
                partners[index] = Int32(opening)
            case .bar:
                if let opening = open.last { lastBars[opening] = index }
            default: break
            }
        }
    }

    /// The index of the bracket that belongs to the one at `index`.
    func partner(of index: Int) -> Int? {
        partners[index] < 0 ? nil : Int(partners[index])
    }

    /// The last `|` directly inside the group that opens at `opening`.
    func lastBar(in opening: Int) -> Int? {
        lastBars[opening]
    }
}

extension Token.Kind {
    /// The bracket that closes this one.
    var closing: Token.Kind? {
        switch self {
        case .leftParenthesis: .rightParenthesis
        case .leftBracket: .rightBracket
        case .leftBrace: .rightBrace
        default: nil
        }
    }
}
