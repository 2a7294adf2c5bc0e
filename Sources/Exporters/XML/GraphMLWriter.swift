import GraphModel

/// Writes one graph as GraphML: labels as `:A:B`, types as `label`, as Neo4j's own export does.
struct GraphMLWriter {
    private let graph: ExportGraph
    private let profile: GraphMLProfile
    private let language: String
    private let schema: PropertySchema
    private let style: DOTStyle
    private var xml = XMLBuffer()
    private(set) var loss = LossReport()

    init(_ graph: ExportGraph, profile: GraphMLProfile, language: String) {
        self.graph = graph
        self.profile = profile
        self.language = language
        schema = PropertySchema(graph)
        let inventory = DOTInventory(graph)
        style = DOTStyle(labels: inventory.labels, types: inventory.types)
    }

    var text: String { xml.text }

    mutating func write() {
        xml.open("graphml", namespaces)
        writeKeys()
        xml.open("graph", [("id", "G"), ("edgedefault", "directed")])
        for number in graph.nodes.indices { write(graph.node(number)) }
        for number in graph.relationships.indices { write(graph.relationship(number)) }
        xml.close("graph")
        xml.close("graphml")
        loss.add(.other("characters that XML cannot hold were replaced"), count: xml.replaced)
    }

    private var namespaces: [(String, String)] {
        let graphML = "http://graphml.graphdrawing.org/xmlns"
        var list = [("xmlns", graphML)]
        if profile == .yed { list.append(("xmlns:y", "http://www.yworks.com/xml/graphml")) }
        list.append(("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"))
        let schema =
            profile == .yed
            ? "http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd"
            : "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"
        list.append(("xsi:schemaLocation", "\(graphML) \(schema)"))
        // Lets an importer tell the graph's own attributes from those written for other programs.
        list.append(("xmlns:veiviser", "urn:veiviser:export"))
        list.append(("veiviser:profile", profile.rawValue))
        return list
    }

    // MARK: - Keys

    private mutating func writeKeys() {
        key("labels", for: "node", "labels", "string")
        key("label", for: "edge", "label", "string")
        switch profile {
        case .plain: break
        case .gephi:
            key("caption", for: "node", "label", "string")
            for part in ["r", "g", "b"] { key(part, for: "node", part, "int") }
        case .cytoscape:
            key("name", for: "node", "name", "string")
            key("interaction", for: "edge", "interaction", "string")
            key("edgename", for: "edge", "name", "string")
        case .yed:
            xml.empty(
                "key", [("id", "shape"), ("for", "node"), ("yfiles.type", "nodegraphics")])
            xml.empty(
                "key", [("id", "line"), ("for", "edge"), ("yfiles.type", "edgegraphics")])
        }
        keys(schema.nodes, for: "node", reserved: profile.nodeNames)
        keys(schema.relationships, for: "edge", reserved: profile.edgeNames)
    }

    private mutating func key(_ id: String, for element: String, _ name: String, _ type: String) {
        xml.empty(
            "key",
            [("id", id), ("for", element), ("attr.name", name), ("attr.type", type)])
    }

    private mutating func keys(
        _ columns: [PropertyColumn], for element: String, reserved: Set<String>
    ) {
        let names = ReservedNames(reserved)
        names.report(columns, to: &loss)
        for (index, column) in columns.enumerated() {
            let type = column.isList ? "string" : Self.typeName(column.type)
            var attributes = [
                ("id", "\(element)\(index)"), ("for", element),
                ("attr.name", names.name(for: column.key)), ("attr.type", type),
            ]
            if column.isList, let elementType = Self.listType(column.type) {
                attributes.append(("attr.list", elementType))
            } else if column.isList || column.type == .mixed || column.type.isTemporal {
                loss.add(.asText(key: column.key, what: column.pluralName), count: column.count)
            }
            xml.empty("key", attributes)
        }
    }

    private static func typeName(_ type: ScalarType) -> String {
        switch type {
        case .boolean: "boolean"
        case .integer: "long"
        case .float: "double"
        default: "string"
        }
    }

    /// What Neo4j's export says of the elements of a list, which is written as JSON.
    private static func listType(_ type: ScalarType) -> String? {
        switch type {
        case .boolean, .integer, .float, .string: typeName(type)
        default: nil
        }
    }

    // MARK: - Nodes and edges

