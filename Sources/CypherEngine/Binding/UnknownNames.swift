import CypherSyntax
import GraphModel
import GraphStore

/// Warns of labels, relationship types and property keys that the graph does not have.
struct UnknownNames {
    private(set) var warnings: [Diagnostic] = []
    private let view: GraphView
    private var seen: Set<String> = []

    init(_ bound: BoundStatement, view: GraphView) {
        self.view = view
        // A graph without nodes has no names either: nothing is misspelt then.
        if view.nodeCount > 0 { visit(bound.query) }
    }

    private mutating func visit(_ query: BoundQuery) {
        switch query {
        case .clauses(let clauses, _): for clause in clauses { visit(clause) }
        case .union(let left, let right, _, _), .next(let left, let right):
            visit(left)
            visit(right)
        }
    }

    private mutating func visit(_ clause: BoundClause) {
        switch clause {
        case .match(let pattern, _): visit(pattern)
        case .project(let projection):
            for item in (projection.keys ?? []) + projection.items { visit(item.value) }
            for aggregate in projection.aggregates {
                for argument in aggregate.arguments { visit(argument) }
            }
            for item in projection.page.order { visit(item.expression) }
            if let predicate = projection.predicate { visit(predicate) }
        case .extend(let items): for item in items { visit(item.value) }
        case .filter(let predicate): visit(predicate)
        case .unwind(let list, _): visit(list)
        case .subquery(let subquery): visit(subquery.query)
        default: break
        }
    }

    private mutating func visit(_ pattern: PatternGraph) {
        for node in pattern.nodes { if let labels = node.labels { visit(labels, isType: false) } }
        for relationship in pattern.relationships {
            if let types = relationship.types { visit(types, isType: true) }
        }
        for group in pattern.groups { visit(group.inner) }
        for predicate in pattern.predicates { visit(predicate) }
    }

    private mutating func visit(_ labels: LabelExpression, isType: Bool) {
        switch labels {
        case .name(let name): check(name, isType: isType)
        case .wildcard: break
        case .not(let inner): visit(inner, isType: isType)
        case .and(let left, let right), .or(let left, let right):
            visit(left, isType: isType)
            visit(right, isType: isType)
        }
    }

    private mutating func check(_ name: Name, isType: Bool) {
        if isType {
            guard view.typeID(name.text) == nil else { return }
            warn(
                "UnknownRelationshipType", "no relationship has the type '\(name.text)'",
                name.text, name.range, view.allTypes)
        } else {
            guard view.labelID(name.text) == nil else { return }
            warn(
                "UnknownLabel", "no node has the label '\(name.text)'", name.text, name.range,
                view.allLabels)
        }
    }

    private mutating func visit(_ expression: BoundExpression) {
        switch expression.kind {
        case .property(let subject, let key):
            if isElement(subject.type), view.keyID(key) == nil {
                warn(
                    "UnknownPropertyKey", "nothing has the property '\(key)'", key,
                    expression.range, view.allKeys,
                    hint: ForeignNames.hint(forProperty: key, of: subject.type))
            }
        case .hasLabels(_, let labels):
            if expression.range != .none { visit(labels, isType: false) }
        case .subquery(_, let query): visit(query)
        default: break
        }
        for child in expression.children { visit(child) }
    }

    private func isElement(_ type: ExpressionType) -> Bool {
        type == .node || type == .relationship
    }

    private mutating func warn(
        _ code: String, _ message: String, _ name: String, _ range: SourceRange,
        _ known: [String], hint: String? = nil
    ) {
        guard seen.insert(code + name).inserted else { return }
        let near = NearNames.suggestions(for: name, among: known)
        warnings.append(
            Diagnostic(
                .semanticError, code, message, range: range,
                hint: near.isEmpty
                    ? hint : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?",
                severity: .warning))
    }
}
