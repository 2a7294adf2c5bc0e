import GraphModel

/// The exporters there are, by name.
package struct ExporterRegistry: Sendable {
    package let exporters: [any Exporter]

    package init(_ exporters: [any Exporter]) {
        self.exporters = exporters
    }

    /// All formats of this package.
    package static let standard = ExporterRegistry([
        DOTExporter(),
        GraphvizExporter(format: .svg),
        GraphvizExporter(format: .png),
        GraphMLExporter(),
        GEXFExporter(),
        CSVExporter(),
        NodeLinkExporter(),
        CytoscapeExporter(),
        JGFExporter(),
        CypherExporter(),
        RDFExporter(.turtle),
        RDFExporter(.ntriples),
        MermaidExporter(),
        HTMLExporter(),
    ])

    /// What the exporters are.
    package var descriptors: [ExporterDescriptor] { exporters.map(\.descriptor) }

    /// The exporter with a name, in any case of letters.
    ///
    /// - Throws: `UnknownFormat`, with the names that are near.
    package func find(_ name: String) throws(Diagnostic) -> any Exporter {
        let lowered = name.lowercased()
        if let found = exporters.first(where: { $0.descriptor.name == lowered }) { return found }
        let names = exporters.map(\.descriptor.name)
        let near = NearNames.suggestions(for: lowered, among: names)
        throw Diagnostic(
            .usage, "UnknownFormat", "there is no export format '\(name)'",
            hint: near.first.map { "did you mean '\($0)'?" }
                ?? "choose one of \(names.joined(separator: ", "))")
    }

    /// The exporter for a file by its ending, nil where no format has it.
    package func find(forPath path: String) -> (any Exporter)? {
        let parts = path.split(separator: "/").last?.split(separator: ".") ?? []
        guard parts.count > 1, let ending = parts.last?.lowercased() else { return nil }
        return exporters.first { $0.descriptor.fileExtension == ending }
    }
}
