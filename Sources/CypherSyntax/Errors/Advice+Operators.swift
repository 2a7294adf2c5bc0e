import GraphModel

/// Operators of other languages.
extension Situation {
    var operatorAdvice: Advice? {
        if current.kind == .foreignOperator { return foreignOperatorAdvice }
        switch current.kind {
        case .exclamation where !isAfterOperand:
            return Advice("'!' does not negate a condition", hint: "write NOT")
        case .ampersand where isAfterOperand:
            return Advice(
                "'&' does not join conditions", hint: "write AND; join texts with '+' or '||'")
        case .bar where isAfterOperand && isBetweenClauses:
            return Advice("'|' does not join conditions", hint: "write OR")
        case .equal where clause == .remove && opening == nil:
            return Advice(
                "REMOVE takes no value", hint: "write REMOVE n.name, or SET n.name = value")
        case .plusEqual:
            return plusEqualAdvice
        case .greater where previous()?.kind == .minus:
            return brokenArrowAdvice
        case .doubleDot where touchesPrevious && previous()?.isName == true:
            return Advice("one dot goes before a property", hint: "write n.name")
        case .colon where expected == .expression && clause != .set && clause != .remove:
            return Advice(
                "a parameter is not written with ':'",
                hint: "write $\(next().isName ? text(next()) : "name")")
        default:
            return rangeAdvice ?? notAdvice
        }
    }

    private var foreignOperatorAdvice: Advice {
        let sign = text(current)
        if sign == "=>", previous()?.kind == .rightParenthesis, next().kind == .leftParenthesis {
            return Advice("'=>' is no arrow", hint: "write (a)-->(b) or (a)-[:TYPE]->(b)")
        }
        let meant = [
            "==": "'=' to compare", "!=": "'<>' for unequal", "&&": "AND",
            "=>": "'>=' for at least", "=<": "'<=' for at most", ":=": "'='",
            "**": "'^' for a power", "~=": "'=~' to match a regular expression",
        ]
        return Advice(
            "'\(sign)' is no operator here", hint: "write \(meant[sign] ?? "another operator")")
    }

    private var plusEqualAdvice: Advice {
        if clause == .set {
            return Advice(
                "'+=' adds a map to all properties, not a number to one",
                hint: "write n.count = n.count + 1, or n += {key: value}")
        }
        return Advice(
            "'+=' changes a value and belongs in SET", hint: "write SET n += {key: value}")
    }

    /// `n->name`, `(a)->(b)` and `exists(a)-->(b)` where an expression is read.
    private var brokenArrowAdvice: Advice {
        if previous(2)?.isName == true, current.start == previous()?.end, next().isName {
            return Advice("'->' does not lead to a property", hint: "write a dot: n.name")
        }
        if previous(2)?.kind == .minus {
            return Advice(
                "a pattern does not fit here", hint: "write EXISTS { (a)-->(b) }")
        }
        return Advice(
            "an arrow takes two dashes", hint: "write (a)-->(b) or (a)-[:TYPE]->(b)",
            range: SourceRange(previous()?.start ?? current.start, current.end))
    }

    /// Ranges and steps as other languages write them.
    private var rangeAdvice: Advice? {
        if let plus = previous(), plus.kind == .plus, let first = previous(2), first.kind == .plus,
            first.end == plus.start, expected == .expression
        {
            return Advice(
                "'++' is no operator here", hint: "write x + 1",
                range: SourceRange(first.start, plus.end))
        }
        let isInside = opening.map { expected == .closing(parser.tokens[$0].kind) }
        if current.kind == .doubleDot, isAfterOperand, isInside ?? isBetweenClauses {
            return Advice("'..' makes no list", hint: "write range(1, 10)")
        }
        if expected == .label, previous()?.kind == .colon, let key = previous(2), key.isName,
            previous(3)?.kind == .leftParenthesis, let function = previous(4), function.isName,
            function.keyword == nil
        {
            return Advice(
                "arguments have no names",
                hint: "write a map: \(text(function))({\(text(key)): …})", range: previous()?.range)
        }
        if expected == .label, previous()?.kind == .colon,
            current.kind == .integer || current.kind == .rightBracket
        {
            return Advice("a slice is not written with ':'", hint: "write list[0..2]")
        }
        return nil
    }

    /// `x NOT IN list`, `x = NOT y`.
    private var notAdvice: Advice? {
        guard current.keyword == .not else { return nil }
        let isBeforeOperator = isAfterOperand && next().keyword?.followsOperand == true
        guard isBeforeOperator || parser.startsOperand(at: parser.position + 1) else {
            return Advice("nothing follows NOT", hint: "write a condition after it, or remove it")
        }
        guard isAfterOperand else {
            return Advice(
                "NOT binds looser than the operator before it",
                hint: "put it in parentheses: (NOT x)"
            )
        }
        let operation = word(next()) ?? "IN"
        return Advice(
            "NOT stands before the whole condition",
            hint: "write NOT x \(operation == "LIKE" ? "CONTAINS" : operation) …")
    }
}
