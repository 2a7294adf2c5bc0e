import GraphModel
import GraphStore

/// Stands for null among node and relationship positions.
package let nullPosition = UInt32.max

/// The values of one variable over the rows of a batch, in one physical type.
///
/// Typed forms other than positions and texts hold no nulls; a column with nulls is `.values`.
package enum Column: Sendable {
    /// Positions of nodes, `nullPosition` for null.
    case nodes([UInt32])
    /// Positions of relationships, `nullPosition` for null.
    case relationships([UInt32])
    case integers([Int])
    case floats([Double])
    case booleans([Bool])
    /// Numbers of texts in a graph's pool, `StringPool.absent` for null.
    case strings([UInt32], StringPool)
    case values([Value])
    /// The same value in every row.
    case constant(Value)

    /// The value in a row.
    @inline(__always)
    package func value(_ row: Int) -> Value {
        switch self {
        case .nodes(let items):
            items[row] == nullPosition ? .null : .node(NodeIndex(items[row]))
        case .relationships(let items):
            items[row] == nullPosition ? .null : .relationship(RelationshipIndex(items[row]))
        case .integers(let items): .integer(items[row])
        case .floats(let items): .float(items[row])
        case .booleans(let items): .boolean(items[row])
        case .strings(let items, let pool):
            items[row] == StringPool.absent ? .null : .string(pool.text(items[row]))
        case .values(let items): items[row]
        case .constant(let value): value
        }
    }

    /// Whether a row is null.
    package func isNull(_ row: Int) -> Bool {
        switch self {
        case .nodes(let items), .relationships(let items): items[row] == nullPosition
        case .strings(let items, _): items[row] == StringPool.absent
        case .integers, .floats, .booleans: false
        case .values(let items): items[row].isNull
        case .constant(let value): value.isNull
        }
    }

    /// The rows at these indices, in this order.
    package func gathered(_ rows: [Int]) -> Column {
        switch self {
        case .nodes(let items): .nodes(gather(items, rows))
        case .relationships(let items): .relationships(gather(items, rows))
        case .integers(let items): .integers(gather(items, rows))
        case .floats(let items): .floats(gather(items, rows))
        case .booleans(let items): .booleans(gather(items, rows))
        case .strings(let items, let pool): .strings(gather(items, rows), pool)
        case .values(let items): .values(gather(items, rows))
        case .constant: self
        }
    }

    /// The rows of a range.
    package func sliced(_ range: Range<Int>) -> Column {
        switch self {
        case .nodes(let items): .nodes(Array(items[range]))
        case .relationships(let items): .relationships(Array(items[range]))
        case .integers(let items): .integers(Array(items[range]))
        case .floats(let items): .floats(Array(items[range]))
        case .booleans(let items): .booleans(Array(items[range]))
        case .strings(let items, let pool): .strings(Array(items[range]), pool)
        case .values(let items): .values(Array(items[range]))
        case .constant: self
        }
    }

    /// All rows as values.
    package func expanded(count: Int) -> [Value] {
        if case .values(let items) = self { return items }
        return (0..<count).map(value)
    }

    /// About how many bytes the rows take beside 24 for each value.
    package func outOfLineByteCount(rows: Int) -> Int {
        switch self {
        case .values(let items): items.reduce(0) { $0 + $1.outOfLineByteCount }
        case .constant(let value): rows * value.outOfLineByteCount
        default: 0
        }
    }

    /// About how many bytes the rows take.
    package func byteCount(rows: Int) -> Int {
        switch self {
        case .nodes, .relationships, .strings: rows * 4
        case .integers, .floats: rows * 8
        case .booleans: rows
        case .values(let items): items.reduce(rows * 24) { $0 + $1.outOfLineByteCount }
        case .constant: 24
        }
    }
}

@inline(__always)
private func gather<Element>(_ items: [Element], _ rows: [Int]) -> [Element] {
    [Element](unsafeUninitializedCapacity: rows.count) { buffer, count in
        for (target, row) in rows.enumerated() {
            buffer.initializeElement(at: target, to: items[row])
        }
        count = rows.count
    }
}

extension Value {
    /// About how many bytes a value takes beside its own 24.
    var outOfLineByteCount: Int {
        switch self {
        case .string(let text): text.utf8.count > 15 ? text.utf8.count + 32 : 0
        case .list(let items): items.reduce(32 + items.count * 24) { $0 + $1.outOfLineByteCount }
        case .map(let map):
            map.entries.reduce(32 + map.count * 40) { $0 + $1.value.outOfLineByteCount }
        case .path(let path): 64 + path.nodes.count * 8
        case .dateTime, .duration: 56
        default: 0
        }
    }
}

/// Gathers values row by row into the narrowest column that holds them.
package struct ColumnBuilder {
    private var integers: [Int] = []
    private var values: [Value] = []
    private var isWide = false

    package init(capacity: Int) {
        integers.reserveCapacity(capacity)
    }

    /// Number of rows so far.
    package var count: Int { isWide ? values.count : integers.count }

    /// Adds a row.
    @inline(__always)
    package mutating func append(_ value: Value) {
        if !isWide {
            if case .integer(let number) = value {
                integers.append(number)
                return
            }
            widen()
        }
        values.append(value)
    }

    private mutating func widen() {
        values.reserveCapacity(integers.capacity)
        for number in integers { values.append(.integer(number)) }
        integers = []
        isWide = true
    }

    /// The column of all rows.
    package consuming func finish() -> Column {
        isWide ? .values(values) : .integers(integers)
    }
}
