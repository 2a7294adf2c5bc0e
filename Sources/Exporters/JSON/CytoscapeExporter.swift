import GraphModel

/// Writes Cytoscape's JSON.
package struct CytoscapeExporter: Exporter {
    package init() {}

    package var descriptor: ExporterDescriptor {
        ExporterDescriptor(
            name: "cyjs", fileExtension: "cyjs", summary: "JSON of Cytoscape and Cytoscape.js")
    }

    private static let nodeNames = ReservedNames(
        ["id", "name", "value", "labels", "shared_name", "SUID"])
    private static let edgeNames = ReservedNames(
        ["id", "source", "target", "interaction", "key", "name", "shared_name", "SUID"])

    package func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport {
        try descriptor.check(options)
        var loss = LossReport()
        var json = JSONBuffer()
        let captions = graph.nodes.indices.map {
            graph.node($0).caption(language: options.language)
        }
        json.object { json in
            json.member("format_version", "1.0")
            json.member("generated_by", "veiviser")
            json.member("target_cytoscapejs_version", "~2.1")
            // Cytoscape needs neither; without them networkx joins parallel edges.
            json.member("directed", .boolean(true))
            json.member("multigraph", .boolean(true))
            json.key("data")
            json.object { $0.member("name", options.title) }
            json.key("elements")
            json.object { json in
                json.key("nodes")
                json.array { json in
                    for number in graph.nodes.indices {
                        write(graph.node(number), captions, to: &json, &loss)
                    }
                }
                json.key("edges")
                json.array { json in
                    for number in graph.relationships.indices {
                        write(graph.relationship(number), graph, captions, to: &json, &loss)
                    }
                }
            }
        }
        output.line(json.text)
        return loss
    }

    private func write(
        _ node: ExportNode, _ captions: [String], to json: inout JSONBuffer,
        _ loss: inout LossReport
    ) {
        json.newLine()
        json.object { json in
            json.key("data")
            json.object { json in
                json.member("id", node.identifier)
                json.member("name", captions[node.number])
                // NetworkX takes a node by its value, and parallel edges by their keys.
                json.member("value", node.identifier)
                json.member("labels", .list(node.labels.map(Value.string)))
                for property in node.properties
                where !(property.key == "id" && node.isIdentifiedByID) {
                    json.member(Self.nodeNames.name(for: property.key), property.value)
                    loss.recordJSON(property, Self.nodeNames.name(for: property.key))
                }
            }
        }
    }

    private func write(
        _ edge: ExportRelationship, _ graph: ExportGraph, _ captions: [String],
        to json: inout JSONBuffer, _ loss: inout LossReport
    ) {
        json.newLine()
        json.object { json in
            json.key("data")
            json.object { json in
                json.member("id", "e\(edge.number)")
                json.member("key", .integer(edge.number))
                json.member("source", graph.identifiers[edge.from])
                json.member("target", graph.identifiers[edge.to])
                json.member("interaction", edge.type)
                json.member("name", "\(captions[edge.from]) (\(edge.type)) \(captions[edge.to])")
                for property in edge.properties {
                    json.member(Self.edgeNames.name(for: property.key), property.value)
                    loss.recordJSON(property, Self.edgeNames.name(for: property.key))
                }
            }
        }
    }
}
