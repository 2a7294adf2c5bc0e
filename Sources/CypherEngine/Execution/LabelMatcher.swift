import CypherSyntax
import GraphModel
import GraphStore

/// A label expression with its names looked up in one graph. Unknown names match nothing.
package indirect enum LabelMatcher: Sendable {
    case label(LabelID)
    case type(TypeID)
    case any
    case nothing
    case not(LabelMatcher)
    case and(LabelMatcher, LabelMatcher)
    case or(LabelMatcher, LabelMatcher)

    /// Looks the names up as labels.
    package init(labels expression: LabelExpression, view: GraphView) {
        self = LabelMatcher.resolve(expression) { view.labelID($0).map { .label($0) } }
    }

    /// Looks the names up as relationship types.
    package init(types expression: LabelExpression, view: GraphView) {
        self = LabelMatcher.resolve(expression) { view.typeID($0).map { .type($0) } }
    }

    private static func resolve(
        _ expression: LabelExpression, _ find: (String) -> LabelMatcher?
    ) -> LabelMatcher {
        switch expression {
        case .name(let name): find(name.text) ?? .nothing
        case .wildcard: .any
        case .not(let inner): .not(resolve(inner, find))
        case .and(let left, let right): .and(resolve(left, find), resolve(right, find))
        case .or(let left, let right): .or(resolve(left, find), resolve(right, find))
        }
    }

    /// Whether a node fulfils it. `%` wants at least one label.
    package func matches(node: UInt32, view: GraphView) -> Bool {
        switch self {
        case .label(let label): view.hasLabel(node, label)
        case .type: false
        case .any: !view.labels(of: node).isEmpty
        case .nothing: false
        case .not(let inner): !inner.matches(node: node, view: view)
        case .and(let left, let right):
            left.matches(node: node, view: view) && right.matches(node: node, view: view)
        case .or(let left, let right):
            left.matches(node: node, view: view) || right.matches(node: node, view: view)
        }
    }

    /// Whether a relationship of this type fulfils it.
    package func matches(type: TypeID) -> Bool {
        switch self {
        case .type(let wanted): wanted == type
        case .label: false
        case .any: true
        case .nothing: false
        case .not(let inner): !inner.matches(type: type)
        case .and(let left, let right): left.matches(type: type) && right.matches(type: type)
        case .or(let left, let right): left.matches(type: type) || right.matches(type: type)
        }
    }

    /// A label every match has, by which to scan: the left-most conjunct.
    package var requiredLabel: LabelID? {
        switch self {
        case .label(let label): label
        case .and(let left, let right): left.requiredLabel ?? right.requiredLabel
        default: nil
        }
    }

    /// Whether `requiredLabel` is all there is to check.
    package var isSingleLabel: Bool {
        if case .label = self { true } else { false }
    }
}

/// The relationship types an expansion walks.
package enum TypeSelection: Sendable {
    /// Every type.
    case all
    case some([TypeID])

    /// The types of the graph that fulfil the expression; nil = no condition.
    package init(_ expression: LabelExpression?, view: GraphView) {
        guard let expression else {
            self = .all
            return
        }
        let matcher = LabelMatcher(types: expression, view: view)
        self = .some(
            (0..<view.typeCount).map { TypeID(UInt32($0)) }
                .filter { matcher.matches(type: $0) })
    }

    /// Appends the neighbours over these types.
    @inline(__always)
    package func appendNeighbours(
        of node: UInt32, direction: Direction, view: GraphView,
        to list: inout NeighbourList
    ) {
        switch self {
        case .all: view.appendNeighbours(of: node, type: nil, direction: direction, to: &list)
        case .some(let types):
            for type in types {
                view.appendNeighbours(of: node, type: type, direction: direction, to: &list)
            }
        }
    }

    /// Whether a relationship of this type is walked.
    package func contains(_ type: TypeID) -> Bool {
        switch self {
        case .all: true
        case .some(let types): types.contains(type)
        }
    }
}
