import GraphModel

/// What functions see of the query that calls them: its clocks, its random numbers, its graph.
package protocol FunctionContext: WorkLimits {
    /// The instant at which the statement began.
    var statementTime: ZonedDateTime { get }
    /// The instant at which the transaction began.
    var transactionTime: ZonedDateTime { get }
    /// The instant now, later with every call.
    func currentTime() throws(Diagnostic) -> ZonedDateTime
    /// The zone of temporal values that name none.
    var defaultZone: TemporalZone { get }
    /// 64 fresh random bits.
    func randomBits() -> UInt64

    /// The labels of a node, in the order they are shown.
    func labels(of node: NodeIndex) throws(Diagnostic) -> [String]
    /// The type of a relationship.
    func type(of relationship: RelationshipIndex) throws(Diagnostic) -> String
    /// The properties of a node.
    func properties(of node: NodeIndex) throws(Diagnostic) -> ValueMap
    /// The properties of a relationship.
    func properties(of relationship: RelationshipIndex) throws(Diagnostic) -> ValueMap
    /// One property of a node, null where it has none of that name.
    func property(_ key: String, of node: NodeIndex) throws(Diagnostic) -> Value
    /// One property of a relationship, null where it has none of that name.
    func property(_ key: String, of relationship: RelationshipIndex) throws(Diagnostic) -> Value
    /// The node a relationship starts at.
    func startNode(of relationship: RelationshipIndex) throws(Diagnostic) -> NodeIndex
    /// The node a relationship ends at.
    func endNode(of relationship: RelationshipIndex) throws(Diagnostic) -> NodeIndex
    /// The number that stays with a node in all snapshots.
    func identifier(of node: NodeIndex) throws(Diagnostic) -> Int
    /// The number that stays with a relationship in all snapshots.
    func identifier(of relationship: RelationshipIndex) throws(Diagnostic) -> Int
    /// The text by which drivers name a node.
    func elementID(of node: NodeIndex) throws(Diagnostic) -> String
    /// The text by which drivers name a relationship.
    func elementID(of relationship: RelationshipIndex) throws(Diagnostic) -> String
}

extension FunctionContext {
    /// What temporal constructors take from the query.
    package var temporalDefaults: TemporalDefaults {
        TemporalDefaults(zone: defaultZone, now: statementTime.epochSeconds)
    }

    package func property(_ key: String, of node: NodeIndex) throws(Diagnostic) -> Value {
        try properties(of: node)[key] ?? .null
    }

    package func property(
        _ key: String, of relationship: RelationshipIndex
    ) throws(Diagnostic) -> Value {
        try properties(of: relationship)[key] ?? .null
    }
}
