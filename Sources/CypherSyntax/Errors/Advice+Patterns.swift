import GraphModel

/// Nodes, relationships and maps that are not quite right.
extension Situation {
    var patternAdvice: Advice? {
        switch expected {
        case .node: nodeAdvice
        case .nodeAfterRelationship where current.isName && !startsClause:
            Advice("a node is written in parentheses", hint: "write (\(text(current)))")
        case .nodeEnd, .nodeEndAfterMap: nodeEndAdvice
        case .relationshipEnd: relationshipEndAdvice
        case .secondDash: secondDashAdvice
        case .dashAfterBracket: afterBracketAdvice
        case .label, .relationshipType: labelAdvice
        case .mapKey, .colonAfterKey: mapAdvice
        case .propertyName where current.kind == .string:
            Advice(
                "a property name is not written as a text",
                hint: "write n.name, n.`full name` or n['name']")
        case .repetitionEnd where current.kind == .doubleDot:
            Advice("a repetition is written with a comma", hint: "write {1,3}")
        default: afterNodeAdvice
        }
    }

    private var startsClause: Bool { current.keyword?.beginsClause == true }

    private var nodeAdvice: Advice? {
        guard current.isName else { return nil }
        let name = text(current)
        if let word = word(current), word == "INDEX" || Self.foreignWords[word] != nil {
            return nil
        }
        if word(current) == "UNIQUE" {
            return Advice(
                "there is no CREATE UNIQUE", hint: "write MERGE (a)-[:TYPE]->(b)")
        }
        if next().kind == .leftParenthesis, !startsClause {
            return Advice(
                "'=' is missing after the path's name", hint: "write \(name) = (a)-->(b)")
        }
        guard !startsClause else { return nil }
        if next().isName, ["NODE", "VERTEX", "EDGE"].contains(word(current)) {
            return Advice(
                "a node is written in parentheses", hint: "write (n:\(text(next())))")
        }
        let label = next().kind == .colon && next(2).isName ? ":\(text(next(2)))" : ""
        return Advice("a node is written in parentheses", hint: "write (\(name)\(label))")
    }

    private var nodeEndAdvice: Advice? {
        switch current.kind {
        case .dot:
            return Advice(
                "a node's properties are tested with a map or with WHERE",
                hint: "write (n {name: 'Kari'}) or (n WHERE n.name = 'Kari')")
        case .comma:
            return Advice(
                "each node has parentheses of its own", hint: "write (a:Label), (b:Label)")
        case .doubleColon:
            return Advice("one colon goes before a label", hint: "write (n:Label)")
        case .word where current.keyword == .or || current.keyword == .and:
            return Advice("labels are joined with '|' and '&'", hint: "write (n:One|Other)")
        case .word, .quotedName:
            guard !startsClause else { return nil }
            if next().kind == .colon || next().kind == .equal {
                return Advice(
                    "properties go in braces", hint: "write (n:Label {\(text(current)): value})")
            }
            return Advice(
                "a label follows a colon", hint: "write (\(previousName):\(text(current)))")
        default: return nil
        }
    }

    private var previousName: String {
        guard let previous = previous(), previous.isName else { return "n" }
        return text(previous)
    }

    private var relationshipEndAdvice: Advice? {
        switch current.kind {
        case .minus, .greater:
            return Advice(
                "the '[' is not closed before the arrow goes on", hint: "write -[:TYPE]->")
        case .comma:
            return Advice(
                "several types are joined with '|'", hint: "write -[:ONE|OTHER]->")
        case .doubleColon:
            return Advice("one colon goes before a type", hint: "write -[:TYPE]->")
        case .word where current.keyword == .or:
            return Advice("several types are joined with '|'", hint: "write -[:ONE|OTHER]->")
        default: return nil
        }
    }

