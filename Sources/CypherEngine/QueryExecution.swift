import CypherSyntax
import GraphModel
import GraphStore

/// One run of a prepared statement.
struct QueryExecution {
    let prepared: PreparedQuery
    let parameters: [String: Value]
    let options: QueryOptions
    let cancellation: Cancellation
    let workers: WorkerGroup
    let beganAt: ZonedDateTime?

    /// Runs the statement and gathers its rows.
    mutating func run(
        snapshot: GraphSnapshot, transaction: GraphTransaction?
    ) throws -> QueryResult {
        guard let bound = prepared.bound, let planner = prepared.planner, let plan = prepared.plan
        else { throw Diagnostic(.internalError, "NotPlanned", "the statement was not planned") }
        try checkParameters(bound)
        var warnings = prepared.warnings
        let view = try viewed(snapshot, transaction, &warnings)
        warnings += UnknownNames(bound, view: transaction?.view ?? view).warnings
        if prepared.statement.mode == .explain {
            let description = PlanDescriber(planner: planner, bound: bound, text: prepared.text)
                .describe(plan)
            return QueryResult(
                columns: [], rows: [], view: view, warnings: warnings, plan: description,
                isWriting: bound.isWriting)
        }
        let profile = prepared.statement.mode == .profile ? QueryProfile() : nil
        let context = ExecutionContext(
            view: view, snapshot: view.base === snapshot.view.base ? snapshot : nil,
            transaction: transaction, parameters: parameters,
            guardian: QueryGuard(limits: options.limits, cancellation: cancellation),
            clock: try QueryClock(transaction: beganAt), profile: profile, workers: workers)
        let layout = RowLayout(slotCount: planner.slotCount)
        let cell = layout.makeCell()
        let builder = PlanBuilder(
            subqueries: SubqueryBuilder(planner: planner, layout: layout), profile: profile)
        let root = try builder.build(plan, cell)
        layout.seal()
        let gathered = try gather(consume root, bound, planner, context)
        var result = QueryResult(
            columns: bound.query.columns.map(\.name), rows: gathered.rows, facts: gathered.facts,
            view: context.view, isWriting: bound.isWriting)
        result.warnings = warnings
        if let profile {
            var describer = PlanDescriber(planner: planner, bound: bound, text: prepared.text)
            describer.profile = (profile, builder.profileIDs)
            result.plan = describer.describe(plan)
        }
        return result
    }

    private func checkParameters(_ bound: BoundStatement) throws {
        for name in bound.parameters where parameters[name] == nil {
            throw Diagnostic(
                .parameterMissing, "MissingParameter", "parameter '$\(name)' was not given",
                hint: "give it with --param \(name)=…")
        }
        for (name, value) in parameters where value.nests() {
            throw Diagnostic(
                .resource, "ValueTooDeep",
                "parameter '$\(name)' nests deeper than \(Value.nestingLimit) lists and maps")
        }
    }

    /// The graph as the statement looks at it: today's, or that in force at a date.
    private func viewed(
        _ snapshot: GraphSnapshot, _ transaction: GraphTransaction?,
        _ warnings: inout [Diagnostic]
    ) throws -> GraphView {
        guard let date = try asOfDate(snapshot) else { return snapshot.view }
        let inForce = snapshot.asOf(date)
        if inForce.undated > 0 {
            warnings.append(
                Diagnostic(
                    .data, "UnknownValidity",
                    "\(inForce.undated) nodes and relationships do not say when they are in force and stay visible",
                    severity: .note))
        }
        return GraphView(base: inForce.base)
    }

    private func asOfDate(_ snapshot: GraphSnapshot) throws -> DayRange? {
        guard let expression = prepared.statement.asOf else { return options.asOf }
        let value = try ConstantExpression(expression).evaluate(parameters, view: snapshot.view)
        let range =
            switch value {
            case .date(let date): DayRange(date)
            case .integer(let year): DayRange(year: year)
            case .string(let text): DayRange(iso: text)
            default: nil as DayRange?
            }
        guard let range else {
            throw Diagnostic(
                .argumentError, "InvalidDate", "AS OF takes a date, not \(value.typeName)",
                range: expression.range,
                hint: "write AS OF date('2012-01-01'), AS OF '2012-01' or AS OF 2012")
        }
        return range
    }

    private func gather(
        _ operators: consuming Operator, _ bound: BoundStatement, _ planner: Planner,
        _ context: ExecutionContext
    ) throws -> GatheredRows {
        var root: Operator? = operators
        var gathered = GatheredRows()
        let columns = bound.query.columns
        do {
            try root?.open(context)
            while let batch = try root?.pull(context) {
                try add(batch, columns, planner.factsVariable, context, to: &gathered)
            }
            try context.transaction?.checkDangling()
        } catch let fault as Diagnostic where fault.kind == .resource {
            Leftovers.discard(&gathered, &root)
            throw fault
        }
        return gathered
    }

    private func add(
        _ batch: Batch, _ columns: [BoundColumn], _ factsVariable: VariableID?,
        _ context: ExecutionContext, to gathered: inout GatheredRows
    ) throws {
        try context.guardian.checkRows(gathered.rows.count + batch.count)
        if !columns.isEmpty {
            let values = columns.map { batch[$0.variable] }
            let outOfLine = values.reduce(0) { $0 + $1.outOfLineByteCount(rows: batch.count) }
            try context.guardian.hold(bytes: batch.count * (40 + 24 * values.count) + outOfLine)
            for row in 0..<batch.count { gathered.rows.append(values.map { $0.value(row) }) }
        }
        guard let factsVariable else { return }
        let column = batch[factsVariable]
        try context.guardian.hold(bytes: column.byteCount(rows: batch.count))
        for row in 0..<batch.count {
            if case .list(let items) = column.value(row) {
                gathered.facts.append(items)
            } else {
                gathered.facts.append([])
            }
        }
    }
}
