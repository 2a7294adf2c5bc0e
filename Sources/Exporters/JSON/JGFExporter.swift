import GraphModel

/// Writes JSON Graph Format, version 2.
package struct JGFExporter: Exporter {
    package init() {}

    package var descriptor: ExporterDescriptor {
        ExporterDescriptor(
            name: "jgf", fileExtension: "jgf", summary: "JSON Graph Format, version 2")
    }

    package func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport {
        try descriptor.check(options)
        var loss = LossReport()
        var json = JSONBuffer()
        json.object { json in
            json.key("graph")
            json.object { json in
                json.member("directed", .boolean(true))
                json.member("label", options.title)
                json.key("nodes")
                json.object { json in
                    for number in graph.nodes.indices {
                        write(graph.node(number), options.language, to: &json, &loss)
                    }
                }
                json.key("edges")
                json.array { json in
                    for number in graph.relationships.indices {
                        write(graph.relationship(number), graph, to: &json, &loss)
                    }
                }
            }
        }
        output.line(json.text)
        return loss
    }

    private func write(
        _ node: ExportNode, _ language: String, to json: inout JSONBuffer,
        _ loss: inout LossReport
    ) {
        json.newLine()
        json.key(node.identifier)
        json.object { json in
            json.member("label", node.caption(language: language))
            json.key("metadata")
            json.object { json in
                json.member("labels", .list(node.labels.map(Value.string)))
                write(node.properties, to: &json, &loss)
            }
        }
    }

    private func write(
        _ edge: ExportRelationship, _ graph: ExportGraph, to json: inout JSONBuffer,
        _ loss: inout LossReport
    ) {
        json.newLine()
        json.object { json in
            json.member("id", "e\(edge.number)")
            json.member("source", graph.identifiers[edge.from])
            json.member("relation", edge.type)
            json.member("target", graph.identifiers[edge.to])
            json.member("directed", .boolean(true))
            json.key("metadata")
            json.object { write(edge.properties, to: &$0, &loss) }
        }
    }

    /// Properties in an object of their own, so that none takes the place of a member.
    private func write(
        _ properties: [ExportProperty], to json: inout JSONBuffer, _ loss: inout LossReport
    ) {
        json.key("properties")
        json.object { json in
            for property in properties {
                json.member(property.key, property.value)
                loss.recordJSON(property, property.key)
            }
        }
    }
}
