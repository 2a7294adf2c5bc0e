import GraphModel

extension ChangeSet {
    /// The version of the encoding; part of the file format.
    private static let encoding: UInt8 = 1

    /// The changes as bytes, for the journal.
    func encoded() throws(Diagnostic) -> [UInt8] {
        var writer = NamingWriter()
        try writer.bytes.byte(ChangeSet.encoding)
        try writer.bytes.count(nodes.count)
        for node in nodes {
            try writer.bytes.count(node.id)
            try writer.bytes.byte(node.fate.rawValue)
            try writer.names(node.labelsAdded)
            try writer.names(node.labelsRemoved)
            try writer.properties(node.properties)
        }
        try writer.bytes.count(relationships.count)
        for relationship in relationships {
            try writer.bytes.count(relationship.id)
            try writer.bytes.byte(relationship.fate.rawValue)
            if relationship.fate == .created {
                try writer.name(relationship.type)
                try writer.bytes.count(relationship.source)
                try writer.bytes.count(relationship.target)
            }
            try writer.properties(relationship.properties)
        }
        try writer.bytes.count(indexes.count)
        for index in indexes { try writer.index(index) }
        return writer.bytes.bytes
    }

    /// The changes that were written as bytes.
    init(encoded bytes: [UInt8]) throws {
        var reader = NamingReader(ByteReader(bytes))
        guard try reader.bytes.byte() == ChangeSet.encoding else { throw ByteReader.Malformed() }
        nodes = try (0..<reader.bytes.count(of: 5)).map { _ in try reader.node() }
        relationships = try (0..<reader.bytes.count(of: 3)).map { _ in try reader.relationship() }
        indexes = try (0..<reader.bytes.count(of: 2)).map { _ in try reader.index() }
        guard reader.bytes.left == 0 else { throw ByteReader.Malformed() }
    }
}

/// Writes each name in full once and as a number afterwards.
private struct NamingWriter {
    var bytes = ByteWriter()
    private var known = NameTable()

    mutating func name(_ name: String) throws(Diagnostic) {
        let count = known.count
        let number = known.intern(name)
        try bytes.count(Int(number))
        if number == count { try bytes.text(name) }
    }

    mutating func names(_ names: [String]) throws(Diagnostic) {
        try bytes.count(names.count)
        for name in names { try self.name(name) }
    }

    mutating func properties(
        _ properties: [(key: String, value: Value)]
    ) throws(Diagnostic) {
        try bytes.count(properties.count)
        for (key, value) in properties {
            try name(key)
            try bytes.value(value)
        }
    }

    mutating func index(_ change: ChangeSet.IndexChange) throws(Diagnostic) {
        switch change {
        case .created(let indexName, let isOnRelationships, let subject, let keys):
            try bytes.flag(true)
            try name(indexName)
            try bytes.flag(isOnRelationships)
            try name(subject)
            try names(keys)
        case .dropped(let indexName):
            try bytes.flag(false)
            try name(indexName)
        }
    }
}

private struct NamingReader {
    var bytes: ByteReader
    private var known: [String] = []

    init(_ bytes: ByteReader) { self.bytes = bytes }

    mutating func name() throws -> String {
        let number = try bytes.number(below: known.count + 1)
        if number == known.count { known.append(try bytes.text()) }
        return known[number]
    }

    private mutating func names() throws -> [String] {
        try (0..<bytes.count(of: 1)).map { _ in try name() }
    }

    private mutating func fate() throws -> ChangeSet.Fate {
        guard let fate = ChangeSet.Fate(rawValue: try bytes.byte()) else {
            throw ByteReader.Malformed()
        }
        return fate
    }

    private mutating func properties() throws -> [(key: String, value: Value)] {
        try (0..<bytes.count(of: 2)).map { _ in (try name(), try bytes.value()) }
    }

    mutating func node() throws -> ChangeSet.Node {
        let id = try bytes.number(below: .max)
        let fate = try fate()
        return ChangeSet.Node(
            id: id, fate: fate, labelsAdded: try names(), labelsRemoved: try names(),
            properties: try properties())
    }

    mutating func relationship() throws -> ChangeSet.Relationship {
        let id = try bytes.number(below: .max)
        var relationship = ChangeSet.Relationship(id: id, fate: try fate())
        if relationship.fate == .created {
            relationship.type = try name()
            relationship.source = try bytes.number(below: .max)
            relationship.target = try bytes.number(below: .max)
        }
        relationship.properties = try properties()
        return relationship
    }

    mutating func index() throws -> ChangeSet.IndexChange {
        guard try bytes.flag() else { return .dropped(name: try name()) }
        let indexName = try name()
        let isOnRelationships = try bytes.flag()
        return .created(
            name: indexName, isOnRelationships: isOnRelationships, subject: try name(),
            keys: try names())
    }
}
