/// What the parser waits for at a place, in a person's words, and what to type there.
struct Expected: Equatable {
    let what: String
    let hint: String
    /// Keywords that may stand here, to compare a misspelt word with; nil = those of the place.
    let words: [String]?

    init(_ what: String, hint: String, words: [String]? = nil) {
        self.what = what
        self.hint = hint
        self.words = words
    }

    /// A keyword, with what it is for.
    private static func word(_ keyword: String, _ hint: String) -> Expected {
        Expected("'\(keyword)'", hint: hint, words: [keyword])
    }

    // MARK: Queries

    static let clause = Expected(
        "a clause such as MATCH, RETURN or CREATE",
        hint: "begin with a clause: MATCH (n) RETURN n")
    static let endOfStatement = Expected(
        "another clause or the end of the query",
        hint: "remove what stands here, or begin a clause with its keyword")
    static let endOfExpression = Expected(
        "the end of the expression", hint: "remove what stands here")

    static func afterLastClause(_ word: String) -> Expected {
        Expected(
            "the end of the query after \(word)",
            hint: word == "RETURN"
                ? "RETURN is the last clause; use WITH to carry on with its rows"
                : "FINISH is the last clause; remove what follows it")
    }

    private static let writingWords = [
        "CREATE", "MERGE", "SET", "REMOVE", "DELETE", "DETACH", "FOREACH",
    ]
    static let updatingClause = Expected(
        "a clause that writes",
        hint: "FOREACH takes CREATE, MERGE, SET, REMOVE and DELETE inside", words: writingWords)
    static let updatingClauseOrEnd = Expected(
        "another clause that writes, or ')'",
        hint: "FOREACH takes CREATE, MERGE, SET, REMOVE and DELETE inside", words: writingWords)

    // MARK: Brackets

    static func closing(_ opening: Token.Kind) -> Expected {
        switch opening {
        case .leftParenthesis:
            Expected("')'", hint: "close the parenthesis with ')'")
        case .leftBracket:
            Expected("']'", hint: "close the bracket with ']'")
        default:
            Expected("'}'", hint: "close the brace with '}'")
        }
    }

    // MARK: Expressions

    static let expression = Expected(
        "an expression", hint: "write a value, a variable, a property or a function call here")
    static let propertyName = Expected(
        "a property name after '.'", hint: "write the property's name: n.name")
    static let propertyOrStar = Expected(
        "a property name or '*' after '.'", hint: "write .name for one property, .* for all")
    static let mapProjectionItem = Expected(
        "a part of the map", hint: "write .name, .*, key: value or a variable")
    static let mapKey = Expected(
        "a key", hint: "a map is written {key: value, other: value}")
    static let colonAfterKey = Expected(
        "':' after the key", hint: "a map is written {key: value}")
    static let functionName = Expected(
        "a function name", hint: "write the function's name and its arguments in parentheses")
    static let variable = Expected(
        "a variable", hint: "a variable is a word, or anything in back-ticks: `my variable`")
    static let alias = Expected(
        "a name after AS", hint: "a name is a word, or anything in back-ticks: AS `full name`")
    static let accumulator = Expected(
        "a variable", hint: "write reduce(total = 0, x IN list | total + x)")
    static let equalInReduce = Expected(
        "'=' and a first value", hint: "write reduce(total = 0, x IN list | total + x)")
    static let commaInReduce = Expected(
        "',' and 'x IN list'", hint: "write reduce(total = 0, x IN list | total + x)")
    static let barInReduce = Expected(
        "'|' and an expression", hint: "write reduce(total = 0, x IN list | total + x)")
    static let barInComprehension = Expected(
        "'|' and an expression", hint: "write [(a)-->(b) | b.name]")
    static let inAfterVariable = word("IN", "write x IN list")
    static let fromInTrim = word("FROM", "write trim(BOTH ' ' FROM text)")
    static let when = word("WHEN", "write CASE WHEN condition THEN value ELSE value END")
    static let then = word("THEN", "each WHEN has its THEN: WHEN condition THEN value")
    static let endOfCase = Expected(
        "'WHEN', 'ELSE' or 'END'", hint: "close the CASE with END", words: ["WHEN", "ELSE", "END"])
    static let afterIs = Expected(
        "NULL, TYPED or a label after IS",
        hint: "write IS NULL or IS NOT NULL; compare values with '=' and '<>'")
    static let typeName = Expected(
        "a type", hint: "types are INTEGER, STRING, DATE, LIST<STRING> and the like",
        words: TypeNames.canonical.keys.sorted())
    static let angleAfterType = Expected(
        "'>' after the type", hint: "write LIST<STRING>")

    static func with(after word: String) -> Expected {
        Expected("'WITH' after \(word)", hint: "write \(word) WITH 'text'", words: ["WITH"])
    }

    // MARK: Patterns

