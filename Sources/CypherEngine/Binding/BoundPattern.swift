import CypherSyntax
import GraphModel

/// The patterns of one MATCH (or MERGE) as a graph of nodes and what connects them.
package struct PatternGraph: Sendable {
    package var nodes: [PatternNode] = []
    package var relationships: [PatternRelationship] = []
    /// Quantified path patterns.
    package var groups: [PatternGroup] = []
    /// Paths that have a name, a selector or a mode of their own.
    package var paths: [PatternPath] = []
    /// The conjuncts of WHERE, of inline predicates and of property maps of nodes and
    /// single relationships (`{a: 1}` becomes `x.a = 1`).
    package var predicates: [BoundExpression] = []
    /// Whether the same relationship may stand at two places (REPEATABLE ELEMENTS).
    package var allowsRepeatedRelationships = false

    package init() {}
}

package struct PatternNode: Sendable {
    package var variable: VariableID
    /// Whether a clause before this one, or an outer query, has bound it.
    package var isBound: Bool
    package var labels: LabelExpression?

    package init(variable: VariableID, isBound: Bool, labels: LabelExpression?) {
        self.variable = variable
        self.isBound = isBound
        self.labels = labels
    }
}

package struct PatternRelationship: Sendable {
    /// A relationship, or for a variable-length one the list of relationships.
    package var variable: VariableID
    package var isBound: Bool
    /// Indices into `PatternGraph.nodes`.
    package var left: Int
    package var right: Int
    package var types: LabelExpression?
    /// As written, from left to right.
    package var direction: RelationshipPattern.Direction
    /// nil: exactly one relationship.
    package var length: ResolvedLength?
    /// For a variable-length one: what each relationship must fulfil, over `stepVariable`.
    package var stepVariable: VariableID?
    package var stepPredicates: [BoundExpression]

    package init(
        variable: VariableID, isBound: Bool, left: Int, right: Int, types: LabelExpression?,
        direction: RelationshipPattern.Direction, length: ResolvedLength? = nil,
        stepVariable: VariableID? = nil, stepPredicates: [BoundExpression] = []
    ) {
        self.variable = variable
        self.isBound = isBound
        self.left = left
        self.right = right
        self.types = types
        self.direction = direction
        self.length = length
        self.stepVariable = stepVariable
        self.stepPredicates = stepPredicates
    }
}

/// Bounds with the defaults filled in; `maximum` nil = none.
package struct ResolvedLength: Sendable, Hashable {
    package var minimum: Int
    package var maximum: Int?

    package init(minimum: Int, maximum: Int?) {
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// `((x)-[r]->(y) WHERE …){m,n}` between two nodes of the outer pattern.
package struct PatternGroup: Sendable {
    /// Indices into the outer `nodes`.
    package var left: Int
    package var right: Int
    /// One repetition, over variables of its own; its first node joins `left`, its last `right`.
    package var inner: PatternGraph
    /// Indices into `inner.nodes`.
    package var innerFirst: Int
    package var innerLast: Int
    /// In the order walked: nodes and relationships of one repetition.
    package var innerElements: [PatternPath.Element]
    package var length: ResolvedLength
    /// Inner variables that outside are lists, one entry a repetition.
    package var exports: [(inner: VariableID, outer: VariableID)]

    package init(
        left: Int, right: Int, inner: PatternGraph, innerFirst: Int, innerLast: Int,
        innerElements: [PatternPath.Element], length: ResolvedLength,
        exports: [(inner: VariableID, outer: VariableID)]
    ) {
        self.left = left
        self.right = right
        self.inner = inner
        self.innerFirst = innerFirst
        self.innerLast = innerLast
        self.innerElements = innerElements
        self.length = length
        self.exports = exports
    }
}

package struct PatternPath: Sendable {
    package enum Element: Sendable, Hashable {
        /// Index into `nodes`.
        case node(Int)
        /// Index into `relationships`.
        case relationship(Int)
        /// Index into `groups`.
        case group(Int)
    }

    package enum Selector: Sendable {
        case all
        case any(BoundExpression?)
        case shortest(BoundExpression?)
        case allShortest
        case shortestGroups(BoundExpression?)
    }

    /// nil where the path has no name.
    package var variable: VariableID?
    package var elements: [Element]
    package var selector: Selector
    package var mode: PathMode?
    /// What a path must fulfil to be among those the selector selects from.
    package var predicates: [BoundExpression]

    package init(
        variable: VariableID?, elements: [Element], selector: Selector = .all,
        mode: PathMode? = nil, predicates: [BoundExpression] = []
    ) {
        self.variable = variable
        self.elements = elements
        self.selector = selector
        self.mode = mode
        self.predicates = predicates
    }
}
