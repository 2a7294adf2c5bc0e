import GraphModel
import GraphStore

/// The values of some columns in one row, as a key of grouping.
struct RowKey: Hashable {
    private let values: [ValueKey]

    init(_ columns: [Column], row: Int) {
        values = columns.map { ValueKey($0.value(row)) }
    }
}

/// Gives each distinct row of some columns a number, in order of first sight.
struct RowNumbering {
    /// What the keys of `byNumber` are.
    private enum Kind {
        case integers
        case nodes
        case strings
        case rows
    }

    /// Keys below are found by an array instead of a dictionary.
    private static let denseLimit = 1 << 20

    private var kind: Kind?
    private var byNumber: [Int: Int] = [:]
    /// The number of each small key, -1 where it has none.
    private var dense: [Int32] = []
    /// Where the texts are whose numbers are keys.
    private var pool: StringPool?
    private var byValues: [RowKey: Int] = [:]
    private(set) var count = 0

    /// The number of each row, new keys getting new numbers.
    mutating func numbers(of columns: [Column], count rows: Int) -> [Int] {
        if columns.count == 1 {
            switch columns[0] {
            case .integers(let items) where kind == nil || kind == .integers:
                kind = .integers
                return items.map { number($0) }
            case .nodes(let items)
            where (kind == nil || kind == .nodes) && !items.contains(nullPosition):
                kind = .nodes
                return items.map { number(Int($0)) }
            case .strings(let items, let own)
            where kind == nil || kind == .strings && pool === own:
                kind = .strings
                pool = own
                return items.map { number(Int($0)) }
            default: break
            }
        }
        moveToRows()
        return (0..<rows).map { row in
            let key = RowKey(columns, row: row)
            if let number = byValues[key] { return number }
            defer { count += 1 }
            byValues[key] = count
            return count
        }
    }

    private mutating func number(_ key: Int) -> Int {
        guard key >= 0, key < Self.denseLimit else { return sparseNumber(key) }
        if key >= dense.count {
            let room = max(key + 1, 2 * dense.count) - dense.count
            dense.append(contentsOf: repeatElement(-1, count: room))
        }
        if dense[key] >= 0 { return Int(dense[key]) }
        guard let fresh = Int32(exactly: count) else { return sparseNumber(key) }
        dense[key] = fresh
        count += 1
        return Int(fresh)
    }

    private mutating func sparseNumber(_ key: Int) -> Int {
        if let number = byNumber[key] { return number }
        defer { count += 1 }
        byNumber[key] = count
        return count
    }

    /// A batch came in another type: what was seen so far must be found again.
    private mutating func moveToRows() {
        for (key, number) in byNumber { move(key, number) }
        for (key, number) in dense.enumerated() where number >= 0 { move(key, Int(number)) }
        byNumber = [:]
        dense = []
        kind = .rows
    }

    private mutating func move(_ key: Int, _ number: Int) {
        let column: Column
        switch kind {
        case .nodes: column = .nodes([UInt32(key)])
        case .strings: column = pool.map { .strings([UInt32(key)], $0) } ?? .constant(.null)
        default: column = .integers([key])
        }
        byValues[RowKey([column], row: 0)] = number
    }
}

/// Each distinct row once, in order of first sight.
final class DistinctOperator: UnaryOperator {
    private let variables: [VariableID]
    /// Where facts are asked for: equal rows rest on the facts of all of them.
    private let facts: VariableID?
    private var seen = RowNumbering()
    private var isUnited = false

    init(_ input: Operator, variables: [VariableID], facts: VariableID?) {
        self.variables = variables
        self.facts = facts
        super.init(input)
    }

    override func open(_ context: ExecutionContext) throws {
        try super.open(context)
        letGo(context)
        seen = RowNumbering()
        isUnited = false
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        if let facts { return try united(facts, context) }
        while let batch = try input.pull(context) {
            var before = seen.count
            let numbers = seen.numbers(of: variables.map { batch[$0] }, count: batch.count)
            var rows: [Int] = []
            for (row, number) in numbers.enumerated() where number == before {
                rows.append(row)
                before += 1
            }
            if rows.isEmpty { continue }
            let result = rows.count == batch.count ? batch : batch.gathered(rows)
            // Kept as keys, each with a place in a table.
            try hold(
                result.byteCount(of: variables) + (96 + 24 * variables.count) * rows.count,
                context)
            return result
        }
        return nil
    }

