import GraphModel

extension GraphView {
    /// A base graph of what is live and satisfies the conditions. Stable ids stay.
    func copied(
        nodes keepsNode: (UInt32) -> Bool, relationships keepsRelationship: (UInt32) -> Bool
    ) -> BaseGraph {
        var copier = GraphCopier(self)
        copier.copyNodes(keepsNode)
        copier.copyNodeProperties()
        copier.copyRelationships(keepsRelationship)
        copier.copyRelationshipProperties()
        copier.builder.compactStrings()
        return copier.builder.build()
    }
}

/// Feeds a view into a builder, columns as columns and lists as lists.
private struct GraphCopier {
    let builder = GraphBuilder()
    private let view: GraphView
    private let base: BaseGraph
    private let state: OverlayState?
    /// The builder's ordinal of each node and relationship, `dropped` where it stays behind.
    private var nodeOrdinals: [UInt32]
    private var relationshipOrdinals: [UInt32]
    /// Positions with an edit, ascending.
    private let editedNodes: [UInt32]
    private let editedRelationships: [UInt32]

    private static let dropped = UInt32.max

    init(_ view: GraphView) {
        self.view = view
        base = view.base
        state = view.overlay?.state
        nodeOrdinals = [UInt32](repeating: GraphCopier.dropped, count: Int(view.nodeLimit))
        relationshipOrdinals = [UInt32](
            repeating: GraphCopier.dropped, count: Int(view.relationshipLimit))
        editedNodes = state?.nodes.sortedPositions ?? []
        editedRelationships = state?.relationships.sortedPositions ?? []
        builder.catalog = view.catalog
        builder.interner = StringInterner(continuing: base.stringPool)
        builder.nextNodeIdentifier = view.nodeID(of: view.nodeLimit)
        builder.nextRelationshipIdentifier = view.relationshipID(of: view.relationshipLimit)
    }

    // MARK: Nodes

    mutating func copyNodes(_ keeps: (UInt32) -> Bool) {
        var labelSetOf: [UInt32] = []
        labelSetOf.reserveCapacity(view.nodeCount)
        var identifiers: [Int] = []
        identifiers.reserveCapacity(view.nodeCount)
        var edits = editedNodes[...]
        func copy(_ node: UInt32, _ set: UInt32) {
            nodeOrdinals[Int(node)] = UInt32(labelSetOf.count)
            labelSetOf.append(set)
            identifiers.append(view.nodeID(of: node))
        }
        let starts = base.content.labelSetStarts
        for (index, labels) in base.content.labelSets.enumerated() {
            let set = builder.labelSets.number(of: labels)
            for node in starts[index]..<starts[index + 1] {
                if edits.first == node {
                    edits.removeFirst()
                    guard let edit = state?.nodes[node], !edit.isDeleted else { continue }
                    let labels = edit.labels.map { builder.labelSets.number(of: $0) }
                    if keeps(node) { copy(node, labels ?? set) }
                } else if keeps(node) {
                    copy(node, set)
                }
            }
        }
        for node in edits {
            guard let edit = state?.nodes[node], !edit.isDeleted, keeps(node) else { continue }
            copy(node, builder.labelSets.number(of: edit.labels ?? []))
        }
        builder.labelSetOf = labelSetOf
        builder.nodeIdentifiers = identifiers
    }

    func copyNodeProperties() {
        for (group, set) in zip(base.groups, base.content.nodeColumns) {
            let ordinals = nodeOrdinals[Int(group.range.lowerBound)..<Int(group.range.upperBound)]
            for (key, column) in zip(set.keys, set.columns) {
                builder.nodeLogs[KeyID(key)].append(column, ordinals, &builder.interner)
            }
        }
        for node in editedNodes where nodeOrdinals[Int(node)] != GraphCopier.dropped {
            for edit in state?.nodes[node]?.properties ?? [] {
                builder.append(edit.value, toNode: nodeOrdinals[Int(node)], edit.key)
            }
        }
    }

    // MARK: Relationships

