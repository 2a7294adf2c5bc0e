/// What a transaction changed, as one would see it by comparing the graph before and after.
///
/// What was made and undone within the transaction counts nowhere. A property set to another value
/// counts as one removed and one set, one set to the value it had as nothing. Labels are counted
/// by name: those that some node has after and none had before.
package struct ChangeSummary: Sendable, Equatable {
    package var nodesCreated = 0
    package var nodesDeleted = 0
    package var relationshipsCreated = 0
    package var relationshipsDeleted = 0
    package var propertiesSet = 0
    package var propertiesRemoved = 0
    package var labelsAdded = 0
    package var labelsRemoved = 0

    package init() {}

    package var isEmpty: Bool { self == ChangeSummary() }
}