    static let node = Expected(
        "a node in parentheses", hint: "a pattern starts with a node: (n) or (n:Label)")
    static let nodeAfterRelationship = Expected(
        "a node in parentheses after the relationship",
        hint: "a relationship ends in a node, if only an empty one: -->()")
    static let nodeEnd = Expected(
        "')' to end the node", hint: "a node is written (name:Label {key: value})")
    static let nodeEndAfterMap = Expected(
        "')' to end the node", hint: "close the node with ')'")
    static let relationshipEnd = Expected(
        "']' to end the relationship", hint: "a relationship is written -[name:TYPE]->")
    static let dash = Expected("'-'", hint: "an arrow is written -->, <-- or -[:TYPE]->")
    static let secondDash = Expected(
        "'-' or '['", hint: "an arrow is written -->, <-- or -[:TYPE]->")
    static let dashAfterBracket = Expected(
        "'-' after ']'", hint: "a relationship is written -[:TYPE]-> or <-[:TYPE]-")
    static let label = Expected(
        "a label", hint: "write the label's name after the colon: (n:Person)")
    static let relationshipType = Expected(
        "a relationship type", hint: "write the type's name after the colon: -[:KNOWS]->")
    static let numberOfPaths = Expected(
        "a number of paths after SHORTEST",
        hint: "write SHORTEST 1, SHORTEST 2 GROUPS or ALL SHORTEST")
    static let repetitionCount = Expected(
        "a number of repetitions", hint: "write {2}, {1,3}, {1,} or {,3}")
    static let repetitionEnd = Expected(
        "'}' to end the repetition", hint: "write {2}, {1,3}, {1,} or {,3}")
    static let elements = word("ELEMENTS", "write MATCH REPEATABLE ELEMENTS (a)-->(b)")
    static let relationships = word(
        "RELATIONSHIPS", "write MATCH DIFFERENT RELATIONSHIPS (a)-->(b)")

    // MARK: Clauses

    static let matchAfterOptional = Expected(
        "'MATCH' or 'CALL' after OPTIONAL", hint: "write OPTIONAL MATCH (a)-->(b)",
        words: ["MATCH", "CALL"])
    static let asAfterUnwind = Expected(
        "'AS' and a variable", hint: "give each item a name: UNWIND list AS item", words: ["AS"])
    static let by = word("BY", "write ORDER BY n.name")
    static let firstOrLast = Expected(
        "'FIRST' or 'LAST' after NULLS", hint: "write NULLS FIRST or NULLS LAST",
        words: ["FIRST", "LAST"])
    static let equalInLet = Expected("'='", hint: "write LET name = expression")
    static let equalInSet = Expected(
        "'=' and a value", hint: "write SET n.name = 'value'")
    static let setTarget = Expected(
        "a property, '=' or a label to set",
        hint: "write SET n.name = value, SET n = {map}, SET n += {map} or SET n:Label")
    static let removeTarget = Expected(
        "a property or label to remove", hint: "write REMOVE n.name or REMOVE n:Label")
    static let createOrMatch = Expected(
        "'CREATE' or 'MATCH' after ON", hint: "write ON CREATE SET … or ON MATCH SET …",
        words: ["CREATE", "MATCH"])
    static let set = word("SET", "write ON CREATE SET n.name = value")
    static let delete = word("DELETE", "write DETACH DELETE n")
    static let foreachParenthesis = Expected(
        "'(' after FOREACH", hint: "write FOREACH (x IN list | SET x.seen = true)")
    static let barInForeach = Expected(
        "'|' and a clause that writes", hint: "write FOREACH (x IN list | SET x.seen = true)")
    static let procedureName = Expected(
        "a procedure name, '(' or '{' after CALL",
        hint: "write CALL name.space.procedure(arguments) or CALL (x) { … }")
    static let braceAfterCall = Expected(
        "'{' and a query", hint: "write CALL (x) { MATCH (x)-->(y) RETURN y }")
    static let yieldColumn = Expected(
        "a column name after YIELD", hint: "write YIELD column or YIELD column AS name")

    // MARK: Commands

    static let of = word("OF", "write AS OF date('2020-01-01') before the query")
    static let showSubject = Expected(
        "what to show", hint: "write SHOW LABELS, SHOW FUNCTIONS or SHOW INDEXES")
    static let index = word("INDEX", "write DROP INDEX name")
    static let indexName = Expected("the index's name", hint: "write the index's name")
    static let notExists = Expected("'NOT EXISTS' after IF", hint: "write IF NOT EXISTS")
    static let existsAfterIf = Expected("'EXISTS' after IF", hint: "write IF EXISTS")
    static let forInIndex = word(
        "FOR", "write CREATE INDEX name FOR (n:Label) ON (n.key)")
    static let onInIndex = word(
        "ON", "write CREATE INDEX name FOR (n:Label) ON (n.key)")
    static let indexKeys = Expected(
        "'(' and the keys", hint: "write CREATE INDEX name FOR (n:Label) ON (n.key)")
    static let dotInIndexKey = Expected(
        "'.' and a property name", hint: "write CREATE INDEX name FOR (n:Label) ON (n.key)")
}
