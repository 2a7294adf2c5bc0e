import CypherSyntax
import GraphModel

extension BoundExpression {
    /// The expressions directly inside this one; those of subqueries are not among them.
    package var children: [BoundExpression] {
        switch kind {
        case .literal, .parameter, .variable, .subquery: []
        case .list(let items): items
        case .map(let entries): entries.map(\.value)
        case .property(let subject, _), .unary(_, let subject), .isNull(let subject, _),
            .hasLabels(let subject, _), .isTyped(let subject, _, _),
            .isNormalized(let subject, _, _), .firstOf(let subject), .pathMode(let subject, _):
            [subject]
        case .element(let left, let right), .binary(_, let left, let right),
            .comparison(_, let left, let right):
            [left, right]
        case .slice(let subject, let from, let to): [subject] + [from, to].compactMap { $0 }
        case .call(_, let arguments): arguments
        case .conditional(let subject, let branches, let otherwise):
            [subject, otherwise].compactMap { $0 }
                + branches.flatMap { $0.conditions + [$0.result] }
        case .listComprehension(_, let list, let predicate, let projection):
            [list] + [predicate, projection].compactMap { $0 }
        case .areDisjoint(let left, let right): left + right
        case .reduce(_, let initial, _, let list, let step): [initial, list, step]
        case .quantifier(_, _, let list, let predicate): [list, predicate]
        case .mapProjection(let base, let items): [base] + items.compactMap(\.expression)
        }
    }

    /// Every variable that occurs in it, those it declares itself included.
    package var usedVariables: Set<VariableID> {
        var found: Set<VariableID> = []
        collectVariables(into: &found)
        return found
    }

    /// Whether a subquery stands anywhere inside.
    package var hasSubquery: Bool {
        if case .subquery = kind { return true }
        return children.contains(where: \.hasSubquery)
    }

    func collectVariables(into found: inout Set<VariableID>) {
        switch kind {
        case .variable(let variable): found.insert(variable)
        case .subquery(_, let query): query.collectVariables(into: &found)
        case .listComprehension(let variable, _, _, _), .quantifier(_, let variable, _, _):
            found.insert(variable)
        case .reduce(let accumulator, _, let variable, _, _):
            found.insert(accumulator)
            found.insert(variable)
        default: break
        }
        for child in children { child.collectVariables(into: &found) }
    }

    /// The conjuncts of a predicate.
    package var conjuncts: [BoundExpression] {
        if case .binary(.and, let left, let right) = kind {
            return left.conjuncts + right.conjuncts
        }
        return [self]
    }
}

extension BoundMapItem {
    fileprivate var expression: BoundExpression? {
        if case .entry(_, let value) = self { value } else { nil }
    }
}
