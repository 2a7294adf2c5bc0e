/// A contiguous range of nodes that share their columns and segments.
package struct NodeGroup: Sendable {
    /// Positions of its nodes.
    package let range: Range<UInt32>
    /// The labels all its nodes have, ascending; empty for the mixed group.
    package let labels: [LabelID]
    /// Whether it holds all the label sets too rare for a group of their own.
    package let isMixed: Bool

    package init(range: Range<UInt32>, labels: [LabelID], isMixed: Bool) {
        self.range = range
        self.labels = labels
        self.isMixed = isMixed
    }
}
