import CypherSyntax
import GraphModel

/// What is to be done, as a tree of steps; each takes the rows of its input.
package indirect enum LogicalPlan: Sendable {
    /// The rows the plan is started with: one empty row for a query, the outer rows for a part
    /// that runs inside another.
    case argument
    /// One empty row, whatever the plan is started with.
    case unit
    case nodeScan(LogicalPlan, variable: VariableID, labels: LabelExpression?)
    case nodeSeek(
        LogicalPlan, variable: VariableID, labels: LabelExpression?, key: String,
        value: BoundExpression)
    case expand(LogicalPlan, ExpandSpec)
    case endpoints(LogicalPlan, ExpandSpec, isFromBound: Bool)
    case variableExpand(LogicalPlan, VariableExpandSpec, predicates: [BoundExpression])
    case boundList(LogicalPlan, VariableExpandSpec)
    case repetition(LogicalPlan, RepeatPlan)
    case pathSearch(
        LogicalPlan, VariableExpandSpec, predicates: [BoundExpression], SearchSelection)
    case selectPaths(LogicalPlan, partition: [VariableID], path: VariableID, SearchSelection)
    case bindPath(LogicalPlan, variable: VariableID, start: VariableID, steps: [VariableID])
    /// Adds nodes and relationships to the facts a row rests on.
    case gatherFacts(LogicalPlan, into: VariableID, [VariableID])
    case filter(LogicalPlan, [BoundExpression])
    case project(LogicalPlan, [(variable: VariableID, value: BoundExpression)])
    /// Drops all variables but these.
    case prune(LogicalPlan, keeps: [VariableID])
    /// The right side does not depend on the rows the plan is started with.
    case join(LogicalPlan, LogicalPlan, JoinKeys)
    case optional(
        LogicalPlan, inner: LogicalPlan, rowVariable: VariableID, introduced: [VariableID])
    case apply(
        LogicalPlan, inner: LogicalPlan, outputs: [VariableID], isUnit: Bool, isOptional: Bool)
    case aggregate(
        LogicalPlan, keys: [(variable: VariableID, value: BoundExpression)], [BoundAggregate],
        facts: VariableID?)
    case distinct(LogicalPlan, [VariableID], facts: VariableID?)
    case sort(LogicalPlan, BoundPage)
    case page(LogicalPlan, skip: BoundExpression?, limit: BoundExpression?)
    case unwind(LogicalPlan, list: BoundExpression, variable: VariableID)
    case union(
        LogicalPlan, LogicalPlan,
        columns: [(left: VariableID, right: VariableID, to: VariableID)])
    case create(LogicalPlan, CreatePattern)
    case merge(LogicalPlan, inner: LogicalPlan, BoundMerge)
    case set(LogicalPlan, [BoundSet])
    case remove(LogicalPlan, [BoundRemove])
    case delete(LogicalPlan, [BoundExpression], detach: Bool)
    case foreach(
        LogicalPlan, variable: VariableID, list: BoundExpression, inner: LogicalPlan)
    case call(LogicalPlan, BoundProcedureCall)
    case drain(LogicalPlan)
    /// The number of matches of a pattern in these variables; the input makes it row by row.
    case countPattern(LogicalPlan, PreparedCount, [VariableID])
}

/// A quantified path pattern: the plan of one repetition and how repetitions join.
package struct RepeatPlan: Sendable {
    package var group: PatternGroup
    package var from: VariableID
    package var to: VariableID
    package var isInto: Bool
    package var inner: LogicalPlan
    package var rowVariable: VariableID
    package var walk: VariableID
    package var distinctFrom: [VariableID]
    package var mode: PathMode
    package var isReversed: Bool
}

/// What two sides of a join have in common.
package struct JoinKeys: Sendable {
    package var left: [BoundExpression]
    package var right: [BoundExpression]
    /// Variables that come from the right side.
    package var rightVariables: [VariableID]
}

extension LogicalPlan {
    /// The steps this one takes rows from, the main input first.
    package var inputs: [LogicalPlan] {
        switch self {
        case .argument, .unit: []
        case .nodeScan(let input, _, _), .nodeSeek(let input, _, _, _, _),
            .expand(let input, _), .endpoints(let input, _, _),
            .variableExpand(let input, _, _), .boundList(let input, _),
            .pathSearch(let input, _, _, _), .selectPaths(let input, _, _, _),
            .bindPath(let input, _, _, _), .filter(let input, _), .project(let input, _),
            .gatherFacts(let input, _, _),
            .prune(let input, _), .aggregate(let input, _, _, _), .distinct(let input, _, _),
            .sort(let input, _), .page(let input, _, _), .unwind(let input, _, _),
            .create(let input, _), .set(let input, _), .remove(let input, _),
            .delete(let input, _, _), .call(let input, _), .drain(let input),
            .countPattern(let input, _, _):
            [input]
        case .repetition(let input, let plan): [input, plan.inner]
        case .optional(let input, let inner, _, _), .apply(let input, let inner, _, _, _),
            .merge(let input, let inner, _), .foreach(let input, _, _, let inner):
            [input, inner]
        case .join(let left, let right, _), .union(let left, let right, _): [left, right]
        }
    }

    /// Whether running it changes the graph.
    package var writes: Bool {
        switch self {
        case .create, .merge, .set, .remove, .delete, .foreach: true
        case .call(let input, let call): call.procedure.isWriting || input.writes
        default: inputs.contains(where: \.writes)
        }
    }

    /// Whether each output row comes of one input row, whose other columns it keeps: then a
    /// batch of outer rows can run through at once, told apart by a column of row numbers.
    package var isRowWise: Bool {
        switch self {
        case .argument: true
        case .unit, .selectPaths, .aggregate, .distinct, .sort, .page, .create, .merge, .set,
            .remove, .delete, .foreach, .drain, .prune, .countPattern:
            false
        case .join(let left, _, _): left.isRowWise
        case .union(let left, let right, _): left.isRowWise && right.isRowWise
        default: inputs[0].isRowWise
        }
    }
}
