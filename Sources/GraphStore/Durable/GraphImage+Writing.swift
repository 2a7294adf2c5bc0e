import GraphModel

/// A base graph as one stream of bytes: arrays as they lie in memory, between small headers.
enum GraphImage {
    /// How large the parts are that a file keeps the stream in.
    static let partSize = 1 << 20

    static func write(_ content: GraphContent, to writer: inout ByteWriter) throws(Diagnostic) {
        try write(content.catalog, &writer)
        try writer.count(content.labelSets.count)
        for set in content.labelSets { try writer.array(set.map(\.raw)) }
        try writer.array(content.labelSetStarts)
        try writer.count(content.groups.count)
        for group in content.groups {
            try writer.count(Int(group.range.lowerBound))
            try writer.count(Int(group.range.upperBound))
            try writer.flag(group.isMixed)
            try writer.array(group.labels.map(\.raw))
        }
        try writer.array(content.stringPool.bytes)
        try writer.array(content.stringPool.offsets)
        try write(content.nodeIdentifiers, &writer)
        try write(content.relationshipIdentifiers, &writer)
        try writer.count(content.segments.count)
        for segment in content.segments { try write(segment, &writer) }
        for set in content.nodeColumns + content.relationshipColumns {
            try writer.count(set.keys.count)
            for (key, column) in zip(set.keys, set.columns) {
                try writer.count(Int(key))
                try write(column, &writer)
            }
        }
    }

    private static func write(_ catalog: Catalog, _ writer: inout ByteWriter) throws(Diagnostic) {
        for table in [catalog.labels, catalog.types, catalog.keys] {
            try writer.count(table.count)
            for name in table.names { try writer.text(name) }
        }
        try writer.count(catalog.indexes.count)
        for index in catalog.indexes {
            try writer.text(index.name)
            switch index.subject {
            case .nodes(let label):
                try writer.flag(false)
                try writer.count(Int(label.raw))
            case .relationships(let type):
                try writer.flag(true)
                try writer.count(Int(type.raw))
            }
            try writer.array(index.keys.map(\.raw))
        }
    }

    private static func write(
        _ map: IdentifierMap, _ writer: inout ByteWriter
    ) throws(Diagnostic) {
        try writer.count(map.next)
        try writer.flag(map.count != nil)
        guard map.count != nil else { return }
        try writer.flag(map.wide != nil)
        if let wide = map.wide { try writer.array(wide) }
        if let narrow = map.narrow { try writer.array(narrow) }
    }

    private static func write(_ segment: Segment, _ writer: inout ByteWriter) throws(Diagnostic) {
        try writer.count(Int(segment.type.raw))
        try writer.count(segment.sourceGroup)
        try writer.count(segment.targetGroup)
        try writer.flag(segment.hasParallel)
        try writer.flag(segment.hasLoops)
        for list in [segment.forwardList, segment.backwardList] {
            switch list.form {
            case .dense(let csr):
                try writer.flag(false)
                try writer.array(csr.offsets)
            case .compressed(let nodes, let offsets, _, _):
                try writer.flag(true)
                try writer.array(nodes)
                try writer.array(offsets)
            }
            try writer.array(list.neighbours)
        }
    }

    private static func write(
        _ column: PropertyColumn, _ writer: inout ByteWriter
    ) throws(Diagnostic) {
        switch column {
        case .integers(let values, let presence):
            try header(.integers, presence, &writer)
            try writer.array(values)
        case .floats(let values, let presence):
            try header(.floats, presence, &writer)
            try writer.array(values.map(\.bitPattern))
        case .booleans(let values, let presence):
            try header(.booleans, presence, &writer)
            try writer.array(values.map { $0 ? 1 : 0 as UInt8 })
        case .strings(let ids, let presence):
            try header(.strings, presence, &writer)
            try writer.array(ids)
        case .stringLists(let lists):
            try header(.stringLists, lists.presence, &writer)
            try writer.array(lists.offsets)
            try writer.array(lists.ids)
        case .lines(let lines):
            try header(.lines, lines.presence, &writer)
            try writer.array(lines.files)
            try writer.array(lines.lines)
            try writer.array(lines.several.positions)
            try writer.array(lines.several.offsets)
            try writer.array(lines.several.ids)
        case .values(let values):
            try header(.values, nil, &writer)
            try write(values, &writer)
        case .sparse(let positions, let values):
            try header(.sparse, nil, &writer)
            try writer.array(positions)
            try write(values, &writer)
        }
    }

    private static func write(_ values: [Value], _ writer: inout ByteWriter) throws(Diagnostic) {
        try writer.count(values.count)
        for value in values { try writer.value(value) }
    }

    private static func header(
        _ kind: ColumnKind, _ presence: Bitmap?, _ writer: inout ByteWriter
    ) throws(Diagnostic) {
        try writer.byte(kind.rawValue)
        try writer.flag(presence != nil)
        if let presence { try writer.array(presence.words) }
    }

    /// What kind of column follows; part of the file format.
    enum ColumnKind: UInt8 {
        case integers = 1
        case floats
        case booleans
        case strings
        case stringLists
        case lines
        case values
        case sparse
    }
}
