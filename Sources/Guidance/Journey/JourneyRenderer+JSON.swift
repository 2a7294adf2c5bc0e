import GraphModel

extension JourneyRenderer {
    /// The journey as one JSON object on one line, without a line feed.
    package static func json(_ journey: Journey) -> String {
        var writer = JSONWriter()
        writer.object { object in
            object.member("asOf", journey.asOf)
            object.member("language", journey.language.rawValue)
            object.array("tracks", journey.tracks) { element, track in
                element.object {
                    $0.member("id", track.id)
                    $0.member("title", track.title)
                    $0.array("stages", track.stages) { write($1, to: &$0) }
                }
            }
            object.nested("anyStage") { write(journey.anyStage, to: &$0) }
            object.array("sources", journey.sources) { element, source in
                element.object {
                    $0.member("id", source.id)
                    $0.member("title", source.title)
                    $0.member("dated", source.dated)
                }
            }
            object.array("notes", journey.notes) { $0.value(.string($1)) }
        }
        return writer.text
    }

    private static func write(_ stage: Journey.Stage, to writer: inout JSONWriter) {
        writer.object { object in
            members(of: stage.node, to: &object)
            object.array("facts", stage.facts) { AnswerRenderer.write($1, to: &$0) }
            write(stage.details, to: &object)
            for section in stage.sections {
                object.array(section.name, section.entries) { write($1, to: &$0) }
            }
            object.array("next", stage.next) { write($1, to: &$0) }
        }
    }

    private static func write(_ sections: [Journey.Section], to writer: inout JSONWriter) {
        writer.object { object in
            for section in sections {
                object.array(section.name, section.entries) { write($1, to: &$0) }
            }
        }
    }

    private static func write(_ entry: Journey.Entry, to writer: inout JSONWriter) {
        writer.object { object in
            members(of: entry.node, to: &object)
            if let subject = entry.subject { object.member("subject", subject.id) }
            if !entry.roles.isEmpty { object.array("roles", entry.roles) { $0.value(.string($1)) } }
            if let modality = entry.modality { object.member("modality", modality) }
            if let remark = entry.remark { object.member("note", remark) }
            object.array("facts", entry.facts) { AnswerRenderer.write($1, to: &$0) }
            write(entry.details, to: &object)
        }
    }

    private static func write(_ details: [Journey.Detail], to object: inout JSONWriter) {
        for detail in details {
            object.array(detail.kind.rawValue, detail.parts) { write($1, to: &$0) }
        }
    }

    private static func write(_ part: Journey.Part, to writer: inout JSONWriter) {
        writer.object { object in
            if let node = part.node {
                members(of: node, to: &object)
            } else {
                object.member("text", part.text)
            }
            if let remark = part.remark { object.member("note", remark) }
            object.array("facts", [part.fact]) { AnswerRenderer.write($1, to: &$0) }
        }
    }

    private static func members(of node: Answer.Node, to object: inout JSONWriter) {
        object.member("id", node.id)
        object.member("label", node.label)
        object.member("name", node.name)
    }
}
