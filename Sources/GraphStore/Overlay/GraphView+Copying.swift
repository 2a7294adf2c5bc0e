import GraphModel

extension GraphView {
    /// A base graph of what is live and satisfies the conditions. Stable ids stay.
    func copied(
        nodes keepsNode: (UInt32) -> Bool, relationships keepsRelationship: (UInt32) -> Bool
    ) -> BaseGraph {
        let builder = GraphBuilder()
        builder.catalog = catalog
        var identifiers: [Int] = []
        var ordinals = [UInt32](repeating: .max, count: Int(nodeLimit))
        for node in 0..<nodeLimit where isLive(node: node) && keepsNode(node) {
            let ordinal = builder.addNode(labels: labels(of: node))
            ordinals[Int(node)] = ordinal
            identifiers.append(nodeID(of: node))
            for (key, value) in nodeProperties(node) {
                builder.append(value, toNode: ordinal, key)
            }
        }
        builder.nodeIdentifiers = identifiers
        builder.nextNodeIdentifier = nodeID(of: nodeLimit)
        copyRelationships(to: builder, ordinals, keepsRelationship)
        return builder.build()
    }

    private func copyRelationships(
        to builder: GraphBuilder, _ ordinals: [UInt32], _ keeps: (UInt32) -> Bool
    ) {
        var identifiers: [Int] = []
        for relationship in 0..<relationshipLimit
        where isLive(relationship: relationship) && keeps(relationship) {
            let source = ordinals[Int(self.source(of: relationship))]
            let target = ordinals[Int(self.target(of: relationship))]
            guard source != .max, target != .max else { continue }
            let ordinal = builder.addRelationship(
                type(ofRelationship: relationship), from: source, to: target)
            identifiers.append(relationshipID(of: relationship))
            for (key, value) in relationshipProperties(relationship) {
                builder.append(value, toRelationship: ordinal, key)
            }
        }
        builder.relationshipIdentifiers = identifiers
        builder.nextRelationshipIdentifier = relationshipID(of: relationshipLimit)
    }
}
