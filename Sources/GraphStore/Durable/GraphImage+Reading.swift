import GraphModel

extension GraphImage {
    /// Reads a graph and checks that its parts fit together well enough to be used safely.
    static func read(_ reader: inout ByteReader) throws -> GraphContent {
        var content = GraphContent()
        content.catalog = try catalog(&reader)
        let labelCount = content.catalog.labels.count
        for _ in 0..<(try reader.count(of: 1)) {
            content.labelSets.append(try labels(&reader, labelCount))
        }
        content.labelSetStarts = try reader.array()
        for _ in 0..<(try reader.count(of: 4)) {
            content.groups.append(try group(&reader, labelCount))
        }
        content.stringPool = try pool(&reader)
        content.nodeIdentifiers = try identifiers(&reader)
        content.relationshipIdentifiers = try identifiers(&reader)
        var base: UInt32 = 0
        for _ in 0..<(try reader.count(of: 10)) {
            let segment = try segment(&reader, content, base)
            let next = base.addingReportingOverflow(UInt32(segment.count))
            guard !next.overflow else { throw ByteReader.Malformed() }
            base = next.partialValue
            content.segments.append(segment)
        }
        for group in content.groups {
            content.nodeColumns.append(try columns(&reader, content, group.range.count))
        }
        for segment in content.segments {
            content.relationshipColumns.append(try columns(&reader, content, segment.count))
        }
        guard reader.left == 0, content.isSafe else { throw ByteReader.Malformed() }
        return content
    }

    private static func catalog(_ reader: inout ByteReader) throws -> Catalog {
        var catalog = Catalog()
        catalog.labels = try names(&reader)
        catalog.types = try names(&reader)
        catalog.keys = try names(&reader)
        for _ in 0..<(try reader.count(of: 4)) {
            let name = try reader.text()
            let isOnRelationships = try reader.flag()
            let limit = isOnRelationships ? catalog.types.count : catalog.labels.count
            let subject = UInt32(try reader.number(below: limit))
            let keys: [UInt32] = try reader.array()
            guard keys.allSatisfy({ $0 < catalog.keys.count }) else {
                throw ByteReader.Malformed()
            }
            catalog.indexes.append(
                PropertyIndex(
                    name: name,
                    subject: isOnRelationships
                        ? .relationships(TypeID(subject)) : .nodes(LabelID(subject)),
                    keys: keys.map { KeyID($0) }))
        }
        return catalog
    }

    private static func names(_ reader: inout ByteReader) throws -> NameTable {
        let names = try (0..<reader.count(of: 1)).map { _ in try reader.text() }
        let table = NameTable(names)
        guard table.count == names.count else { throw ByteReader.Malformed() }
        return table
    }

    private static func labels(_ reader: inout ByteReader, _ limit: Int) throws -> [LabelID] {
        let raw: [UInt32] = try reader.array()
        guard raw.allSatisfy({ $0 < limit }), zip(raw, raw.dropFirst()).allSatisfy({ $0 < $1 })
        else { throw ByteReader.Malformed() }
        return raw.map { LabelID($0) }
    }

    private static func group(_ reader: inout ByteReader, _ labelCount: Int) throws -> NodeGroup {
        let lower = try reader.word()
        let upper = try reader.word()
        guard lower < upper else { throw ByteReader.Malformed() }
        let isMixed = try reader.flag()
        return NodeGroup(
            range: lower..<upper, labels: try labels(&reader, labelCount), isMixed: isMixed)
    }

    private static func pool(_ reader: inout ByteReader) throws -> StringPool {
        let bytes: [UInt8] = try reader.array()
        let offsets: [Int] = try reader.array()
        guard offsets.first == 0, offsets.last == bytes.count, offsets.isAscending else {
            throw ByteReader.Malformed()
        }
        return StringPool(bytes: bytes, offsets: offsets)
    }

    private static func identifiers(_ reader: inout ByteReader) throws -> IdentifierMap {
        let next = try reader.number(below: .max)
        guard try reader.flag() else { return IdentifierMap(next: next) }
        guard try reader.flag() else {
            return IdentifierMap(narrow: try reader.array(), next: next)
        }
        return IdentifierMap(identifiers: try reader.array(), next: next)
    }

    private static func segment(
        _ reader: inout ByteReader, _ content: GraphContent, _ base: UInt32
    ) throws -> Segment {
        let type = TypeID(UInt32(try reader.number(below: content.catalog.types.count)))
        let sourceGroup = try reader.number(below: content.groups.count)
        let targetGroup = try reader.number(below: content.groups.count)
        let hasParallel = try reader.flag()
        let hasLoops = try reader.flag()
        let sources = content.groups[sourceGroup].range
        let targets = content.groups[targetGroup].range
        let forward = try list(&reader, sources)
        let backward = try list(&reader, targets)
        guard forward.violations(nodes: sources, neighbours: targets).isEmpty,
            backward.violations(nodes: targets, neighbours: sources).isEmpty,
            forward.agrees(with: backward)
        else { throw ByteReader.Malformed() }
        return Segment(
            type: type, sourceGroup: sourceGroup, targetGroup: targetGroup,
            relationshipBase: base, forward: forward, backward: backward,
            hasParallel: hasParallel, hasLoops: hasLoops)
    }