    private func united(_ facts: VariableID, _ context: ExecutionContext) throws -> Batch? {
        guard !isUnited else { return nil }
        isUnited = true
        guard let all = Batch.joined(try drain(input, context)) else { return nil }
        let numbers = seen.numbers(of: variables.map { all[$0] }, count: all.count)
        var sets = Array(repeating: FactSet(), count: seen.count)
        var firsts: [Int] = []
        for (row, number) in numbers.enumerated() {
            if number == firsts.count { firsts.append(row) }
            sets[number].add(all[facts].value(row))
        }
        return all.gathered(firsts).setting(facts, .values(sets.map(\.value)))
    }
}

/// Groups rows by keys and aggregates each group.
final class AggregateOperator: UnaryOperator {
    /// One aggregate: what it takes, how its state starts, where its result goes.
    struct Aggregate {
        let variable: VariableID
        let arguments: [Evaluator]
        let range: SourceRange
        let kind: AggregateKind
        let isDistinct: Bool

        /// Whether its state grows with the rows.
        var keepsValues: Bool { isDistinct || kind == .collect || kind.takesPercentile }

        /// What a value that is kept takes: room to grow included, and its place in the table of
        /// distinct ones.
        var bytesBesideValue: Int { isDistinct ? 112 : 48 }
    }

    private let keys: [(variable: VariableID, value: Evaluator)]
    private let aggregates: [Aggregate]
    /// The row a correlated subquery runs for: its values are the same in every group.
    private let outer: ArgumentCell
    /// Where facts are asked for: a group rests on those of all its rows.
    private let facts: VariableID?
    private var factSets: [FactSet] = []
    private var isDone = false

    init(
        _ input: Operator, keys: [(variable: VariableID, value: Evaluator)],
        aggregates: [Aggregate], outer: ArgumentCell, facts: VariableID?
    ) {
        self.facts = facts
        self.keys = keys
        self.aggregates = aggregates
        self.outer = outer
        super.init(input)
    }

    override func open(_ context: ExecutionContext) throws {
        try super.open(context)
        letGo(context)
        isDone = false
        factSets = []
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        guard !isDone else { return nil }
        isDone = true
        var groups = RowNumbering()
        var keyRows: [Batch] = []
        var states: [[AggregateState]] = aggregates.map { _ in [] }
        if keys.isEmpty { appendGroups(1, to: &states) }
        let slotCount = outer.batch.columns.count
        while let batch = try input.pull(context) {
            let columns = try keys.map { try $0.value.evaluate(batch, context) }
            var numbers: [Int] = []
            if !keys.isEmpty {
                let before = groups.count
                numbers = groups.numbers(of: columns, count: batch.count)
                appendGroups(groups.count - before, to: &states)
                try keep(columns, firsts(numbers, from: before), slotCount, &keyRows, context)
            }
            try aggregate(batch, numbers, &states, context)
            addFacts(batch, numbers, groups: keys.isEmpty ? 1 : groups.count)
        }
        return try result(keyRows, states, slotCount, context)
    }

    private func addFacts(_ batch: Batch, _ numbers: [Int], groups: Int) {
        guard let facts else { return }
        while factSets.count < groups { factSets.append(FactSet()) }
        let column = batch[facts]
        for row in 0..<batch.count {
            factSets[numbers.isEmpty ? 0 : numbers[row]].add(column.value(row))
        }
    }

    private func appendGroups(_ count: Int, to states: inout [[AggregateState]]) {
        for index in aggregates.indices {
            for _ in 0..<count {
                let aggregate = aggregates[index]
                states[index].append(
                    AggregateState(aggregate.kind, isDistinct: aggregate.isDistinct))
            }
        }
    }

