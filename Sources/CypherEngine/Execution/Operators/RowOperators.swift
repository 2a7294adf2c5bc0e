import CypherSyntax
import GraphModel

/// Keeps the rows for which all predicates hold.
final class FilterOperator: UnaryOperator {
    private let predicates: [Evaluator]

    init(_ input: Operator, predicates: [Evaluator]) {
        self.predicates = predicates
        super.init(input)
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        while var batch = try input.pull(context) {
            for predicate in predicates {
                let rows = try predicate.selectedRows(batch, context)
                if rows.count < batch.count { batch = batch.gathered(rows) }
                if batch.count == 0 { break }
            }
            if batch.count > 0 { return batch }
        }
        return nil
    }
}

/// Adds computed columns; with `keeps`, drops the columns that are neither new nor among these.
final class ProjectOperator: UnaryOperator {
    private let items: [(variable: VariableID, value: Evaluator)]
    private let keeps: [Int]?

    init(
        _ input: Operator, items: [(variable: VariableID, value: Evaluator)], keeps: [Int]? = nil
    ) {
        self.items = items
        self.keeps = keeps
        super.init(input)
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        guard let batch = try input.pull(context) else { return nil }
        let columns = try items.map { try $0.value.evaluate(batch, context) }
        var result = batch
        if let keeps {
            result.columns = Array(repeating: nil, count: batch.columns.count)
            for slot in keeps { result.columns[slot] = batch.columns[slot] }
        }
        for (item, column) in zip(items, columns) { result.columns[item.variable.raw] = column }
        return result
    }
}

/// One row an element of each row's list; null gives none, another value itself.
final class UnwindOperator: ExpandingOperator {
    private let list: Evaluator
    private let variable: VariableID
    private var lists = Column.constant(.null)
    private var offset = 0

    init(_ input: Operator, list: Evaluator, variable: VariableID) {
        self.list = list
        self.variable = variable
        super.init(input)
    }

    override func begin(_ batch: Batch, _ context: ExecutionContext) throws {
        lists = try list.evaluate(batch, context)
        offset = 0
    }

    override func expand(_ batch: Batch, _ context: ExecutionContext) throws -> Batch? {
        var rows: [Int] = []
        var builder = ColumnBuilder(capacity: Batch.standardSize)
        try context.guardian.step(batch.count)
        while row < batch.count, rows.count < Batch.standardSize {
            let items = elements(lists.value(row))
            let end = min(items.count, offset + Batch.standardSize - rows.count)
            for index in offset..<end {
                rows.append(row)
                builder.append(items[index])
            }
            offset = end
            if offset >= items.count {
                row += 1
                offset = 0
            }
        }
        guard !rows.isEmpty else { return nil }
        return batch.gathered(rows).setting(variable, builder.finish())
    }

    private func elements(_ value: Value) -> [Value] {
        switch value {
        case .null: []
        case .list(let items): items
        default: [value]
        }
    }
}

/// `UNWIND range(…)`: one row a number, without the list.
final class SpanOperator: ExpandingOperator {
    private let arguments: [Evaluator]
    private let range: SourceRange
    private let variable: VariableID
    private var spans: [IntegerSpan?] = []
    private var offset = 0

    init(_ input: Operator, arguments: [Evaluator], range: SourceRange, variable: VariableID) {
        self.arguments = arguments
        self.range = range
        self.variable = variable
        super.init(input)
    }

    override func begin(_ batch: Batch, _ context: ExecutionContext) throws {
        let columns = try arguments.map { try $0.evaluate(batch, context) }
        spans = try locating(range) {
            try (0..<batch.count).map { row in
                let values = columns.map { $0.value(row) }
                return values.contains(where: \.isNull) ? nil : try IntegerSpan(values)
            }
        }
        offset = 0
    }

    override func expand(_ batch: Batch, _ context: ExecutionContext) throws -> Batch? {
        var rows: [Int] = []
        var numbers: [Int] = []
        while row < batch.count, rows.count < Batch.standardSize {
            let count = spans[row]?.count ?? 0
            let room = Batch.standardSize - rows.count
            let end = count - offset > room ? offset + room : count
            if let span = spans[row] {
                for index in offset..<end {
                    rows.append(row)
                    numbers.append(span[index])
                }
            }
            offset = end
            if offset >= count {
                row += 1
                offset = 0
            }
        }
        guard !rows.isEmpty else { return nil }
        return batch.gathered(rows).setting(variable, .integers(numbers))
    }
}

/// Reads all rows and gives none.
final class DrainOperator: UnaryOperator {
    override func next(_ context: ExecutionContext) throws -> Batch? {
        while try input.pull(context) != nil {}
        return nil
    }
}
