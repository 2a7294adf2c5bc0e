import GraphModel

// What one node or relationship is; the pieces GraphView falls back on.
extension BaseGraph {
    /// Index of a node's label set.
    @inline(__always)
    func labelSet(of node: UInt32) -> Int {
        node >= mixedStart
            ? Int(mixedLabelSets[Int(node - mixedStart)]) : groupLabelSets[group(of: node)]
    }

    /// The labels of a node, ascending.
    func labels(of node: UInt32) -> [LabelID] { content.labelSets[labelSet(of: node)] }

    @inline(__always)
    func hasLabel(_ node: UInt32, _ label: LabelID) -> Bool {
        let count = content.catalog.labels.count
        guard Int(label.raw) < count else { return false }
        return labelMatrix[labelSet(of: node) * count + Int(label.raw)]
    }

    func type(ofRelationship relationship: UInt32) -> TypeID {
        segments[segmentIndex(ofRelationship: relationship)].type
    }

    func source(of relationship: UInt32) -> UInt32 {
        let segment = segments[segmentIndex(ofRelationship: relationship)]
        return segment.source(ofEntry: relationship - segment.relationshipBase)
    }

    func target(of relationship: UInt32) -> UInt32 {
        let segment = segments[segmentIndex(ofRelationship: relationship)]
        return segment.target(ofEntry: relationship - segment.relationshipBase)
    }

    func property(node: UInt32, key: KeyID) -> Value {
        let group = group(of: node)
        return content.nodeColumns[group].value(
            key, at: Int(node - groupStarts[group]), stringPool)
    }

    func property(relationship: UInt32, key: KeyID) -> Value {
        let segment = segmentIndex(ofRelationship: relationship)
        return content.relationshipColumns[segment].value(
            key, at: Int(relationship - segmentBases[segment]), stringPool)
    }

    func nodeProperties(_ node: UInt32) -> [(KeyID, Value)] {
        let group = group(of: node)
        return content.nodeColumns[group].properties(
            at: Int(node - groupStarts[group]), stringPool)
    }

    func relationshipProperties(_ relationship: UInt32) -> [(KeyID, Value)] {
        let segment = segmentIndex(ofRelationship: relationship)
        return content.relationshipColumns[segment].properties(
            at: Int(relationship - segmentBases[segment]), stringPool)
    }

    /// The contiguous ranges of the nodes with a label, ascending, neighbours joined.
    func ranges(label: LabelID) -> [Range<UInt32>] {
        let labelCount = content.catalog.labels.count
        guard Int(label.raw) < labelCount else { return [] }
        var ranges: [Range<UInt32>] = []
        for set in content.labelSets.indices
        where labelMatrix[set * labelCount + Int(label.raw)] {
            let range = content.labelSetStarts[set]..<content.labelSetStarts[set + 1]
            if let last = ranges.last, last.upperBound == range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }
}
