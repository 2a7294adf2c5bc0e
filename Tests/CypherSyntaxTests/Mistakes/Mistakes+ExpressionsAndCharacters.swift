extension Mistake {
    /// Expressions.
    static let expressions: [Mistake] = [
        Mistake(
            "MATCH (n) RETURN CASE WHEN n.x = 1 THEN 'a'", column: 44,
            hint: "close the CASE with END"),
        Mistake(
            "MATCH (n) RETURN CASE WHEN n.x = 1: 'a' END", column: 35,
            hint: "write WHEN condition THEN value"),
        Mistake(
            "MATCH (n) RETURN CASE n.x WHEN 1 THEN 'a' ELSE IF 'b' END", column: 48,
            hint: "write another WHEN"),
        Mistake(
            "MATCH (n) RETURN n.x ? 1 : 2", column: 22,
            hint: "write CASE WHEN condition THEN value ELSE other END, or $name for a parameter"),
        Mistake(
            "MATCH (n) RETURN COUNT n", column: 24,
            hint: "write COUNT(n)"),
        Mistake(
            "MATCH (n) RETURN count(DISTINCT *)", column: 33,
            hint: "write count(*)"),
        Mistake(
            "MATCH (n) RETURN TOP 10 n", column: 18,
            hint: "write LIMIT 10 at the end"),
        Mistake(
            "MATCH (n) WITH n.name RETURN 1", code: "NoExpressionAlias", column: 16,
            hint: "write n.name AS name"),
        Mistake(
            "MATCH (n) WITH n, count(*) RETURN n", code: "NoExpressionAlias", column: 19,
            hint: "write count(*) AS name"),
        Mistake(
            "MATCH (n) RETURN n.name[0:2]", column: 27,
            hint: "write list[0..2]"),
        Mistake(
            "RETURN range(1..3)", column: 15,
            hint: "write range(1, 10)"),
        Mistake(
            "RETURN [1..3]", column: 10,
            hint: "write range(1, 10)"),
        Mistake(
            "RETURN [1 2 3]", column: 11,
            hint: "put a comma between the items, or close with ']'"),
        Mistake(
            "RETURN f(1 2)", column: 12,
            hint: "put a comma between the items, or close with ')'"),
        Mistake(
            "RETURN 1)", column: 9,
            hint: "remove it, or open its bracket before it"),
        Mistake(
            "RETURN (1]", column: 10,
            hint: "close the parenthesis with ')'"),
        Mistake(
            "RETURN reduce(x IN [1] | x)", column: 17,
            hint: "write reduce(total = 0, x IN list | total + x)"),
        Mistake(
            "RETURN [x IN [1] | ]", column: 20,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "RETURN CASE END", column: 16,
            hint: "write CASE WHEN condition THEN value ELSE value END"),
        Mistake(
            "RETURN all(x IN [1] WHERE)", column: 21,
            hint: "write a condition: WHERE n.name = 'Kari'"),
        Mistake(
            "RETURN n {name}.", column: 17,
            hint: "write the property's name: n.name"),
        Mistake(
            "RETURN EXISTS { }", column: 17,
            hint: "begin with a clause: MATCH (n) RETURN n"),
        Mistake(
            "RETURN x IS TYPED FOO", column: 19,
            hint: "types are INTEGER, STRING, DATE, LIST<STRING> and the like"),
        Mistake(
            "RETURN x IS TRUE", column: 13,
            hint: "write IS NULL or IS NOT NULL; compare values with '=' and '<>'"),
        Mistake(
            "RETURN n.name.", column: 15,
            hint: "write the property's name: n.name"),
        Mistake(
            "RETURN 1 IS NULL NOT", column: 18,
            hint: "write a condition after it, or remove it"),
        Mistake(
            "RETURN 'a' 'b'", column: 12,
            hint: "put an operator or a comma between them"),
        Mistake(
            "RETURN trim(BOTH 'x' s)", column: 22,
            hint: "write trim(BOTH ' ' FROM text)"),
        Mistake(
            "RETURN n[1", column: 11,
            hint: "close the bracket with ']'"),
        Mistake(
            "RETURN n[]", column: 10,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "RETURN f(", column: 10,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "RETURN COLLECT { (a)-->(b) }", column: 18,
            hint: "write MATCH (a)-->(b) RETURN b"),
        Mistake(
            "RETURN n {.}", column: 12,
            hint: "write .name for one property, .* for all"),
        Mistake(
            "RETURN shortestPath((a)-->(b)", column: 30,
            hint: "close the parenthesis with ')'"),
        Mistake(
            "RETURN 1 STARTS WITH", column: 21,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "MATCH (n) RETURN n.name, AS x", column: 24,
            hint: "remove the comma, or write what follows it"),
        Mistake(
            "RETURN [p = (a)-->(b)]", column: 18,
            hint: "write EXISTS { (a)-->(b) }"),
        Mistake(
            "RETURN [(a)-->(b) WHERE a.x]", column: 9,
            hint:
                "ask EXISTS { (a)-->(b) }, count with COUNT { (a)-->(b) }, or collect with [(a)-->(b) | b]"
        ),
        Mistake(
            "RETURN reduce(x = 0 | x)", column: 21,
            hint: "write reduce(total = 0, x IN list | total + x)"),
    ]

    /// Characters and literals.
    static let characters: [Mistake] = [
        Mistake(
            "RETURN “abc”", code: "InvalidUnicodeCharacter", column: 8,
            hint: "write a straight quote: \""),
        Mistake(
            "RETURN ‘abc’", code: "InvalidUnicodeCharacter", column: 8,
            hint: "write a straight quote: '"),
        Mistake(
            "RETURN 1 – 2", code: "InvalidUnicodeCharacter", column: 10,
            hint: "write a plain hyphen: -"),
        Mistake(
            "RETURN 42 — 41", code: "InvalidUnicodeCharacter", column: 11,
            hint: "write a plain hyphen: -"),
        Mistake(
            "RETURN 1 × 2", code: "InvalidUnicodeCharacter", column: 10,
            hint: "write a star: *"),
        Mistake(
            "MATCH (a)→(b) RETURN a", code: "InvalidUnicodeCharacter", column: 10,
            hint: "write an arrow: -->"),
        Mistake(
            "RETURN 1\u{200B} AS x", code: "InvalidUnicodeCharacter", column: 9,
            hint: "remove it; it came along when the text was copied"),
        Mistake(
            "RETURN n.år-æ AS b€", code: "InvalidUnicodeCharacter", column: 19,
            hint: "remove it, or put the name in back-ticks"),
        Mistake(
            "RETURN 1a", code: "InvalidNumberLiteral", column: 8,
            hint:
                "write 1, 1.5, 1e3, 0xFF or 0o17; a name that begins with a digit goes in back-ticks"
        ),
        Mistake(
            "RETURN 0x", code: "InvalidNumberLiteral", column: 8,
            hint:
                "write 1, 1.5, 1e3, 0xFF or 0o17; a name that begins with a digit goes in back-ticks"
        ),
        Mistake(
            "RETURN 9223372036854775808", code: "IntegerOverflow", column: 8,
            hint:
                "integers reach from -9223372036854775808 to 9223372036854775807; write a larger number as a float: 1e20"
        ),
        Mistake(
            "RETURN 1e999", code: "FloatingPointOverflow", column: 8,
            hint: "floats reach to about 1.8e308"),
        Mistake(
            "RETURN '\\q'", code: "InvalidEscapeSequence", column: 9,
            hint:
                "write '\\\\' for a backslash; the escapes are \\n \\t \\r \\b \\f \\' \\\" \\` \\uXXXX"
        ),
        Mistake(
            "RETURN '\\u12'", code: "InvalidUnicodeLiteral", column: 9,
            hint: "write \\u00E5, or the character itself"),
        Mistake(
            "RETURN $", column: 8,
            hint: "write $name or $0"),
        Mistake(
            "RETURN :param", column: 8,
            hint: "write $param"),
        Mistake(
            "RETURN @x", column: 8,
            hint: "write a variable without '@', a parameter as $name"),
        Mistake(
            "RETURN #x", column: 8,
            hint: "begin a comment with //, or put the name in back-ticks"),
        Mistake(
            "RETURN ~x", column: 8,
            hint: "write NOT to negate, =~ to match a regular expression"),
        Mistake(
            "MATCH (n) RETURN n # all", column: 20,
            hint: "begin a comment with //, or put the name in back-ticks"),
        Mistake(
            "MATCH (n) -- all nodes", column: 11,
            hint: "begin a comment with //"),
        Mistake(
            "RETURN true = NOT false", column: 15,
            hint: "put it in parentheses: (NOT x)"),
        Mistake(
            "MATCH (n) WHERE exists (n)-->() RETURN n", column: 29,
            hint: "write EXISTS { (a)-->(b) }"),
        Mistake(
            "MATCH (n) RETURN (n)-->()", column: 18,
            hint:
                "ask EXISTS { (a)-->(b) }, count with COUNT { (a)-->(b) }, or collect with [(a)-->(b) | b]"
        ),
        Mistake(
            "MATCH (n) RETURN size((n)-->())", column: 23,
            hint:
                "ask EXISTS { (a)-->(b) }, count with COUNT { (a)-->(b) }, or collect with [(a)-->(b) | b]"
        ),
        Mistake(
            "MATCH (n) WHERE EXISTS { CREATE (m) } RETURN n", code: "InvalidClauseComposition",
            column: 26,
            hint: "write in a clause of the query itself, or in CALL { … }"),
        Mistake(
            "RETURN 1 UNION RETURN 2 UNION ALL RETURN 3", code: "InvalidClauseComposition",
            column: 25,
            hint: "use one of the two throughout"),
        Mistake(
            "CALL db.labels() YIELD * RETURN 1", column: 24,
            hint: "name the columns: YIELD a, b"),
        Mistake(
            "CALL { RETURN 1 AS x } IN TRANSACTIONS RETURN x", code: "UnsupportedSyntax",
            column: 24,
            hint: "remove IN TRANSACTIONS; the whole statement is one transaction"),
        Mistake(
            "IF 1 = 1 RETURN 2", column: 1,
            hint: "write CASE WHEN condition THEN value ELSE other END"),
        Mistake(
            "MATCH (ø:Ørn) WHERE ø.x == 1 RETURN ø", column: 25,
            hint: "write '=' to compare"),
        Mistake(
            "MATCH (n) WHERE n.x = '😀' && n.y RETURN n", column: 27,
            hint: "write AND"),
        Mistake(
            "RETURN x++", column: 9,
            hint: "write x + 1"),
        Mistake(
            "RETURN 2 ** 3", column: 10,
            hint: "write '^' for a power"),
        Mistake(
            "RETURN date '2020-01-01'", column: 13,
            hint: "write an operator between them, or date('2020-01-01')"),
        Mistake(
            "MATCH (n) RETURN n.name as", column: 27,
            hint: "a name is a word, or anything in back-ticks: AS `full name`"),
        Mistake(
            "MATCH (n) USING INDEX n:Person(name) RETURN n", column: 11,
            hint: "leave USING out"),
        Mistake(
            "SHOW", column: 5,
            hint: "write SHOW LABELS, SHOW FUNCTIONS or SHOW INDEXES"),
        Mistake(
            "AS date() MATCH (n) RETURN n", column: 4,
            hint: "write AS OF date('2020-01-01') before the query"),
        Mistake(
            "OPTIONAL (n) RETURN n", column: 10,
            hint: "write OPTIONAL MATCH (a)-->(b)"),
        Mistake(
            "MATCH SHORTEST (a)-->(b) RETURN a", column: 16,
            hint: "write SHORTEST 1, SHORTEST 2 GROUPS or ALL SHORTEST"),
        Mistake(
            "RETURN 5 NEXT", column: 14,
            hint: "begin with a clause: MATCH (n) RETURN n"),
        Mistake(
            "RETURN *, *", column: 11,
            hint: "write RETURN *, other AS name"),
        Mistake(
            "RETURN 1 ≤ 2", code: "InvalidUnicodeCharacter", column: 10,
            hint: "write <="),
        Mistake(
            "RETURN «abc»", code: "InvalidUnicodeCharacter", column: 8,
            hint: "write a straight quote: \""),
        Mistake(
            "RETURN ´abc´", code: "InvalidUnicodeCharacter", column: 8,
            hint: "write a back-tick: `"),
        Mistake(
            "RETURN 😀", code: "InvalidUnicodeCharacter", column: 8,
            hint: "remove it, or put the name in back-ticks"),
        Mistake(
            "MATCH (n) WHERE n.navn = ”Kari” RETURN n", code: "InvalidUnicodeCharacter", column: 26,
            hint: "write a straight quote: \""),
        Mistake(
            "RETURN x…y", code: "InvalidUnicodeCharacter", column: 9,
            hint: "write two dots: .."),
        Mistake(
            "RETURN 1.5.2", code: "InvalidNumberLiteral", column: 8,
            hint:
                "write 1, 1.5, 1e3, 0xFF or 0o17; a name that begins with a digit goes in back-ticks"
        ),
        Mistake(
            "RETURN 1_", code: "InvalidNumberLiteral", column: 8,
            hint:
                "write 1, 1.5, 1e3, 0xFF or 0o17; a name that begins with a digit goes in back-ticks"
        ),
        Mistake(
            "RETURN 0o8", code: "InvalidNumberLiteral", column: 8,
            hint:
                "write 1, 1.5, 1e3, 0xFF or 0o17; a name that begins with a digit goes in back-ticks"
        ),
        Mistake(
            "RETURN -9223372036854775809", code: "IntegerOverflow", column: 8,
            hint:
                "integers reach from -9223372036854775808 to 9223372036854775807; write a larger number as a float: 1e20"
        ),
        Mistake(
            "RETURN '\\uD83D'", code: "InvalidUnicodeLiteral", column: 9,
            hint: "write the character itself, or both halves of the surrogate pair"),
        Mistake(
            "RETURN 'ø\\q'", code: "InvalidEscapeSequence", column: 10,
            hint:
                "write '\\\\' for a backslash; the escapes are \\n \\t \\r \\b \\f \\' \\\" \\` \\uXXXX"
        ),
        Mistake(
            "RETURN `ab\\q`", code: "InvalidEscapeSequence", column: 11,
            hint:
                "write '\\\\' for a backslash; the escapes are \\n \\t \\r \\b \\f \\' \\\" \\` \\uXXXX"
        ),
        Mistake(
            "RETURN $$x", column: 8,
            hint: "write $name or $0"),
    ]
}
