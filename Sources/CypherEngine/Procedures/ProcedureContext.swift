import GraphModel
import GraphStore

/// What a procedure sees of the query that calls it.
package protocol ProcedureContext {
    /// The graph as the query sees it.
    var view: GraphView { get }
}
