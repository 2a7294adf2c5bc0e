import GraphModel

/// Names that other languages give to what is here under another name.
enum ForeignNames {
    /// What to write instead of a function that is not there.
    static func hint(forFunction name: String) -> String? {
        let parts = name.split(separator: ".")
        if parts.count > 1, let last = parts.last.map(String.init),
            let function = FunctionRegistry.find(last)
        {
            let subject = parts.dropLast().joined(separator: ".")
            return "A value has no methods: write \(function.name)(\(subject))"
        }
        return functions[name.lowercased()].map { "Write \($0)" }
    }

    /// What to write where a function got a value of this type.
    static func hint(forFunction name: String, of type: ExpressionType) -> String? {
        switch (name, type) {
        case ("type", .node): "Write labels(n) for a node"
        case ("labels", .relationship): "Write type(r) for a relationship"
        case ("length", .string), ("length", .list): "Write size(…) for a text or list"
        case ("size", .path): "Write length(p) for a path"
        case ("date", .integer): "Put it in quotes: date('2024-01-31')"
        case ("datetime", .integer), ("localdatetime", .integer):
            "Put it in quotes: \(name)('2024-01-31T12:00')"
        case ("duration", .integer): "Write duration('P1D') or duration({days: 1})"
        default: nil
        }
    }

    /// What to write instead of a property that nothing has.
    static func hint(forProperty key: String, of type: ExpressionType) -> String? {
        switch (key.lowercased(), type) {
        case ("type", .relationship): "write type(r)"
        case ("label", .node), ("labels", .node), ("type", .node): "write labels(n)"
        default: nil
        }
    }

    /// What to write instead of arguments that other languages take.
    static func hint(forArgumentsOf name: String) -> String? {
        switch name {
        case "date": "Write date('2024-01-31') or date({year: 2024, month: 1, day: 31})"
        case "datetime", "localdatetime": "Write \(name)('2024-01-31T12:00')"
        default: nil
        }
    }

    /// What to write instead of a word that is no variable.
    static func hint(forVariable name: String) -> String? {
        switch name.uppercased() {
        case "CURRENT_DATE", "TODAY", "SYSDATE": "Write date()"
        case "CURRENT_TIMESTAMP", "NOW", "LOCALTIMESTAMP": "Write datetime()"
        case "CURRENT_TIME": "Write time()"
        case "UNDEFINED", "NIL", "NONE": "Write null"
        case "DESC", "ASC": "Write \(name) after what to sort by, without a comma"
        default: nil
        }
    }

    private static let functions = [
        "concat": "a + b", "ifnull": "coalesce(a, b)", "nvl": "coalesce(a, b)",
        "isnull": "a IS NULL, or coalesce(a, b)", "len": "size(a)", "strlen": "size(a)",
        "count_if": "sum(CASE WHEN condition THEN 1 ELSE 0 END)",
        "array_length": "size(a)", "substr": "substring(a, 0, 3)",
        "mid": "substring(a, 0, 3)", "instr": "a CONTAINS b", "indexof": "a CONTAINS b",
        "contains": "a CONTAINS b", "startswith": "a STARTS WITH b",
        "endswith": "a ENDS WITH b", "like": "a =~ 'x.*'", "regexp_like": "a =~ 'x.*'",
        "ucase": "toUpper(a)", "uppercase": "toUpper(a)", "lcase": "toLower(a)",
        "lowercase": "toLower(a)", "now": "datetime()", "getdate": "datetime()",
        "today": "date()", "curdate": "date()", "current_date": "date()", "sysdate": "date()",
        "datediff": "duration.between(a, b)", "dateadd": "a + duration({days: 1})",
        "year": "a.year", "month": "a.month", "day": "a.day", "hour": "a.hour",
        "if": "CASE WHEN condition THEN a ELSE b END",
        "iif": "CASE WHEN condition THEN a ELSE b END", "cast": "toInteger(a) or toString(a)",
        "convert": "toInteger(a) or toString(a)", "str": "toString(a)", "string": "toString(a)",
        "to_char": "toString(a)", "int": "toInteger(a)", "toint": "toInteger(a)",
        "has": "n.name IS NOT NULL", "integer": "toInteger(a)",
        "number": "toFloat(a)", "float": "toFloat(a)", "bool": "toBoolean(a)",
        "string_agg": "collect(a)", "group_concat": "collect(a)", "array_agg": "collect(a)",
        "listagg": "collect(a)", "mean": "avg(a)", "average": "avg(a)",
        "median": "percentileCont(a, 0.5)", "stddev": "stDev(a)", "pow": "a ^ b",
        "power": "a ^ b", "mod": "a % b", "random": "rand()", "first": "head(a)",
        "degree": "COUNT { (n)--() }", "push": "a + [b]", "append": "a + [b]",
        "exist": "EXISTS { (n)-->() }", "typeof": "valueType(a)",
    ]
}
