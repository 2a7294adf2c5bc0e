/// The types that a function's argument may have, for checks before the query runs.
package struct TypeSet: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let boolean = TypeSet(rawValue: 1 << 0)
    package static let integer = TypeSet(rawValue: 1 << 1)
    package static let float = TypeSet(rawValue: 1 << 2)
    package static let string = TypeSet(rawValue: 1 << 3)
    package static let list = TypeSet(rawValue: 1 << 4)
    package static let map = TypeSet(rawValue: 1 << 5)
    package static let node = TypeSet(rawValue: 1 << 6)
    package static let relationship = TypeSet(rawValue: 1 << 7)
    package static let path = TypeSet(rawValue: 1 << 8)
    package static let date = TypeSet(rawValue: 1 << 9)
    package static let localTime = TypeSet(rawValue: 1 << 10)
    package static let time = TypeSet(rawValue: 1 << 11)
    package static let localDateTime = TypeSet(rawValue: 1 << 12)
    package static let dateTime = TypeSet(rawValue: 1 << 13)
    package static let duration = TypeSet(rawValue: 1 << 14)

    package static let number: TypeSet = [.integer, .float]
    package static let entity: TypeSet = [.node, .relationship]
    package static let pointInTime: TypeSet = [
        .date, .localTime, .time, .localDateTime, .dateTime,
    ]
    package static let any = TypeSet(rawValue: (1 << 15) - 1)

    /// The types an expression may turn out to have; null fits everywhere and adds none.
    package init(_ type: ExpressionType) {
        self =
            switch type {
            case .any, .null: .any
            case .boolean: .boolean
            case .integer: .integer
            case .float: .float
            case .number: .number
            case .string: .string
            case .list: .list
            case .map: .map
            case .node: .node
            case .relationship: .relationship
            case .path: .path
            case .date: .date
            case .localTime: .localTime
            case .time: .time
            case .localDateTime: .localDateTime
            case .dateTime: .dateTime
            case .duration: .duration
            }
    }

    /// Whether an expression of this type may be given.
    package func allows(_ type: ExpressionType) -> Bool { !isDisjoint(with: TypeSet(type)) }

    /// The types in words: `a List, Map or String`.
    package var text: String {
        if self == .any { return "any value" }
        let names = TypeSet.names.filter { contains($0.type) }.map(\.name)
        let list = names.dropLast().joined(separator: ", ")
        let all = [list, names.last ?? ""].filter { !$0.isEmpty }.joined(separator: " or ")
        return (all.first == "I" ? "an " : "a ") + all
    }

    private static let names: [(type: TypeSet, name: String)] = [
        (.boolean, "Boolean"), (.integer, "Integer"), (.float, "Float"), (.string, "String"),
        (.list, "List"), (.map, "Map"), (.node, "Node"), (.relationship, "Relationship"),
        (.path, "Path"), (.date, "Date"), (.localTime, "LocalTime"), (.time, "Time"),
        (.localDateTime, "LocalDateTime"), (.dateTime, "DateTime"), (.duration, "Duration"),
    ]
}
