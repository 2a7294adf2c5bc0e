import CypherSyntax
import GraphModel

/// CREATE: what is made, and what may not be asked for.
extension StatementBinder {
    /// What is collected of the paths of a CREATE or MERGE.
    struct Creation {
        var pattern = CreatePattern()
        var scope: Scope
        /// For MERGE: the variables of the nodes in the order walked.
        var nodes: [VariableID] = []
        /// For MERGE: the relationships as written.
        var directions: [RelationshipPattern.Direction] = []
        var relationships: [VariableID] = []
        /// Clause the messages name.
        let clause: String
    }

    mutating func bindCreate(
        _ paths: [PathPattern], _ scope: inout Scope
    ) throws -> CreatePattern {
        var creation = Creation(scope: scope, clause: "CREATE")
        for path in paths { try create(path, &creation) }
        scope = creation.scope
        return creation.pattern
    }

    /// Adds a path to what is created.
    mutating func create(_ path: PathPattern, _ creation: inout Creation) throws {
        creation.nodes = []
        creation.relationships = []
        creation.directions = []
        let isAlone = path.elements.count == 1
        var pending: RelationshipPattern?
        for element in path.elements {
            switch element {
            case .node(let node):
                let variable = try createNode(node, isAlone: isAlone, &creation)
                if let relationship = pending, let left = creation.nodes.last {
                    try createRelationship(relationship, left, variable, &creation)
                }
                pending = nil
                creation.nodes.append(variable)
            case .relationship(let relationship): pending = relationship
            // The parser lets no group stand here.
            case .group: continue
            }
        }
        guard let name = path.variable else { return }
        let variable = try declare(name, .path, in: &creation.scope)
        creation.pattern.paths.append(
            CreatePath(
                variable: variable, nodes: creation.nodes, relationships: creation.relationships))
    }

    // MARK: Nodes

    private mutating func createNode(
        _ node: NodePattern, isAlone: Bool, _ creation: inout Creation
    ) throws -> VariableID {
        if let name = node.variable, let known = creation.scope[name.text] {
            // A node that is there already can only be an end of something new.
            if isAlone || node.labels != nil || node.properties != nil {
                throw BindingError.alreadyBound(name)
            }
            guard type(of: known).overlaps(.node) else {
                throw BindingError.typeConflict(name, is: type(of: known), used: .node)
            }
            return known
        }
        let labels = node.labels?.conjunctionNames ?? []
        let properties = try createdProperties(node.properties, creation)
        let variable: VariableID
        if let name = node.variable {
            variable = try declare(name, .node, in: &creation.scope)
        } else {
            variable = makeVariable("", .node)
        }
        creation.pattern.nodes.append(
            CreateNode(variable: variable, labels: labels, properties: properties))
        return variable
    }

    /// The properties of what is created: a map, or a parameter that holds one.
    private mutating func createdProperties(
        _ properties: Expression?, _ creation: Creation
    ) throws -> BoundExpression? {
        guard let properties else { return nil }
        let bound = try bind(properties, BindingContext(creation.scope))
        guard bound.type.overlaps(.map) else {
            throw BindingError.argumentType(
                creation.clause, wants: "a map of properties", got: bound.type, properties.range)
        }
        return bound
    }

    // MARK: Relationships

    private mutating func createRelationship(
        _ relationship: RelationshipPattern, _ left: VariableID, _ right: VariableID,
        _ creation: inout Creation
    ) throws {
        let type = try checkedType(relationship, creation)
        let properties = try createdProperties(relationship.properties, creation)
        let variable: VariableID
        if let name = relationship.variable {
            variable = try declare(name, .relationship, in: &creation.scope)
        } else {
            variable = makeVariable("", .relationship)
        }
        let isReversed = relationship.direction == .left
        creation.pattern.relationships.append(
            CreateRelationship(
                variable: variable, type: type, from: isReversed ? right : left,
                to: isReversed ? left : right, properties: properties))
        creation.relationships.append(variable)
        creation.directions.append(relationship.direction)
    }

    /// A relationship to make needs a name of its own and one type; that it has a direction and
    /// no length, the parser has seen.
    private func checkedType(
        _ relationship: RelationshipPattern, _ creation: Creation
    ) throws -> String {
        if let name = relationship.variable, creation.scope[name.text] != nil {
            throw BindingError.alreadyBound(name)
        }
        guard case .name(let type) = relationship.types else {
            throw BindingError.syntax(
                "NoSingleRelationshipType",
                "a relationship needs exactly one type in \(creation.clause)", relationship.range,
                hint: "Write it as -[:TYPE]->")
        }
        return type.text
    }
}

extension LabelExpression {
    /// The labels of a conjunction, each once; the parser lets no other form be created.
    fileprivate var conjunctionNames: [String] {
        switch self {
        case .name(let name): return [name.text]
        case .and(let left, let right):
            let first = left.conjunctionNames
            return first + right.conjunctionNames.filter { !first.contains($0) }
        case .wildcard, .not, .or: return []
        }
    }
}
