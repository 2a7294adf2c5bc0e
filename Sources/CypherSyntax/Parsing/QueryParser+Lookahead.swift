/// What stands ahead, told from a bounded number of tokens.
extension QueryParser {
    /// Whether an operand can start at a token.
    func startsOperand(at index: Int) -> Bool {
        guard index < tokens.count else { return false }
        switch tokens[index].kind {
        case .word: return wordIsOperand(at: index)
        case .quotedName, .string, .integer, .float, .parameter, .leftParenthesis, .leftBracket,
            .leftBrace, .plus, .minus:
            return true
        default: return false
        }
    }

    /// Whether a word can start an operand. A keyword that usually stands between or after operands
    /// is taken for a variable only where what follows shows it to be one, so that `WHERE RETURN n`
    /// is refused at RETURN, not later.
    func wordIsOperand(at index: Int) -> Bool {
        guard let keyword = tokens[index].keyword else { return true }
        switch keyword {
        case .not:
            // One step, not to the end of a row of NOTs: a thousand of them must not recurse.
            let isRow = tokens[index + 1].keyword == .not
            return isRow || startsOperand(at: index + 1) || isVariableNot(at: index)
        case .distinct, .by:
            return followsOperand(at: index + 1)
        default:
            return !keyword.followsOperand || followsOperand(at: index + 1)
        }
    }

    /// Whether NOT is a variable's name: a sign follows it that can only follow an operand.
    func isVariableNot(at index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index + 1].kind != .word else { return false }
        return tokens[index + 1].kind != .endOfText && followsOperand(at: index + 1)
    }

    /// Whether a token can stand right after an operand.
    func followsOperand(at index: Int) -> Bool {
        guard index < tokens.count else { return true }
        let token = tokens[index]
        switch token.kind {
        case .word: return token.keyword?.followsOperand == true
        case .rightParenthesis, .rightBracket, .rightBrace, .comma, .semicolon, .colon,
            .doubleColon,
            .dot, .doubleDot, .bar, .doubleBar, .percent, .plus, .minus, .slash, .caret, .equal,
            .matches, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .endOfText:
            return true
        default: return false
        }
    }

    /// Whether a pattern stands here in a place where an expression could stand as well:
    /// what can be a node in parentheses, and after it what can only be a relationship.
    func looksLikePattern(at index: Int) -> Bool {
        guard looksLikeNode(at: index), let end = brackets.partner(of: index) else { return false }
        return looksLikeRelationship(at: end + 1)
    }

    /// Whether the parenthesis at a token opens what can be a node.
    func looksLikeNode(at index: Int) -> Bool {
        guard index < tokens.count, tokens[index].kind == .leftParenthesis,
            brackets.partner(of: index) != nil
        else { return false }
        let first = tokens[index + 1]
        switch first.kind {
        case .rightParenthesis, .colon, .leftBrace: return true
        case .word, .quotedName:
            if first.keyword == .where || first.keyword == .is { return true }
            let second = tokens[index + 2]
            switch second.kind {
            case .rightParenthesis, .colon, .leftBrace, .parameter: return true
            default: return second.keyword == .where || second.keyword == .is
            }
        default: return false
        }
    }

    private func looksLikeRelationship(at index: Int) -> Bool {
        var at = index
        let pointsLeft = tokens[at].kind == .less
        if pointsLeft { at += 1 }
        guard at + 1 < tokens.count, tokens[at].kind == .minus else { return false }
        switch tokens[at + 1].kind {
        case .leftBracket:
            guard let end = brackets.partner(of: at + 1) else { return true }
            guard tokens[end + 1].kind == .minus else { return false }
            return pointsLeft || startsFiller(at + 2) || arrowGoesOn(at: end + 2)
        case .minus:
            return pointsLeft || tokens[at + 2].kind == .greater || looksLikeNode(at: at + 2)
        default: return false
        }
    }

    /// Whether what a bracket begins with can be no list item.
    private func startsFiller(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .colon, .star, .rightBracket: true
        default: tokens[index].isName && tokens[index + 1].kind == .colon
        }
    }

    /// Whether an arrow head, a node or a repetition follows the second dash.
    private func arrowGoesOn(at index: Int) -> Bool {
        switch tokens[index].kind {
        case .greater, .leftBrace: true
        case .star, .plus: looksLikeNode(at: index + 1)
        default: looksLikeNode(at: index)
        }
    }

    /// Whether the parenthesis at a token opens a group of path parts, not a node.
    func opensGroup(at index: Int) -> Bool {
        guard tokens[index].kind == .leftParenthesis, index + 2 < tokens.count else { return false }
        let first = tokens[index + 1]
        if first.kind == .leftParenthesis { return true }
        guard first.isName else { return false }
        let second = tokens[index + 2]
        if second.kind == .equal {
            return tokens[index + 3].kind == .leftParenthesis
                || isPathPrefix(tokens[index + 3].keyword)
        }
        return isPathPrefix(first.keyword) && second.kind != .colon
            && second.kind != .rightParenthesis && second.kind != .leftBrace
            && second.keyword != .where && second.keyword != .is
    }

    /// Words that may stand before the first node of a path.
    func isPathPrefix(_ keyword: Keyword?) -> Bool {
        switch keyword {
        case .all, .any, .shortest, .walk, .trail, .acyclic, .simple, .shortestPath,
            .allShortestPaths:
            true
        default: false
        }
    }

    /// Whether a name with its namespace and an opening parenthesis stand here.
    var atCall: Bool {
        var index = position
        while tokens[index].isName {
            index += 1
            if tokens[index].kind == .leftParenthesis { return true }
            guard tokens[index].kind == .dot else { return false }
            index += 1
        }
        return false
    }
}
