/// Makes reading queries by chance over a wide part of the language, and graphs to run them on.
///
/// Nothing it writes fails or depends on the order of rows, unless all columns are sorted by.
struct BroadGenerator {
    var dice: Dice
    /// What a query can name where the text has come to.
    struct Scope {
        var nodes: [String] = []
        var relationships: [String] = []
        /// Numbers, or null.
        var numbers: [String] = []
        /// Lists of nodes or numbers.
        var lists: [String] = []
        var paths: [String] = []

        var all: [String] { nodes + relationships + numbers + lists + paths }
    }

    private var made = 0
    /// Relationship steps the query may still have: everything is tried, so patterns stay small.
    var steps = 0
    /// As of a date nodes may be numbered anew, so nothing is sorted by them.
    private var sorts = true

    init(seed: Int) {
        dice = Dice(seed: seed)
    }

    /// A name of its own; not always the same letter, as nothing may depend on names.
    mutating func fresh() -> String {
        made += 1
        return dice.pick(["a", "n", "x", "zz", "Q"]) + "\(made)"
    }

    // MARK: Graphs

    /// A CREATE clause: nodes with none to several labels, loops, parallel relationships, missing
    /// properties, properties of mixed type, and spans of validity.
    mutating func graph() -> String {
        let count = 3 + dice.roll(4)
        let hasLoops = dice.hits(oneIn: 2)
        var parts = (0..<count).map { index in
            let label = dice.pick(["", ":A", ":A", ":B", ":B", ":A:B", ":C", ":B:C"])
            return "(n\(index)\(label) {\(properties(index))})"
        }
        for _ in 0..<(3 + dice.roll(7)) {
            let from = dice.roll(count)
            let to = dice.roll(count)
            if from == to, !hasLoops { continue }
            let type = dice.pick(["R", "R", "S", "T"])
            parts.append("(n\(from))-[:\(type) {w: \(dice.roll(3))\(validity())}]->(n\(to))")
        }
        return "CREATE \(parts.joined(separator: ", "))"
    }

    private mutating func properties(_ index: Int) -> String {
        var parts = ["v: \(dice.roll(4))"]
        if !dice.hits(oneIn: 4) { parts.append("x: \(1 + dice.roll(3))") }
        if dice.hits(oneIn: 2) {
            parts.append("m: \(dice.pick(["1", "1.0", "'1'", "true", "[1]", "0", "'a'"]))")
        }
        return parts.joined(separator: ", ") + validity()
    }

    private mutating func validity() -> String {
        guard dice.hits(oneIn: 4) else { return "" }
        let from = dice.hits(oneIn: 3) ? "" : ", validFrom: '20\(10 + dice.roll(5))-01-01'"
        let to = dice.hits(oneIn: 3) ? "" : ", validTo: '20\(15 + dice.roll(5))-01-01'"
        return from + to
    }

    // MARK: Queries

    mutating func query() -> String {
        made = 0
        steps = 4
        sorts = !dice.hits(oneIn: 12)
        let prefix = !sorts ? "AS OF date('20\(10 + dice.roll(10))-06-01') " : ""
        if dice.hits(oneIn: 10) {
            let all = dice.pick(["UNION", "UNION ALL"])
            return prefix + "\(branch()) \(all) \(branch())"
        }
        var scope = Scope()
        return prefix + "\(clauses(&scope)) \(returning(&scope))"
    }

    private mutating func branch() -> String {
        var scope = Scope()
        let reading = clauses(&scope)
        let number = number(scope)
        return reading + " RETURN \(number) AS k, \(dice.hits(oneIn: 2) ? "count(*)" : "1") AS n"
    }

    private mutating func clauses(_ scope: inout Scope) -> String {
        var text = match(&scope, isOptional: dice.hits(oneIn: 8))
        for _ in 0..<dice.roll(4) { text += " " + clause(&scope) }
        return text
    }

    private mutating func clause(_ scope: inout Scope) -> String {
        switch dice.roll(10) {
        case 0...1: return match(&scope, isOptional: false)
        case 2...4: return match(&scope, isOptional: true)
        case 5: return unwind(&scope)
        case 6...7: return with(&scope)
        case 8: return subquery(&scope)
        default:
            if dice.hits(oneIn: 2) { return "FILTER \(predicate(scope))" }
            let name = fresh()
            let text = "LET \(name) = \(number(scope))"
            scope.numbers.append(name)
            return text
        }
    }

    private mutating func unwind(_ scope: inout Scope) -> String {
        let name = fresh()
        var list = dice.pick(["[1, 2, null]", "range(0, 2)", "[]", "[3, 3]"])
        if !scope.nodes.isEmpty, dice.hits(oneIn: 2) {
            list = dice.pick(["[\(number(scope)), 1]", "[\(number(scope)), \(number(scope))]"])
        }
        scope.numbers.append(name)
        return "UNWIND \(list) AS \(name)"
    }

