extension GraphBuilder {
    /// Lays out what was gathered; the builder is empty afterwards.
    func build() -> BaseGraph {
        let needsOrdinals = !relationshipLogs.isEmpty || relationshipIdentifiers != nil
        var layout = NodeLayout(
            labelSetOf: labelSetOf, table: labelSets.sets, groupLimit: NodeLayout.groupMaximum)
        if SegmentLayout.wouldShatter(self, layout) {
            layout = NodeLayout(labelSetOf: labelSetOf, table: labelSets.sets, groupLimit: 0)
        }
        var segments = SegmentLayout(self, layout, keepOrdinals: needsOrdinals)
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
        addRelationships(&segments, layout, needsOrdinals, to: &content)
        reset()
        return BaseGraph(content)
    }

    private func addRelationships(
        _ segments: inout SegmentLayout, _ layout: NodeLayout, _ needsOrdinals: Bool,
        to content: inout GraphContent
    ) {
        var positionOf = [UInt32](repeating: 0, count: needsOrdinals ? relationshipCount : 0)
        var base: UInt32 = 0
        segments.drain { members in
            let assembler = SegmentAssembler(
                members, relationshipBase: base,
                sources: layout.groups[members.sourceGroup].range,
                targets: layout.groups[members.targetGroup].range)
            content.segments.append(assembler.segment)
            for (entry, ordinal) in assembler.ordinals.enumerated() {
                positionOf[Int(ordinal)] = base + UInt32(entry)
            }
            base += UInt32(members.sources.count)
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
        batches = []
        isLastBatchMixed = false
        relationshipCount = 0
        nodeLogs = PropertyLogs()
        relationshipLogs = PropertyLogs()
        interner = StringInterner()
        nodeIdentifiers = nil
        relationshipIdentifiers = nil
    }
}
