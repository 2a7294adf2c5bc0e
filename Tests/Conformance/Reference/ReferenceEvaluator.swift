import CypherEngine
import CypherSyntax
import GraphModel

/// Runs reading queries as the language's text defines them: clause after clause, row after row,
/// a row being names and values, every pattern by trying everything. It plans nothing, keeps
/// nothing for later and shares only single-value operators and functions with the engine: slow,
/// and easy to believe. What it does not know it refuses.
struct ReferenceEvaluator {
    let graph: ReferenceGraph

    struct Table {
        var columns: [String]
        var rows: [ReferenceRow]
    }

    /// The rows of a statement, in order where it asks for one.
    func run(_ query: Query) throws -> [[Value]] {
        let table = try run(query, from: [:])
        return table.rows.map { row in table.columns.map { row[$0] ?? .null } }
    }

    func run(_ query: Query, from outer: ReferenceRow) throws -> Table {
        switch query {
        case .single(let query): return try run(query.clauses, from: outer)
        case .union(let left, let right, let all, _):
            let first = try run(left, from: outer)
            let second = try run(right, from: outer)
            let rows = first.rows + second.rows
            return Table(
                columns: first.columns, rows: all ? rows : distinct(rows, first.columns))
        case .next: throw OutsideFragment(what: "NEXT")
        }
    }

    private func run(_ clauses: [Clause], from outer: ReferenceRow) throws -> Table {
        var table = Table(columns: [], rows: [outer])
        for clause in clauses {
            switch clause.kind {
            case .return(let projection):
                table = try ReferenceProjection(evaluator: self).apply(
                    projection, to: table.rows, keeping: outer.keys)
            case .with(let projection, let predicate):
                let result = try ReferenceProjection(evaluator: self).apply(
                    projection, to: table.rows, keeping: outer.keys)
                table.rows = try result.rows.filter { row in
                    try predicate.map { try isTrue($0, row) } ?? true
                }
                // What a subquery has from outside stays in sight.
                table.rows = table.rows.map { $0.merging(outer) { own, _ in own } }
            default: table.rows = try table.rows.flatMap { try rows(of: clause, $0) }
            }
        }
        return table
    }

    private func rows(of clause: Clause, _ row: ReferenceRow) throws -> [ReferenceRow] {
        try graph.tryOut()
        switch clause.kind {
        case .match(let match):
            let patterns = ReferencePatterns(evaluator: self)
            let found = try patterns.match(match, row)
            guard found.isEmpty, match.isOptional else { return found }
            var nulls = row
            for name in match.patterns.flatMap(patterns.names) where row[name] == nil {
                nulls[name] = .null
            }
            return [nulls]
        case .unwind(let list, let variable, nil):
            switch try evaluate(list, row) {
            case .null: return []
            case .list(let items): return items.map { row.setting(variable.text, $0) }
            case let value: return [row.setting(variable.text, value)]
            }
        case .let(let items):
            return [
                try items.reduce(row) { row, item in
                    row.setting(item.variable.text, try evaluate(item.value, row))
                }
            ]
        case .filter(let predicate): return try isTrue(predicate, row) ? [row] : []
        case .subquery(let call): return try rows(of: call, row)
        default: throw OutsideFragment(what: "a clause")
        }
    }

    private func rows(of call: SubqueryCall, _ row: ReferenceRow) throws -> [ReferenceRow] {
        var inner: ReferenceRow
        switch call.imports {
        case .all: inner = row
        case .named(let names):
            inner = [:]
            for name in names { inner[name.text] = row[name.text] }
        case .leadingWith: throw OutsideFragment(what: "CALL with a leading WITH")
        }
        let table = try run(call.query, from: inner)
        guard !table.columns.isEmpty else { throw OutsideFragment(what: "CALL without RETURN") }
        if table.rows.isEmpty, call.isOptional {
            return [table.columns.reduce(row) { $0.setting($1, .null) }]
        }
        return table.rows.map { result in
            table.columns.reduce(row) { $0.setting($1, result[$1] ?? .null) }
        }
    }

    /// Rows that differ in these columns.
    func distinct(_ rows: [ReferenceRow], _ columns: [String]) -> [ReferenceRow] {
        var seen: Set<[ValueKey]> = []
        return rows.filter { row in
            seen.insert(columns.map { ValueKey(row[$0] ?? .null) }).inserted
        }
    }

    // MARK: Labels

    func fulfils(_ expression: LabelExpression, _ labels: Set<String>) -> Bool {
        switch expression {
        case .name(let name): labels.contains(name.text)
        case .wildcard: !labels.isEmpty
        case .not(let inner): !fulfils(inner, labels)
        case .and(let left, let right): fulfils(left, labels) && fulfils(right, labels)
        case .or(let left, let right): fulfils(left, labels) || fulfils(right, labels)
        }
    }
}

extension Dictionary where Key == String, Value == GraphModel.Value {
    func setting(_ name: String, _ value: GraphModel.Value) -> Self {
        var copy = self
        copy[name] = value
        return copy
    }
}
