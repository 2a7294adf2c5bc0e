/// A query that writes, made by chance, together with what it does to a model of the graph.
///
/// Whatever depends on the order of rows is left out, so that there is one right outcome.
struct WritingQuery {
    typealias Row = [String: ModelGraph.Entity]

    var graph: ModelGraph
    var dice: Dice
    /// A variable that is null in a row is not in it.
    var rows: [Row] = [[:]]
    private(set) var clauses: [String] = []
    private(set) var nodes: [String] = []
    private(set) var relationships: [String] = []
    /// Variables that may be null.
    private var nullable: Set<String> = []
    private var variables = 0

    init(graph: ModelGraph, dice: Dice) {
        self.graph = graph
        self.dice = dice
    }

    /// Adds some clauses and the last.
    mutating func make() -> String {
        for _ in 0..<(2 + dice.roll(5)) {
            switch dice.roll(9) {
            case 0, 1: match()
            case 2: create()
            case 3: mergeNode()
            case 4: mergeRelationship()
            case 5, 6: change()
            case 7: regroup()
            default: delete()
            }
            // Products of rows grow fast.
            if rows.count > 60 { forget("WITH count(*) AS \(variable("n"))") }
        }
        return (clauses + ["RETURN count(*) AS rows"]).joined(separator: " ")
    }

    // MARK: Parts

    mutating func variable(_ letter: String) -> String {
        variables += 1
        return "\(letter)\(variables)"
    }

    private mutating func labels() -> [String] {
        dice.pick([[], ["A"], ["A"], ["B"], ["C"], ["A", "B"], ["C", "A"]])
    }

    mutating func properties() -> [String: Int] {
        var properties: [String: Int] = [:]
        for key in dice.pick([[], [], ["k"], ["m"], ["k", "m"]]) { properties[key] = dice.roll(3) }
        return properties
    }

    func text(_ name: String, _ labels: [String] = [], _ properties: [String: Int] = [:]) -> String
    {
        name + labels.map { ":" + $0 }.joined() + text(properties)
    }

    func text(_ properties: [String: Int]) -> String {
        if properties.isEmpty { return "" }
        let entries = properties.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return " {\(entries.joined(separator: ", "))}"
    }

    /// Variables that are never null.
    private var boundNodes: [String] { nodes.filter { !nullable.contains($0) } }

    private mutating func add(_ clause: String) { clauses.append(clause) }

    /// After a clause that leaves one row without nodes and relationships.
    private mutating func forget(_ clause: String) {
        add(clause)
        rows = [[:]]
        (nodes, relationships) = ([], [])
    }

    // MARK: MATCH

    private mutating func match() {
        let isOptional = dice.hits(oneIn: 3)
        let word = isOptional ? "OPTIONAL MATCH" : "MATCH"
        let known = boundNodes
        let start = !known.isEmpty && dice.hits(oneIn: 2) ? dice.pick(known) : nil
        var found: [[Row]]
        var new: [String]
        if start == nil, dice.hits(oneIn: 3) {
            let (a, wanted, having) = (variable("a"), labels(), properties())
            add("\(word) (\(text(a, wanted, having)))")
            new = [a]
            nodes.append(a)
            found = rows.map { row in
                graph.nodes(wanted, having).map { id in row.setting(a, .node(id)) }
            }
        } else {
            let step = Step(&self, start: start)
            add("\(word) \(step.text)")
            new = (start == nil ? [step.from] : []) + [step.to, step.name]
            nodes += start == nil ? [step.from, step.to] : [step.to]
            relationships.append(step.name)
            found = rows.map { step.matches($0, graph) }
        }
        if isOptional {
            nullable.formUnion(new)
            found = zip(rows, found).map { $1.isEmpty ? [$0] : $1 }
        }
        rows = found.flatMap { $0 }
    }

    /// `(a:A)-[r:R|S {k: 1}]-(b:B)`.
    private struct Step {
        let from: String
        let to: String
        let name: String
        let isBound: Bool
        let ends: (from: [String], to: [String])
        let types: [String]
        let having: [String: Int]
        let direction: Direction
        let text: String

