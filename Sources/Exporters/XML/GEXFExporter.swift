import GraphModel

/// Writes GEXF, Gephi's own format.
package struct GEXFExporter: Exporter {
    package init() {}

    package var descriptor: ExporterDescriptor {
        ExporterDescriptor(
            name: "gexf", fileExtension: "gexf", summary: "GEXF, with validity as dynamics",
            profiles: ["gephi", "plain"], versions: ["1.3", "1.2"])
    }

    package func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport {
        try descriptor.check(options)
        let isPlain = try descriptor.profile(of: options) == "plain"
        let version = try descriptor.version(of: options)
        var writer = GEXFWriter(
            graph, isPlain: isPlain, isOld: version == "1.2", options: options)
        writer.write()
        output.write(writer.text)
        return writer.loss
    }
}
