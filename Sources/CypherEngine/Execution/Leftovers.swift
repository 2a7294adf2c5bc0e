import GraphModel

/// The rows of a result as they are gathered.
struct GatheredRows {
    var rows: [[Value]] = []
    /// What each row was derived from, where that is asked for.
    var facts: [[Value]] = []
}

/// What a query that was cut short leaves behind. To free millions of small rows takes a good part
/// of a second: whoever waits for the answer need not wait for that.
final class Leftovers: Sendable {
    // Safe to share: after init only the thread that empties it looks at what it holds.
    nonisolated(unsafe) private var gathered: GatheredRows
    nonisolated(unsafe) private var root: Operator?

    private init(_ gathered: GatheredRows, _ root: Operator?) {
        self.gathered = gathered
        self.root = root
    }

    /// Takes rows and operators over and frees them on a thread of its own.
    static func discard(_ gathered: inout GatheredRows, _ root: inout Operator?) {
        let leftovers = Leftovers(gathered, root)
        gathered = GatheredRows()
        root = nil
        do {
            try SystemThread { leftovers.empty() }.detach()
        } catch {
            leftovers.empty()
        }
    }

    private func empty() {
        gathered = GatheredRows()
        root = nil
    }
}
