import GraphModel

/// Functions on nodes, relationships and paths.
enum GraphFunctions {
    static let table: [FunctionDescriptor] = entities + paths

    private static let entities: [FunctionDescriptor] = [
        .scalar(
            "id", .graph, [.entity], .fixed(.integer),
            "The number of a node or relationship, which stays with it.", example: "id(n)  // 0"
        ) { arguments, context in
            switch arguments[0] {
            case .node(let node): .integer(try context.identifier(of: node))
            case .relationship(let edge): .integer(try context.identifier(of: edge))
            default: throw invalid("id", arguments[0], "a Node or Relationship")
            }
        },
        .scalar(
            "elementId", .graph, [.entity], .fixed(.string),
            "The text by which drivers name a node or relationship.",
            example: "elementId(n)  // 'n:0'"
        ) { arguments, context in
            switch arguments[0] {
            case .node(let node): .string(try context.elementID(of: node))
            case .relationship(let edge): .string(try context.elementID(of: edge))
            default: throw invalid("elementId", arguments[0], "a Node or Relationship")
            }
        },
        .scalar(
            "labels", .graph, [.node], .fixed(.list(.string)), "The labels of a node.",
            example: "labels(n)  // ['Person']"
        ) { arguments, context in
            guard case .node(let node) = arguments[0] else {
                throw invalid("labels", arguments[0], "a Node")
            }
            return .list(try context.labels(of: node).map(Value.string))
        },
        .scalar(
            "type", .graph, [.relationship], .fixed(.string), "The type of a relationship.",
            example: "type(r)  // 'KNOWS'"
        ) { arguments, context in
            .string(try context.type(of: edge(arguments[0], "type")))
        },
        .scalar(
            "startNode", .graph, [.relationship], .fixed(.node),
            "The node a relationship starts at.", example: "startNode(r).name  // 'Anna'"
        ) { arguments, context in
            .node(try context.startNode(of: edge(arguments[0], "startNode")))
        },
        .scalar(
            "endNode", .graph, [.relationship], .fixed(.node), "The node a relationship ends at.",
            example: "endNode(r).name  // 'Bo'"
        ) { arguments, context in
            .node(try context.endNode(of: edge(arguments[0], "endNode")))
        },
        .scalar(
            "properties", .graph, [[.node, .relationship, .map]], .fixed(.map),
            "The properties of a node or relationship as a map.",
            example: "properties(n)  // {born: 1980, name: 'Anna'}"
        ) { arguments, context in .map(try map(arguments[0], "properties", context)) },
        .scalar(
            "keys", .graph, [[.node, .relationship, .map]], .fixed(.list(.string)),
            "The names of the properties of a node or relationship, or of a map's entries.",
            example: "keys({a: 1, b: 2})  // ['a', 'b']"
        ) { arguments, context in
            .list(try map(arguments[0], "keys", context).keys.map(Value.string))
        },
    ]

    private static let paths: [FunctionDescriptor] = [
        .scalar(
            "nodes", .graph, [.path], .fixed(.list(.node)), "The nodes of a path, as walked.",
            example: "[x IN nodes(p) | x.name]  // ['Anna', 'Bo', 'Cia']"
        ) { arguments, _ in .list(try path(arguments[0], "nodes").nodes.map(Value.node)) },
        .scalar(
            "relationships", .graph, [.path], .fixed(.list(.relationship)),
            "The relationships of a path, as walked.",
            example: "[x IN relationships(p) | x.since]  // [2001, 2010]"
        ) { arguments, _ in
            .list(try path(arguments[0], "relationships").relationships.map(Value.relationship))
        },
        .scalar(
            "length", .graph, [.path], .fixed(.integer),
            "The number of relationships of a path.", example: "length(p)  // 2"
        ) { arguments, _ in .integer(try path(arguments[0], "length").relationships.count) },
    ]

    private static func edge(
        _ value: Value, _ name: String
    ) throws(Diagnostic) -> RelationshipIndex {
        guard case .relationship(let edge) = value else {
            throw invalid(name, value, "a Relationship")
        }
        return edge
    }

    private static func path(_ value: Value, _ name: String) throws(Diagnostic) -> Path {
        guard case .path(let path) = value else { throw invalid(name, value, "a Path") }
        return path
    }

    private static func map(
        _ value: Value, _ name: String, _ context: any FunctionContext
    ) throws(Diagnostic) -> ValueMap {
        switch value {
        case .map(let map): map
        case .node(let node): try context.properties(of: node)
        case .relationship(let edge): try context.properties(of: edge)
        default: throw invalid(name, value, "a Node, Relationship or Map")
        }
    }

    private static func invalid(
        _ name: String, _ value: Value, _ expected: String
    ) -> Diagnostic {
        FunctionError.invalidValue(name, value, expected: expected)
    }
}
