import GraphModel

@testable import CypherEngine

/// A query's surroundings with fixed clocks and one small graph:
/// `(:Person:Reader {name: 'Åse'})-[:KNOWS {since: 2001}]->()`.
struct FunctionsTestContext: FunctionContext {
    let statementTime: ZonedDateTime
    let transactionTime: ZonedDateTime
    let defaultZone = TemporalZone.utc

    /// The statement began at 2024-02-29T12:00Z, its transaction an hour earlier.
    init() throws {
        statementTime = try ZonedDateTime(parsing: "2024-02-29T12:00Z")
        transactionTime = try ZonedDateTime(parsing: "2024-02-29T11:00Z")
    }

    func currentTime() throws(Diagnostic) -> ZonedDateTime {
        try ZonedDateTime(parsing: "2024-02-29T12:00:05Z")
    }

    func randomBits() -> UInt64 { 0xDEAD_BEEF_0123_4567 }

    func require(bytes: Int) throws(Diagnostic) {}

    func step(_ count: Int) throws(Diagnostic) {}

    func check() throws(Diagnostic) {}

    func labels(of node: NodeIndex) -> [String] { node.raw == 0 ? ["Person", "Reader"] : [] }

    func type(of relationship: RelationshipIndex) -> String { "KNOWS" }

    func properties(of node: NodeIndex) -> ValueMap {
        node.raw == 0 ? ["name": .string("Åse")] : [:]
    }

    func properties(of relationship: RelationshipIndex) -> ValueMap { ["since": .integer(2001)] }

    func startNode(of relationship: RelationshipIndex) -> NodeIndex { NodeIndex(0) }

    func endNode(of relationship: RelationshipIndex) -> NodeIndex { NodeIndex(1) }

    func identifier(of node: NodeIndex) -> Int { Int(node.raw) + 100 }

    func identifier(of relationship: RelationshipIndex) -> Int { Int(relationship.raw) + 200 }

    func elementID(of node: NodeIndex) -> String { "n\(node.raw)" }

    func elementID(of relationship: RelationshipIndex) -> String { "r\(relationship.raw)" }
}