        init(_ query: inout WritingQuery, start: String?) {
            from = start ?? query.variable("a")
            to = query.variable("b")
            name = query.variable("r")
            isBound = start != nil
            ends = (isBound ? [] : query.labels(), query.labels())
            types = query.dice.pick([[], ["R"], ["S"], ["R", "S"]])
            having = query.properties()
            direction = query.dice.pick(Direction.allCases)
            let kinds = types.isEmpty ? "" : ":" + types.joined(separator: "|")
            text =
                "(\(query.text(from, ends.from)))"
                + direction.arrow("\(name)\(kinds)\(query.text(having))")
                + "(\(query.text(to, ends.to)))"
        }

        func matches(_ row: Row, _ graph: ModelGraph) -> [Row] {
            graph.relationships(types, having).flatMap { id -> [Row] in
                guard let item = graph.relationships[id] else { return [] }
                return direction.ends(item).compactMap { a, b in
                    guard isBound ? row[from] == .node(a) : graph.fits(a, ends.from),
                        graph.fits(b, ends.to)
                    else { return nil }
                    return row.setting(from, .node(a)).setting(to, .node(b))
                        .setting(name, .relationship(id))
                }
            }
        }
    }

    enum Direction: CaseIterable {
        case right
        case left
        case either

        func arrow(_ inside: String) -> String {
            switch self {
            case .right: "-[\(inside)]->"
            case .left: "<-[\(inside)]-"
            case .either: "-[\(inside)]-"
            }
        }

        /// The ends of a relationship as the pattern goes, each way it can be gone.
        func ends(_ item: ModelGraph.Relationship) -> [(Int, Int)] {
            switch self {
            case .right: [(item.from, item.to)]
            case .left: [(item.to, item.from)]
            case .either where item.from == item.to: [(item.from, item.to)]
            case .either: [(item.from, item.to), (item.to, item.from)]
            }
        }
    }

    // MARK: CREATE and MERGE

    mutating func create() {
        let (x, wanted, having) = (variable("c"), labels(), properties())
        let start = boundNodes.isEmpty ? nil : dice.pick(boundNodes)
        guard let start, dice.hits(oneIn: 2) else {
            add("CREATE (\(text(x, wanted, having)))")
            for row in rows.indices { rows[row][x] = graph.addNode(wanted, having) }
            nodes.append(x)
            return
        }
        let (r, type, on, isForward) = (
            variable("r"), dice.pick(["R", "S"]), properties(), dice.hits(oneIn: 2)
        )
        let arrow = (isForward ? Direction.right : .left).arrow("\(r):\(type)\(text(on))")
        add("CREATE (\(start))\(arrow)(\(text(x, wanted, having)))")
        for row in rows.indices {
            let made = graph.addNode(wanted, having)
            rows[row][x] = made
            guard case .node(let old)? = rows[row][start], case .node(let new) = made else {
                continue
            }
            rows[row][r] = graph.addRelationship(
                type, from: isForward ? old : new, to: isForward ? new : old, on)
        }
        nodes.append(x)
        relationships.append(r)
    }

    private mutating func mergeNode() {
        let (x, wanted, having) = (variable("m"), labels(), properties())
        let counts = dice.hits(oneIn: 2)
        add("MERGE (\(text(x, wanted, having)))\(counts ? counting(x) : "")")
        nodes.append(x)
        merge(x, counts: counts) { graph, _ in
            graph.nodes(wanted, having).map { .node($0) }
        } make: { graph, _ in
            graph.addNode(wanted, having)
        }
    }

    private mutating func mergeRelationship() {
        guard !boundNodes.isEmpty else { return mergeNode() }
        let (from, to) = (dice.pick(boundNodes), dice.pick(boundNodes))
        let (r, type, having) = (variable("r"), dice.pick(["R", "S"]), properties())
        // Which way a new one goes depends, where it may go either way, on the first row.
        let direction = dice.pick(rows.count == 1 ? Direction.allCases : [.right, .left])
        let counts = dice.hits(oneIn: 2)
        add(
            "MERGE (\(from))\(direction.arrow("\(r):\(type)\(text(having))"))(\(to))"
                + (counts ? counting(r) : ""))
        relationships.append(r)
        merge(r, counts: counts) { graph, row in
            graph.relationships([type], having).filter { id in
                guard let item = graph.relationships[id] else { return false }
                return direction.ends(item).contains { a, b in
                    row[from] == .node(a) && row[to] == .node(b)
                }
            }.map { .relationship($0) }
        } make: { graph, row in
            guard case .node(let a)? = row[from], case .node(let b)? = row[to] else {
                preconditionFailure("a bound variable is null")
            }
            let (start, end) = direction == .left ? (b, a) : (a, b)
            return graph.addRelationship(type, from: start, to: end, having)
        }
    }

