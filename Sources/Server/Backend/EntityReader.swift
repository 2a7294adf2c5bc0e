import GraphModel

/// A node as clients see it.
package struct NodeDescription: Sendable {
    /// The number `id()` shows.
    package var id: Int
    /// The text `elementId()` shows.
    package var elementID: String
    package var labels: [String]
    package var properties: [(key: String, value: Value)]

    package init(
        id: Int, elementID: String, labels: [String], properties: [(key: String, value: Value)]
    ) {
        self.id = id
        self.elementID = elementID
        self.labels = labels
        self.properties = properties
    }
}

/// A relationship as clients see it.
package struct RelationshipDescription: Sendable {
    /// A node at one end.
    package struct End: Sendable {
        package var index: NodeIndex
        package var id: Int
        package var elementID: String

        package init(index: NodeIndex, id: Int, elementID: String) {
            self.index = index
            self.id = id
            self.elementID = elementID
        }
    }

    package var id: Int
    package var elementID: String
    package var type: String
    package var start: End
    package var end: End
    package var properties: [(key: String, value: Value)]

    package init(
        id: Int, elementID: String, type: String, start: End, end: End,
        properties: [(key: String, value: Value)]
    ) {
        self.id = id
        self.elementID = elementID
        self.type = type
        self.start = start
        self.end = end
        self.properties = properties
    }
}

/// Tells what the nodes and relationships of one result are.
package protocol EntityReader {
    /// The node at a position, as it was when the result was made.
    func describe(_ node: NodeIndex) -> NodeDescription
    /// The relationship at a position, as it was when the result was made.
    func describe(_ relationship: RelationshipIndex) -> RelationshipDescription
}
