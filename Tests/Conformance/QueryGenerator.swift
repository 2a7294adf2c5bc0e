/// Makes small graphs and queries over them by chance.
struct QueryGenerator {
    private static let names = ["a", "b", "c", "d"]
    private var dice: Dice
    private var relationships = 0

    init(seed: Int) {
        dice = Dice(seed: seed)
    }

    // MARK: Graphs

    /// A CREATE clause: a handful of nodes, with parallel relationships and sometimes loops.
    mutating func graph() -> String {
        let count = 4 + dice.roll(5)
        let hasLoops = dice.hits(oneIn: 2)
        var parts = (0..<count).map { index in
            let label = dice.pick(["", ":A", ":A", ":B", ":B", ":A:B", ":C"])
            let x = dice.hits(oneIn: 4) ? "" : "x: \(1 + dice.roll(3)), "
            return "(n\(index)\(label) {\(x)v: \(dice.roll(4))})"
        }
        for _ in 0..<(5 + dice.roll(10)) {
            let from = dice.roll(count)
            let to = dice.roll(count)
            if from == to, !hasLoops { continue }
            let type = dice.pick(["R", "R", "S", "T"])
            parts.append("(n\(from))-[:\(type) {w: \(dice.roll(3))}]->(n\(to))")
        }
        return "CREATE \(parts.joined(separator: ", "))"
    }

    // MARK: Queries

    mutating func query() -> GeneratedQuery {
        relationships = 0
        var query = GeneratedQuery()
        var known: Set<String> = []
        for index in 0...dice.roll(2) {
            let paths = (0...dice.roll(2)).map { _ in path() }
            for path in paths {
                for node in [path.first] + path.steps.map(\.node) where !node.name.isEmpty {
                    known.insert(node.name)
                }
            }
            var predicates: [String] = []
            if !known.isEmpty, dice.hits(oneIn: 2) {
                predicates = (0...dice.roll(2)).map { _ in predicate(known.sorted()) }
            }
            query.matches.append(
                GeneratedQuery.Match(
                    isOptional: index > 0 && dice.hits(oneIn: 3), paths: paths,
                    predicates: predicates))
        }
        query.result = result(known.sorted())
        return query
    }

    private mutating func node() -> GeneratedQuery.Node {
        GeneratedQuery.Node(
            name: dice.hits(oneIn: 3) ? "" : dice.pick(Self.names),
            label: dice.pick(["", "", "", ":A", ":B", ":A|C", ":!A", ":A&B"]),
            properties: dice.hits(oneIn: 8) ? " {x: \(1 + dice.roll(3))}" : "")
    }

    private mutating func path() -> GeneratedQuery.PathText {
        var path = GeneratedQuery.PathText(first: node(), steps: [])
        for _ in 0..<dice.roll(4) {
            var name = ""
            if dice.hits(oneIn: 4) {
                relationships += 1
                name = "r\(relationships)"
            }
            path.steps.append(
                GeneratedQuery.Step(
                    name: name, types: dice.pick(["", ":R", ":R", ":S", ":R|S", ":!R"]),
                    length: dice.hits(oneIn: 8) ? dice.pick(["*1..2", "*", "*0..1", "*2"]) : "",
                    direction: dice.pick([.right, .left, .either]), node: node()))
        }
        return path
    }

    private mutating func predicate(_ known: [String]) -> String {
        let a = dice.pick(known)
        let b = dice.pick(known)
        return dice.pick([
            "\(a).x = \(b).x", "\(a).v < \(b).x", "\(a) <> \(b)", "\(a) = \(b)", "\(a):A",
            "\(a).x IS NULL", "\(a).x IN [1, 2]", "(\(a).x = 1 OR \(b).v = 2)",
            "(\(a))-->()", "NOT (\(a))-[:R]->(\(b))", "EXISTS { (\(a))-[:S]->(q) WHERE q.x > 1 }",
            "EXISTS { (\(a))-[:R]->(q) WHERE q.x = \(b).x }",
            "NOT EXISTS { (\(a))-->(q {v: \(b).v}) }", "EXISTS { (\(a))-->(), (q:C) }",
            "NOT EXISTS { (\(a))-[:S]->(\(b)) }", "COUNT { (\(a))--(\(b)) } > 0",
            "size([(\(a))-[:R]->(q) | q.v]) > \(b).v",
        ])
    }

    private mutating func result(_ known: [String]) -> String {
        guard !known.isEmpty else { return "RETURN count(*) AS n" }
        let one = dice.pick(known)
        return dice.pick([
            "RETURN count(*) AS n", "RETURN count(*) AS n", "RETURN count(\(one)) AS n",
            "RETURN \(one).x AS k, count(*) AS n",
            "RETURN \(one) AS k, count(*) AS n, min(\(known[0]).v) AS m",
            "RETURN count(DISTINCT \(one)) AS n, sum(\(known[0]).x) AS s",
            "RETURN DISTINCT \(known.joined(separator: ", "))",
            "WITH \(one) AS z, count(*) AS n MATCH (z)-->(y) RETURN z, y, n",
            "WITH DISTINCT \(one) AS z OPTIONAL MATCH (z)<-[:R]-(y) RETURN z, count(y) AS n",
            "RETURN \(known.map { "\($0).v AS \($0)v" }.joined(separator: ", "))",
        ])
    }
}
