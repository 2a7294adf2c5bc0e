import CypherSyntax
import GraphModel

/// Where rows are only told apart by their values, a chain of relationships that nobody looks at
/// matters by the node it ends in: it is enough to find each node once.
extension LogicalPlan {
    /// The plan below a step that does not count equal rows and looks at these variables.
    func lookingAtEndsOnly(used: Set<VariableID>) -> LogicalPlan {
        switch self {
        case .filter(let input, let predicates):
            guard predicates.allSatisfy(\.isDeterministic) else { return self }
            return .filter(input.lookingAtEndsOnly(used: used.union(predicates)), predicates)
        case .project(let input, let items):
            let values = items.map(\.value)
            guard values.allSatisfy(\.isDeterministic) else { return self }
            return .project(input.lookingAtEndsOnly(used: used.union(values)), items)
        case .expand(let input, let spec):
            return .expand(input.lookingAtEndsOnly(used: used.union(spec.asked)), spec)
        case .variableExpand(let input, var spec, let predicates):
            guard predicates.allSatisfy(\.isDeterministic) else { return self }
            if spec.canFindEndsOnly, !used.contains(spec.step.relationship) {
                spec.findsEndsOnly = true
            }
            let inner = input.lookingAtEndsOnly(
                used: used.union(spec.step.asked).union(predicates))
            return .variableExpand(inner, spec, predicates: predicates)
        default: return self
        }
    }
}

extension ExpandSpec {
    /// The variables it looks at.
    fileprivate var asked: [VariableID] { [from, to] + distinctFrom }
}

extension VariableExpandSpec {
    /// Whether a node is at the end of some chain exactly where a search finds it: the shortest
    /// way to it takes no relationship twice. Walked in either direction a chain could lead back
    /// to its start only by the relationship it left by; and no chain may be too short.
    fileprivate var canFindEndsOnly: Bool {
        mode == .trail && step.direction != .either && length.minimum <= 1
    }
}

extension Set<VariableID> {
    fileprivate func union(_ expressions: [BoundExpression]) -> Set<VariableID> {
        expressions.reduce(into: self) { $0.formUnion($1.usedVariables) }
    }
}

extension BoundAggregate {
    /// Whether equal rows beside one change nothing.
    var ignoresEqualRows: Bool {
        guard let function, arguments.allSatisfy(\.isDeterministic) else { return false }
        if ["min", "max"].contains(function.name) { return true }
        return isDistinct && function.name != "collect"
    }
}