    private var secondDashAdvice: Advice? {
        switch current.kind {
        case .greater, .leftParenthesis:
            return Advice(
                "an arrow takes two dashes", hint: "write (a)-->(b), (a)--(b) or (a)-[:TYPE]->(b)")
        case .colon, .word, .quotedName:
            let type = current.kind == .colon ? next() : current
            return Advice(
                "a relationship's type goes in brackets",
                hint: "write -[:\(type.isName ? text(type) : "TYPE")]->")
        default: return nil
        }
    }

    private var afterBracketAdvice: Advice? {
        switch current.kind {
        case .leftBrace, .plus, .star:
            return Advice(
                "a repetition does not stand inside an arrow", hint: "write -[:TYPE]->{1,3}")
        case .leftParenthesis:
            return Advice(
                "the arrow does not go on after ']'",
                hint: "write -[:TYPE]->(b) or -[:TYPE]-(b)")
        default: return nil
        }
    }

    private var labelAdvice: Advice? {
        let branch = parser.tokens[..<parser.position].last {
            $0.keyword == .when || $0.keyword == .then
        }
        if current.kind == .string || current.kind == .integer, branch?.keyword == .when {
            return Advice(
                "THEN, not ':', goes between a condition and its value",
                hint: "write WHEN condition THEN value", range: previous()?.range)
        }
        switch current.kind {
        case .string where isBehindIs:
            return Advice("IS does not compare values", hint: "write = \(text(current))")
        case .string:
            return Advice(
                "a label or type is not written as a text",
                hint: "leave the quotes out, or use back-ticks: :`Full name`")
        case .parameter:
            return Advice(
                "a parameter cannot stand for a label or type",
                hint: "test it with WHERE: $label IN labels(n), type(r) = $type")
        case .colon:
            return Advice(
                "no colon follows '|' or ':' before a label",
                hint: expected == .label ? "write (n:One|Other)" : "write -[:ONE|OTHER]->")
        default: return nil
        }
    }

    /// Whether IS or IS NOT stands before.
    private var isBehindIs: Bool {
        previous()?.keyword == .is || previous()?.keyword == .not && previous(2)?.keyword == .is
    }

    private var mapAdvice: Advice? {
        if previous()?.kind == .leftBrace, previous(2)?.keyword == .in, next().kind == .comma {
            return Advice(
                "a list is written in square brackets", hint: "write IN [1, 2, 3]",
                range: previous()?.range)
        }
        if current.kind == .string {
            return Advice(
                "a key is not written as a text",
                hint: "leave the quotes out, or use back-ticks: {`full name`: value}")
        }
        if current.kind == .equal {
            return Advice("a map takes ':' between key and value", hint: "write {key: value}")
        }
        if current.kind == .rightBrace, previous(2)?.kind == .leftBrace, let name = previous() {
            return Advice(
                "a parameter is not written in braces", hint: "write $\(text(name))",
                range: SourceRange(previous(2)?.start ?? name.start, current.end))
        }
        if current.kind == .integer, previous(2)?.kind == .star {
            return Advice(
                "a length is written without braces", hint: "write *1..3, or -[:TYPE]->{1,3}")
        }
        return nil
    }

    /// `(a)[r]->(b)`, `(a)>(b)`: a node is followed by what is no arrow.
    private var afterNodeAdvice: Advice? {
        guard previous()?.kind == .rightParenthesis, opening == nil,
            clause == .match || clause == .create || clause == .merge
        else { return nil }
        switch current.kind {
        case .leftBracket:
            return Advice(
                "a dash goes before the bracket", hint: "write (a)-[r]->(b)")
        case .greater, .equal, .less:
            return Advice("'\(text(current))' is no arrow", hint: "write (a)-->(b) or (a)<--(b)")
        case .comma where clause == .merge:
            return Advice("MERGE takes one pattern", hint: "write MERGE once for each pattern")
        default:
            guard current.keyword == .as else { return nil }
            return Advice(
                "a path is named before it, not after", hint: "write p = (a)-->(b)")
        }
    }
}
