import GraphModel

/// Words of other languages, and clauses in the wrong order.
extension Situation {
    /// SQL and its like.
    var foreignWordAdvice: Advice? {
        guard let word = word(current) else { return previousWordAdvice }
        if word == "ELSE" || word == "ELSEIF" || word == "ELSIF" { return elseAdvice(word) }
        if word == "FROM", clause == .delete {
            return Advice(
                "DELETE takes variables, not FROM", hint: "write MATCH (n:Label) DETACH DELETE n")
        }
        guard expected != .createOrMatch, let advice = Self.foreignWords[word] else {
            return previousWordAdvice
        }
        return Advice(advice.message, hint: advice.hint)
    }

    static let foreignWords: [String: (message: String, hint: String)] = [
        "SELECT": ("Cypher has no SELECT", "write MATCH (n:Label) RETURN n.name"),
        "FROM": (
            "Cypher has no FROM", "say what to look for with MATCH (n:Label) before RETURN"
        ),
        "JOIN": ("Cypher has no JOIN", "follow the relationship: MATCH (a)-[:TYPE]->(b)"),
        "INNER": ("Cypher has no JOIN", "follow the relationship: MATCH (a)-[:TYPE]->(b)"),
        "LEFT": (
            "Cypher has no JOIN", "follow the relationship: OPTIONAL MATCH (a)-[:TYPE]->(b)"
        ),
        "GROUP": (
            "Cypher has no GROUP BY", "leave it out: RETURN n.city, count(*) groups by n.city"
        ),
        "HAVING": (
            "Cypher has no HAVING",
            "write WITH n.city AS city, count(*) AS number WHERE number > 1"
        ),
        "LIKE": (
            "Cypher has no LIKE", "write CONTAINS, STARTS WITH, ENDS WITH or =~ '.*text.*'"
        ),
        "ILIKE": (
            "Cypher has no ILIKE", "write toLower(n.name) CONTAINS 'text' or =~ '(?i).*text.*'"
        ),
        "BETWEEN": ("Cypher has no BETWEEN", "write 1 <= n.value <= 10"),
        "EQUALS": ("Cypher has no EQUALS", "write '=' to compare"),
        "HAS": ("Cypher has no HAS", "write n.name IS NOT NULL"),
        "EXISTS": ("EXISTS stands before a pattern", "write n.name IS NOT NULL"),
        "DISTINCT": ("DISTINCT follows RETURN or WITH", "write RETURN DISTINCT n.name"),
        "FETCH": ("Cypher has no FETCH", "write LIMIT 10 at the end"),
        "CASCADE": ("Cypher has no CASCADE", "write DETACH DELETE n"),
        "DESCRIBE": ("Cypher has no DESCRIBE", "write CALL db.schema.nodeTypeProperties()"),
        "STARTSWITH": ("STARTS WITH is two words", "write STARTS WITH 'text'"),
        "ENDSWITH": ("ENDS WITH is two words", "write ENDS WITH 'text'"),
        "REGEXP": ("Cypher has no REGEXP", "write =~ 'a.*'"),
        "RLIKE": ("Cypher has no RLIKE", "write =~ 'a.*'"),
        "MATCHES": ("Cypher has no MATCHES", "write =~ 'a.*'"),
        "MOD": ("Cypher has no MOD", "write %"),
        "DIV": ("Cypher has no DIV", "write /, which divides whole numbers to whole numbers"),
        "SORT": ("Cypher has no SORT BY", "write ORDER BY n.name"),
        "ADD": ("Cypher has no ADD", "write CREATE (n:Label {name: 'value'})"),
        "DROP": ("Cypher has no DROP for what it matched", "write DETACH DELETE n"),
        "PREFIX": (
            "this is Cypher, not SPARQL",
            "write MATCH (s)-[p]->(o) RETURN s, p, o; there are no prefixes"
        ),
        "UPDATE": ("Cypher has no UPDATE", "write MATCH (n:Label) SET n.name = 'value'"),
        "INTO": ("Cypher has no INTO", "write CREATE (n:Label {name: 'value'})"),
        "TABLE": ("Cypher has no tables", "write CREATE (n:Label {name: 'value'})"),
        "VALUES": ("Cypher has no VALUES", "write CREATE (n:Label {name: 'value'})"),
        "EXCEPT": (
            "there is no EXCEPT", "leave rows out with WHERE NOT EXISTS { MATCH … }"
        ),
        "INTERSECT": ("there is no INTERSECT", "ask for both with one MATCH and WHERE"),
        "LOAD": ("there is no LOAD CSV", "import the file with the import command"),
        "USING": ("Cypher here takes no planner hints", "leave USING out"),
        "USE": ("there is one graph, so no USE", "leave USE out"),
        "START": ("Cypher has no START", "write MATCH (n)"),
        "BEGIN": ("a statement is a transaction of its own", "leave BEGIN and COMMIT out"),
        "COMMIT": ("a statement is a transaction of its own", "leave BEGIN and COMMIT out"),
        "IF": (
            "Cypher has no IF", "write CASE WHEN condition THEN value ELSE other END"
        ),
        "WHILE": ("Cypher has no loops", "write UNWIND list AS x or FOREACH (x IN list | …)"),
    ]

