import CypherSyntax
import GraphModel
import GraphStore

/// How wide rows are: known only when every subquery has been planned, and until then growing.
final class RowLayout {
    private(set) var slotCount: Int
    private var cells: [ArgumentCell] = []

    init(slotCount: Int) {
        self.slotCount = slotCount
    }

    /// A cell that holds one empty row once the layout is sealed.
    func makeCell() -> ArgumentCell {
        let cell = ArgumentCell(.unit(slotCount: slotCount))
        cells.append(cell)
        return cell
    }

    /// Takes in variables a planner has made.
    func grow(to count: Int) { slotCount = max(slotCount, count) }

    /// Fixes the width: every cell gets a row of it.
    func seal() {
        for cell in cells { cell.batch = .unit(slotCount: slotCount) }
    }
}

/// Plans and builds the subqueries that stand in expressions.
final class SubqueryBuilder {
    let layout: RowLayout
    private var planner: Planner

    init(planner: Planner, layout: RowLayout) {
        self.planner = planner
        self.layout = layout
    }

    /// A builder for operators whose rows are of a width of their own.
    func separate() -> SubqueryBuilder {
        SubqueryBuilder(planner: planner, layout: RowLayout(slotCount: planner.slotCount))
    }

    /// The evaluator of one subquery.
    func evaluator(
        _ kind: Expression.SubqueryKind, _ query: BoundQuery
    ) throws -> Evaluator {
        let plan = try planner.plan(inner: query)
        let row = planner.newVariable()
        layout.grow(to: planner.slotCount)
        let cell = layout.makeCell()
        let inner = try PlanBuilder(subqueries: self, profile: nil).build(plan, cell)
        let outcome: SubqueryEvaluator.Kind =
            switch kind {
            case .exists: .exists
            case .count: .count
            case .collect: .collect(query.columns[0].variable)
            }
        return SubqueryEvaluator(
            outcome, inner: inner, cell: cell, rowVariable: plan.isRowWise ? row : nil,
            slots: query.usedVariables.map(\.raw).sorted())
    }
}
