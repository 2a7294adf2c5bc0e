import GraphModel

/// The tags of the server's messages.
enum ResponseTag {
    static let success: UInt8 = 0x70
    static let record: UInt8 = 0x71
    static let ignored: UInt8 = 0x7E
    static let failure: UInt8 = 0x7F
}

/// Entries of a message's map; all values are plain ones.
typealias Metadata = [(key: String, value: Value)]

extension PackStreamWriter {
    mutating func success(_ metadata: Metadata = []) {
        beginMessage(ResponseTag.success, fields: 1)
        plainMap(metadata)
        endMessage()
    }

    mutating func ignored() {
        beginMessage(ResponseTag.ignored, fields: 0)
        endMessage()
    }

    mutating func failure(_ failure: Failure) {
        beginMessage(ResponseTag.failure, fields: 1)
        plainMap([("code", .string(failure.code)), ("message", .string(failure.message))])
        endMessage()
    }

    /// One row of a result; where it cannot be written, nothing of it stays.
    mutating func record(_ row: [Value], entities: any EntityReader) throws(Diagnostic) {
        beginMessage(ResponseTag.record, fields: 1)
        values(row, entities: entities, depth: 0)
        guard !nestsTooDeep else {
            abandonMessage()
            throw Diagnostic(
                .resource, "ResultTooDeep",
                "a value of the result nests more than \(Self.nestingLimit) lists and maps")
        }
        endMessage()
    }

    /// A map without nodes or relationships.
    private mutating func plainMap(_ entries: Metadata) {
        map(count: entries.count)
        for (key, entry) in entries {
            string(key)
            value(entry, entities: NoEntities())
        }
    }
}

/// For maps that hold no nodes or relationships.
private struct NoEntities: EntityReader {
    func describe(_ node: NodeIndex) -> NodeDescription {
        NodeDescription(id: -1, elementID: "", labels: [], properties: [])
    }

    func describe(_ relationship: RelationshipIndex) -> RelationshipDescription {
        let nowhere = RelationshipDescription.End(index: NodeIndex(0), id: -1, elementID: "")
        return RelationshipDescription(
            id: -1, elementID: "", type: "", start: nowhere, end: nowhere, properties: [])
    }
}
