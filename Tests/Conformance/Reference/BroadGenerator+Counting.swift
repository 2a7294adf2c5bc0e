extension BroadGenerator {
    /// A count over a pattern of the kind benchmarks ask for: chains, stars and cycles of labelled
    /// nodes, inequalities, optional and absent parts, with names and conditions as chance has it.
    mutating func counting() -> String {
        var scope = Scope()
        steps = 5
        var clauses = [chain(&scope)]
        var conditions: [String] = []
        while dice.hits(oneIn: 2), conditions.count < 3, let condition = condition(scope) {
            conditions.append(condition)
        }
        if !conditions.isEmpty { clauses[0] += " WHERE " + conditions.joined(separator: " AND ") }
        while clauses.count < 3, dice.hits(oneIn: 3) {
            clauses.append((dice.hits(oneIn: 3) ? "" : "OPTIONAL ") + part(&scope))
        }
        if dice.hits(oneIn: 8) { clauses.append("WITH *") }
        let counted = scope.nodes.isEmpty ? nil : dice.pick(scope.nodes)
        let result =
            dice.hits(oneIn: 5)
            ? counted.map { "count(\($0))" } ?? "count(*)"
            : dice.pick(["count(*)", "count(*)", "count(1)"])
        return clauses.joined(separator: " ") + " RETURN \(result) AS n"
    }

    private mutating func named(_ scope: inout Scope, reuse: Int) -> String {
        if !scope.nodes.isEmpty, dice.hits(oneIn: reuse) { return "(\(dice.pick(scope.nodes)))" }
        let label = dice.pick(["", ":A", ":A", ":B", ":C", ":A|B"])
        if dice.hits(oneIn: 4) { return "(\(label))" }
        let name = fresh()
        scope.nodes.append(name)
        return "(\(name)\(label))"
    }

    private mutating func arrow() -> String {
        let body = dice.pick(["[:R]", "[:R]", "[:S]", "[:R|S]", ""])
        return dice.pick(["-\(body)->", "<-\(body)-", "-\(body)-"])
    }

    private mutating func chain(_ scope: inout Scope) -> String {
        var paths: [String] = []
        for _ in 0...dice.roll(3) {
            var path = named(&scope, reuse: paths.isEmpty ? 6 : 2)
            for _ in 0..<min(steps, 1 + dice.roll(3)) {
                steps -= 1
                path += arrow() + named(&scope, reuse: 4)
            }
            paths.append(path)
        }
        return "MATCH " + paths.shuffled(using: &dice).joined(separator: ", ")
    }

    private mutating func part(_ scope: inout Scope) -> String {
        let root = scope.nodes.isEmpty ? "" : dice.pick(scope.nodes)
        var text = "MATCH (\(root))" + arrow() + named(&scope, reuse: 8)
        if dice.hits(oneIn: 4) { text += arrow() + named(&scope, reuse: 8) }
        if dice.hits(oneIn: 4) {
            text += ", " + named(&scope, reuse: 3) + arrow() + named(&scope, reuse: 3)
        }
        if dice.hits(oneIn: 8) { text += ", " + named(&scope, reuse: 8) }
        if dice.hits(oneIn: 3), let condition = condition(scope) { text += " WHERE \(condition)" }
        return text
    }

    private mutating func condition(_ scope: Scope) -> String? {
        guard scope.nodes.count > 1 else { return nil }
        let (a, b) = (dice.pick(scope.nodes), dice.pick(scope.nodes))
        let arrow = arrow()
        return dice.pick([
            "\(a) <> \(b)", "\(a) <> \(b)", "NOT \(a) = \(b)", "1 < 2", "\(a).v >= 0",
            "NOT (\(a))\(arrow)(\(b))", "(\(a))\(arrow)(\(b))", "NOT (\(a))\(arrow)(:C)",
            "EXISTS { (\(a))\(arrow)(:B) }", "NOT EXISTS { (\(a))\(arrow)(y) WHERE y.v = \(b).v }",
            "\(a).x = \(b).x", "\(a).v = 1", "\(b):A", "EXISTS { (\(a))\(arrow)(), (:C) }",
            "NOT EXISTS { MATCH (\(a))\(arrow)(y)\(arrow)(\(b)) }", "\(a) = \(b)",
        ])
    }
}
