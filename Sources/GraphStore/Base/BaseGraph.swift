import GraphModel
import Synchronization

/// A graph that does not change: columns, adjacency, names.
///
/// Nodes and relationships are positions from 0. Nodes with the same labels stand together: each
/// frequent label set is a group, the rare ones share the mixed group, ordered by label set.
package final class BaseGraph: Sendable {
    let content: GraphContent
    package let nodeCount: Int
    package let relationshipCount: Int
    package let groups: [NodeGroup]
    /// All segments, ascending by type, source group, target group.
    package let segments: [Segment]
    package let stringPool: StringPool

    let groupStarts: [UInt32]
    let segmentBases: [UInt32]
    /// The segments of each type stand together.
    let segmentRanges: [Range<Int>]
    let outgoing: DirectedLists
    let incoming: DirectedLists
    /// The label set of each node of the mixed group.
    let mixedLabelSets: [UInt32]
    let mixedStart: UInt32
    /// The label set of each group but the mixed one.
    let groupLabelSets: [Int]
    /// Whether a label set has a label: bit `set * label count + label`.
    let labelMatrix: Bitmap
    /// Number of nodes with each label.
    let labelCounts: [Int]
    /// Number of relationships of each type.
    let typeCounts: [Int]
    private let keyCountsOnce = Once<[Int]>()
    let indexes = Mutex<[KeyID: HashIndex]>([:])

    init(_ content: GraphContent) {
        self.content = content
        groups = content.groups
        segments = content.segments
        stringPool = content.stringPool
        nodeCount = Int(content.labelSetStarts.last ?? 0)
        relationshipCount = content.segments.reduce(0) { $0 + $1.count }
        groupStarts = content.groups.map(\.range.lowerBound)
        segmentBases = content.segments.map(\.relationshipBase)
        let directory = SegmentDirectory(content)
        segmentRanges = directory.ranges
        outgoing = DirectedLists(content, .outgoing)
        incoming = DirectedLists(content, .incoming)
        typeCounts = directory.typeCounts
        let labels = LabelDirectory(content)
        mixedLabelSets = labels.mixed
        mixedStart = labels.mixedStart
        groupLabelSets = labels.groupSets
        labelMatrix = labels.matrix
        labelCounts = labels.counts
    }

    /// A graph without nodes.
    package convenience init() {
        self.init(GraphContent())
    }

    /// The segments of a type, ascending by source group and target group.
    package func segments(type: TypeID) -> ArraySlice<Segment> {
        Int(type.raw) < segmentRanges.count ? segments[segmentRanges[Int(type.raw)]] : []
    }

    /// The segments that start in a group, ascending by type.
    package func segments(from group: Int) -> [Segment] {
        outgoing.indices(group: group, type: nil).map { outgoing.lists[$0].segment }
    }

    /// The segments that end in a group, ascending by type.
    package func segments(to group: Int) -> [Segment] {
        incoming.indices(group: group, type: nil).map { incoming.lists[$0].segment }
    }

    /// The group of a node.
    @inline(__always)
    package func group(of node: UInt32) -> Int {
        groups.count == 1 ? 0 : groupStarts.lastIndex(notAbove: node)
    }

    /// Index in `segments` of the segment of a relationship.
    @inline(__always)
    package func segmentIndex(ofRelationship relationship: UInt32) -> Int {
        segmentBases.count == 1 ? 0 : segmentBases.lastIndex(notAbove: relationship)
    }

    /// One property of a group's nodes; index 0 is the group's first node.
    package func nodeColumn(group: Int, key: KeyID) -> PropertyColumn? {
        content.nodeColumns[group].column(key)
    }

    /// One property of a segment's relationships; index 0 is `relationshipBase`.
    package func relationshipColumn(segment: Int, key: KeyID) -> PropertyColumn? {
        content.relationshipColumns[segment].column(key)
    }

    /// How many nodes and relationships have each key.
    var keyCounts: [Int] {
        keyCountsOnce.value {
            var counts = [Int](repeating: 0, count: content.catalog.keys.count)
            for set in content.nodeColumns + content.relationshipColumns {
                for (key, column) in zip(set.keys, set.columns) {
                    counts[Int(key)] += column.population
                }
            }
            return counts
        }
    }
}

/// Which segments a type has.
private struct SegmentDirectory {
    var ranges: [Range<Int>] = []
    var typeCounts: [Int]

    init(_ content: GraphContent) {
        typeCounts = [Int](repeating: 0, count: content.catalog.types.count)
        for segment in content.segments {
            typeCounts[Int(segment.type.raw)] += segment.count
        }
        var at = 0
        for type in 0..<UInt32(content.catalog.types.count) {
            let start = at
            while at < content.segments.count, content.segments[at].type.raw == type { at += 1 }
            ranges.append(start..<at)
        }
    }
}

/// Which label sets groups and nodes have, and which labels those.
private struct LabelDirectory {
    var mixed: [UInt32] = []
    var mixedStart: UInt32 = 0
    var groupSets: [Int] = []
    var matrix: Bitmap
    var counts: [Int]

    init(_ content: GraphContent) {
        let labelCount = content.catalog.labels.count
        matrix = Bitmap(count: content.labelSets.count * labelCount)
        counts = [Int](repeating: 0, count: labelCount)
        for (index, labels) in content.labelSets.enumerated() {
            let starts = content.labelSetStarts
            for label in labels {
                matrix[index * labelCount + Int(label.raw)] = true
                counts[Int(label.raw)] += Int(starts[index + 1] - starts[index])
            }
        }
        mixedStart = content.labelSetStarts.last ?? 0
        for group in content.groups {
            let set = content.labelSetStarts.lastIndex(notAbove: group.range.lowerBound)
            groupSets.append(set)
            if group.isMixed { addMixed(group, first: set, content) }
        }
    }

    private mutating func addMixed(_ group: NodeGroup, first: Int, _ content: GraphContent) {
        mixedStart = group.range.lowerBound
        mixed.reserveCapacity(group.range.count)
        for set in first..<content.labelSets.count {
            let size = content.labelSetStarts[set + 1] - content.labelSetStarts[set]
            for _ in 0..<size { mixed.append(UInt32(set)) }
        }
    }
}
