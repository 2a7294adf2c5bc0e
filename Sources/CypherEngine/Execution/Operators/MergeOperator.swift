import GraphModel
import GraphStore

/// MERGE: row by row, takes what matches or makes it; a row sees what earlier rows made.
final class MergeOperator: WriteOperator {
    private let inner: Operator
    private let cell: ArgumentCell
    private let creator: Creator
    private let onCreate: [Update]
    private let onMatch: [Update]
    /// Property maps that must not hold null: what is made could never be found again.
    private let required: [(value: Evaluator, range: SourceRange)]

    init(
        _ input: Operator, inner: Operator, cell: ArgumentCell, creator: Creator,
        onCreate: [Update], onMatch: [Update],
        required: [(value: Evaluator, range: SourceRange)]
    ) {
        self.inner = inner
        self.cell = cell
        self.creator = creator
        self.onCreate = onCreate
        self.onMatch = onMatch
        self.required = required
        super.init(input)
    }

    override func write(
        _ batch: Batch, _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws -> Batch {
        var results: [Batch] = []
        for row in 0..<batch.count {
            try context.guardian.step()
            let single = batch.gathered([row])
            try checkRequired(single, context)
            cell.batch = single
            try inner.open(context)
            let found = try inner.drain(inner, context)
            inner.letGo(context)
            for part in found { try hold(part.byteCount, context) }
            if found.isEmpty {
                let created = try creator.create(single, transaction, context)
                for update in onCreate { try update.apply(created, transaction, context) }
                results.append(created)
            } else {
                for part in found {
                    for update in onMatch { try update.apply(part, transaction, context) }
                }
                results += found
            }
        }
        return Batch.joined(results) ?? Batch(count: 0, columns: batch.columns)
    }

    private func checkRequired(_ batch: Batch, _ context: ExecutionContext) throws {
        for item in required {
            let value = try item.value.evaluate(batch, context).value(0)
            if case .map(let map) = value, map.entries.contains(where: { $0.value.isNull }) {
                throw Diagnostic(
                    .semanticError, "MergeReadOwnWrites",
                    "MERGE cannot look for a property that is null", range: item.range,
                    hint: "null equals nothing: leave the property out, or use coalesce()")
            }
        }
    }
}

/// FOREACH: runs its clauses for each element; the rows go on unchanged.
final class ForeachOperator: WriteOperator {
    private let variable: VariableID
    private let list: Evaluator
    private let range: SourceRange
    private let inner: Operator
    private let cell: ArgumentCell

    init(
        _ input: Operator, variable: VariableID, list: Evaluator, range: SourceRange,
        inner: Operator, cell: ArgumentCell
    ) {
        self.variable = variable
        self.list = list
        self.range = range
        self.inner = inner
        self.cell = cell
        super.init(input)
    }

    override func write(
        _ batch: Batch, _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws -> Batch {
        for row in 0..<batch.count {
            try context.guardian.step()
            let single = batch.gathered([row])
            let lists = try list.evaluate(single, context)
            guard let items = try listItems(lists.value(0), range: range), !items.isEmpty
            else { continue }
            cell.batch = single.gathered(Array(repeating: 0, count: items.count))
                .setting(variable, .values(items))
            try inner.open(context)
            while try inner.pull(context) != nil {}
        }
        return batch
    }
}

/// CALL procedure(…) YIELD ….
final class ProcedureOperator: UnaryOperator {
    private let call: BoundProcedureCall
    private let arguments: [Evaluator]

    init(_ input: Operator, call: BoundProcedureCall, arguments: [Evaluator]) {
        self.call = call
        self.arguments = arguments
        super.init(input)
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        while let batch = try input.pull(context) {
            let columns = try arguments.map { try $0.evaluate(batch, context) }
            var rows: [Int] = []
            var results: [[Value]] = Array(repeating: [], count: call.yields.count)
            for row in 0..<batch.count {
                try context.guardian.check()
                let values = columns.map { $0.value(row) }
                let found = try locating(call.range) { try call.procedure.body(values, context) }
                for result in found { append(result, row, &rows, &results) }
                // One without columns (VOID) only acts: the row goes on.
                if call.procedure.columns.isEmpty { rows.append(row) }
                if found.isEmpty, call.isOptional, !call.procedure.columns.isEmpty {
                    append(call.procedure.columns.map { _ in .null }, row, &rows, &results)
                }
            }
            if rows.isEmpty { continue }
            var output = batch.gathered(rows)
            for (yield, values) in zip(call.yields, results) {
                output.columns[yield.variable.raw] = .values(values)
            }
            return output
        }
        return nil
    }

    private func append(
        _ result: [Value], _ row: Int, _ rows: inout [Int], _ results: inout [[Value]]
    ) {
        rows.append(row)
        for (index, yield) in call.yields.enumerated() {
            results[index].append(result[yield.column])
        }
    }
}
