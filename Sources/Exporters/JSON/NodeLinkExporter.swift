import GraphModel

/// Writes node-link JSON, as NetworkX and D3 read it.
package struct NodeLinkExporter: Exporter {
    package init() {}

    package var descriptor: ExporterDescriptor {
        ExporterDescriptor(
            name: "json", fileExtension: "json", summary: "node-link JSON (NetworkX, D3)")
    }

    private static let nodeNames = ReservedNames(["id", "labels"])
    private static let edgeNames = ReservedNames(["source", "target", "key", "type"])

    package func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport {
        try descriptor.check(options)
        var loss = LossReport()
        var json = JSONBuffer()
        json.object { json in
            json.member("directed", .boolean(true))
            json.member("multigraph", .boolean(true))
            json.key("graph")
            json.object { $0.member("name", options.title) }
            json.key("nodes")
            json.array { json in
                for number in graph.nodes.indices {
                    json.newLine()
                    write(graph.node(number), to: &json, &loss)
                }
            }
            json.key("edges")
            json.array { json in
                for number in graph.relationships.indices {
                    json.newLine()
                    write(graph.relationship(number), graph, to: &json, &loss)
                }
            }
        }
        output.line(json.text)
        return loss
    }

    private func write(_ node: ExportNode, to json: inout JSONBuffer, _ loss: inout LossReport) {
        json.object { json in
            json.member("id", node.identifier)
            json.member("labels", .list(node.labels.map(Value.string)))
            for property in node.properties where !(property.key == "id" && node.isIdentifiedByID) {
                json.member(Self.nodeNames.name(for: property.key), property.value)
                loss.recordJSON(property, Self.nodeNames.name(for: property.key))
            }
        }
    }

    private func write(
        _ edge: ExportRelationship, _ graph: ExportGraph, to json: inout JSONBuffer,
        _ loss: inout LossReport
    ) {
        json.object { json in
            json.member("source", graph.identifiers[edge.from])
            json.member("target", graph.identifiers[edge.to])
            json.member("key", .integer(edge.number))
            json.member("type", edge.type)
            for property in edge.properties {
                json.member(Self.edgeNames.name(for: property.key), property.value)
                loss.recordJSON(property, Self.edgeNames.name(for: property.key))
            }
        }
    }
}

extension LossReport {
    /// Adds what JSON does not keep of a property.
    mutating func recordJSON(_ property: ExportProperty, _ name: String) {
        if name != property.key { add(.renamed(key: property.key, to: name)) }
        if let what = property.value.beyondJSON { add(.asText(key: property.key, what: what)) }
    }
}

extension Value {
    /// What in the value JSON has no form for; nil where it has one for all.
    var beyondJSON: String? {
        switch self {
        case .null, .boolean, .integer, .string, .node, .relationship, .path: nil
        case .float(let number): number.isFinite ? nil : "infinite numbers"
        case .list(let values): values.lazy.compactMap(\.beyondJSON).first
        case .map(let map): map.entries.lazy.compactMap(\.value.beyondJSON).first
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration: pluralName
        }
    }
}
