import CypherSyntax
import GraphModel

/// CREATE: what is made, and what may not be asked for.
extension StatementBinder {
    /// What is collected of the paths of a CREATE or MERGE.
    struct Creation {
        var pattern = CreatePattern()
        var scope: Scope
        /// MERGE looks for an undirected relationship and makes it from left to right.
        let mayBeUndirected: Bool
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
        var creation = Creation(scope: scope, mayBeUndirected: false, clause: "CREATE")
        for path in paths { try create(path, &creation) }
        scope = creation.scope
        return creation.pattern
    }

    /// Adds a path to what is created.
    mutating func create(_ path: PathPattern, _ creation: inout Creation) throws {
        if path.selector != nil || path.mode != nil {
            throw BindingError.syntax(
                "UnexpectedSyntax", "\(creation.clause) makes a path, it cannot select one",
                path.range)
        }
        // Every element sees what stood before the clause or to its left.
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
            case .group(let group):
                throw BindingError.syntax(
                    "UnexpectedSyntax",
                    "\(creation.clause) cannot hold a part in parentheses", group.range)
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
        if let predicate = node.predicate { throw conditionInCreation(predicate, creation) }
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
        let labels = try node.labels.map { try names(in: $0, node.range, creation) } ?? []
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

    /// The labels of a conjunction, each once.
    private func names(
        in labels: LabelExpression, _ range: SourceRange, _ creation: Creation
    ) throws -> [String] {
        switch labels {
        case .name(let name): return [name.text]
        case .and(let left, let right):
            let first = try names(in: left, range, creation)
            return first + (try names(in: right, range, creation)).filter { !first.contains($0) }
        case .wildcard, .not, .or:
            throw BindingError.syntax(
                "UnexpectedSyntax", "\(creation.clause) needs plain labels", range,
                hint: "Write them as :A:B")
        }
    }

    /// The properties of what is created: a map, or a parameter that holds one.
    private mutating func createdProperties(
        _ properties: Expression?, _ creation: Creation
    ) throws -> BoundExpression? {
        guard let properties else { return nil }
        if creation.mayBeUndirected, case .parameter(let name) = properties.kind {
            throw BindingError.syntax(
                "InvalidParameterUse",
                "parameter '\(name)' cannot stand for all properties in MERGE",
                properties.range, hint: "Write {key: $\(name).key, …}")
        }
        let bound = try bind(properties, BindingContext(creation.scope))
        guard bound.type.overlaps(.map) else {
            throw BindingError.argumentType(
                creation.clause, wants: "a map of properties", got: bound.type, properties.range)
        }
        return bound
    }

    private func conditionInCreation(
        _ predicate: Expression, _ creation: Creation
    ) -> Diagnostic {
        BindingError.syntax(
            "UnexpectedSyntax", "\(creation.clause) cannot hold a WHERE in a pattern",
            predicate.range)
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

    /// A relationship to make needs a name of its own, one type, a direction and no length.
    private func checkedType(
        _ relationship: RelationshipPattern, _ creation: Creation
    ) throws -> String {
        if let name = relationship.variable, creation.scope[name.text] != nil {
            throw BindingError.alreadyBound(name)
        }
        if let predicate = relationship.predicate {
            throw conditionInCreation(predicate, creation)
        }
        if let length = relationship.length ?? relationship.quantifier {
            throw BindingError.syntax(
                "CreatingVarLength", "\(creation.clause) cannot make a path of open length",
                length.range)
        }
        guard case .name(let type) = relationship.types else {
            throw BindingError.syntax(
                "NoSingleRelationshipType",
                "a relationship needs exactly one type in \(creation.clause)", relationship.range,
                hint: "Write it as -[:TYPE]->")
        }
        if relationship.direction == .either, !creation.mayBeUndirected {
            throw BindingError.syntax(
                "RequiresDirectedRelationship", "a relationship needs a direction in CREATE",
                relationship.range, hint: "Write --> or <--")
        }
        return type.text
    }
}
