/// What a guide's graph is made of, for those that check one however it was read.
extension GuideXMLImporter {
    /// A type of relationship, with the labels it may lead from and to.
    public struct Relationship: Sendable, Equatable {
        /// The type.
        public let type: String
        /// The labels it leads from.
        public let from: Set<String>
        /// The labels it then leads to.
        public let to: Set<String>
    }

    /// The labels of nodes, with the properties each must have beside its names.
    public static let labels: [String: [String]] = Dictionary(
        uniqueKeysWithValues: NodeKind.allCases.map { ($0.label, $0.ownAttributes) })

    /// The types of relationships; one a row for each pair of ends.
    public static let relationships: [Relationship] = FactKind.allCases.flatMap { kind in
        kind.ends.map { ends in
            Relationship(
                type: kind.type, from: Set(ends.from.map(\.label)), to: Set(ends.to.map(\.label)))
        }
    }

    /// How sure a statement can be.
    public static let confidences = GuideName.confidences
}
