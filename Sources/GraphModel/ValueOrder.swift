extension Value {
    /// The total order of ORDER BY, min() and max(): negative, zero or positive.
    ///
    /// Types come in the order Map, Node, Relationship, List, Path, DateTime, LocalDateTime, Date,
    /// Time, LocalTime, Duration, String, Boolean, Number, with NaN after all numbers and null last.
    /// It is zero exactly for equivalent values.
    public static func order(_ left: Value, _ right: Value) -> Int {
        if case .integer(let a) = left, case .integer(let b) = right { return sign(a, b) }
        if case .float(let a) = left, case .float(let b) = right { return order(a, b) }
        return orderAny(left, right)
    }

    private static func orderAny(_ left: Value, _ right: Value) -> Int {
        switch (left, right) {
        case (.string(let a), .string(let b)): a.scalarOrder(to: b)
        case (.integer(let a), .float(let b)): order(a, b)
        case (.float(let a), .integer(let b)): -order(b, a)
        case (.boolean(let a), .boolean(let b)): a == b ? 0 : b ? -1 : 1
        case (.node(let a), .node(let b)): sign(a, b)
        case (.relationship(let a), .relationship(let b)): sign(a, b)
        case (.list(let a), .list(let b)): order(a, b)
        case (.map(let a), .map(let b)): order(a, b)
        case (.path(let a), .path(let b)): order(a, b)
        default: left.orderTemporal(to: right)
        }
    }

    private func orderTemporal(to other: Value) -> Int {
        switch (self, other) {
        case (.date(let a), .date(let b)): Value.sign(a, b)
        case (.localTime(let a), .localTime(let b)): Value.sign(a, b)
        case (.time(let a), .time(let b)): Value.sign(a, b)
        case (.localDateTime(let a), .localDateTime(let b)): Value.sign(a, b)
        case (.dateTime(let a), .dateTime(let b)): Value.sign(a, b)
        case (.duration(let a), .duration(let b)): a.lengthOrder(to: b)
        default: typeRank - other.typeRank
        }
    }

    /// Place of the value's type in the order of types.
    private var typeRank: Int {
        switch self {
        case .map: 0
        case .node: 1
        case .relationship: 2
        case .list: 3
        case .path: 4
        case .dateTime: 5
        case .localDateTime: 6
        case .date: 7
        case .time: 8
        case .localTime: 9
        case .duration: 10
        case .string: 11
        case .boolean: 12
        case .integer, .float: 13
        case .null: 14
        }
    }

    private static func sign<T: Comparable>(_ a: T, _ b: T) -> Int {
        a < b ? -1 : a == b ? 0 : 1
    }

    private static func order(_ a: Double, _ b: Double) -> Int {
        switch NumberComparison.order(a, b) {
        case .less: -1
        case .equal: 0
        case .greater: 1
        case .unordered: a.isNaN ? (b.isNaN ? 0 : 1) : -1
        }
    }

    private static func order(_ a: Int, _ b: Double) -> Int {
        switch NumberComparison.order(a, b) {
        case .less, .unordered: -1
        case .equal: 0
        case .greater: 1
        }
    }

    private static func order(_ left: [Value], _ right: [Value]) -> Int {
        for (a, b) in zip(left, right) {
            let result = order(a, b)
            if result != 0 { return result }
        }
        return left.count - right.count
    }

    /// Maps order by their sorted keys, then by the values in that order.
    private static func order(_ left: ValueMap, _ right: ValueMap) -> Int {
        for (a, b) in zip(left.entries, right.entries) {
            let result = a.key.scalarOrder(to: b.key)
            if result != 0 { return result }
        }
        if left.count != right.count { return left.count - right.count }
        for (a, b) in zip(left.entries, right.entries) {
            let result = order(a.value, b.value)
            if result != 0 { return result }
        }
        return 0
    }

    /// Paths order like the list of their nodes and relationships as walked.
    private static func order(_ left: Path, _ right: Path) -> Int {
        for index in 0..<min(left.nodes.count, right.nodes.count) {
            let nodes = sign(left.nodes[index], right.nodes[index])
            if nodes != 0 { return nodes }
            guard index < left.relationships.count, index < right.relationships.count else { break }
            let relationships = sign(left.relationships[index], right.relationships[index])
            if relationships != 0 { return relationships }
        }
        return left.nodes.count - right.nodes.count
    }
}
