/// A label's number. It keeps its meaning through all snapshots of one graph.
package struct LabelID: Hashable, Sendable, Comparable {
    package let raw: UInt32

    package init(_ raw: UInt32) { self.raw = raw }

    package static func < (left: LabelID, right: LabelID) -> Bool { left.raw < right.raw }
}

/// A relationship type's number. It keeps its meaning through all snapshots of one graph.
package struct TypeID: Hashable, Sendable, Comparable {
    package let raw: UInt32

    package init(_ raw: UInt32) { self.raw = raw }

    package static func < (left: TypeID, right: TypeID) -> Bool { left.raw < right.raw }
}

/// A property key's number. It keeps its meaning through all snapshots of one graph.
package struct KeyID: Hashable, Sendable, Comparable {
    package let raw: UInt32

    package init(_ raw: UInt32) { self.raw = raw }

    package static func < (left: KeyID, right: KeyID) -> Bool { left.raw < right.raw }
}

/// Names and their numbers, in order of first mention.
struct NameTable: Sendable {
    private(set) var names: [String] = []
    private var numbers: [String: UInt32] = [:]

    init() {}

    init(_ names: [String]) {
        for name in names { _ = intern(name) }
    }

    var count: Int { names.count }

    func number(of name: String) -> UInt32? { numbers[name] }

    func name(_ number: UInt32) -> String { names[Int(number)] }

    mutating func intern(_ name: String) -> UInt32 {
        if let known = numbers[name] { return known }
        let fresh = UInt32(names.count)
        names.append(name)
        numbers[name] = fresh
        return fresh
    }
}

/// An index somebody asked for.
package struct PropertyIndex: Hashable, Sendable {
    /// What it is over.
    package enum Subject: Hashable, Sendable {
        case nodes(LabelID)
        case relationships(TypeID)
    }

    package let name: String
    package let subject: Subject
    package let keys: [KeyID]

    package init(name: String, subject: Subject, keys: [KeyID]) {
        self.name = name
        self.subject = subject
        self.keys = keys
    }
}

/// The names a graph knows, and its indexes.
struct Catalog: Sendable {
    var labels = NameTable()
    var types = NameTable()
    var keys = NameTable()
    var indexes: [PropertyIndex] = []

    /// The key whose look-ups always have an index.
    static let identifierKeyName = "id"

    /// Whether look-ups of this key among nodes go through an index.
    func isIndexed(_ key: KeyID) -> Bool {
        if keys.name(key.raw) == Catalog.identifierKeyName { return true }
        return indexes.contains { index in
            if case .nodes = index.subject { return index.keys.first == key }
            return false
        }
    }
}