    /// The first row of each new group.
    private func firsts(_ numbers: [Int], from before: Int) -> [Int] {
        var next = before
        var rows: [Int] = []
        for (row, number) in numbers.enumerated() where number == next {
            rows.append(row)
            next += 1
        }
        return rows
    }

    private func keep(
        _ columns: [Column], _ rows: [Int], _ slotCount: Int, _ keyRows: inout [Batch],
        _ context: ExecutionContext
    ) throws {
        guard !rows.isEmpty else { return }
        var batch = Batch(count: rows.count, columns: Array(repeating: nil, count: slotCount))
        for (key, column) in zip(keys, columns) {
            batch.columns[key.variable.raw] = column.gathered(rows)
        }
        try hold(
            batch.byteCount + rows.count * (96 + 24 * keys.count + 64 * aggregates.count), context)
        keyRows.append(batch)
    }

    private func aggregate(
        _ batch: Batch, _ numbers: [Int], _ states: inout [[AggregateState]],
        _ context: ExecutionContext
    ) throws {
        for (index, aggregate) in aggregates.enumerated() {
            let columns = try aggregate.arguments.map { try $0.evaluate(batch, context) }
            let keepsValues = aggregate.keepsValues
            var keptBytes = 0
            try locating(aggregate.range) {
                if aggregate.kind == .countStar, numbers.isEmpty {
                    try states[index][0].addRows(batch.count)
                    return
                }
                if columns.count == 1, !aggregate.isDistinct,
                    try addTyped(columns[0], aggregate.kind, numbers, &states[index])
                {
                    return
                }
                for row in 0..<batch.count {
                    let group = numbers.isEmpty ? 0 : numbers[row]
                    let value = columns.isEmpty ? .boolean(true) : columns[0].value(row)
                    let percentile = columns.count > 1 ? columns[1].value(row) : nil
                    let isNew = try states[index][group].add(value, percentile: percentile)
                    if keepsValues, isNew {
                        keptBytes += aggregate.bytesBesideValue + value.outOfLineByteCount
                    }
                }
            }
            try hold(keptBytes, context)
        }
    }

    /// Adds a column of numbers without making values of them; false where it is something else.
    private func addTyped(
        _ column: Column, _ kind: AggregateKind, _ numbers: [Int], _ states: inout [AggregateState]
    ) throws -> Bool {
        guard kind == .sum || kind == .average else { return false }
        switch column {
        case .integers(let items):
            for row in items.indices {
                try states[numbers.isEmpty ? 0 : numbers[row]].add(number: items[row])
            }
        case .floats(let items):
            for row in items.indices {
                try states[numbers.isEmpty ? 0 : numbers[row]].add(number: items[row])
            }
        default: return false
        }
        return true
    }

    private func result(
        _ keyRows: [Batch], _ states: [[AggregateState]], _ slotCount: Int,
        _ context: ExecutionContext
    ) throws -> Batch? {
        let count = keys.isEmpty ? 1 : keyRows.reduce(0) { $0 + $1.count }
        guard count > 0 else { return nil }
        var batch =
            Batch.joined(keyRows)
            ?? Batch(count: count, columns: Array(repeating: nil, count: slotCount))
        for (index, aggregate) in aggregates.enumerated() {
            var builder = ColumnBuilder(capacity: count)
            try locating(aggregate.range) {
                for state in states[index] {
                    let value = try state.result()
                    if aggregate.kind == .collect { _ = try context.guardian.admit(value) }
                    builder.append(value)
                }
            }
            batch.columns[aggregate.variable.raw] = builder.finish()
        }
        if let facts {
            let values = factSets.isEmpty ? [Value.list([])] : factSets.map(\.value)
            batch.columns[facts.raw] = .values(values)
        }
        if outer.batch.count == 1 {
            for slot in 0..<slotCount where batch.columns[slot] == nil {
                batch.columns[slot] = outer.batch.columns[slot].map { .constant($0.value(0)) }
            }
        }
        return batch
    }
}