    private mutating func subquery(_ scope: inout Scope) -> String {
        let imported = scope.all.filter { _ in dice.hits(oneIn: 2) }
        var inner = Scope(
            nodes: scope.nodes.filter(imported.contains),
            relationships: scope.relationships.filter(imported.contains),
            numbers: scope.numbers.filter(imported.contains))
        let reading = match(&inner, isOptional: dice.hits(oneIn: 3))
        let name = fresh()
        let result = dice.pick([
            "count(*)", number(inner), "sum(\(number(inner)))", "max(\(number(inner)))",
        ])
        let distinct = dice.hits(oneIn: 4) ? "DISTINCT " : ""
        scope.numbers.append(name)
        let optional = dice.hits(oneIn: 4) ? "OPTIONAL " : ""
        return "\(optional)CALL (\(imported.joined(separator: ", "))) "
            + "{ \(reading) RETURN \(distinct)\(result) AS \(name) }"
    }

    // MARK: Projections

    private mutating func with(_ scope: inout Scope) -> String {
        var next = Scope()
        var items: [String] = []
        for name in scope.nodes where dice.roll(3) > 0 {
            if dice.hits(oneIn: 4) {
                let alias = fresh()
                items.append("\(name) AS \(alias)")
                next.nodes.append(alias)
            } else {
                items.append(name)
                next.nodes.append(name)
            }
        }
        for name in scope.relationships where dice.hits(oneIn: 2) {
            items.append(name)
            next.relationships.append(name)
        }
        for name in scope.numbers where dice.hits(oneIn: 2) {
            items.append(name)
            next.numbers.append(name)
        }
        if dice.hits(oneIn: 3) || items.isEmpty {
            let alias = fresh()
            items.append("\(dice.hits(oneIn: 2) ? aggregate(scope) : number(scope)) AS \(alias)")
            next.numbers.append(alias)
        }
        if dice.hits(oneIn: 6), let node = scope.nodes.first {
            let alias = fresh()
            items.append("collect(DISTINCT \(node)) AS \(alias)")
            next.lists.append(alias)
        }
        let distinct = dice.hits(oneIn: 4) ? "DISTINCT " : ""
        let page =
            dice.hits(oneIn: 6) ? page(next.all.filter { !next.lists.contains($0) }, next) : ""
        scope = next
        let condition = dice.hits(oneIn: 3) ? " WHERE \(predicate(scope))" : ""
        return "WITH \(distinct)\(items.joined(separator: ", "))\(page)\(condition)"
    }

    /// Sorts by every column, so that a page is always the same rows; lists have no sure order.
    private mutating func page(_ names: [String], _ scope: Scope) -> String {
        guard sorts, !names.isEmpty, scope.lists.isEmpty else { return "" }
        let order = names.shuffled(using: &dice).map { "\($0)\(dice.pick(["", " DESC"]))" }
        return " ORDER BY \(order.joined(separator: ", "))"
            + (dice.hits(oneIn: 2) ? " SKIP \(dice.roll(3))" : "")
            + (dice.hits(oneIn: 2) ? " LIMIT \(dice.roll(6))" : "")
    }

    mutating func aggregate(_ scope: Scope) -> String {
        guard let name = scope.all.isEmpty ? nil : dice.pick(scope.all) else { return "count(*)" }
        let number = number(scope)
        return dice.pick([
            "count(*)", "count(\(name))", "count(DISTINCT \(name))", "sum(\(number))",
            "min(\(number))", "max(\(number))", "count(DISTINCT \(number))",
            "size(collect(\(name)))", "sum(DISTINCT \(number))", "count(*) + 1",
            "avg(\(number))", "reduce(t = 0, i IN collect(\(number)) | t + i)",
        ])
    }

    private mutating func returning(_ scope: inout Scope) -> String {
        let number = number(scope)
        let visible = scope.all.filter { !scope.lists.contains($0) && !scope.paths.contains($0) }
        guard !visible.isEmpty else { return "RETURN \(aggregate(scope)) AS n" }
        let one = dice.pick(visible)
        switch dice.roll(7) {
        case 0...1: return "RETURN count(*) AS n"
        case 2: return "RETURN \(one) AS k, \(aggregate(scope)) AS n, \(aggregate(scope)) AS o"
        case 3: return "RETURN \(aggregate(scope)) AS n, \(aggregate(scope)) AS o"
        case 4:
            let node = scope.nodes.first.map { "\($0).m" } ?? "1"
            return "RETURN DISTINCT \(one) AS a, \(number) AS b, \(node) AS c"
        case 5:
            return "RETURN \(visible.joined(separator: ", "))" + page(visible, scope)
        default:
            let rest = scope.lists.map { "size(\($0))" } + scope.paths.map { "length(\($0))" }
            let items = (visible + [number] + rest).enumerated().map { "\($1) AS c\($0)" }
            return "RETURN \(items.joined(separator: ", "))"
        }
    }
}

extension Dice: RandomNumberGenerator {
    mutating func next() -> UInt64 {
        UInt64(roll(1 << 30)) << 34 ^ UInt64(roll(1 << 30)) << 8 ^ UInt64(roll(1 << 30))
    }
}
