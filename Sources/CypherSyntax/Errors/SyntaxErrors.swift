import GraphModel

/// Mistakes the parser knows by name.
enum SyntaxErrors {
    private static func error(
        _ code: String, _ message: String, _ range: SourceRange, _ hint: String
    ) -> Diagnostic {
        Diagnostic(.syntaxError, code, message, range: range, hint: hint)
    }

    static func tooDeep(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .resource, "QueryTooDeep",
            "the query nests more than \(Parser.nestingLimit) levels deep or chains more than "
                + "\(Parser.heightLimit) operators",
            range: range, hint: "split the query with WITH, or pass the data as a parameter")
    }

    // MARK: Literals

    static func unknownEscape(_ range: SourceRange) -> Diagnostic {
        error(
            "InvalidEscapeSequence", "a backslash here begins no known escape", range,
            "write '\\\\' for a backslash; the escapes are \\n \\t \\r \\b \\f \\' \\\" \\` \\uXXXX"
        )
    }

    static func invalidUnicodeEscape(_ range: SourceRange, digits: Int) -> Diagnostic {
        error(
            "InvalidUnicodeLiteral",
            "a unicode escape takes \(digits == 4 ? "four" : "six or eight") hexadecimal digits",
            range, "write \(digits == 4 ? "\\u00E5" : "\\U0001F600"), or the character itself")
    }

    static func loneSurrogate(_ range: SourceRange) -> Diagnostic {
        error(
            "InvalidUnicodeLiteral", "this unicode escape stands for no character", range,
            "write the character itself, or both halves of the surrogate pair")
    }

    static func integerOverflow(_ range: SourceRange) -> Diagnostic {
        error(
            "IntegerOverflow", "the integer does not fit in 64 bits", range,
            "integers reach from -9223372036854775808 to 9223372036854775807; "
                + "write a larger number as a float: 1e20")
    }

    static func floatOverflow(_ range: SourceRange) -> Diagnostic {
        error(
            "FloatingPointOverflow", "the number is too large for a float", range,
            "floats reach to about 1.8e308")
    }

    // MARK: Patterns

    static func patternAsValue(_ range: SourceRange) -> Diagnostic {
        error(
            "UnexpectedSyntax", "a pattern is a condition, not a value", range,
            "ask EXISTS { (a)-->(b) }, count with COUNT { (a)-->(b) }, "
                + "or collect with [(a)-->(b) | b]")
    }

    static func parameterInPattern(_ range: SourceRange) -> Diagnostic {
        error(
            "InvalidParameterUse", "a parameter cannot stand for all properties of a pattern",
            range, "name the properties: {name: $name}; CREATE alone takes a parameter here")
    }

    static func lengthWithoutStar(_ range: SourceRange) -> Diagnostic {
        error(
            "InvalidRelationshipPattern", "a length is written with '*' before it", range,
            "write *1..3 inside the brackets: -[:TYPE*1..3]->")
    }

    static func invalidLength(_ range: SourceRange) -> Diagnostic {
        error(
            "InvalidRelationshipPattern", "the length of a path is a whole number from 0 up",
            range, "write *2, *1..3, *2.. or *..3")
    }

    static func boundsReversed(_ range: SourceRange, _ minimum: Int, _ maximum: Int) -> Diagnostic {
        error(
            "InvalidRelationshipPattern",
            "the least number of repetitions, \(minimum), is above the greatest, \(maximum)",
            range, "write {\(maximum),\(minimum)}")
    }

    static func nodesSideBySide(_ range: SourceRange) -> Diagnostic {
        error(
            "UnexpectedSyntax", "two nodes stand side by side", range,
            "write an arrow between them, (a)-->(b), or a comma for two patterns, (a), (b)")
    }

    static func creatingVarLength(_ range: SourceRange) -> Diagnostic {
        error(
            "CreatingVarLength", "a relationship of varying length cannot be created", range,
            "write each relationship out")
    }

    static func noSingleType(_ range: SourceRange) -> Diagnostic {
        error(
            "NoSingleRelationshipType", "a relationship is created with exactly one type", range,
            "write one type after the colon: -[:KNOWS]->")
    }

    static func requiresDirection(_ range: SourceRange) -> Diagnostic {
        error(
            "RequiresDirectedRelationship", "a relationship is created with a direction", range,
            "write -[:TYPE]-> or <-[:TYPE]-")
    }

    static func prefixInWrite(_ range: SourceRange) -> Diagnostic {
        error(
            "UnexpectedSyntax", "which path to take cannot be said where one is created", range,
            "write the nodes and relationships to create alone")
    }

    static func groupInWrite(_ range: SourceRange) -> Diagnostic {
        error(
            "UnexpectedSyntax", "a group in parentheses cannot be created", range,
            "write each node and relationship out")
    }

    static func whereInWrite(_ range: SourceRange) -> Diagnostic {
        error(
            "UnexpectedSyntax", "a pattern to create takes no WHERE", range,
            "MATCH first with the condition, then CREATE or MERGE")
    }

    static func labelChoiceInWrite(_ range: SourceRange) -> Diagnostic {
        error(
            "UnexpectedSyntax", "a node is created with plain labels, not with a choice", range,
            "list the labels: (n:Person:Employee)")
    }

    // MARK: Queries

    static func noAlias(_ range: SourceRange, _ text: String) -> Diagnostic {
        let shown = text.count > 30 ? "\(text.prefix(30))…" : text
        return error(
            "NoExpressionAlias", "an expression in WITH needs a name", range,
            "write \(shown) AS name")
    }

    static func starNotFirst(_ range: SourceRange) -> Diagnostic {
        error(
            "UnexpectedSyntax", "'*' stands first or not at all", range,
            "write RETURN *, other AS name")
    }

    static func mixedUnions(_ range: SourceRange) -> Diagnostic {
        error(
            "InvalidClauseComposition", "UNION and UNION ALL are mixed in one query", range,
            "use one of the two throughout")
    }

    static func writeInSubquery(_ range: SourceRange) -> Diagnostic {
        error(
            "InvalidClauseComposition", "a subquery inside an expression only reads", range,
            "write in a clause of the query itself, or in CALL { … }")
    }

    static func missingReturn(after word: String, _ range: SourceRange) -> Diagnostic {
        error(
            "InvalidClauseComposition", "the query ends with \(word) and gives nothing back",
            range, "end with RETURN and what you want to see: RETURN *")
    }

    static func earlySemicolon(_ range: SourceRange) -> Diagnostic {
        error(
            "UnexpectedSyntax", "the semicolon ends the query too early", range,
            "remove it; one semicolon stands at the end of the whole query")
    }

    static func deletingLabel(_ range: SourceRange) -> Diagnostic {
        error(
            "InvalidDelete", "DELETE takes nodes, relationships and paths, not labels", range,
            "take a label off with REMOVE n:Label")
    }

    static func yieldStar(_ range: SourceRange) -> Diagnostic {
        error(
            "UnexpectedSyntax", "YIELD * is for a call that stands alone", range,
            "name the columns: YIELD a, b")
    }

    static func inTransactions(_ range: SourceRange) -> Diagnostic {
        error(
            "UnsupportedSyntax", "a subquery cannot run in transactions of its own", range,
            "remove IN TRANSACTIONS; the whole statement is one transaction")
    }

    static func returnAfterShow(_ range: SourceRange) -> Diagnostic {
        error(
            "UnsupportedSyntax", "SHOW takes YIELD and WHERE, not RETURN", range,
            "write SHOW FUNCTIONS YIELD name WHERE name STARTS WITH 'd'")
    }

    static func unsupportedSchema(_ range: SourceRange, _ word: String) -> Diagnostic {
        error(
            "UnsupportedSyntax",
            word == "CONSTRAINT" ? "there are no constraints" : "there is no \(word) index",
            range, "write CREATE INDEX name FOR (n:Label) ON (n.key)")
    }

    static func indexTarget(_ range: SourceRange) -> Diagnostic {
        error(
            "UnexpectedSyntax", "an index is for one label or one relationship type", range,
            "write FOR (n:Label) or FOR ()-[r:TYPE]-()")
    }

    static func dialectIgnored(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .syntaxError, "DialectIgnored", "the CYPHER prefix has no effect here", range: range,
            hint: "leave it out", severity: .warning)
    }
}
