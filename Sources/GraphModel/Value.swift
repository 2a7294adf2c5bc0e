/// A node's position in one graph snapshot. It moves between snapshots; `id()` does not.
public struct NodeIndex: Sendable, Hashable, Comparable {
    /// The position, from 0.
    public let raw: UInt32

    /// Wraps a position.
    @inlinable
    public init(_ raw: UInt32) { self.raw = raw }

    /// Orders by position.
    @inlinable
    public static func < (left: NodeIndex, right: NodeIndex) -> Bool { left.raw < right.raw }
}

/// A relationship's position in one graph snapshot. It moves between snapshots; `id()` does not.
public struct RelationshipIndex: Sendable, Hashable, Comparable {
    /// The position, from 0.
    public let raw: UInt32

    /// Wraps a position.
    @inlinable
    public init(_ raw: UInt32) { self.raw = raw }

    /// Orders by position.
    @inlinable
    public static func < (left: RelationshipIndex, right: RelationshipIndex) -> Bool {
        left.raw < right.raw
    }
}

/// A path: `nodes.count == relationships.count + 1`. A relationship walked against its direction
/// is known by its end points.
public struct Path: Sendable, Hashable {
    /// The nodes, in the order walked.
    public var nodes: [NodeIndex]
    /// The relationships between them.
    public var relationships: [RelationshipIndex]

    /// Creates a path.
    public init(nodes: [NodeIndex], relationships: [RelationshipIndex]) {
        self.nodes = nodes
        self.relationships = relationships
    }
}

/// A value of the query language. Nodes and relationships are positions in the snapshot at hand.
///
/// There is no `Equatable`: Cypher has three notions of sameness (equality with null, equivalence
/// for grouping, ordering), each a function of its own in `ValueComparison.swift`.
public enum Value: Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case float(Double)
    case string(String)
    case list([Value])
    case map(ValueMap)
    case node(NodeIndex)
    case relationship(RelationshipIndex)
    indirect case path(Path)
    case date(CalendarDate)
    case localTime(LocalTime)
    case time(OffsetTime)
    case localDateTime(LocalDateTime)
    indirect case dateTime(ZonedDateTime)
    indirect case duration(TemporalDuration)

    /// Whether this is null.
    @inlinable
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The type's name as the language writes it, for messages.
    public var typeName: String {
        switch self {
        case .null: "Null"
        case .boolean: "Boolean"
        case .integer: "Integer"
        case .float: "Float"
        case .string: "String"
        case .list: "List"
        case .map: "Map"
        case .node: "Node"
        case .relationship: "Relationship"
        case .path: "Path"
        case .date: "Date"
        case .localTime: "LocalTime"
        case .time: "Time"
        case .localDateTime: "LocalDateTime"
        case .dateTime: "DateTime"
        case .duration: "Duration"
        }
    }

    /// The type's name with its article: `an Integer`.
    public var typePhrase: String {
        switch self {
        case .integer: "an \(typeName)"
        default: "a \(typeName)"
        }
    }
}
