import CypherEngine
import CypherSyntax
import GraphModel
import GraphStore

/// The reference evaluator met something it does not know; the query is left to other tests.
struct OutsideFragment: Error {
    let what: String
}

/// The reference evaluator has tried too much: everything is tried, so some queries are too dear.
struct TooDear: Error {}

/// A graph as plain lists, cut down to what is in force at a date where one is given.
final class ReferenceGraph {
    struct Relationship {
        let id: UInt32
        let type: String
        let source: UInt32
        let target: UInt32
    }

    let view: GraphView
    let nodes: [UInt32]
    let relationships: [Relationship]
    private var steps = 0
    private let limit: Int
    private let time: ZonedDateTime

    /// - Parameter day: An ISO date; what is known not to be in force then is left out.
    init(_ view: GraphView, asOf day: String? = nil, limit: Int) throws {
        self.view = view
        self.limit = limit
        time = try ZonedDateTime(parsing: "2024-01-01T00:00Z")
        func isInForce(_ from: Value, _ to: Value) -> Bool {
            guard let day else { return true }
            if case .string(let from) = from, from > day { return false }
            if case .string(let to) = to, to <= day { return false }
            return true
        }
        let from = view.keyID("validFrom")
        let to = view.keyID("validTo")
        let visible = (0..<view.nodeLimit).filter { node in
            view.isLive(node: node)
                && isInForce(
                    from.map { view.property(node: node, key: $0) } ?? .null,
                    to.map { view.property(node: node, key: $0) } ?? .null)
        }
        nodes = visible
        let kept = Set(visible)
        relationships = (0..<view.relationshipLimit).filter { relationship in
            view.isLive(relationship: relationship)
                && kept.contains(view.source(of: relationship))
                && kept.contains(view.target(of: relationship))
                && isInForce(
                    from.map { view.property(relationship: relationship, key: $0) } ?? .null,
                    to.map { view.property(relationship: relationship, key: $0) } ?? .null)
        }.map {
            Relationship(
                id: $0, type: view.typeName(view.type(ofRelationship: $0)),
                source: view.source(of: $0), target: view.target(of: $0))
        }
    }

    /// Counts a step of the search.
    func tryOut() throws {
        steps += 1
        if steps > limit { throw TooDear() }
    }

    func labels(of node: UInt32) -> Set<String> {
        Set(view.labels(of: node).map { view.labelName($0) })
    }

    /// A property of a node, relationship or map.
    func property(_ name: String, of value: Value) throws -> Value {
        switch value {
        case .null: return .null
        case .node(let node):
            return view.keyID(name).map { view.property(node: node.raw, key: $0) } ?? .null
        case .relationship(let relationship):
            return view.keyID(name).map {
                view.property(relationship: relationship.raw, key: $0)
            } ?? .null
        case .map(let map): return map[name] ?? .null
        default: throw OutsideFragment(what: "a property of \(value.typeName)")
        }
    }
}

/// What functions see of the graph.
extension ReferenceGraph: FunctionContext {
    // Generated queries ask for no clock: any fixed time will do.
    var statementTime: ZonedDateTime { time }
    var transactionTime: ZonedDateTime { time }
    var defaultZone: TemporalZone { .utc }

    func currentTime() throws(Diagnostic) -> ZonedDateTime { time }
    func randomBits() -> UInt64 { 4 }
    func require(bytes: Int) throws(Diagnostic) {}
    func step(_ count: Int) throws(Diagnostic) {}
    func check() throws(Diagnostic) {}

    func labels(of node: NodeIndex) throws(Diagnostic) -> [String] { labels(of: node.raw).sorted() }

    func type(of relationship: RelationshipIndex) throws(Diagnostic) -> String {
        view.typeName(view.type(ofRelationship: relationship.raw))
    }

    func properties(of node: NodeIndex) throws(Diagnostic) -> ValueMap {
        ValueMap(view.nodeProperties(node.raw).map { (view.keyName($0.0), $0.1) })
    }

    func properties(of relationship: RelationshipIndex) throws(Diagnostic) -> ValueMap {
        ValueMap(view.relationshipProperties(relationship.raw).map { (view.keyName($0.0), $0.1) })
    }

    func startNode(of relationship: RelationshipIndex) throws(Diagnostic) -> NodeIndex {
        NodeIndex(view.source(of: relationship.raw))
    }

    func endNode(of relationship: RelationshipIndex) throws(Diagnostic) -> NodeIndex {
        NodeIndex(view.target(of: relationship.raw))
    }

    func identifier(of node: NodeIndex) throws(Diagnostic) -> Int { view.nodeID(of: node.raw) }

    func identifier(of relationship: RelationshipIndex) throws(Diagnostic) -> Int {
        view.relationshipID(of: relationship.raw)
    }

    func elementID(of node: NodeIndex) throws(Diagnostic) -> String {
        String(view.nodeID(of: node.raw))
    }

    func elementID(of relationship: RelationshipIndex) throws(Diagnostic) -> String {
        String(view.relationshipID(of: relationship.raw))
    }
}
