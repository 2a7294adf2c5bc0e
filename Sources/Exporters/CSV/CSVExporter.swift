import GraphModel

/// Writes two tables: nodes and relationships.
package struct CSVExporter: Exporter {
    package init() {}

    package var descriptor: ExporterDescriptor {
        ExporterDescriptor(
            name: "csv", fileExtension: "csv",
            summary: "two tables, nodes.csv and relationships.csv, in a folder",
            profiles: ["neo4j", "gephi"], writesFolder: true)
    }

    package func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport {
        try descriptor.check(options)
        let isGephi = try descriptor.profile(of: options) == "gephi"
        var writer = CSVWriter(graph, isGephi: isGephi, language: options.language)
        output.begin(part: "nodes.csv")
        output.write(writer.nodes())
        output.begin(part: "relationships.csv")
        output.write(writer.relationships())
        return writer.loss
    }
}
