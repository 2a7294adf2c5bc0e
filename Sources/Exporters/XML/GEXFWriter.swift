import GraphModel

/// Writes one graph as GEXF.
struct GEXFWriter {
    private let graph: ExportGraph
    /// Without colours and dynamics, for readers that know the core only.
    private let isPlain: Bool
    /// Version 1.2, not 1.3.
    private let isOld: Bool
    private let options: ExportOptions
    private let schema: PropertySchema
    private let style: DOTStyle
    private let isDynamic: Bool
    private let intervals: [ValidityInterval]
    private var kinds: [ParallelKey: Int] = [:]
    private var xml = XMLBuffer()
    private(set) var loss = LossReport()

    private struct ParallelKey: Hashable {
        let from: Int
        let to: Int
        let kind: ByteText
    }

    init(_ graph: ExportGraph, isPlain: Bool, isOld: Bool, options: ExportOptions) {
        self.graph = graph
        self.isPlain = isPlain
        self.isOld = isOld
        self.options = options
        schema = PropertySchema(graph, marks: ",[]\"'|;\n\r\t\\")
        let inventory = DOTInventory(graph)
        style = DOTStyle(labels: inventory.labels, types: inventory.types)
        let intervals = graph.nodes.indices.map { Self.interval(graph.node($0).properties) }
        self.intervals = intervals
        let isDynamic =
            intervals.contains(where: \.isBounded)
            || graph.relationships.indices.contains {
                Self.interval(graph.relationship($0).properties).isBounded
            }
        self.isDynamic = isDynamic && !isPlain
    }

    var text: String { xml.text }

    mutating func write() {
        let space = isOld ? "http://www.gexf.net/1.2draft" : "http://gexf.net/1.3"
        var attributes = [("xmlns", space), ("version", isOld ? "1.2" : "1.3")]
        if !isPlain { attributes.insert(("xmlns:viz", space + "/viz"), at: 1) }
        // Lets an importer tell the graph's own attributes from those written for other programs.
        attributes.append(("xmlns:veiviser", "urn:veiviser:export"))
        attributes.append(("veiviser:profile", isPlain ? "plain" : "gephi"))
        xml.open("gexf", attributes)
        xml.open("meta")
        xml.element("creator", options.title)
        // Old readers guess the encoding from the first bytes: give them a letter to go by.
        xml.element("description", "æøå")
        xml.close("meta")
        xml.open("graph", graphAttributes)
        write(schema.nodes, class: "node", own: [("labels", "string")])
        write(schema.relationships, class: "edge", own: [])
        xml.open("nodes", [("count", String(graph.nodes.count))])
        for number in graph.nodes.indices { write(graph.node(number)) }
        xml.close("nodes")
        xml.open("edges", [("count", String(graph.relationships.count))])
        for number in graph.relationships.indices { write(graph.relationship(number)) }
        xml.close("edges")
        xml.close("graph")
        xml.close("gexf")
        loss.add(.other("characters that XML cannot hold were replaced"), count: xml.replaced)
    }

    private var graphAttributes: [(String, String)] {
        var list = [("defaultedgetype", "directed"), ("mode", isDynamic ? "dynamic" : "static")]
        if isDynamic {
            list.append(("timeformat", "date"))
            if !isOld { list.append(("timerepresentation", "interval")) }
        }
        return list
    }

    // MARK: - Attributes

    private static let nodeNames = ReservedNames(["labels", "Label", "Id"])
    private static let edgeNames = ReservedNames(["Label", "Id", "Kind"])

    private mutating func write(
        _ columns: [PropertyColumn], class name: String, own: [(String, String)]
    ) {
        if columns.isEmpty, own.isEmpty { return }
        let names = name == "node" ? Self.nodeNames : Self.edgeNames
        names.report(columns, to: &loss)
        xml.open("attributes", [("class", name), ("mode", "static")])
        for (title, type) in own {
            xml.empty("attribute", [("id", title), ("title", title), ("type", type)])
        }
        for (index, column) in columns.enumerated() {
            xml.empty(
                "attribute",
                [
                    ("id", "\(name)\(index)"), ("title", names.name(for: column.key)),
                    ("type", typeName(column)),
                ])
            if isText(column) {
                loss.add(.asText(key: column.key, what: column.pluralName), count: column.count)
            } else if column.isList, elementsBecomeTexts(column) {
                loss.add(
                    .asText(key: column.key, what: "elements of lists"), count: column.count)
            }
        }
        xml.close("attributes")
    }

