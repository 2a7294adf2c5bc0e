import GraphModel

/// One property of all nodes of a group, or of all relationships of a segment.
///
/// Index 0 is the group's (segment's) first element. In the typed cases `presence` says which
/// elements have the property; nil where all do. Absent slots hold 0, `StringPool.absent` for
/// strings, so that a comparison of string ids needs no look at `presence`.
package enum PropertyColumn: Sendable {
    case integers([Int], presence: Bitmap?)
    case floats([Double], presence: Bitmap?)
    case booleans([Bool], presence: Bitmap?)
    /// Ids into the graph's string pool.
    case strings([UInt32], presence: Bitmap?)
    /// Lists of strings.
    case stringLists(StringLists)
    /// Lists of one text each, a file's name and a line in it.
    case lines(SourceLines)
    /// Any mix of types; null where absent.
    case values([Value])
    /// Few elements have the property: their indices, ascending, and the values.
    case sparse(positions: [UInt32], values: [Value])
}

/// Lists of strings, stored end to end.
package struct StringLists: Sendable {
    /// Where each list starts in `ids`, and one past the last.
    package let offsets: [UInt32]
    /// Ids into the string pool.
    package let ids: [UInt32]
    package let presence: Bitmap?
}

/// Where each element was read: the value is a list of one text, `file#Lline`.
///
/// An imported graph has one for each fact; as texts they would be larger than the graph.
package struct SourceLines: Sendable {
    /// Lists of those few elements that were read in several places, or have other texts.
    package struct Several: Sendable {
        /// Indices of the elements, ascending.
        package var positions: [UInt32] = []
        /// Where each list starts in `ids`, and one past the last.
        package var offsets: [UInt32] = [0]
        /// Ids into the string pool.
        package var ids: [UInt32] = []

        func list(at index: Int) -> ArraySlice<UInt32>? {
            guard let at = positions.position(ofSorted: UInt32(index)) else { return nil }
            return ids[Int(offsets[at])..<Int(offsets[at + 1])]
        }
    }

    /// Ids of the files' names in the string pool.
    package let files: [UInt32]
    /// Line numbers, from 1.
    package let lines: [UInt32]
    package let several: Several
    package let presence: Bitmap?

    func value(at index: Int, _ pool: StringPool) -> Value {
        if !several.positions.isEmpty, let ids = several.list(at: index) {
            return .list(ids.map { .string(pool.text($0)) })
        }
        return .list([.string("\(pool.text(files[index]))#L\(lines[index])")])
    }
}

extension PropertyColumn {
    /// The value of one element, null where absent.
    package func value(at index: Int, _ pool: StringPool) -> Value {
        switch self {
        case .integers(let values, let presence):
            return presence?[index] ?? true ? .integer(values[index]) : .null
        case .floats(let values, let presence):
            return presence?[index] ?? true ? .float(values[index]) : .null
        case .booleans(let values, let presence):
            return presence?[index] ?? true ? .boolean(values[index]) : .null
        case .strings(let ids, _):
            let id = ids[index]
            return id == StringPool.absent ? .null : .string(pool.text(id))
        case .stringLists(let lists):
            guard lists.presence?[index] ?? true else { return .null }
            let range = Int(lists.offsets[index])..<Int(lists.offsets[index + 1])
            return .list(lists.ids[range].map { .string(pool.text($0)) })
        case .lines(let lines):
            guard lines.presence?[index] ?? true else { return .null }
            return lines.value(at: index, pool)
        case .values(let values):
            return values[index]
        case .sparse(let positions, let values):
            guard let at = positions.position(ofSorted: UInt32(index)) else { return .null }
            return values[at]
        }
    }

    /// Whether an element has the property.
    package func has(_ index: Int) -> Bool {
        switch self {
        case .integers(_, let presence), .floats(_, let presence), .booleans(_, let presence):
            presence?[index] ?? true
        case .strings(let ids, _): ids[index] != StringPool.absent
        case .stringLists(let lists): lists.presence?[index] ?? true
        case .lines(let lines): lines.presence?[index] ?? true
        case .values(let values): !values[index].isNull
        case .sparse(let positions, _): positions.position(ofSorted: UInt32(index)) != nil
        }
    }

    /// How many elements the column speaks of; nil for a sparse one.
    var slots: Int? {
        switch self {
        case .integers(let values, _): values.count
        case .floats(let values, _): values.count
        case .booleans(let values, _): values.count
        case .strings(let ids, _): ids.count
        case .stringLists(let lists): lists.offsets.count - 1
        case .lines(let lines): lines.lines.count
        case .values(let values): values.count
        case .sparse: nil
        }
    }

    /// How many elements have the property.
    package var population: Int {
        switch self {
        case .integers(let values, let presence): presence?.population ?? values.count
        case .floats(let values, let presence): presence?.population ?? values.count
        case .booleans(let values, let presence): presence?.population ?? values.count
        case .strings(let ids, let presence): presence?.population ?? ids.count
        case .stringLists(let lists): lists.presence?.population ?? lists.offsets.count - 1
        case .lines(let lines): lines.presence?.population ?? lines.lines.count
        case .values(let values): values.reduce(0) { $0 + ($1.isNull ? 0 : 1) }
        case .sparse(let positions, _): positions.count
        }
    }
}

/// The columns of one group or segment, ascending by key.
struct ColumnSet: Sendable {
    private(set) var keys: [UInt32] = []
    private(set) var columns: [PropertyColumn] = []

    init() {}

    /// Adds a column; keys must come in ascending order.
    mutating func append(_ key: KeyID, _ column: PropertyColumn) {
        keys.append(key.raw)
        columns.append(column)
    }

    func column(_ key: KeyID) -> PropertyColumn? {
        guard let at = keys.position(ofSorted: key.raw) else { return nil }
        return columns[at]
    }

    /// The value without copying the column out.
    func value(_ key: KeyID, at index: Int, _ pool: StringPool) -> Value {
        guard let at = keys.position(ofSorted: key.raw) else { return .null }
        return columns[at].value(at: index, pool)
    }

    func properties(at index: Int, _ pool: StringPool) -> [(KeyID, Value)] {
        var found: [(KeyID, Value)] = []
        for (key, column) in zip(keys, columns) {
            let value = column.value(at: index, pool)
            if !value.isNull { found.append((KeyID(key), value)) }
        }
        return found
    }
}
