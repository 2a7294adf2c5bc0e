import GraphModel

/// Rows and time of each operator of a profiled query.
package final class QueryProfile {
    /// What one operator did; its time includes that of its inputs.
    package struct Entry: Sendable {
        package var rows = 0
        package var batches = 0
        package var time = Duration.zero
    }

    package private(set) var entries: [Entry] = []

    package init() {}

    /// A number for one more operator.
    package func register() -> Int {
        entries.append(Entry())
        return entries.count - 1
    }

    func record(_ id: Int, rows: Int, time: Duration) {
        entries[id].rows += rows
        entries[id].batches += 1
        entries[id].time += time
    }
}
