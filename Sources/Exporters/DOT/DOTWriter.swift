import GraphModel

/// Writes a graph as DOT: a picture that explains itself, with the data in further attributes.
struct DOTWriter {
    /// How much is written.
    enum Detail {
        /// The picture and the data.
        case full
        /// The picture only, to be drawn at once.
        case picture
        /// Nodes and edges with what Gephi reads of them.
        case flat
    }

    private let graph: ExportGraph
    private let language: String
    private let title: String
    private let detail: Detail
    private let style: DOTStyle
    private let inventory: DOTInventory
    private let names: [String]
    private(set) var text = ""
    private(set) var loss = LossReport()

    init(_ graph: ExportGraph, language: String, title: String, detail: Detail) {
        self.graph = graph
        self.language = language
        self.title = title
        self.detail = detail
        inventory = DOTInventory(graph)
        names = Self.names(graph.identifiers)
        style = DOTStyle(labels: inventory.labels, types: inventory.types)
    }

    /// The nodes' names: Graphviz takes what begins with a percent sign for a node without one.
    private static func names(_ identifiers: [String]) -> [String] {
        guard identifiers.contains(where: { $0.hasPrefix("%") }) else { return identifiers }
        let taken = Set(identifiers)
        return identifiers.map { identifier in
            guard identifier.hasPrefix("%") else { return identifier }
            var name = "_" + identifier
            while taken.contains(name) { name = "_" + name }
            return name
        }
    }

    mutating func write() {
        text += "digraph \(DOTText.quoted(title)) {\n"
        if detail != .flat { writeDefaults() }
        for track in inventory.tracks where detail != .flat { write(track) }
        if detail != .flat { writeUnconnected() }
        graph.forEachNode { node in
            if detail == .flat || !inventory.isClustered(node.number) {
                write(node, indent: "  ")
            }
        }
        graph.forEachRelationship { write($0) }
        text += "}\n"
    }

    // MARK: - The whole

    private mutating func writeDefaults() {
        let isLarge = graph.relationships.count > 60
        text += """
              graph [charset="UTF-8", rankdir="LR", fontname="Helvetica", fontsize="14", \
            nodesep="0.18", ranksep="\(isLarge ? "0.8" : "0.6")", pad="0.4", bgcolor="white", \
            outputorder="edgesfirst"];
              node [fontname="Helvetica", fontsize="11", style="filled,rounded", \
            margin="0.12,0.06", height="0.3"];
              edge [fontname="Helvetica", fontsize="8", arrowsize="0.6", penwidth="0.9"];

            """
        if !inventory.labels.isEmpty { writeLegend() }
    }

    /// What the colours mean, as the picture's own label: no node that is not in the graph.
    private mutating func writeLegend() {
        text += "  graph [labelloc=\"b\", labeljust=\"l\", label=<"
        text += "<table border=\"0\" cellborder=\"0\" cellspacing=\"6\"><tr>"
        text += "<td align=\"left\"><b>\(DOTText.markup(title))</b></td>"
        for label in inventory.labels.prefix(20) {
            let look = style.look(of: [label])
            text += "<td border=\"1\" style=\"rounded\" color=\"\(look.line)\" "
            text += "bgcolor=\"\(look.fill)\"><font point-size=\"10\"> "
            text += "\(DOTText.markup(label.shortened(to: 40))) </font></td>"
        }
        text += "</tr></table>>];\n"
    }

    private mutating func write(_ track: DOTInventory.Track) {
        text += "  subgraph \(DOTText.quoted("cluster_" + track.name)) {\n"
        text += "    graph [label=\(DOTText.shown([track.name])), style=\"rounded,filled\", "
        text += "color=\"#D8C88A\", fillcolor=\"#FFFBEA\", fontsize=\"12\", labelloc=\"t\", "
        text += "labeljust=\"l\"];\n"
        for number in track.nodes { write(graph.node(number), indent: "    ") }
        text += "  }\n"
    }

