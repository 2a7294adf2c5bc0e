import CypherSyntax
import GraphModel

extension BoundPrinter {
    mutating func lines(_ query: BoundQuery) -> [String] {
        switch query {
        case .clauses(let clauses, let columns):
            var result = clauses.map { text($0) }
            if !columns.isEmpty { result.append("COLUMNS \(text(columns))") }
            return result
        case .union(let left, let right, let all, let columns):
            let word = all ? "UNION ALL" : "UNION"
            return lines(left) + [word] + lines(right) + ["INTO \(text(columns))"]
        case .next(let first, let second): return lines(first) + ["NEXT"] + lines(second)
        }
    }

    private mutating func text(_ columns: [BoundColumn]) -> String {
        columns.map { "\($0.name) = \(use($0.variable))" }.joined(separator: ", ")
    }

    private mutating func text(_ clause: BoundClause) -> String {
        switch clause {
        case .match(let pattern, let isOptional):
            return "\(isOptional ? "OPTIONAL " : "")MATCH \(text(pattern))"
        case .unwind(let list, let variable):
            let source = text(list)
            return "UNWIND \(source) AS \(declare(variable))"
        case .project(let projection): return text(projection)
        case .extend(let items): return "EXTEND \(assignments(items))"
        case .filter(let predicate): return "FILTER \(text(predicate))"
        case .orderAndPage(let page): return text(page).trimmedStart
        case .call(let call):
            let arguments = list(call.arguments)
            let yields = call.yields.map {
                "\(call.procedure.columns[$0.column].name) AS \(declare($0.variable))"
            }
            return "CALL \(call.procedure.name)(\(arguments)) YIELD "
                + yields.joined(separator: ", ")
        case .subquery(let subquery):
            let word = subquery.isOptional ? "OPTIONAL CALL" : "CALL"
            return "\(word) { \(lines(subquery.query).joined(separator: " ")) }"
        case .finish: return "FINISH"
        case .create, .merge, .set, .remove, .delete, .foreach: return writing(clause)
        }
    }

    // MARK: Patterns

    private mutating func text(_ pattern: PatternGraph) -> String {
        var parts = pattern.nodes.map { text($0) }
        parts += pattern.relationships.map { text($0) }
        parts += pattern.groups.map { text($0) }
        parts += pattern.paths.map { text($0) }
        if pattern.allowsRepeatedRelationships { parts.append("REPEATABLE") }
        var result = parts.joined(separator: ", ")
        if !pattern.predicates.isEmpty {
            result += " WHERE " + pattern.predicates.map { text($0) }.joined(separator: " AND ")
        }
        return result
    }

    private mutating func text(_ node: PatternNode) -> String {
        let name = node.isBound ? "=\(use(node.variable))" : declare(node.variable)
        return "(\(name)\(node.labels.map { ":\(Self.text($0))" } ?? ""))"
    }

    private mutating func text(_ relationship: PatternRelationship) -> String {
        let name =
            relationship.isBound
            ? "=\(use(relationship.variable))" : declare(relationship.variable)
        let types = relationship.types.map { ":\(Self.text($0))" } ?? ""
        let length = relationship.length.map { Self.text($0) } ?? ""
        var condition = ""
        if let step = relationship.stepVariable {
            let name = declare(step)
            condition = " EACH \(name) \(list(relationship.stepPredicates))"
        }
        let (before, after) = Self.arrow(relationship.direction)
        return "\(relationship.left)\(before)[\(name)\(types)\(length)\(condition)]"
            + "\(after)\(relationship.right)"
    }

    private static func arrow(
        _ direction: RelationshipPattern.Direction
    ) -> (before: String, after: String) {
        switch direction {
        case .right: ("-", "->")
        case .left: ("<-", "-")
        case .either: ("-", "-")
        }
    }

    private static func text(_ length: ResolvedLength) -> String {
        "*\(length.minimum)..\(length.maximum.map { "\($0)" } ?? "")"
    }

    private mutating func text(_ group: PatternGroup) -> String {
        let inner = text(group.inner)
        let exports = group.exports.map { inner, outer in
            let name = use(inner)
            return "\(declare(outer)) OF \(name)"
        }
        return "\(group.left)(\(inner))\(Self.text(group.length))\(group.right)"
            + " LISTS [\(exports.joined(separator: ", "))]"
    }

    private mutating func text(_ path: PatternPath) -> String {
        let name = path.variable.map { declare($0) } ?? ""
        let elements = path.elements.map { element in
            switch element {
            case .node(let index): "n\(index)"
            case .relationship(let index): "r\(index)"
            case .group(let index): "g\(index)"
            }
        }
        let mode = path.mode.map { " \($0.rawValue)" } ?? ""
        let condition = path.predicates.isEmpty ? "" : " IF \(list(path.predicates))"
        return "PATH \(name) = \(text(path.selector))\(mode)\(elements.joined(separator: "-"))"
            + condition
    }

    private mutating func text(_ selector: PatternPath.Selector) -> String {
        switch selector {
        case .all: ""
        case .any(let count): "ANY \(count.map { text($0) } ?? "1") "
        case .shortest(let count): "SHORTEST \(count.map { text($0) } ?? "1") "
        case .allShortest: "ALL SHORTEST "
        case .shortestGroups(let count): "SHORTEST \(count.map { text($0) } ?? "1") GROUPS "
        }
    }

    // MARK: Projections

    private mutating func text(_ projection: BoundProjection) -> String {
        var result = "PROJECT"
        if let keys = projection.keys { result += " BY [\(assignments(keys))]" }
        if !projection.aggregates.isEmpty {
            let parts = projection.aggregates.map { aggregate in
                let value = call(aggregate)
                return "\(declare(aggregate.variable)) = \(value)"
            }
            result += " COMPUTE [\(parts.joined(separator: ", "))]"
        }
        result += projection.isDistinct ? " DISTINCT" : ""
        result += " \(assignments(projection.items))\(text(projection.page))"
        if let predicate = projection.predicate { result += " WHERE \(text(predicate))" }
        return result
    }

    mutating func assignments(
        _ items: [(variable: VariableID, value: BoundExpression)]
    ) -> String {
        items.map { item in
            let value = text(item.value)
            return "\(declare(item.variable)) = \(value)"
        }.joined(separator: ", ")
    }

    private mutating func text(_ page: BoundPage) -> String {
        var result = ""
        if !page.order.isEmpty {
            let keys = page.order.map { item in
                let nulls = item.nullsFirst.map { $0 ? " NULLS FIRST" : " NULLS LAST" } ?? ""
                return "\(text(item.expression))\(item.isDescending ? " DESC" : "")\(nulls)"
            }
            result += " ORDER BY \(keys.joined(separator: ", "))"
        }
        if let skip = page.skip { result += " SKIP \(text(skip))" }
        if let limit = page.limit { result += " LIMIT \(text(limit))" }
        return result
    }
}

extension String {
    /// Without the blank that parts of a line begin with.
    fileprivate var trimmedStart: String { String(drop { $0 == " " }) }
}