    private mutating func write(_ node: ExportNode) {
        let caption = node.caption(language: language)
        xml.open("node", [("id", node.identifier)])
        if !node.labels.isEmpty {
            let labels = MarkedLabels(node.labels)
            loss.add(MarkedLabels.loss, count: labels.brokenCount)
            data("labels", labels.text)
        }
        switch profile {
        case .plain: break
        case .gephi:
            data("caption", caption)
            let color = HexColor(style.look(of: node.labels).line)
            data("r", String(color.red))
            data("g", String(color.green))
            data("b", String(color.blue))
        case .cytoscape: data("name", caption)
        case .yed: writeShape(style.look(of: node.labels), caption)
        }
        write(node.properties, schema.nodes, prefix: "node")
        xml.close("node")
    }

    private mutating func write(_ edge: ExportRelationship) {
        let from = graph.identifiers[edge.from]
        let to = graph.identifiers[edge.to]
        var attributes = [("id", "e\(edge.number)"), ("source", from), ("target", to)]
        // Gephi takes the kind of an edge from an attribute of the element.
        if profile == .gephi { attributes.append(("label", edge.type)) }
        xml.open("edge", attributes)
        data("label", edge.type)
        switch profile {
        case .plain, .gephi: break
        case .cytoscape:
            data("interaction", edge.type)
            let ends = [edge.from, edge.to].map {
                graph.node($0).caption(language: language)
            }
            data("edgename", "\(ends[0]) (\(edge.type)) \(ends[1])")
        case .yed: writeLine(edge.type)
        }
        write(edge.properties, schema.relationships, prefix: "edge")
        xml.close("edge")
    }

    private mutating func data(_ key: String, _ content: String) {
        xml.element("data", [("key", key)], content)
    }

    private mutating func write(
        _ properties: [ExportProperty], _ columns: [PropertyColumn], prefix: String
    ) {
        // Both are in order of their keys.
        var column = 0
        for property in properties {
            while !columns[column].key.hasSameScalars(as: property.key) { column += 1 }
            data("\(prefix)\(column)", property.value.plainText)
        }
    }

    // MARK: - yEd

    private mutating func writeShape(_ look: DOTStyle.Look, _ caption: String) {
        let lines = DOTText.lines(caption, width: 26)
        let width = 24 + 7 * (lines.map(\.count).max() ?? 0)
        xml.open("data", [("key", "shape")])
        xml.open("y:ShapeNode")
        xml.empty("y:Geometry", [("width", "\(width)"), ("height", "\(14 + 15 * lines.count)")])
        xml.empty("y:Fill", [("color", look.fill), ("transparent", "false")])
        xml.empty("y:BorderStyle", [("color", look.line), ("type", "line"), ("width", "1.0")])
        xml.element("y:NodeLabel", [("fontSize", "12")], lines.joined(separator: "\n"))
        xml.empty("y:Shape", [("type", look.shape == "ellipse" ? "ellipse" : "roundrectangle")])
        xml.close("y:ShapeNode")
        xml.close("data")
    }

    private mutating func writeLine(_ type: String) {
        xml.open("data", [("key", "line")])
        xml.open("y:PolyLineEdge")
        xml.empty(
            "y:LineStyle", [("color", style.color(of: type)), ("type", "line"), ("width", "1.0")])
        xml.empty("y:Arrows", [("source", "none"), ("target", "standard")])
        xml.element("y:EdgeLabel", [("fontSize", "10")], type)
        xml.close("y:PolyLineEdge")
        xml.close("data")
    }
}

/// Labels as Neo4j's export writes them: `:A:B`.
struct MarkedLabels {
    let text: String
    /// How many labels have a colon, and so are read as several.
    let brokenCount: Int

    static let loss = LossReport.Loss.other("labels have a colon in them, which separates labels")

    init(_ labels: [String]) {
        text = labels.map { ":" + $0 }.joined()
        brokenCount = labels.count { $0.unicodeScalars.contains(":") }
    }
}

/// The parts of a colour written `#RRGGBB`.
struct HexColor {
    let red: Int
    let green: Int
    let blue: Int

    init(_ text: String) {
        let number = Int(text.dropFirst(), radix: 16) ?? 0
        red = number >> 16 & 0xFF
        green = number >> 8 & 0xFF
        blue = number & 0xFF
    }
}
