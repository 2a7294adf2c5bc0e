import GraphModel

/// Writes a Mermaid flowchart, for Markdown pages.
package struct MermaidExporter: Exporter {
    package init() {}

    package var descriptor: ExporterDescriptor {
        ExporterDescriptor(
            name: "mermaid", fileExtension: "mmd",
            summary: "a Mermaid flowchart, for Markdown pages")
    }

    /// More edges than this Mermaid refuses, unless it is told otherwise.
    private static let edgeLimit = 500

    package func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport {
        try descriptor.check(options)
        let inventory = DOTInventory(graph)
        let style = DOTStyle(labels: inventory.labels, types: inventory.types)
        output.line("flowchart LR")
        for (index, label) in inventory.labels.enumerated() {
            let look = style.look(of: [label])
            output.line("  classDef c\(index) fill:\(look.fill),stroke:\(look.line),color:#1B1F24")
        }
        let classes = Dictionary(
            uniqueKeysWithValues: inventory.labels.enumerated().map { ($1, $0) })
        func line(_ number: Int) -> String {
            let node = graph.node(number)
            let style = node.labels.first.flatMap { classes[$0] }.map { ":::c\($0)" } ?? ""
            return "n\(number)[\"\(Self.text(node.caption(language: options.language)))\"]\(style)"
        }
        var placed: Set<Int> = []
        for (index, track) in inventory.tracks.enumerated() {
            output.line("  subgraph t\(index)[\"\(Self.text(track.name))\"]")
            for number in track.nodes { output.line("    " + line(number)) }
            output.line("  end")
            placed.formUnion(track.nodes)
        }
        for number in graph.nodes.indices where !placed.contains(number) {
            output.line("  " + line(number))
        }
        graph.forEachRelationship { edge in
            output.line("  n\(edge.from) -->|\"\(Self.text(edge.type))\"| n\(edge.to)")
        }
        return report(graph)
    }

    private func report(_ graph: ExportGraph) -> LossReport {
        var loss = LossReport()
        loss.add(
            .other("nodes are known by their names alone, without properties"),
            count: graph.nodes.count)
        let beyond = graph.relationships.count - Self.edgeLimit
        loss.add(
            .other("relationships are beyond the \(Self.edgeLimit) that Mermaid draws by default"),
            count: max(0, beyond))
        return loss
    }

    /// A text inside quotes; entities begin with `#` there.
    private static func text(_ text: String) -> String {
        var output = ""
        for scalar in text.shortened(to: 200).unicodeScalars {
            switch scalar {
            case "\"": output += "#quot;"
            case "#": output += "#35;"
            case "<": output += "#lt;"
            case ">": output += "#gt;"
            case "&": output += "#amp;"
            case "`": output += "#96;"
            case "\\": output += "#92;"
            case _ where scalar.value < 0x20: output += " "
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output.isEmpty ? " " : output
    }
}
