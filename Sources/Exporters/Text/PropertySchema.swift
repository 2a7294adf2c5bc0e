import GraphModel

/// What the values of a property are.
enum ScalarType: Equatable {
    case boolean
    case integer
    case float
    case string
    case date
    case localTime
    case time
    case localDateTime
    case dateTime
    case duration
    /// Maps, lists in lists, or values of several types.
    case mixed

    init(_ value: Value) {
        switch value {
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .float: self = .float
        case .string: self = .string
        case .date: self = .date
        case .localTime: self = .localTime
        case .time: self = .time
        case .localDateTime: self = .localDateTime
        case .dateTime: self = .dateTime
        case .duration: self = .duration
        case .null, .list, .map, .node, .relationship, .path: self = .mixed
        }
    }

    /// Whether the value is a date, a time or a duration.
    var isTemporal: Bool {
        switch self {
        case .boolean, .integer, .float, .string, .mixed: false
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration: true
        }
    }
}

/// A property of all nodes or of all relationships, as a column.
struct PropertyColumn {
    let key: String
    private(set) var type: ScalarType
    private(set) var isList: Bool
    /// Whether only empty lists were seen, which say nothing of their elements.
    private var isOpen = false
    /// What the values are called where they are not of one type.
    private(set) var pluralName: String
    /// Whether some list cannot be written as elements with a mark between them.
    private(set) var hasUnsafeElements = false
    private(set) var count = 1

    init(_ key: String, _ value: Value, marks: [Unicode.Scalar]) {
        self.key = key
        pluralName = value.pluralName
        if case .list(let values) = value {
            isList = true
            isOpen = values.isEmpty
            type = PropertyColumn.elementType(values)
            hasUnsafeElements = PropertyColumn.isUnsafe(values, marks)
        } else {
            isList = false
            type = ScalarType(value)
        }
    }

    mutating func add(_ value: Value, marks: [Unicode.Scalar]) {
        let other = PropertyColumn(key, value, marks: marks)
        count += 1
        hasUnsafeElements = hasUnsafeElements || other.hasUnsafeElements
        if pluralName != other.pluralName { pluralName = "values of several types" }
        if isList, other.isList, isOpen || other.isOpen {
            type = isOpen ? other.type : type
            isOpen = isOpen && other.isOpen
        } else if isList != other.isList || type != other.type {
            type = .mixed
            isList = false
        }
    }

    private static func elementType(_ values: [Value]) -> ScalarType {
        guard let first = values.first.map({ ScalarType($0) }) else { return .string }
        return values.allSatisfy { ScalarType($0) == first } ? first : .mixed
    }

    private static func isUnsafe(_ values: [Value], _ marks: [Unicode.Scalar]) -> Bool {
        values.contains { value in
            guard case .string(let text) = value else { return false }
            return text.isEmpty || text.unicodeScalars.contains { marks.contains($0) }
                || text.first == " " || text.last == " "
        }
    }
}

/// The properties there are, as columns in order of their keys.
struct PropertySchema {
    let nodes: [PropertyColumn]
    let relationships: [PropertyColumn]

    /// Looks at every value; elements of lists are unsafe where they hold one of the marks.
    init(_ graph: ExportGraph, marks: String = "") {
        let marks = Array(marks.unicodeScalars)
        var columns = Collector(marks: marks)
        graph.forEachNode { columns.add($0.properties) }
        nodes = columns.sorted
        columns = Collector(marks: marks)
        graph.forEachRelationship { columns.add($0.properties) }
        relationships = columns.sorted
    }

    private struct Collector {
        let marks: [Unicode.Scalar]
        var columns: [ByteText: PropertyColumn] = [:]

        mutating func add(_ properties: [ExportProperty]) {
            for property in properties {
                let name = ByteText(property.key)
                if columns[name]?.add(property.value, marks: marks) == nil {
                    columns[name] = PropertyColumn(property.key, property.value, marks: marks)
                }
            }
        }

        var sorted: [PropertyColumn] { columns.values.sorted { precedes($0.key, $1.key) } }
    }
}

/// Names that a format uses itself, so that properties must go by others.
struct ReservedNames {
    private let reserved: Set<String>

    init(_ reserved: Set<String>) {
        self.reserved = reserved
    }

    /// The name a property goes by.
    func name(for key: String) -> String {
        let stem = key.hasPrefix(Self.prefix) ? String(key.dropFirst(Self.prefix.count)) : key
        return reserved.contains(stem) ? Self.prefix + key : key
    }

    /// Adds what was renamed to a report.
    func report(_ columns: [PropertyColumn], to loss: inout LossReport) {
        for column in columns where name(for: column.key) != column.key {
            loss.add(.renamed(key: column.key, to: name(for: column.key)), count: column.count)
        }
    }

    private static let prefix = "property_"
}
