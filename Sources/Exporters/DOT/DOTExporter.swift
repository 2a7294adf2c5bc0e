import GraphModel

/// Writes Graphviz's DOT language.
package struct DOTExporter: Exporter {
    package init() {}

    package var descriptor: ExporterDescriptor {
        ExporterDescriptor(
            name: "dot", fileExtension: "dot", summary: "Graphviz's DOT language",
            profiles: ["graphviz", "gephi"])
    }

    package func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport {
        try descriptor.check(options)
        let isFlat = try descriptor.profile(of: options) == "gephi"
        var writer = DOTWriter(
            graph, language: options.language, title: options.title,
            detail: isFlat ? .flat : .full)
        writer.write()
        output.write(writer.text)
        return writer.loss
    }
}
