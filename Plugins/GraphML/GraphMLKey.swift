import GraphModel
import ImporterKit
import XMLReading

/// What an attribute can be an attribute of.
struct GraphMLDomain: OptionSet, Hashable {
    let rawValue: UInt8

    static let node = GraphMLDomain(rawValue: 1)
    static let edge = GraphMLDomain(rawValue: 2)
    static let graph = GraphMLDomain(rawValue: 4)
    static let port = GraphMLDomain(rawValue: 8)
    static let hyperedge = GraphMLDomain(rawValue: 16)
    static let endpoint = GraphMLDomain(rawValue: 32)
    static let all: GraphMLDomain = [.node, .edge, .graph, .port, .hyperedge, .endpoint]

    /// The domain a `for` names; nil for a word that is none.
    init?(_ word: String) {
        switch word {
        case "node": self = .node
        case "edge": self = .edge
        case "graph", "graphml": self = .graph
        case "port": self = .port
        case "hyperedge": self = .hyperedge
        case "endpoint": self = .endpoint
        case "all": self = .all
        default: return nil
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// What one of them is called.
    var word: String {
        switch self {
        case .node: "node"
        case .edge: "edge"
        case .graph: "graph"
        case .port: "port"
        case .hyperedge: "hyperedge"
        case .endpoint: "endpoint"
        default: "element"
        }
    }
}

/// What the values of an attribute become.
enum GraphMLRole {
    /// A property.
    case property
    /// Labels, written `:A:B`; a property where they are not.
    case labels
    /// One label.
    case label
    /// The relationship type.
    case type
    /// The relationship type where the edge's own attribute says the same, else a property.
    case typeAgain
    /// Nothing: this program wrote it for the sake of other programs.
    case derived
}

/// An attribute that a file declares.
struct GraphMLKey {
    let id: String
    let name: String
    let domain: GraphMLDomain
    /// What an element has that is silent.
    let defaultText: [UInt8]?
    /// Where it is declared.
    let mark: Int
}

/// What becomes of an attribute's values: all that is needed for each of them.
struct GraphMLColumn {
    let kind: ScalarKind
    /// The kind of the elements where values are lists, written as JSON.
    let elements: ScalarKind?
    let nodeRole: GraphMLRole
    let edgeRole: GraphMLRole
    /// The property it becomes.
    let token: KeyToken
}

/// A `<key>` as it stands in the file.
struct GraphMLDeclaration {
    let id: String
    let name: String
    let domain: GraphMLDomain?
    let typeName: String?
    let kind: ScalarKind?
    let elements: ScalarKind?
    var defaultText: [UInt8]?
    let mark: Int
    let line: Int

    init(_ tag: borrowing XMLTag<GraphMLName>) {
        let id = tag.text(.id) ?? ""
        self.id = id
        name = tag.text(.attributeName) ?? tag.text(.graphicsType) ?? id
        domain = tag.text(.domain).map { GraphMLDomain($0) } ?? .all
        typeName = tag.text(.attributeType)
        kind = typeName.map { GraphMLDeclaration.kind($0) } ?? .string
        elements = tag.text(.attributeList).flatMap { GraphMLDeclaration.kind($0) }
        mark = tag.mark
        line = tag.line
    }

    /// An attribute that is used and nowhere declared.
    init(undeclared id: String, _ domain: GraphMLDomain) {
        self.id = id
        name = id
        self.domain = domain
        typeName = nil
        kind = .string
        elements = nil
        mark = 0
        line = 0
    }

    /// The kind a type's name stands for; the names of the standard, and what others write instead.
    private static func kind(_ name: String) -> ScalarKind? {
        let local = name.split(separator: ":").last.map(String.init) ?? name
        switch local.lowercased() {
        case "boolean", "bool": return .boolean
        case "int", "integer", "long", "short", "byte": return .integer
        case "float", "double", "real", "decimal": return .float
        case "string", "text", "char": return .string
        default: return nil
        }
    }
}