    private func typeName(_ column: PropertyColumn) -> String {
        let name = Self.typeName(column.type)
        guard column.isList else { return name }
        if isText(column) { return "string" }
        return isPlain || isOld ? "liststring" : "list" + name
    }

    /// Old readers know of lists of texts only.
    private func elementsBecomeTexts(_ column: PropertyColumn) -> Bool {
        (isPlain || isOld) && column.type != .string
    }

    private func isText(_ column: PropertyColumn) -> Bool {
        column.type == .mixed || column.type.isTemporal || column.isList && column.hasUnsafeElements
    }

    private static func typeName(_ type: ScalarType) -> String {
        switch type {
        case .boolean: "boolean"
        case .integer: "long"
        case .float: "double"
        default: "string"
        }
    }

    private mutating func write(
        _ properties: [ExportProperty], _ columns: [PropertyColumn], prefix: String
    ) {
        var column = 0
        for property in properties {
            while !columns[column].key.hasSameScalars(as: property.key) { column += 1 }
            var text = property.value.plainText
            if case .list(let values) = property.value, !isText(columns[column]) {
                text = "[\(values.map(\.plainText).joined(separator: ", "))]"
            }
            xml.empty("attvalue", [("for", "\(prefix)\(column)"), ("value", text)])
        }
    }

    // MARK: - Nodes and edges

    private mutating func write(_ node: ExportNode) {
        var attributes = [
            ("id", node.identifier), ("label", node.caption(language: options.language)),
        ]
        attributes += bounds(intervals[node.number])
        xml.open("node", attributes)
        if !node.labels.isEmpty || !node.properties.isEmpty {
            xml.open("attvalues")
            if !node.labels.isEmpty {
                let labels = MarkedLabels(node.labels)
                loss.add(MarkedLabels.loss, count: labels.brokenCount)
                xml.empty("attvalue", [("for", "labels"), ("value", labels.text)])
            }
            write(node.properties, schema.nodes, prefix: "node")
            xml.close("attvalues")
        }
        if !isPlain { writeColor(style.look(of: node.labels).line) }
        xml.close("node")
    }

    private mutating func write(_ edge: ExportRelationship) {
        let from = graph.identifiers[edge.from]
        let to = graph.identifiers[edge.to]
        var attributes = [("id", String(edge.number)), ("source", from), ("target", to)]
        if !isOld, !isPlain { attributes.append(("kind", kind(edge))) }
        attributes += [("type", "directed"), ("label", edge.type)]
        attributes += bounds(interval(edge))
        xml.open("edge", attributes)
        if !edge.properties.isEmpty {
            xml.open("attvalues")
            write(edge.properties, schema.relationships, prefix: "edge")
            xml.close("attvalues")
        }
        if !isPlain { writeColor(style.color(of: edge.type)) }
        xml.close("edge")
    }

    /// Edges between the same nodes are told apart by their kind.
    private mutating func kind(_ edge: ExportRelationship) -> String {
        let key = ParallelKey(from: edge.from, to: edge.to, kind: ByteText(edge.type))
        let number = kinds[key, default: 0] + 1
        kinds[key] = number
        return number == 1 ? edge.type : "\(edge.type) \(number)"
    }

    /// An edge's interval must lie within those of its ends.
    private mutating func interval(_ edge: ExportRelationship) -> ValidityInterval {
        let own = Self.interval(edge.properties)
        let within = own.intersection(intervals[edge.from]).intersection(intervals[edge.to])
        guard isDynamic, within.isEmpty else { return within }
        loss.add(.other("relationships hold on no day on which both their ends do"))
        return ValidityInterval(from: nil, to: nil)
    }

    private static func interval(_ properties: [ExportProperty]) -> ValidityInterval {
        ValidityInterval(
            from: properties.first { $0.key == "validFrom" }?.value,
            to: properties.first { $0.key == "validTo" }?.value)
    }

    private func bounds(_ interval: ValidityInterval) -> [(String, String)] {
        guard isDynamic, !interval.isEmpty else { return [] }
        var list: [(String, String)] = []
        if let first = interval.first { list.append(("start", first.description)) }
        if let last = interval.last { list.append(("end", last.description)) }
        return list
    }

    private mutating func writeColor(_ text: String) {
        let color = HexColor(text)
        xml.empty(
            "viz:color",
            [("r", "\(color.red)"), ("g", "\(color.green)"), ("b", "\(color.blue)")])
    }
}