    private static func list(
        _ reader: inout ByteReader, _ nodes: Range<UInt32>
    ) throws -> AdjacencyList {
        if try reader.flag() {
            let owners: [UInt32] = try reader.array()
            let offsets: [UInt32] = try reader.array()
            return AdjacencyList(
                firstNode: nodes.lowerBound, nodeCount: nodes.count, nodes: owners,
                offsets: offsets, neighbours: try reader.array())
        }
        let offsets: [UInt32] = try reader.array()
        guard !offsets.isEmpty else { throw ByteReader.Malformed() }
        return AdjacencyList(
            CSR(firstNode: nodes.lowerBound, offsets: offsets, neighbours: try reader.array()))
    }

    private static func columns(
        _ reader: inout ByteReader, _ content: GraphContent, _ slots: Int
    ) throws -> ColumnSet {
        var set = ColumnSet()
        for _ in 0..<(try reader.count(of: 3)) {
            let key = UInt32(try reader.number(below: content.catalog.keys.count))
            set.append(KeyID(key), try column(&reader, slots))
        }
        guard set.violations(slots: slots, pool: content.stringPool).isEmpty else {
            throw ByteReader.Malformed()
        }
        return set
    }

    private static func column(_ reader: inout ByteReader, _ slots: Int) throws -> PropertyColumn {
        guard let kind = ColumnKind(rawValue: try reader.byte()) else {
            throw ByteReader.Malformed()
        }
        var presence: Bitmap?
        if try reader.flag() {
            let words: [UInt64] = try reader.array()
            guard words.count == (slots + 63) / 64 else { throw ByteReader.Malformed() }
            presence = Bitmap(words: words, count: slots)
        }
        switch kind {
        case .integers: return .integers(try reader.array(), presence: presence)
        case .floats:
            let bits: [UInt64] = try reader.array()
            return .floats(bits.map { Double(bitPattern: $0) }, presence: presence)
        case .booleans:
            let flags: [UInt8] = try reader.array()
            return .booleans(flags.map { $0 != 0 }, presence: presence)
        case .strings: return .strings(try reader.array(), presence: presence)
        case .stringLists:
            return .stringLists(
                StringLists(
                    offsets: try reader.array(), ids: try reader.array(), presence: presence))
        case .lines:
            return .lines(
                SourceLines(
                    files: try reader.array(), lines: try reader.array(),
                    several: SourceLines.Several(
                        positions: try reader.array(), offsets: try reader.array(),
                        ids: try reader.array()), presence: presence))
        case .values: return .values(try values(&reader))
        case .sparse:
            return .sparse(positions: try reader.array(), values: try values(&reader))
        }
    }

    private static func values(_ reader: inout ByteReader) throws -> [Value] {
        try (0..<reader.count(of: 1)).map { _ in try reader.value() }
    }
}

extension [Int] {
    fileprivate var isAscending: Bool {
        var descents = 0
        for index in indices.dropFirst() { descents &+= self[index] < self[index - 1] ? 1 : 0 }
        return descents == 0
    }
}

extension GraphContent {
    /// Whether groups, label sets, segments and ids follow each other as all code relies on.
    fileprivate var isSafe: Bool {
        guard labelSetStarts.count == labelSets.count + 1, labelSetStarts.first == 0,
            zip(labelSetStarts, labelSetStarts.dropFirst()).allSatisfy({ $0 < $1 })
        else { return false }
        var next: UInt32 = 0
        for (index, group) in groups.enumerated() {
            guard group.range.lowerBound == next, !group.isMixed || index == groups.count - 1
            else { return false }
            let set = labelSetStarts.lastIndex(notAbove: next)
            guard set < labelSets.count, labelSetStarts[set] == next else { return false }
            if !group.isMixed, labelSetStarts[set + 1] != group.range.upperBound { return false }
            next = group.range.upperBound
        }
        guard labelSetStarts.last == next else { return false }
        let order = segments.map { ($0.type.raw, $0.sourceGroup, $0.targetGroup) }
        return zip(order, order.dropFirst()).allSatisfy { $0 < $1 }
            && segments.allSatisfy { $0.count > 0 }
            && nodeIdentifiers.covers(Int(next))
            && relationshipIdentifiers.covers(segments.reduce(0) { $0 + $1.count })
    }
}
