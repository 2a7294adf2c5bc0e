extension BroadGenerator {
    // MARK: Patterns

    mutating func match(_ scope: inout Scope, isOptional: Bool) -> String {
        let before = scope
        var paths = [path(&scope)]
        while paths.count < 3, dice.hits(oneIn: 3) { paths.append(path(&scope)) }
        var text = (isOptional ? "OPTIONAL MATCH " : "MATCH ") + paths.joined(separator: ", ")
        if dice.hits(oneIn: 2) {
            var conditions = (0...dice.roll(2)).map { _ in predicate(scope) }
            if dice.hits(oneIn: 4) { conditions.insert(alwaysTrue(before), at: 0) }
            text += " WHERE " + conditions.joined(separator: " AND ")
        }
        return text
    }

    private mutating func alwaysTrue(_ scope: Scope) -> String {
        guard let node = scope.nodes.first else { return dice.pick(["1 < 2", "true"]) }
        return dice.pick([
            "1 < 2", "size([1]) = 1", "(\(node).v < 5 OR \(node) IS NULL)",
            "coalesce(\(node).v, 0) >= 0",
        ])
    }

    /// A path: names of other nodes come again now and then, which closes cycles.
    mutating func path(_ scope: inout Scope) -> String {
        var text = node(&scope)
        let length = min(steps, dice.roll(4))
        steps -= length
        var isPlain = true
        for _ in 0..<length {
            if dice.hits(oneIn: 14) {
                text += group() + node(&scope)
                isPlain = false
                continue
            }
            text += relationship(&scope) + node(&scope)
        }
        if isPlain, dice.hits(oneIn: 8) {
            let name = fresh()
            scope.paths.append(name)
            return "\(name) = \(text)"
        }
        return text
    }

    mutating func node(_ scope: inout Scope) -> String {
        var name = ""
        if !scope.nodes.isEmpty, dice.hits(oneIn: 3) {
            name = dice.pick(scope.nodes)
        } else if dice.roll(3) > 0 {
            name = fresh()
            scope.nodes.append(name)
        }
        let label = dice.pick(
            ["", "", "", "", ":A", ":B", ":C", ":A|C", ":!A", ":A&B", ":(A|B)&!C", ":%"])
        var rest = ""
        if dice.hits(oneIn: 10) { rest = " {x: \(1 + dice.roll(3))}" }
        if !name.isEmpty, dice.hits(oneIn: 14) { rest = " WHERE \(name).v > \(dice.roll(3))" }
        return "(\(name)\(label)\(rest))"
    }

    private mutating func relationship(_ scope: inout Scope) -> String {
        let types = dice.pick(["", ":R", ":R", ":S", ":R|S", ":!R", ":T"])
        var name = ""
        var length = ""
        var quantifier = ""
        if dice.hits(oneIn: 7) {
            if dice.hits(oneIn: 2) {
                length = dice.pick(["*1..2", "*0..1", "*2", "*..2", "*0..2"])
            } else {
                quantifier = dice.pick(["{1,2}", "{0,1}", "{2}", "{,2}"])
            }
            if dice.hits(oneIn: 3) {
                name = fresh()
                scope.lists.append(name)
            }
        } else if dice.hits(oneIn: 4) {
            name = fresh()
            scope.relationships.append(name)
        }
        let properties = length.isEmpty && dice.hits(oneIn: 12) ? " {w: \(dice.roll(3))}" : ""
        let body = "[\(name)\(types)\(length)\(properties)]"
        return dice.pick(["-\(body)->", "<-\(body)-", "-\(body)-"]) + quantifier
    }

    private mutating func group() -> String {
        let (left, right) = (fresh(), fresh())
        let arrow = dice.pick(["-[:R]->", "-[]-", "<-[:R|S]-", "-[]->"])
        let condition = dice.hits(oneIn: 3) ? " WHERE \(left).v <= \(right).v" : ""
        return "((\(left))\(arrow)(\(right))\(condition))\(dice.pick(["{1,2}", "{0,1}", "{2}"]))"
    }

    // MARK: Expressions

    /// An expression that is a number or null.
    mutating func number(_ scope: Scope) -> String {
        if !scope.numbers.isEmpty, dice.hits(oneIn: 3) { return dice.pick(scope.numbers) }
        if !scope.relationships.isEmpty, dice.hits(oneIn: 5) {
            return "\(dice.pick(scope.relationships)).w"
        }
        if !scope.lists.isEmpty, dice.hits(oneIn: 4) { return "size(\(dice.pick(scope.lists)))" }
        guard !scope.nodes.isEmpty else { return "\(dice.roll(3))" }
        let one = dice.pick(scope.nodes)
        switch dice.roll(14) {
        case 0...4: return "\(one).x"
        case 5...8: return "\(one).v"
        case 9: return "(\(one).x + \(dice.pick(scope.nodes)).v)"
        case 10: return "coalesce(\(one).x, \(dice.roll(3)))"
        case 11: return "CASE WHEN \(one).x > 1 THEN \(one).v ELSE \(dice.roll(3)) END"
        case 12: return dice.hits(oneIn: 2) ? count(scope) : "size(labels(\(one)))"
        default: return "\(dice.roll(4))"
        }
    }

    private mutating func count(_ scope: Scope) -> String {
        guard !scope.nodes.isEmpty, steps > 0 else { return "1" }
        steps -= 1
        let one = dice.pick(scope.nodes)
        var inner = scope
        let end = node(&inner)
        let arrow = dice.pick(["-->", "<-[:R]-", "--", "-[:S|T]->"])
        let condition = dice.hits(oneIn: 2) ? " WHERE \(simple(inner))" : ""
        return dice.pick([
            "COUNT { (\(one))\(arrow)\(end)\(condition) }",
            "COUNT { MATCH (\(one))\(arrow)\(end)\(condition) RETURN DISTINCT \(one) }",
            "size([(\(one))\(arrow)\(end)\(condition) | \(one).v])",
            "size(COLLECT { MATCH (\(one))\(arrow)\(end)\(condition) RETURN 1 AS c })",
        ])
    }

    /// A condition without patterns.
    mutating func simple(_ scope: Scope) -> String {
        guard !scope.nodes.isEmpty else { return "\(number(scope)) < 2" }
        let a = dice.pick(scope.nodes)
        let b = dice.pick(scope.nodes)
        return dice.pick([
            "\(a).x = \(b).x", "\(a).v < \(b).x", "\(a) <> \(b)", "\(a) = \(b)", "\(a):A",
            "\(a):A|!B", "\(a).x IS NULL", "\(b).m IS NOT NULL", "\(a).x IN [1, 2, null]",
            "\(a).m = \(b).m", "\(a).m <> 1", "\(a).m < 2", "\(a).v IN [\(b).x, \(b).v]",
            "0 <= \(a).v < \(b).v", "\(a).x = 2", "NOT \(a).x = \(b).v",
        ])
    }

    mutating func predicate(_ scope: Scope, depth: Int = 0) -> String {
        guard !scope.nodes.isEmpty else { return simple(scope) }
        switch dice.roll(depth > 1 ? 7 : 12) {
        case 0...4: return simple(scope)
        case 5: return "\(number(scope)) \(dice.pick(["=", "<>", "<", ">="])) \(number(scope))"
        case 6:
            return dice.pick([
                "any(i IN [1, 2, \(number(scope))] WHERE i = \(number(scope)))",
                "all(i IN [\(number(scope)), 1] WHERE i > 0)",
                "none(i IN [\(number(scope)), 3] WHERE i > 2)",
                "single(i IN [\(number(scope)), \(number(scope))] WHERE i = 1)",
            ])
        case 7: return "NOT (\(predicate(scope, depth: depth + 1)))"
        case 8:
            let sign = dice.pick(["OR", "OR", "AND", "XOR"])
            return "(\(predicate(scope, depth: depth + 1)) \(sign) "
                + "\(predicate(scope, depth: depth + 1)))"
        default: return existence(scope, depth)
        }
    }

    private mutating func existence(_ scope: Scope, _ depth: Int) -> String {
        guard steps > 0 else { return simple(scope) }
        steps -= 1
        let one = dice.pick(scope.nodes)
        let other = dice.pick(scope.nodes)
        let not = dice.pick(["", "NOT "])
        let arrow = dice.pick(["-->", "<-[:R]-", "--", "-[:S|T]->", "-[:R]->"])
        switch dice.roll(6) {
        case 0: return "\(not)(\(one))\(arrow)(\(other))"
        case 1: return "\(not)(\(one))\(arrow)(:\(dice.pick(["A", "B", "C"])))"
        case 2:
            var inner = scope
            let pattern = "(\(one))\(arrow)\(node(&inner))"
            return "\(not)EXISTS { \(pattern) WHERE \(predicate(inner, depth: depth + 1)) }"
        case 3:
            var inner = scope
            let first = "(\(one))\(arrow)\(node(&inner))"
            let second = node(&inner)
            return "\(not)EXISTS { MATCH \(first), \(second) WHERE \(simple(inner)) }"
        case 4:
            // Nothing in the pattern hangs on a node outside, but the condition does.
            var inner = scope
            let name = fresh()
            inner.nodes.append(name)
            return "\(not)EXISTS { (\(name):B)\(arrow)() WHERE \(name).v = \(one).v }"
        default:
            var inner = scope
            let first = "(\(one))\(arrow)\(node(&inner))"
            let second = "OPTIONAL MATCH \(node(&inner))-->\(node(&inner))"
            return
                "\(not)EXISTS { MATCH \(first) \(second) WITH * WHERE \(simple(inner)) RETURN 1 AS e }"
        }
    }
}
