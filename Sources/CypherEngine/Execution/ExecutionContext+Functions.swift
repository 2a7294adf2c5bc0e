import GraphModel
import GraphStore

/// The clocks of one statement.
package struct QueryClock: Sendable {
    package var statement: ZonedDateTime
    package var transaction: ZonedDateTime
    package var zone: TemporalZone

    /// Clocks that read now; `transaction` is when the transaction began, if earlier.
    package init(transaction: ZonedDateTime? = nil, zone: TemporalZone = .utc) throws(Diagnostic) {
        let now = try ZonedDateTime.now(in: zone)
        statement = now
        self.transaction = transaction ?? now
        self.zone = zone
    }
}

extension ExecutionContext: FunctionContext {
    package var statementTime: ZonedDateTime { clock.statement }

    package var transactionTime: ZonedDateTime { clock.transaction }

    package func currentTime() throws(Diagnostic) -> ZonedDateTime {
        try ZonedDateTime.now(in: clock.zone)
    }

    package var defaultZone: TemporalZone { clock.zone }

    package func randomBits() -> UInt64 {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }

    package func require(bytes: Int) throws(Diagnostic) {
        try guardian.require(bytes: bytes)
    }

    package func step(_ count: Int) throws(Diagnostic) { try guardian.step(count) }

    package func check() throws(Diagnostic) { try guardian.check() }

    package func labels(of node: NodeIndex) throws(Diagnostic) -> [String] {
        try requireLiveNode(node)
        let view = self.view
        return view.labels(of: node.raw).map { view.labelName($0) }.sorted()
    }

    package func type(of relationship: RelationshipIndex) throws(Diagnostic) -> String {
        let view = self.view
        return view.typeName(view.type(ofRelationship: relationship.raw))
    }

    package func properties(of node: NodeIndex) throws(Diagnostic) -> ValueMap {
        try requireLiveNode(node)
        let view = self.view
        return ValueMap(view.nodeProperties(node.raw).map { (view.keyName($0.0), $0.1) })
    }

    package func properties(of relationship: RelationshipIndex) throws(Diagnostic) -> ValueMap {
        if transaction?.isDeleted(relationship: relationship.raw) == true {
            throw deletedAccess("relationship")
        }
        let view = self.view
        return ValueMap(
            view.relationshipProperties(relationship.raw).map { (view.keyName($0.0), $0.1) })
    }

    package func property(_ key: String, of node: NodeIndex) throws(Diagnostic) -> Value {
        try requireLiveNode(node)
        let view = self.view
        return view.keyID(key).map { view.property(node: node.raw, key: $0) } ?? .null
    }

    package func startNode(of relationship: RelationshipIndex) throws(Diagnostic) -> NodeIndex {
        NodeIndex(view.source(of: relationship.raw))
    }

    package func endNode(of relationship: RelationshipIndex) throws(Diagnostic) -> NodeIndex {
        NodeIndex(view.target(of: relationship.raw))
    }

    package func identifier(of node: NodeIndex) throws(Diagnostic) -> Int {
        view.nodeID(of: node.raw)
    }

    package func identifier(of relationship: RelationshipIndex) throws(Diagnostic) -> Int {
        view.relationshipID(of: relationship.raw)
    }

    package func elementID(of node: NodeIndex) throws(Diagnostic) -> String {
        view.elementID(of: node)
    }

    package func elementID(of relationship: RelationshipIndex) throws(Diagnostic) -> String {
        view.elementID(of: relationship)
    }

    private func requireLiveNode(_ node: NodeIndex) throws(Diagnostic) {
        if transaction?.isDeleted(node: node.raw) == true { throw deletedAccess("node") }
    }

    private func deletedAccess(_ what: String) -> Diagnostic {
        Diagnostic(
            .entityNotFound, "DeletedEntityAccess",
            "the \(what) has been deleted in this query")
    }
}
