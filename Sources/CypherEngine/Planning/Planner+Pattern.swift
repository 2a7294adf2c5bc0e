import CypherSyntax
import GraphModel

extension Planner {
    /// Plans a pattern over the rows of `input`.
    mutating func planPattern(
        _ pattern: PatternGraph, input: LogicalPlan, rowVariable: VariableID? = nil,
        allowsJoin: Bool = true, isAtStart: Bool = false
    ) throws -> LogicalPlan {
        let walks = pattern.groups.map { _ in newVariable() }
        let repetitions = try pattern.groups.map { try planRepetition($0) }
        let pathVariables = pattern.paths.map { $0.variable ?? newVariable() }
        var planner = PatternPlanner(
            pattern, input: input, statistics: statistics, rowVariable: rowVariable,
            isOptimizing: isOptimizing, walks: walks, repetitions: repetitions,
            pathVariables: pathVariables, isAtStart: isAtStart)
        planner.walkReachable()
        while !planner.openNodes.isEmpty {
            planner.planComponent(allowsJoin: allowsJoin)
            planner.walkReachable()
        }
        planner.finish()
        return withFacts(planner.plan, pattern, walks)
    }

    private mutating func planRepetition(
        _ group: PatternGroup
    ) throws -> PatternPlanner.Repetition {
        let row = newVariable()
        var fromLeft = group.inner
        fromLeft.nodes[group.innerFirst].isBound = true
        var fromRight = group.inner
        fromRight.nodes[group.innerLast].isBound = true
        return PatternPlanner.Repetition(
            fromLeft: try planPattern(fromLeft, input: .argument, rowVariable: row),
            fromRight: try planPattern(fromRight, input: .argument, rowVariable: row), row: row)
    }

    /// Where facts are asked for, adds what the pattern matched to those of the row.
    private func withFacts(
        _ plan: LogicalPlan, _ pattern: PatternGraph, _ walks: [VariableID]
    ) -> LogicalPlan {
        guard let factsVariable else { return plan }
        let variables =
            pattern.relationships.map(\.variable) + walks + pattern.nodes.map(\.variable)
        return .gatherFacts(plan, into: factsVariable, variables)
    }
}
