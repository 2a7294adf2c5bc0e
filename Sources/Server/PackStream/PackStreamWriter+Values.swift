import GraphModel

extension PackStreamWriter {
    /// How deep lists and maps of a result may nest: deeper ones would run a client's stack out too.
    static let nestingLimit = 500

    /// Writes any value; nodes and relationships are looked up in `entities`.
    mutating func value(_ value: Value, entities: any EntityReader, depth: Int = 0) {
        switch value {
        case .null: null()
        case .boolean(let flag): boolean(flag)
        case .integer(let number): integer(number)
        case .float(let number): float(number)
        case .string(let text): string(text)
        case .list(let values): self.values(values, entities: entities, depth: depth)
        case .map(let map): self.map(map, entities: entities, depth: depth)
        case .node(let index): node(entities.describe(index), entities: entities)
        case .relationship(let index):
            relationship(entities.describe(index), entities: entities)
        case .path(let path): self.path(path, entities: entities)
        case .date(let date): self.date(date)
        case .localTime(let time): localTime(time)
        case .time(let time): self.time(time)
        case .localDateTime(let moment): localDateTime(moment)
        case .dateTime(let moment): dateTime(moment)
        case .duration(let amount): duration(amount)
        }
    }

    /// Whether lists and maps may nest one level deeper; where not, null stands in their place.
    private mutating func enters(_ depth: Int) -> Bool {
        if depth < Self.nestingLimit { return true }
        nestsTooDeep = true
        null()
        return false
    }

    /// Writes a list.
    mutating func values(_ values: [Value], entities: any EntityReader, depth: Int) {
        guard enters(depth) else { return }
        list(count: values.count)
        for item in values { value(item, entities: entities, depth: depth + 1) }
    }

    private mutating func map(_ map: ValueMap, entities: any EntityReader, depth: Int) {
        guard enters(depth) else { return }
        self.map(count: map.count)
        for entry in map.entries {
            string(entry.key)
            value(entry.value, entities: entities, depth: depth + 1)
        }
    }

    private mutating func properties(
        _ properties: [(key: String, value: Value)], entities: any EntityReader
    ) {
        map(count: properties.count)
        for (key, property) in properties {
            string(key)
            value(property, entities: entities, depth: 1)
        }
    }

    private mutating func node(_ node: NodeDescription, entities: any EntityReader) {
        structure(StructureTag.node, fields: 4)
        integer(node.id)
        list(count: node.labels.count)
        for label in node.labels { string(label) }
        properties(node.properties, entities: entities)
        string(node.elementID)
    }

    private mutating func relationship(
        _ edge: RelationshipDescription, entities: any EntityReader
    ) {
        structure(StructureTag.relationship, fields: 8)
        integer(edge.id)
        integer(edge.start.id)
        integer(edge.end.id)
        string(edge.type)
        properties(edge.properties, entities: entities)
        string(edge.elementID)
        string(edge.start.elementID)
        string(edge.end.elementID)
    }

    /// A path names each node and relationship once and then tells the walk by their places; a
    /// relationship walked against its direction has a negative place.
    private mutating func path(_ path: Path, entities: any EntityReader) {
        var nodes = PlaceList<NodeIndex>()
        var edges = PlaceList<RelationshipIndex>()
        var described: [RelationshipDescription] = []
        var walk: [Int] = []
        if let first = path.nodes.first { _ = nodes.place(of: first) }
        for (step, edge) in path.relationships.enumerated() {
            let place = edges.place(of: edge)
            if place == described.count { described.append(entities.describe(edge)) }
            let isForward = described[place].start.index == path.nodes[step]
            walk.append(isForward ? place + 1 : -(place + 1))
            walk.append(nodes.place(of: path.nodes[step + 1]))
        }
        structure(StructureTag.path, fields: 3)
        list(count: nodes.items.count)
        for index in nodes.items { node(entities.describe(index), entities: entities) }
        list(count: described.count)
        for edge in described { unbound(edge, entities: entities) }
        list(count: walk.count)
        for place in walk { integer(place) }
    }

    private mutating func unbound(
        _ edge: RelationshipDescription, entities: any EntityReader
    ) {
        structure(StructureTag.unboundRelationship, fields: 4)
        integer(edge.id)
        string(edge.type)
        properties(edge.properties, entities: entities)
        string(edge.elementID)
    }

    private mutating func date(_ date: CalendarDate) {
        structure(StructureTag.date, fields: 1)
        integer(date.days)
    }

    private mutating func localTime(_ time: LocalTime) {
        structure(StructureTag.localTime, fields: 1)
        integer(time.nanoseconds)
    }

    private mutating func time(_ time: OffsetTime) {
        structure(StructureTag.time, fields: 2)
        integer(time.local.nanoseconds)
        integer(Int(time.offsetSeconds))
    }

    private mutating func localDateTime(_ moment: LocalDateTime) {
        structure(StructureTag.localDateTime, fields: 2)
        integer(moment.seconds)
        integer(Int(moment.nanoseconds))
    }

    private mutating func dateTime(_ moment: ZonedDateTime) {
        let tag =
            moment.zoneName == nil
            ? StructureTag.dateTimeWithOffset : StructureTag.dateTimeWithZone
        structure(tag, fields: 3)
        integer(moment.epochSeconds)
        integer(Int(moment.nanoseconds))
        if let name = moment.zoneName { string(name) } else { integer(Int(moment.offsetSeconds)) }
    }

    private mutating func duration(_ amount: TemporalDuration) {
        structure(StructureTag.duration, fields: 4)
        integer(amount.months)
        integer(amount.days)
        integer(amount.seconds)
        integer(Int(amount.nanoseconds))
    }
}

/// Distinct items in the order they were first seen.
private struct PlaceList<Item: Hashable> {
    private(set) var items: [Item] = []
    private var places: [Item: Int] = [:]

    /// The item's place; a new item is added at the end.
    mutating func place(of item: Item) -> Int {
        if let known = places[item] { return known }
        places[item] = items.count
        items.append(item)
        return items.count - 1
    }
}