    mutating func copyRelationships(_ keeps: (UInt32) -> Bool) {
        var identifiers: [Int] = []
        identifiers.reserveCapacity(view.relationshipCount)
        var edits = editedRelationships[...]
        for segment in base.segments {
            var sources: [UInt32] = []
            var targets: [UInt32] = []
            sources.reserveCapacity(segment.count)
            targets.reserveCapacity(segment.count)
            segment.forwardList.forEachList { node, range in
                let source = nodeOrdinals[Int(node)]
                for entry in range {
                    let relationship = segment.relationshipBase + UInt32(entry)
                    if edits.first == relationship {
                        edits.removeFirst()
                        if state?.relationships[relationship]?.isDeleted ?? false { continue }
                    }
                    let target = nodeOrdinals[Int(segment.forwardList.neighbours[entry])]
                    guard source != GraphCopier.dropped, target != GraphCopier.dropped,
                        keeps(relationship)
                    else { continue }
                    relationshipOrdinals[Int(relationship)] = UInt32(identifiers.count)
                    identifiers.append(view.relationshipID(of: relationship))
                    sources.append(source)
                    targets.append(target)
                }
            }
            builder.addRelationships(segment.type, from: sources, to: targets)
        }
        for relationship in edits {
            guard let edit = state?.relationships[relationship], !edit.isDeleted,
                let created = edit.created
            else { continue }
            let source = nodeOrdinals[Int(created.source)]
            let target = nodeOrdinals[Int(created.target)]
            guard source != GraphCopier.dropped, target != GraphCopier.dropped, keeps(relationship)
            else { continue }
            identifiers.append(view.relationshipID(of: relationship))
            relationshipOrdinals[Int(relationship)] = builder.addRelationship(
                created.type, from: source, to: target)
        }
        builder.relationshipIdentifiers = identifiers
    }

    func copyRelationshipProperties() {
        for (segment, set) in zip(base.segments, base.content.relationshipColumns) {
            let range = segment.relationships
            let ordinals = relationshipOrdinals[Int(range.lowerBound)..<Int(range.upperBound)]
            for (key, column) in zip(set.keys, set.columns) {
                builder.relationshipLogs[KeyID(key)].append(column, ordinals, &builder.interner)
            }
        }
        for relationship in editedRelationships
        where relationshipOrdinals[Int(relationship)] != GraphCopier.dropped {
            for edit in state?.relationships[relationship]?.properties ?? [] {
                builder.append(
                    edit.value, toRelationship: relationshipOrdinals[Int(relationship)], edit.key)
            }
        }
    }
}

extension PropertyLog {
    /// Appends a column's values; `ordinals` says where each element went, the largest number
    /// that it went nowhere. Numbers of strings stay as they are.
    fileprivate mutating func append(
        _ column: PropertyColumn, _ ordinals: ArraySlice<UInt32>, _ interner: inout StringInterner
    ) {
        switch column {
        case .integers(let values, let presence):
            append(ordinals, presence, .integer) { UInt64(bitPattern: Int64(values[$0])) }
        case .floats(let values, let presence):
            append(ordinals, presence, .float) { values[$0].bitPattern }
        case .booleans(let values, let presence):
            append(ordinals, presence, .boolean) { values[$0] ? 1 : 0 }
        case .strings(let ids, let presence):
            append(ordinals, presence, .string) { UInt64(ids[$0]) }
        case .lines(let lines):
            append(ordinals, lines.presence, .line) {
                UInt64(lines.files[$0]) << 32 | UInt64(lines.lines[$0])
            }
            for position in lines.several.positions {
                let ordinal = ordinals[ordinals.startIndex + Int(position)]
                guard ordinal != .max, let list = lines.several.list(at: Int(position)) else {
                    continue
                }
                append(ordinal, stringList: list)
            }
        case .stringLists(let lists):
            for (index, ordinal) in ordinals.enumerated()
            where ordinal != .max && lists.presence?[index] ?? true {
                let range = Int(lists.offsets[index])..<Int(lists.offsets[index + 1])
                append(ordinal, stringList: lists.ids[range])
            }
        case .values(let values):
            for (value, ordinal) in zip(values, ordinals) where ordinal != .max && !value.isNull {
                append(value, ordinal, &interner)
            }
        case .sparse(let positions, let values):
            for (position, value) in zip(positions, values) {
                let ordinal = ordinals[ordinals.startIndex + Int(position)]
                if ordinal != .max { append(value, ordinal, &interner) }
            }
        }
    }

    @inline(__always)
    private mutating func append(
        _ ordinals: ArraySlice<UInt32>, _ presence: Bitmap?, _ kind: LoggedKind,
        _ payload: (Int) -> UInt64
    ) {
        reserve(ordinals.count)
        for (index, ordinal) in ordinals.enumerated()
        where ordinal != .max && presence?[index] ?? true {
            append(ordinal, kind, payload(index))
        }
    }
}
