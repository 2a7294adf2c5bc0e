/// A value as a key of grouping: equal keys are equivalent values.
public struct ValueKey: Sendable, Hashable {
    /// The value.
    public let value: Value

    /// Wraps a value.
    @inlinable
    public init(_ value: Value) { self.value = value }

    /// Whether the values are equivalent.
    @inlinable
    public static func == (left: ValueKey, right: ValueKey) -> Bool {
        Value.isEquivalent(left.value, right.value)
    }

    /// Hashes the value as its equivalence class.
    public func hash(into hasher: inout Hasher) {
        value.hashEquivalence(into: &hasher)
    }
}

extension Value {
    /// Feeds a hasher so that equivalent values hash alike: 1 as 1.0, any NaN as any other.
    public func hashEquivalence(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0 as UInt8)
        case .boolean(let value): hasher.combine(value ? 2 : 1 as UInt8)
        case .integer(let value): Value.hash(value, into: &hasher)
        case .float(let value): Value.hash(value, into: &hasher)
        // The two most frequent types go without a tag.
        case .string(let value): value.hashScalars(into: &hasher)
        case .list(let values):
            hasher.combine(5 as UInt8)
            hasher.combine(values.count)
            for value in values { value.hashEquivalence(into: &hasher) }
        case .map(let map):
            hasher.combine(6 as UInt8)
            hasher.combine(map.count)
            for entry in map.entries {
                entry.key.hashScalars(into: &hasher)
                entry.value.hashEquivalence(into: &hasher)
            }
        case .node(let value): Value.hash(value, tag: 7, into: &hasher)
        case .relationship(let value): Value.hash(value, tag: 8, into: &hasher)
        case .path(let value): Value.hash(value, tag: 9, into: &hasher)
        case .date(let value): Value.hash(value, tag: 10, into: &hasher)
        case .localTime(let value): Value.hash(value, tag: 11, into: &hasher)
        case .time(let value): Value.hash(value, tag: 12, into: &hasher)
        case .localDateTime(let value): Value.hash(value, tag: 13, into: &hasher)
        case .dateTime(let value): Value.hash(value, tag: 14, into: &hasher)
        case .duration(let value): Value.hash(value, tag: 15, into: &hasher)
        }
    }

    private static func hash(_ value: Int, into hasher: inout Hasher) { hasher.combine(value) }

    private static func hash(_ value: Double, into hasher: inout Hasher) {
        if let whole = Int(exactly: value) {
            hash(whole, into: &hasher)
        } else {
            hasher.combine(16 as UInt8)
            hasher.combine(value.isNaN ? Double.nan.bitPattern : value.bitPattern)
        }
    }

    private static func hash<T: Hashable>(_ value: T, tag: UInt8, into hasher: inout Hasher) {
        hasher.combine(tag)
        hasher.combine(value)
    }
}