    private func elseAdvice(_ word: String) -> Advice? {
        guard word != "ELSE" || self.word(next()) == "IF" else { return nil }
        return Advice(
            "CASE has no \(word == "ELSE" ? "ELSE IF" : word)", hint: "write another WHEN")
    }

    /// The word before shows what was meant: `TOP 10`, `IS EQUAL TO`, `COUNT n`, `x IS IN list`.
    private var previousWordAdvice: Advice? {
        guard let previous = previous(), let word = word(previous) else { return nil }
        switch word {
        case "TOP" where current.kind == .integer, "FIRST" where current.kind == .integer:
            return Advice(
                "Cypher has no \(word)", hint: "write LIMIT \(text(current)) at the end",
                range: previous.range)
        case "IF" where self.previous(2)?.keyword == .else:
            return Advice("CASE has no ELSE IF", hint: "write another WHEN", range: previous.range)
        case "EQUAL" where self.word(current) == "TO":
            return Advice(
                "Cypher has no IS EQUAL TO", hint: "write '=' to compare", range: previous.range)
        case "IN" where self.previous(2)?.keyword == .is:
            return Advice(
                "IN stands without IS", hint: "write x IN list", range: previous.range)
        case "COUNT", "SUM", "AVG", "MIN", "MAX", "COLLECT":
            guard current.isName, current.keyword?.followsOperand != true else { return nil }
            return Advice(
                "a function's argument goes in parentheses",
                hint: "write \(text(previous))(\(text(current)))")
        case "UNIQUE" where current.isName:
            return Advice(
                "Cypher has no UNIQUE", hint: "write RETURN DISTINCT \(text(current))",
                range: previous.range)
        case "EXISTS" where current.isName:
            return Advice(
                "EXISTS stands before a pattern", hint: "write n.name IS NOT NULL",
                range: previous.range)
        case "DISTINCT" where current.kind == .star:
            return Advice("'*' stands for rows, not for values", hint: "write count(*)")
        default:
            guard current.kind == .string, previous.keyword == nil, isAfterOperand else {
                return nil
            }
            return Advice(
                "'\(text(previous))' and a text do not go together",
                hint: "write an operator between them, or \(text(previous))(\(text(current)))")
        }
    }

    // MARK: Order of clauses

    /// Whether a clause or the end of the query could stand here.
    var isBetweenClauses: Bool {
        expected == .clause || expected == .endOfStatement
            || expected == .afterLastClause("RETURN")
    }

    var orderAdvice: Advice? {
        guard isBetweenClauses else { return nil }
        if current.kind == .leftParenthesis, !isAfterOperand {
            return Advice(
                "a pattern does not stand alone", hint: "write MATCH (a)-->(b) RETURN b")
        }
        switch current.keyword {
        case .where: return whereAdvice
        case .skip, .offset:
            guard clause == .limit else { return nil }
            return Advice(
                "\(text(current).uppercased()) comes before LIMIT", hint: "write SKIP 5 LIMIT 10")
        case .limit where clause == .limit:
            return Advice("there is a LIMIT already", hint: "remove one of the two")
        case .as where previous(2)?.keyword == .as:
            return Advice("the column has a name already", hint: "give it one name")
        case .order:
            guard clause == .limit || clause == .skip || clause == .offset else { return nil }
            return Advice(
                "ORDER BY comes before SKIP and LIMIT", hint: "write ORDER BY n.name LIMIT 10")
        case .yield:
            return Advice(
                "YIELD belongs to a procedure call",
                hint: "write CALL name.space.procedure() YIELD x"
            )
        case .on:
            return Advice(
                "ON belongs to MERGE", hint: "write MERGE (n) ON CREATE SET n.name = 'value'")
        default: return nil
        }
    }

    private var whereAdvice: Advice {
        switch clause {
        case nil:
            return Advice(
                "a query does not begin with WHERE",
                hint: "write MATCH (n) before it; WHERE follows MATCH and WITH")
        case .where:
            return Advice("there is a WHERE already", hint: "join the conditions with AND")
        case .return, .order, .skip, .limit, .offset:
            return Advice(
                "WHERE does not follow RETURN",
                hint: "put it before RETURN, after MATCH or WITH")
        default:
            return Advice(
                "WHERE follows MATCH and WITH only", hint: "write WITH * WHERE condition")
        }
    }

    // MARK: What stands between two operands

    /// `RETURN n.name name`, `WHERE n.a = 1 n.b = 2`: two operands with nothing between them.
    var joiningAdvice: Advice? {
        guard isBetweenClauses, isAfterOperand, parser.startsOperand(at: parser.position) else {
            return nil
        }
        switch clause {
        case .return, .with:
            guard current.isName else {
                return Advice(
                    "two values stand side by side",
                    hint: "put an operator or a comma between them")
            }
            return Advice(
                "expected AS, a comma or a clause, but found '\(text(current))'",
                hint: "write AS \(text(current)) to name the column, or put a comma before it")
        case .where, .filter:
            return Advice(
                "two conditions stand side by side", hint: "join them with AND or OR")
        case .set, .remove, .delete:
            return Advice(
                "a comma is missing before '\(text(current))'",
                hint: "put a comma between the items")
        default: return nil
        }
    }
}
