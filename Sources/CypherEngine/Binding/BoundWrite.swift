import CypherSyntax
import GraphModel

/// What CREATE makes, in order: first the nodes, then the relationships, then the path values.
package struct CreatePattern: Sendable {
    package var nodes: [CreateNode]
    package var relationships: [CreateRelationship]
    package var paths: [CreatePath]

    package init(
        nodes: [CreateNode] = [], relationships: [CreateRelationship] = [],
        paths: [CreatePath] = []
    ) {
        self.nodes = nodes
        self.relationships = relationships
        self.paths = paths
    }
}

/// A new node; nodes that are bound already do not stand here.
package struct CreateNode: Sendable {
    package var variable: VariableID
    package var labels: [String]
    package var properties: BoundExpression?

    package init(variable: VariableID, labels: [String], properties: BoundExpression?) {
        self.variable = variable
        self.labels = labels
        self.properties = properties
    }
}

package struct CreateRelationship: Sendable {
    package var variable: VariableID
    package var type: String
    package var from: VariableID
    package var to: VariableID
    package var properties: BoundExpression?

    package init(
        variable: VariableID, type: String, from: VariableID, to: VariableID,
        properties: BoundExpression?
    ) {
        self.variable = variable
        self.type = type
        self.from = from
        self.to = to
        self.properties = properties
    }
}

/// A named path of a CREATE or MERGE: variables of nodes and relationships in turn.
package struct CreatePath: Sendable {
    package var variable: VariableID
    package var nodes: [VariableID]
    package var relationships: [VariableID]

    package init(variable: VariableID, nodes: [VariableID], relationships: [VariableID]) {
        self.variable = variable
        self.nodes = nodes
        self.relationships = relationships
    }
}

/// MERGE: the pattern to look for (with its property equalities among the predicates), and what
/// to make where it is not found. An undirected relationship is made from left to right.
package struct BoundMerge: Sendable {
    package var pattern: PatternGraph
    package var creation: CreatePattern
    package var onCreate: [BoundSet]
    package var onMatch: [BoundSet]
    package var range: SourceRange

    package init(
        pattern: PatternGraph, creation: CreatePattern, onCreate: [BoundSet],
        onMatch: [BoundSet], range: SourceRange
    ) {
        self.pattern = pattern
        self.creation = creation
        self.onCreate = onCreate
        self.onMatch = onMatch
        self.range = range
    }
}

package enum BoundSet: Sendable {
    case property(target: BoundExpression, key: String, value: BoundExpression)
    case dynamicProperty(
        target: BoundExpression, key: BoundExpression, value: BoundExpression)
    case replace(target: BoundExpression, value: BoundExpression)
    case merge(target: BoundExpression, value: BoundExpression)
    case labels(target: BoundExpression, [String])
}

package enum BoundRemove: Sendable {
    case property(target: BoundExpression, key: String)
    case dynamicProperty(target: BoundExpression, key: BoundExpression)
    case labels(target: BoundExpression, [String])
}