    /// Nodes without relationships stand together.
    private mutating func writeUnconnected() {
        let nodes = inventory.unconnected
        guard !nodes.isEmpty else { return }
        text += "  subgraph \"cluster_unconnected\" {\n"
        text += "    graph [label=\"\", style=\"rounded\", color=\"#D5D9DF\"];\n"
        for number in nodes { write(graph.node(number), indent: "    ") }
        text += "  }\n"
    }

    // MARK: - Nodes and edges

    private mutating func write(_ node: ExportNode, indent: String) {
        let look = style.look(of: node.labels)
        let caption = DOTText.lines(node.caption(language: language), width: 26)
        text += "\(indent)\(DOTText.quoted(names[node.number])) [label=\(DOTText.shown(caption))"
        if detail == .flat {
            text += ", color=\"\(look.fill)\"];\n"
            return
        }
        text += ", shape=\"\(look.shape)\", fillcolor=\"\(look.fill)\", color=\"\(look.line)\""
        text += ", tooltip=\(DOTText.shown([tooltip(node)]))"
        if detail == .full {
            if !node.labels.isEmpty {
                let labels = node.labels.map { ":" + $0 }.joined()
                text += ", labels=\(DOTText.quoted(labels))"
            }
            writeData(
                node.properties,
                skipsID: node.isIdentifiedByID && names[node.number] == node.identifier)
        }
        text += "];\n"
    }

    private mutating func write(_ edge: ExportRelationship) {
        let from = DOTText.quoted(names[edge.from])
        let to = DOTText.quoted(names[edge.to])
        text += "  \(from) -> \(to)"
        text += " [label=\(DOTText.shown(edgeLines(edge)))"
        if detail != .flat {
            let color = style.color(of: edge.type)
            text += ", color=\"\(color)\", fontcolor=\"\(color)\""
            if edge.type == "EXCLUDES" { text += ", arrowhead=\"tee\", penwidth=\"1.6\"" }
            if edge.type == "PRECEDES" { text += ", penwidth=\"1.6\", weight=\"4\"" }
            switch edge.text("confidence") {
            case "inferred": text += ", style=\"dashed\""
            case "overlay": text += ", style=\"dotted\""
            default: break
            }
        }
        if detail == .full {
            text += ", type=\(DOTText.quoted(edge.type))"
            writeData(edge.properties, skipsID: false)
        }
        text += "];\n"
    }

    /// The type, and what an actor does at a stage.
    private func edgeLines(_ edge: ExportRelationship) -> [String] {
        var lines = [edge.type.shortened(to: 60)]
        if detail != .flat, case .list(let roles)? = edge["role"], !roles.isEmpty {
            lines += DOTText.lines(roles.map(\.plainText).joined(separator: ", "), width: 24)
        }
        return lines
    }

    private func tooltip(_ node: ExportNode) -> String {
        var words = node.identifier.shortened(to: 200)
        if let other = node.text(language == "en" ? "name_nb" : "name_en") {
            words += " · " + other.shortened(to: 200)
        }
        let validity = [node.text("validFrom") ?? "", node.text("validTo") ?? ""]
        if validity != ["", ""] { words += " · " + validity.joined(separator: "–") }
        return words.unicodeScalars.map { $0.value < 0x20 ? " " : String($0) }.joined()
    }

    // MARK: - Data

    private mutating func writeData(_ properties: [ExportProperty], skipsID: Bool) {
        for property in properties where !(skipsID && property.key == "id") {
            let name = DOTAttributeNames.name(for: property.key)
            let value = property.value.plainText
            text += ", \(DOTText.quoted(name))=\(DOTText.quoted(value))"
            record(property, name, value)
        }
    }

    private mutating func record(_ property: ExportProperty, _ name: String, _ value: String) {
        let key = property.key
        if name != key { loss.add(.renamed(key: key, to: name)) }
        if case .string = property.value {
            if value.isEmpty { loss.add(.leftOut(key: key, why: "empty texts say nothing in DOT")) }
        } else {
            loss.add(.asText(key: key, what: property.value.pluralName))
        }
        if !DOTText.fits(value) { loss.add(.other("long texts were shortened")) }
        if value.utf8.contains(UInt8(ascii: "\\")) {
            loss.add(.other("texts have their backslashes doubled"))
        }
    }
}
