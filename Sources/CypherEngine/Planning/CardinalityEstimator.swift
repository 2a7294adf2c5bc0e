import CypherSyntax
import GraphModel

/// Guesses how many rows a plan's steps give.
struct CardinalityEstimator {
    let statistics: GraphStatistics

    /// Rows of a plan, started with one row.
    func rows(_ plan: LogicalPlan) -> Double {
        switch plan {
        case .argument, .unit: 1
        case .nodeScan(let input, _, let labels):
            rows(input) * max(statistics.nodes(labels: labels), 0)
        case .expand(let input, let spec):
            rows(input) * degree(spec) / (spec.isInto ? max(statistics.nodeCount, 1) : 1)
        case .variableExpand(let input, let spec, _), .pathSearch(let input, let spec, _, _):
            rows(input) * max(degree(spec.step), 1) * 4
        case .repetition(let input, _): rows(input) * 10
        case .filter(let input, let predicates):
            predicates.reduce(rows(input)) { $0 * selectivity($1) }
        case .join(let left, let right, let keys):
            keys.left.isEmpty
                ? rows(left) * rows(right) : max(rows(left), rows(right))
        case .aggregate(let input, let keys, _, _): keys.isEmpty ? 1 : max(rows(input) / 3, 1)
        case .distinct(let input, _, _): max(rows(input) * 0.7, 1)
        case .page(let input, _, let limit): min(rows(input), limit.flatMap(number) ?? .infinity)
        case .unwind(let input, _, _): rows(input) * 10
        case .union(let left, let right, _): rows(left) + rows(right)
        case .optional(let input, let inner, _, _): rows(input) * max(rows(inner), 1)
        case .apply(let input, let inner, _, let isUnit, _):
            rows(input) * (isUnit ? 1 : rows(inner))
        case .call(let input, _): rows(input) * 10
        case .drain: 0
        case .countPattern: 1
        default: plan.inputs.first.map { rows($0) } ?? 1
        }
    }

    private func degree(_ spec: ExpandSpec) -> Double {
        statistics.degree(
            types: spec.types, direction: spec.direction, from: nil, to: spec.labels)
    }

    private func selectivity(_ predicate: BoundExpression) -> Double {
        if case .comparison(.equal, _, _) = predicate.kind { 0.05 } else { 0.4 }
    }

    private func number(_ expression: BoundExpression) -> Double? {
        if case .literal(.integer(let count)) = expression.kind { Double(count) } else { nil }
    }
}
