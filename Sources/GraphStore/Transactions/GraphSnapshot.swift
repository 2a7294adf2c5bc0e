import Synchronization

/// One state of a graph: it never changes, whatever is committed later.
package struct GraphSnapshot: Sendable {
    package let view: GraphView
    /// Rises by one with each commit.
    package let version: Int
    let derived = Derived()

    init(view: GraphView, version: Int) {
        self.view = view
        self.version = version
    }

    /// What is made from a snapshot on demand and kept with it.
    final class Derived: Sendable {
        let folded = Once<BaseGraph>()
        let inForce = Mutex<[DayRange: GraphInForce]>([:])
    }

    /// A base graph with the edits merged in; made once a snapshot. Stable ids stay.
    package func folded() -> BaseGraph {
        guard view.overlay != nil else { return view.base }
        return derived.folded.value {
            view.copied(nodes: { _ in true }, relationships: { _ in true })
        }
    }

    /// The part of the graph whose nodes and relationships satisfy a condition.
    ///
    /// A relationship goes with either of its nodes. Stable ids stay.
    package func filtered(
        nodes: (UInt32) -> Bool, relationships: (UInt32) -> Bool
    ) -> BaseGraph {
        view.copied(nodes: nodes, relationships: relationships)
    }
}