    private func counting(_ name: String) -> String {
        " ON CREATE SET \(name).made = 1 ON MATCH SET \(name).hits = coalesce(\(name).hits, 0) + 1"
    }

    /// Row after row: what there is, what a row before has made included, or something new.
    private mutating func merge(
        _ name: String, counts: Bool, find: (ModelGraph, Row) -> [ModelGraph.Entity],
        make: (inout ModelGraph, Row) -> ModelGraph.Entity
    ) {
        rows = rows.flatMap { row -> [Row] in
            let found = find(graph, row)
            if counts { for item in found { graph.change(item) { $0["hits", default: 0] += 1 } } }
            if !found.isEmpty { return found.map { row.setting(name, $0) } }
            let made = make(&graph, row)
            if counts { graph.change(made) { $0["made"] = 1 } }
            return [row.setting(name, made)]
        }
    }

    // MARK: SET, REMOVE, DELETE

    private mutating func change() {
        guard !(nodes + relationships).isEmpty else { return }
        let name = dice.pick(nodes + relationships)
        let (key, value, label) = (
            dice.pick(["k", "m"]), dice.roll(4), dice.pick(["A", "B", "C"])
        )
        let map = properties()
        let entities = rows.compactMap { $0[name] }
        func all(_ body: (inout [String: Int]) -> Void) {
            for entity in entities { graph.change(entity, body) }
        }
        switch dice.roll(nodes.contains(name) ? 8 : 6) {
        case 0:
            add("SET \(name).\(key) = \(value)")
            all { $0[key] = value }
        case 1:
            add("SET \(name).\(key) = null")
            all { $0[key] = nil }
        case 2:
            add("SET \(name).\(key) = coalesce(\(name).\(key), 0) + 1")
            all { $0[key, default: 0] += 1 }
        case 3:
            add("SET \(name) =\(map.isEmpty ? " {}" : text(map))")
            all { $0 = map }
        case 4:
            add("SET \(name) += {\(key): null, extra: \(value)}")
            all {
                $0[key] = nil
                $0["extra"] = value
            }
        case 5:
            add("REMOVE \(name).\(key)")
            all { $0[key] = nil }
        case 6:
            add("SET \(name):\(label)")
            for entity in entities { graph.setLabel(label, of: entity, to: true) }
        default:
            add("REMOVE \(name):\(label)")
            for entity in entities { graph.setLabel(label, of: entity, to: false) }
        }
    }

    private mutating func delete() {
        guard !(nodes + relationships).isEmpty else { return }
        let name = dice.pick(nodes + relationships)
        for entity in rows.compactMap({ $0[name] }) { graph.delete(entity) }
        let word = nodes.contains(name) ? "DETACH DELETE" : "DELETE"
        forget("\(word) \(name) WITH count(*) AS \(variable("n"))")
    }

    // MARK: WITH and UNWIND

    private mutating func regroup() {
        if dice.hits(oneIn: 2) {
            let times = 1 + dice.roll(3)
            add("UNWIND range(1, \(times)) AS \(variable("u"))")
            rows = rows.flatMap { Array(repeating: $0, count: times) }
        } else if !nodes.isEmpty {
            let kept = dice.pick(nodes)
            add("WITH DISTINCT \(kept)")
            let values = Set(rows.map { $0[kept] })
            rows = values.map { value in value.map { [kept: $0] } ?? [:] }
            (nodes, relationships) = ([kept], [])
        }
    }
}

extension [String: ModelGraph.Entity] {
    func setting(_ name: String, _ entity: ModelGraph.Entity) -> Self {
        var row = self
        row[name] = entity
        return row
    }
}
