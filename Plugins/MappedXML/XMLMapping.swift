import GraphModel
import ImporterKit

/// What becomes what: the rules of a mapping file.
struct XMLMapping {
    var nodes: [NodeRule] = []
    /// Relationships that name both their ends.
    var relationships: [RelationshipRule] = []

    /// An element that is a node.
    struct NodeRule {
        let path: MappedPath
        let labels: [String]
        /// Where its identifier stands; nil for a node without one.
        let id: MappedPath?
        let space: Int
        /// The type of the relationship to the node it stands in, nil for none.
        let parent: String?
        var properties: [PropertyRule] = []
        /// Relationships that begin or end at it.
        var relationships: [RelationshipRule] = []
    }

    /// An element that is a relationship.
    struct RelationshipRule {
        /// From the document or, in a node, from the node's element.
        let path: MappedPath
        let type: String
        let from: EndRule
        let to: EndRule
        var properties: [PropertyRule] = []
    }

    /// One end of a relationship.
    enum EndRule {
        /// The node whose element it stands in.
        case enclosing
        /// The nodes whose identifiers stand there.
        case identifiers(MappedPath, space: Int, separator: Character?, label: String?)
    }

    /// A value that is a property.
    struct PropertyRule {
        let key: String
        let path: MappedPath
        let type: MappedType
        let isList: Bool
        let isRequired: Bool
        let separator: Character?
    }
}

/// The kinds of value a property has.
enum MappedType: String, CaseIterable {
    case string
    case integer
    case float
    case boolean
    case date
    case time
    case localtime
    case datetime
    case localdatetime
    case duration

    /// The value a text spells, nil where it spells none of this kind.
    func value(_ text: String) -> Value? {
        switch self {
        case .string: .string(text)
        case .integer: Int(text).map { .integer($0) }
        case .float: Double(text).map { .float($0) }
        case .boolean:
            ["true", "1", "yes"].contains(text)
                ? .boolean(true)
                : ["false", "0", "no"].contains(text) ? .boolean(false) : nil
        case .date: ValueText.parse(.date, text)
        case .time: ValueText.parse(.time, text)
        case .localtime: ValueText.parse(.localTime, text)
        case .datetime: ValueText.parse(.dateTime, text)
        case .localdatetime: ValueText.parse(.localDateTime, text)
        case .duration: ValueText.parse(.duration, text)
        }
    }
}

/// A path to elements or to what stands in one: `/library/book`, `authors/author/@ref`, `.`.
struct MappedPath {
    /// A name on the way; `*` is any.
    struct Step {
        let name: String
        /// The namespace, nil for any.
        let namespace: String?

        func matches(_ name: String, _ namespace: String?) -> Bool {
            (self.name == "*" || self.name == name)
                && (self.namespace == nil || self.namespace == namespace)
        }
    }

    /// Whether it begins at the outer element.
    var isAbsolute = false
    /// The elements on the way; none for the element itself.
    var steps: [Step] = []
    /// The attribute at the end, nil for the element's text.
    var attribute: Step?

    /// Whether the open elements, from the outside in, lead to where it ends.
    func matches(_ open: [XMLMapper.OpenElement]) -> Bool {
        if isAbsolute ? open.count != steps.count : open.count < steps.count { return false }
        return matches(open[(open.count - steps.count)...])
    }

    /// Whether elements are those of its steps.
    func matches(_ open: ArraySlice<XMLMapper.OpenElement>) -> Bool {
        guard open.count == steps.count else { return false }
        return zip(steps, open).allSatisfy { $0.matches($1.name, $1.namespace) }
    }
}
