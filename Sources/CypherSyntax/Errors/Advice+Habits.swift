import GraphModel

/// Habits from other languages that keep to no single place of the grammar.
extension Situation {
    var habitAdvice: Advice? {
        beginningAdvice ?? queryAdvice ?? operandAdvice ?? valueAdvice ?? listHabitAdvice
            ?? callAdvice
    }

    // MARK: Queries

    /// What stands first in a query of another kind: `g.V()`, `db.labels()`, `CASE … END`.
    private var beginningAdvice: Advice? {
        guard expected == .clause, previous() == nil else { return nil }
        if current.keyword == .case {
            return Advice("a query does not begin with a value", hint: "write RETURN before it")
        }
        if isQuestion {
            return Advice(
                "this is no query",
                hint: "write MATCH (n) RETURN n; a question in words goes to the ask command")
        }
        guard current.isName, next().kind == .dot else { return nil }
        if word(current) == "G" {
            return Advice(
                "this is Cypher, not Gremlin", hint: "write MATCH (n:Person)-[:KNOWS]->(m) RETURN m"
            )
        }
        return Advice(
            "a query does not begin with '\(text(current)).'",
            hint: "write CALL db.labels() for a procedure, RETURN before a value")
    }

    private var queryAdvice: Advice? {
        if current.keyword == .as, word(next()) == "OF", isBetweenClauses {
            return Advice(
                "AS OF stands before the query", hint: "write AS OF date('2020-01-01') MATCH (n) …")
        }
        if isBetweenClauses, clause == .match, previous()?.kind == .rightParenthesis,
            current.keyword == .and || current.keyword == .or
        {
            return Advice(
                "patterns are not joined with \(text(current).uppercased())",
                hint: "put a comma between them: MATCH (a), (b)")
        }
        if isBetweenClauses, clause == .order, isAfterOperand, word(current) != nil,
            current.keyword?.beginsClause != true, !mentionsKeyword
        {
            return Advice(
                "'\(text(current))' is no direction",
                hint: "write ASC or DESC after what to sort by")
        }
        if isBetweenClauses, clause == .where, word(current) == "THEN" {
            return Advice(
                "THEN belongs to CASE", hint: "leave it out: the next clause follows at once")
        }
        return forAdvice
    }

    /// Whether the word here is nearly one that may stand here.
    private var mentionsKeyword: Bool { spellingAdvice != nil || foreignWordAdvice != nil }

    /// `FOR (x IN list)`, `FOR EACH x IN list`, `UNWIND 1, 2 AS x`, `UNWIND x IN list`.
    private var forAdvice: Advice? {
        if expected == .variable, previous()?.keyword == .for, current.kind == .leftParenthesis {
            return Advice("FOR takes no parentheses", hint: "write FOR x IN list")
        }
        if expected == .inAfterVariable, word(previous()) == "EACH" {
            return Advice(
                "'EACH' is read as a variable", hint: "write FOR x IN list",
                range: previous()?.range)
        }
        guard expected == .asAfterUnwind else { return nil }
        if current.kind == .comma {
            return Advice(
                "UNWIND takes one list", hint: "write the list in brackets: UNWIND [1, 2] AS x")
        }
        let unwind = parser.tokens[..<parser.position].lastIndex { $0.keyword == .unwind }
        guard let unwind, parser.tokens[unwind + 1].isName,
            parser.tokens[unwind + 2].keyword == .in
        else { return nil }
        return Advice(
            "UNWIND names its variable last", hint: "write UNWIND list AS x, or FOR x IN list",
            range: parser.tokens[unwind + 2].range)
    }

    /// Nothing but words, none of which is nearly a keyword, and perhaps a question mark.
    private var isQuestion: Bool {
        let words = parser.tokens.dropLast().prefix { $0.isName }
        let rest = parser.tokens.dropLast().dropFirst(words.count)
        return words.count > 1 && words.allSatisfy { $0.keyword?.beginsClause != true }
            && rest.allSatisfy { text($0) == "?" } && !mentionsKeyword
    }

    // MARK: Values

    /// `ORDER BY DESC n.name`, `n.x > 1 AND < 3`.
    private var operandAdvice: Advice? {
        guard expected == .expression, let previous = previous() else { return nil }
        if current.keyword == .desc || current.keyword == .asc, previous.keyword == .by {
            let direction = text(current).uppercased()
            return Advice(
                "\(direction) stands after what to sort by",
                hint: "write ORDER BY n.name \(direction)")
        }
        guard previous.keyword == .and || previous.keyword == .or else { return nil }
        switch current.kind {
        case .less, .greater, .lessOrEqual, .greaterOrEqual, .equal, .notEqual:
            return Advice(
                "nothing stands before '\(text(current))'",
                hint: "write both conditions whole: n.x > 1 AND n.x < 3, or 1 < n.x < 3")
        default: return nil
        }
    }

    private var valueAdvice: Advice? {
        if expected == .propertyName, current.kind == .star {
            return Advice(
                "'*' stands for no property here", hint: "write properties(n), or n {.*}")
        }
        if isBetweenClauses, current.kind == .dot, previous(2)?.keyword == .as,
            let name = previous(), next().isName
        {
            let whole = "\(text(name)).\(text(next()))"
            return Advice(
                "a name has no dot in it", hint: "write AS \(text(next())), or AS `\(whole)`")
        }
        if expected == .label, previous()?.kind == .colon, clause == .set,
            current.kind == .integer || current.kind == .string || current.kind == .parameter
        {
            return Advice("properties go in braces", hint: "write SET n += {key: value}")
        }
        return nil
    }

    /// `[x FOR x IN list]`, `[x IN list IF x > 1]`.
    private var listHabitAdvice: Advice? {
        guard expected == .closing(.leftBracket), isAfterOperand else { return nil }
        switch current.keyword {
        case .for:
            return Advice(
                "a list is not made with FOR", hint: "write [x IN list | x + 1]")
        default:
            guard word(current) == "IF" else { return nil }
            return Advice(
                "a list is not sifted with IF", hint: "write [x IN list WHERE x > 1]")
        }
    }

    // MARK: Calls

    /// `count(* `, `cast(x AS INTEGER)`, `[1, 2].map(…)`.
    private var callAdvice: Advice? {
        if current.kind == .star, previous()?.kind == .leftParenthesis,
            word(previous(2)) == "COUNT", expected == .expression
        {
            return Advice(
                "the parenthesis after COUNT is not closed behind '*'", hint: "write count(*)")
        }
        if current.keyword == .as, let opening, opening > 0,
            word(parser.tokens[opening - 1]) == "CAST"
        {
            return Advice(
                "Cypher has no CAST",
                hint: "write toInteger(x), toFloat(x), toString(x), toBoolean(x) or date(x)",
                range: parser.tokens[opening - 1].range)
        }
        if current.kind == .leftParenthesis, touchesPrevious, previous()?.isName == true,
            previous(2)?.kind == .dot, isAfterOperand
        {
            return Advice(
                "a value has no methods",
                hint: "write a function around it, as size(list), or [x IN list | x + 1]",
                range: previous()?.range)
        }
        return nil
    }
}
