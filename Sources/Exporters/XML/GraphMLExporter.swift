import GraphModel

/// Writes GraphML.
package struct GraphMLExporter: Exporter {
    package init() {}

    package var descriptor: ExporterDescriptor {
        ExporterDescriptor(
            name: "graphml", fileExtension: "graphml", summary: "GraphML",
            profiles: GraphMLProfile.allCases.map(\.rawValue))
    }

    package func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport {
        try descriptor.check(options)
        let profile = GraphMLProfile(rawValue: try descriptor.profile(of: options)) ?? .plain
        var writer = GraphMLWriter(graph, profile: profile, language: options.language)
        writer.write()
        output.write(writer.text)
        return writer.loss
    }
}

/// Whom a GraphML file is for.
enum GraphMLProfile: String, CaseIterable {
    case plain
    case gephi
    case cytoscape
    case yed

    /// The names the file has for its own use, beside `labels` of nodes.
    var nodeNames: Set<String> {
        switch self {
        case .plain: ["labels"]
        case .gephi:
            ["labels", "label", "nodelabel", "x", "y", "z", "size", "r", "g", "b", "color"]
        case .cytoscape: ["labels", "name", "shared name", "SUID", "selected"]
        case .yed: ["labels", "nodegraphics"]
        }
    }

    var edgeNames: Set<String> {
        switch self {
        case .plain: ["label"]
        case .gephi: ["label", "edgelabel", "weight", "r", "g", "b", "color"]
        case .cytoscape:
            [
                "label", "name", "interaction", "shared name", "shared interaction", "SUID",
                "selected",
            ]
        case .yed: ["label", "edgegraphics"]
        }
    }
}
