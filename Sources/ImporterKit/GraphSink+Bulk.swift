import GraphModel

/// Nodes of one kind, a row each, known by integers: what a plain table of identifiers holds.
public struct NodeRows {
    /// Labels of every node.
    public var labels: [LabelToken]
    /// The identifier space.
    public var space: Int
    /// The property that takes the identifier, nil for none.
    public var key: KeyToken?
    /// The identifiers.
    public var identifiers: [Int] = []
    /// The line the first row stands on; the others follow, a line each.
    public var firstLine = 1

    /// Creates a batch without rows.
    public init(labels: [LabelToken], space: Int, key: KeyToken?) {
        self.labels = labels
        self.space = space
        self.key = key
    }
}

/// Relationships of one type, a row each, between nodes known by integers.
public struct RelationshipRows {
    /// The type of all.
    public var type: TypeToken
    /// The identifier space of the starts.
    public var startSpace: Int
    /// The identifier space of the ends.
    public var endSpace: Int
    /// Identifiers of the start nodes.
    public var starts: [Int] = []
    /// Identifiers of the end nodes.
    public var ends: [Int] = []
    /// The line the first row stands on; the others follow, a line each.
    public var firstLine = 1

    /// Creates a batch without rows.
    public init(type: TypeToken, startSpace: Int, endSpace: Int) {
        self.type = type
        self.startSpace = startSpace
        self.endSpace = endSpace
    }
}

extension GraphSink {
    /// Defines a batch of nodes, row by row; a sink that can do better has its own.
    public func defineNodes(_ rows: borrowing NodeRows, in file: InputFile) throws {
        for (row, identifier) in rows.identifiers.enumerated() {
            let line = rows.firstLine + row
            at(line: line, file: file)
            let node = node(String(identifier), space: rows.space)
            guard define(node) else {
                try report(
                    .duplicateNode("\(identifier)", SourcePlace(file: file.name, line: line)))
                continue
            }
            for label in rows.labels { add(label, to: node) }
            if let key = rows.key { set(key, of: node, to: .integer(identifier)) }
        }
    }

    /// Adds a batch of relationships, row by row; a sink that can do better has its own.
    public func addRelationships(_ rows: borrowing RelationshipRows, in file: InputFile) throws {
        for row in rows.starts.indices {
            at(line: rows.firstLine + row, file: file)
            let start = node(String(rows.starts[row]), space: rows.startSpace)
            let end = node(String(rows.ends[row]), space: rows.endSpace)
            _ = relationship(rows.type, from: start, to: end)
        }
    }
}

extension Diagnostic {
    /// A node that the same file describes twice.
    public static func duplicateNode(_ identifier: String, _ place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .data, "DuplicateIdentifier", "the node '\(identifier)' is defined twice",
            place: place, hint: "give every node its own identifier, or remove one of the two")
    }
}
