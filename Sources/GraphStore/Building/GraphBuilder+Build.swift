extension GraphBuilder {
    /// Lays out what was gathered.
    func build() -> BaseGraph {
        let layout = NodeLayout(
            labelSetOf: labelSetOf, table: labelSets.sets, groupLimit: NodeLayout.groupMaximum)
        let needsOrdinals = !relationshipLogs.isEmpty || relationshipIdentifiers != nil
        let members = SegmentLayout(self, layout, keepOrdinals: needsOrdinals).members
        let pool = interner.finish()
        var content = GraphContent()
        content.catalog = catalog
        content.labelSets = layout.sets.map { labelSets.sets[Int($0)] }
        content.labelSetStarts = layout.starts
        content.groups = layout.groups
        content.stringPool = pool
        content.nodeColumns = nodeLogs.columns(
            ranges: layout.groups.map {
                ColumnRange(start: $0.range.lowerBound, count: $0.range.count)
            },
            positionOf: layout.positions, pool: pool)
        content.nodeIdentifiers = identifiers(
            nodeIdentifiers, next: max(nextNodeIdentifier, nodeCount), layout.positions)
        addRelationships(members, layout, needsOrdinals, to: &content)
        reset()
        return BaseGraph(content)
    }

    private func addRelationships(
        _ members: [SegmentLayout.Members], _ layout: NodeLayout, _ needsOrdinals: Bool,
        to content: inout GraphContent
    ) {
        var positionOf = [UInt32](repeating: 0, count: needsOrdinals ? relationshipCount : 0)
        var base: UInt32 = 0
        for member in members {
            let assembler = SegmentAssembler(
                member, sources: layout.groups[member.sourceGroup].range,
                targets: layout.groups[member.targetGroup].range)
            let hasLoops =
                member.sourceGroup == member.targetGroup
                && zip(member.sources, member.targets).contains { $0 == $1 }
            content.segments.append(
                assembler.segment(member, relationshipBase: base, hasLoops: hasLoops))
            for (entry, ordinal) in assembler.ordinals.enumerated() {
                positionOf[Int(ordinal)] = base + UInt32(entry)
            }
            base += UInt32(member.sources.count)
        }
        content.relationshipColumns = relationshipLogs.columns(
            ranges: content.segments.map {
                ColumnRange(start: $0.relationshipBase, count: $0.count)
            },
            positionOf: positionOf, pool: content.stringPool)
        content.relationshipIdentifiers = identifiers(
            relationshipIdentifiers, next: max(nextRelationshipIdentifier, relationshipCount),
            positionOf)
    }

    /// The ids in order of position.
    private func identifiers(_ given: [Int]?, next: Int, _ positionOf: [UInt32]?) -> IdentifierMap {
        guard let given else { return IdentifierMap(next: next) }
        guard let positionOf else { return IdentifierMap(identifiers: given, next: next) }
        var placed = [Int](repeating: 0, count: given.count)
        for (ordinal, identifier) in given.enumerated() {
            placed[Int(positionOf[ordinal])] = identifier
        }
        return IdentifierMap(identifiers: placed, next: next)
    }

    private func reset() {
        catalog = Catalog()
        labelSets = LabelSetTable()
        labelSetOf = []
        relationshipCount = 0
        batches = []
        nodeLogs = PropertyLogs()
        relationshipLogs = PropertyLogs()
        interner = StringInterner()
        nodeIdentifiers = nil
        relationshipIdentifiers = nil
    }
}
