import GraphModel

/// Rows travelling together, column by column. A column's place is its variable's number.
package struct Batch: Sendable {
    /// How many rows most operators put into one batch.
    package static let standardSize = 1024

    /// Number of rows.
    package var count: Int
    /// One column a variable; nil where the variable is not bound yet.
    package var columns: [Column?]

    package init(count: Int, columns: [Column?]) {
        self.count = count
        self.columns = columns
    }

    /// One row without any value: where a query starts.
    package static func unit(slotCount: Int) -> Batch {
        Batch(count: 1, columns: Array(repeating: nil, count: slotCount))
    }

    /// The column of a variable; null where it is not bound.
    package subscript(variable: VariableID) -> Column {
        columns[variable.raw] ?? .constant(.null)
    }

    /// The batch with a variable's column set.
    package func setting(_ variable: VariableID, _ column: Column) -> Batch {
        var copy = self
        copy.columns[variable.raw] = column
        return copy
    }

    /// The rows at these indices; only the columns asked for, or all.
    package func gathered(_ rows: [Int], slots: [Int]? = nil) -> Batch {
        var result = Batch(count: rows.count, columns: Array(repeating: nil, count: columns.count))
        if let slots {
            for slot in slots { result.columns[slot] = columns[slot]?.gathered(rows) }
        } else {
            for slot in columns.indices { result.columns[slot] = columns[slot]?.gathered(rows) }
        }
        return result
    }

    /// The rows of a range.
    package func sliced(_ range: Range<Int>) -> Batch {
        if range == 0..<count { return self }
        return Batch(count: range.count, columns: columns.map { $0?.sliced(range) })
    }

    /// About how many bytes the batch takes.
    package var byteCount: Int {
        columns.reduce(0) { $0 + ($1?.byteCount(rows: count) ?? 0) }
    }

    /// About how many bytes some of the columns take.
    package func byteCount(of variables: [VariableID]) -> Int {
        variables.reduce(0) { $0 + self[$1].byteCount(rows: count) }
    }

    /// Puts batches together; a column bound in some only is null in the others.
    package static func joined(_ batches: [Batch]) -> Batch? {
        guard let first = batches.first else { return nil }
        if batches.count == 1 { return first }
        let count = batches.reduce(0) { $0 + $1.count }
        var result = Batch(count: count, columns: Array(repeating: nil, count: first.columns.count))
        for slot in first.columns.indices {
            result.columns[slot] = joinedColumn(batches, slot)
        }
        return result
    }

    private static func joinedColumn(_ batches: [Batch], _ slot: Int) -> Column? {
        guard batches.contains(where: { $0.columns[slot] != nil }) else { return nil }
        if let typed = joinedTyped(batches, slot) { return typed }
        var builder = ColumnBuilder(capacity: batches.reduce(0) { $0 + $1.count })
        for batch in batches {
            let column = batch.columns[slot] ?? .constant(.null)
            for row in 0..<batch.count { builder.append(column.value(row)) }
        }
        return builder.finish()
    }

    /// The column where all batches have it in the same physical type.
    private static func joinedTyped(_ batches: [Batch], _ slot: Int) -> Column? {
        switch batches[0].columns[slot] {
        case .nodes:
            return joined(batches, slot) { if case .nodes(let items) = $0 { items } else { nil } }
                .map { .nodes($0) }
        case .relationships:
            return joined(batches, slot) {
                if case .relationships(let items) = $0 { items } else { nil }
            }.map { .relationships($0) }
        case .integers:
            return joined(batches, slot) {
                if case .integers(let items) = $0 { items } else { nil }
            }.map { .integers($0) }
        case .floats:
            return joined(batches, slot) { if case .floats(let items) = $0 { items } else { nil } }
                .map { .floats($0) }
        case .strings(_, let pool):
            return joined(batches, slot) {
                if case .strings(let items, let own) = $0, own === pool { items } else { nil }
            }.map { .strings($0, pool) }
        default: return nil
        }
    }

    private static func joined<Item>(
        _ batches: [Batch], _ slot: Int, _ items: (Column?) -> [Item]?
    ) -> [Item]? {
        var all: [Item] = []
        all.reserveCapacity(batches.reduce(0) { $0 + $1.count })
        for batch in batches {
            guard let more = items(batch.columns[slot]) else { return nil }
            all += more
        }
        return all
    }
}
