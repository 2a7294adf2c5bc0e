/// What a base graph is made of: the hand-over from builder and file reader.
struct GraphContent: Sendable {
    var catalog = Catalog()
    /// The label sets in order of position, each ascending.
    var labelSets: [[LabelID]] = []
    /// First position of each label set, and one past the last.
    var labelSetStarts: [UInt32] = [0]
    var groups: [NodeGroup] = []
    /// Ascending by type, source group, target group.
    var segments: [Segment] = []
    /// Columns of each group.
    var nodeColumns: [ColumnSet] = []
    /// Columns of each segment.
    var relationshipColumns: [ColumnSet] = []
    var stringPool = StringPool()
    var nodeIdentifiers = IdentifierMap(next: 0)
    var relationshipIdentifiers = IdentifierMap(next: 0)
}
