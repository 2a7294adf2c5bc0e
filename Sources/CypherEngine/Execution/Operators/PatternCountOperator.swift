import GraphModel
import GraphStore

/// The number of matches of a pattern, as one row; made row by row where it cannot be counted.
final class PatternCountOperator: Operator {
    private let count: PreparedCount
    private let variables: [VariableID]
    private let makeFallback: () throws -> Operator
    private var fallback: Operator?
    private let compiler: ExpressionCompiler
    private let layout: RowLayout
    private var isDone = false
    private var isFallingBack = false

    init(
        _ count: PreparedCount, variables: [VariableID], fallback: @escaping () throws -> Operator,
        compiler: ExpressionCompiler, layout: RowLayout
    ) {
        self.count = count
        self.variables = variables
        makeFallback = fallback
        self.compiler = compiler
        self.layout = layout
    }

    override func open(_ context: ExecutionContext) throws {
        isDone = false
        isFallingBack = false
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        if isFallingBack { return try fallback?.pull(context) }
        guard !isDone else { return nil }
        isDone = true
        guard let count = try counted(context) else {
            isFallingBack = true
            let rows = try fallback ?? makeFallback()
            fallback = rows
            try rows.open(context)
            return try rows.pull(context)
        }
        guard let number = Int(exactly: count) else {
            throw Diagnostic(
                .arithmeticError, "IntegerOverflow", "the count does not fit in 64 bits")
        }
        var batch = Batch.unit(slotCount: layout.slotCount)
        for variable in variables { batch.columns[variable.raw] = .integers([number]) }
        return batch
    }

    private func counted(_ context: ExecutionContext) throws -> Int128? {
        guard context.transaction == nil, let base = context.foldedBase(),
            let program = try count.program(for: base)
        else { return nil }
        let inner = context.looking(at: GraphView(base: base))
        let run = CountRun(
            program, base: base, guardian: context.guardian, workers: context.workers
        ) { condition, variable, range in
            try self.flags(self.compiler.compile(condition), variable, range, inner)
        }
        do {
            return try run.count()
        } catch is NotCountable {
            return nil
        }
    }

    /// Whether each node of a range fulfils a condition.
    private func flags(
        _ evaluator: Evaluator, _ variable: VariableID, _ range: Range<UInt32>,
        _ context: ExecutionContext
    ) throws -> [Bool] {
        var flags: [Bool] = []
        flags.reserveCapacity(range.count)
        var start = range.lowerBound
        while start < range.upperBound {
            let end = min(range.upperBound, start + UInt32(8 * Batch.standardSize))
            try context.guardian.check()
            var batch = Batch(
                count: Int(end - start),
                columns: Array(repeating: nil, count: layout.slotCount))
            batch.columns[variable.raw] = .nodes(Array(start..<end))
            switch try evaluator.evaluate(batch, context) {
            case .booleans(let part): flags += part
            case let column:
                for row in 0..<batch.count { flags.append(try isTrue(column.value(row))) }
            }
            start = end
        }
        return flags
    }
}
