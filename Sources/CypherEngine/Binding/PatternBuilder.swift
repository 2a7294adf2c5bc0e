import CypherSyntax
import GraphModel

/// A pattern graph in the making.
///
/// Property maps and inline predicates may name any variable of the clause, so they are bound
/// after all of its paths are known.
struct PatternBuilder {
    /// A condition that waits until every variable of the clause is known.
    struct Condition {
        enum Destination {
            case graph
            /// Holds for every relationship of a variable-length one; index into the graph's.
            case step(Int)
            /// Holds before a path is selected; index into the graph's paths.
            case path(Int)
        }

        var destination = Destination.graph
        /// Whose properties are meant.
        var owner: VariableID?
        var properties: Expression?
        var predicate: Expression?
        /// Inside a step's predicate the relationship's name means one relationship.
        var stepName: Name?
    }

    var graph = PatternGraph()
    /// What could be named before the clause.
    let before: Scope
    /// With the clause's own variables.
    var scope: Scope
    /// Whether names that are not bound yet are new variables; else they are errors.
    let mayDeclare: Bool
    /// Whether this is one repetition of a quantified part, whose names are all its own.
    var isRepetition = false
    /// Paths written as `shortestPath(…)` or `allShortestPaths(…)`; indices into the graph's.
    var oldFormPaths: Set<Int> = []
    /// Variables that existed before the clause.
    let bound: Set<VariableID>
    var nodeIndices: [VariableID: Int] = [:]
    var relationshipVariables: Set<VariableID> = []
    var conditions: [Condition] = []

    init(_ scope: Scope, mayDeclare: Bool = true) {
        before = scope
        self.scope = scope
        self.mayDeclare = mayDeclare
        bound = Set(scope.visible.values)
    }

    /// A builder for one repetition of a quantified part: of the clause it sees only itself.
    init(insideOf outer: PatternBuilder) {
        self.init(outer.before)
        isRepetition = true
    }
}
