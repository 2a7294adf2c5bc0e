/// The outcome of comparing two values with `<`, `<=`, `>` or `>=`.
public enum Ordering: Sendable, Hashable {
    /// The first comes before the second.
    case less
    /// Neither comes before the other.
    case equal
    /// The first comes after the second.
    case greater
    /// One of them is NaN: every comparison is false, which is not the same as unknown.
    case unordered

    /// The outcome with the operands swapped.
    public var reversed: Ordering {
        switch self {
        case .less: .greater
        case .greater: .less
        case .equal: .equal
        case .unordered: .unordered
        }
    }
}

extension Value {
    /// The language's `=`: nil where the answer is unknown because a null takes part.
    ///
    /// Values of different types are unequal, except that numbers compare by amount; NaN equals
    /// nothing, itself included.
    public static func equals(_ left: Value, _ right: Value) -> Bool? {
        // Numbers first and one by one: a switch over the pair copies both with their references.
        if case .integer(let a) = left, case .integer(let b) = right { return a == b }
        if case .float(let a) = left, case .float(let b) = right { return a == b }
        return equalsAny(left, right)
    }

    private static func equalsAny(_ left: Value, _ right: Value) -> Bool? {
        switch (left, right) {
        case (.null, _), (_, .null): nil
        case (.string(let a), .string(let b)): a.hasSameScalars(as: b)
        case (.integer(let a), .float(let b)): NumberComparison.order(a, b) == .equal
        case (.float(let a), .integer(let b)): NumberComparison.order(b, a) == .equal
        case (.boolean(let a), .boolean(let b)): a == b
        case (.node(let a), .node(let b)): a == b
        case (.relationship(let a), .relationship(let b)): a == b
        case (.list(let a), .list(let b)): equals(a, b)
        case (.map(let a), .map(let b)): equals(a, b)
        case (.path(let a), .path(let b)): a == b
        default: left.isSameTemporal(as: right)
        }
    }

    private static func equals(_ left: [Value], _ right: [Value]) -> Bool? {
        guard left.count == right.count else { return false }
        var isKnown = true
        for index in left.indices {
            switch equals(left[index], right[index]) {
            case .some(true): continue
            case .some(false): return false
            case .none: isKnown = false
            }
        }
        return isKnown ? true : nil
    }

    private static func equals(_ left: ValueMap, _ right: ValueMap) -> Bool? {
        guard left.count == right.count else { return false }
        for (a, b) in zip(left.entries, right.entries) where !a.key.hasSameScalars(as: b.key) {
            return false
        }
        var isKnown = true
        for (a, b) in zip(left.entries, right.entries) {
            switch equals(a.value, b.value) {
            case .some(true): continue
            case .some(false): return false
            case .none: isKnown = false
            }
        }
        return isKnown ? true : nil
    }

    /// The language's `<` and its relatives: nil where the answer is unknown, because a null takes
    /// part or the types do not compare with each other.
    ///
    /// Lists compare element by element; the first pair that is not equal decides.
    public static func compare(_ left: Value, _ right: Value) -> Ordering? {
        if case .integer(let a) = left, case .integer(let b) = right { return Ordering(a, b) }
        if case .float(let a) = left, case .float(let b) = right {
            return NumberComparison.order(a, b)
        }
        return compareAny(left, right)
    }

    private static func compareAny(_ left: Value, _ right: Value) -> Ordering? {
        switch (left, right) {
        case (.integer(let a), .float(let b)): NumberComparison.order(a, b)
        case (.float(let a), .integer(let b)): NumberComparison.order(b, a).reversed
        case (.string(let a), .string(let b)): Ordering(sign: a.scalarOrder(to: b))
        case (.boolean(let a), .boolean(let b)): a == b ? .equal : b ? .less : .greater
        case (.list(let a), .list(let b)): compare(a, b)
        case (.date(let a), .date(let b)): Ordering(a, b)
        case (.localTime(let a), .localTime(let b)): Ordering(a, b)
        case (.time(let a), .time(let b)): Ordering(a, b)
        case (.localDateTime(let a), .localDateTime(let b)): Ordering(a, b)
        case (.dateTime(let a), .dateTime(let b)): Ordering(a, b)
        default: nil
        }
    }

    private static func compare(_ left: [Value], _ right: [Value]) -> Ordering? {
        for (a, b) in zip(left, right) {
            switch compare(a, b) {
            case .some(.equal): continue
            case .none where equals(a, b) == true: continue
            case let decided: return decided
            }
        }
        return Ordering(left.count, right.count)
    }

    /// Sameness of values other than numbers, texts, containers and graph elements.
    fileprivate func isSameTemporal(as other: Value) -> Bool {
        switch (self, other) {
        case (.date(let a), .date(let b)): a == b
        case (.localTime(let a), .localTime(let b)): a == b
        case (.time(let a), .time(let b)): a == b
        case (.localDateTime(let a), .localDateTime(let b)): a == b
        case (.dateTime(let a), .dateTime(let b)): a == b
        case (.duration(let a), .duration(let b)): a == b
        default: false
        }
    }

    /// Whether DISTINCT, grouping and UNION take the two for one value: null is equivalent to
    /// null, NaN to NaN, and 1 to 1.0.
    public static func isEquivalent(_ left: Value, _ right: Value) -> Bool {
        if case .integer(let a) = left, case .integer(let b) = right { return a == b }
        return isEquivalentAny(left, right)
    }

    private static func isEquivalentAny(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.string(let a), .string(let b)): a.hasSameScalars(as: b)
        case (.float(let a), .float(let b)): a == b || a.isNaN && b.isNaN
        case (.integer(let a), .float(let b)): NumberComparison.order(a, b) == .equal
        case (.float(let a), .integer(let b)): NumberComparison.order(b, a) == .equal
        case (.boolean(let a), .boolean(let b)): a == b
        case (.node(let a), .node(let b)): a == b
        case (.relationship(let a), .relationship(let b)): a == b
        case (.list(let a), .list(let b)):
            a.count == b.count && zip(a, b).allSatisfy { isEquivalent($0, $1) }
        case (.map(let a), .map(let b)):
            a.count == b.count
                && zip(a.entries, b.entries).allSatisfy {
                    $0.key.hasSameScalars(as: $1.key) && isEquivalent($0.value, $1.value)
                }
        case (.path(let a), .path(let b)): a == b
        default: left.isSameTemporal(as: right)
        }
    }
}

extension Ordering {
    /// The outcome for a negative, zero or positive sign.
    @inlinable
    public init(sign: Int) {
        self = sign < 0 ? .less : sign == 0 ? .equal : .greater
    }

    /// The outcome for two values of one ordered type.
    @inlinable
    public init<T: Comparable>(_ left: T, _ right: T) {
        self = left < right ? .less : left == right ? .equal : .greater
    }
}

/// Comparison of numbers by amount, without the loss of turning an integer into a float.
public enum NumberComparison {
    /// Compares an integer with a float.
    public static func order(_ integer: Int, _ float: Double) -> Ordering {
        if float.isNaN { return .unordered }
        if float >= 0x1p63 { return .less }
        if float < -0x1p63 { return .greater }
        let whole = Int(float)
        if integer != whole { return integer < whole ? .less : .greater }
        let rest = float - Double(whole)
        return rest > 0 ? .less : rest < 0 ? .greater : .equal
    }

    /// Compares two floats.
    @inlinable
    public static func order(_ left: Double, _ right: Double) -> Ordering {
        left < right ? .less : left == right ? .equal : left > right ? .greater : .unordered
    }
}
