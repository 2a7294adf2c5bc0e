import GraphModel

/// A path pattern: what it must look like, which of the matches to take, the name it gets.
package struct PathPattern: Sendable {
    /// `p` in `p = (a)-->(b)`.
    package var variable: Name?
    /// `SHORTEST 2`, `ANY`, `ALL SHORTEST`, or the old `shortestPath(…)`.
    package var selector: PathSelector?
    /// WALK, TRAIL, ACYCLIC, SIMPLE; nil = as the MATCH says (relationships distinct).
    package var mode: PathMode?
    /// Nodes and what is between them: begins and ends with a node or a quantified part.
    package var elements: [PathElement]
    package var range: SourceRange

    package init(
        variable: Name? = nil, selector: PathSelector? = nil, mode: PathMode? = nil,
        elements: [PathElement], range: SourceRange
    ) {
        self.variable = variable
        self.selector = selector
        self.mode = mode
        self.elements = elements
        self.range = range
    }
}

/// Which of the matching paths between two end points to take.
package enum PathSelector: Sendable {
    /// `ANY k` (1 where not said).
    case any(Expression?)
    /// `SHORTEST k` (k paths, 1 for `ANY SHORTEST`).
    case shortest(Expression?)
    /// `ALL SHORTEST`.
    case allShortest
    /// `SHORTEST k GROUPS`.
    case shortestGroups(Expression?)
    /// `ALL`: every path.
    case all
    /// `shortestPath((a)-[*]-(b))`.
    case shortestPathFunction
    /// `allShortestPaths((a)-[*]-(b))`.
    case allShortestPathsFunction
}

package enum PathMode: String, Sendable {
    case walk = "WALK"
    case trail = "TRAIL"
    case acyclic = "ACYCLIC"
    case simple = "SIMPLE"
}

package enum PathElement: Sendable {
    case node(NodePattern)
    case relationship(RelationshipPattern)
    /// `((a)-[r]->(b) WHERE …){1,3}`; without a quantifier: parentheses only.
    case group(GroupPattern)
}

package struct NodePattern: Sendable {
    package var variable: Name?
    package var labels: LabelExpression?
    /// A map literal or a parameter.
    package var properties: Expression?
    package var predicate: Expression?
    package var range: SourceRange

    package init(
        variable: Name? = nil, labels: LabelExpression? = nil, properties: Expression? = nil,
        predicate: Expression? = nil, range: SourceRange
    ) {
        self.variable = variable
        self.labels = labels
        self.properties = properties
        self.predicate = predicate
        self.range = range
    }
}

package struct RelationshipPattern: Sendable {
    package enum Direction: Sendable {
        /// `-->`
        case right
        /// `<--`
        case left
        /// `--` and `<-->`
        case either
    }

    package var variable: Name?
    package var types: LabelExpression?
    package var direction: Direction
    /// `*1..3`: the old form, binds a list.
    package var length: PathLength?
    /// `{1,3}`, `+`, `*` after the relationship: the GQL form, binds a group variable.
    package var quantifier: PathLength?
    package var properties: Expression?
    package var predicate: Expression?
    package var range: SourceRange

    package init(
        variable: Name? = nil, types: LabelExpression? = nil, direction: Direction,
        length: PathLength? = nil, quantifier: PathLength? = nil, properties: Expression? = nil,
        predicate: Expression? = nil, range: SourceRange
    ) {
        self.variable = variable
        self.types = types
        self.direction = direction
        self.length = length
        self.quantifier = quantifier
        self.properties = properties
        self.predicate = predicate
        self.range = range
    }
}

/// Bounds on how often a part repeats.
package struct PathLength: Sendable {
    /// At least this often; nil = the form's default (1 for `*`, 0 for the quantifier `*`).
    package var minimum: Int?
    /// At most this often; nil = no bound.
    package var maximum: Int?
    package var range: SourceRange

    package init(minimum: Int?, maximum: Int?, range: SourceRange) {
        self.minimum = minimum
        self.maximum = maximum
        self.range = range
    }
}

package struct GroupPattern: Sendable {
    package var pattern: PathPattern
    package var predicate: Expression?
    package var quantifier: PathLength?
    package var range: SourceRange

    package init(
        pattern: PathPattern, predicate: Expression? = nil, quantifier: PathLength? = nil,
        range: SourceRange
    ) {
        self.pattern = pattern
        self.predicate = predicate
        self.quantifier = quantifier
        self.range = range
    }
}
