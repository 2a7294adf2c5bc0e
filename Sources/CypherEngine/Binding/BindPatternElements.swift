import CypherSyntax
import GraphModel

/// Nodes, relationships and quantified parts of a pattern that is looked for.
extension StatementBinder {
    // MARK: Nodes

    mutating func addNode(
        _ node: NodePattern, to builder: inout PatternBuilder
    ) throws -> Int {
        let variable = try elementVariable(node.variable, as: .node, in: &builder)
        let index: Int
        if let known = builder.nodeIndices[variable] {
            index = known
            builder.graph.nodes[known].require(node.labels)
        } else {
            index = builder.append(
                PatternNode(
                    variable: variable, isBound: builder.bound.contains(variable),
                    labels: node.labels))
        }
        if node.properties != nil || node.predicate != nil {
            builder.conditions.append(
                PatternBuilder.Condition(
                    owner: variable, properties: node.properties, predicate: node.predicate))
        }
        return index
    }

    /// The variable an element is named by; one of ours where it has no name.
    private mutating func elementVariable(
        _ name: Name?, as type: ExpressionType, in builder: inout PatternBuilder
    ) throws -> VariableID {
        guard let name else { return makeVariable("", type) }
        if let known = builder.scope[name.text] {
            if builder.isRepetition, builder.bound.contains(known) {
                throw BindingError.alreadyBound(name)
            }
            let actual = self.type(of: known)
            guard actual.overlaps(type), actual.element.overlaps(type.element) else {
                throw BindingError.typeConflict(name, is: actual, used: type)
            }
            return known
        }
        guard builder.mayDeclare else { throw BindingError.undefinedInCondition(name) }
        return try declare(name, type, in: &builder.scope)
    }

    // MARK: Relationships

    mutating func addRelationship(
        _ relationship: RelationshipPattern, from left: Int, to right: Int,
        in builder: inout PatternBuilder
    ) throws -> Int {
        let length = try resolvedLength(relationship)
        let type: ExpressionType = length == nil ? .relationship : .list(.relationship)
        let variable = try elementVariable(
            relationship.variable, as: type, in: &builder)
        try checkUnique(variable, relationship, &builder)
        let index = builder.graph.relationships.count
        builder.graph.relationships.append(
            PatternRelationship(
                variable: variable, isBound: builder.bound.contains(variable), left: left,
                right: right, types: relationship.types, direction: relationship.direction,
                length: length))
        if relationship.properties != nil || relationship.predicate != nil {
            var condition = PatternBuilder.Condition(
                owner: variable, properties: relationship.properties,
                predicate: relationship.predicate)
            if length != nil {
                condition.destination = .step(index)
                condition.stepName = relationship.variable
                builder.graph.relationships[index].stepVariable = makeVariable(
                    "", .relationship)
            }
            builder.conditions.append(condition)
        }
        return index
    }

    /// Within one clause every relationship is another one, so a name cannot stand twice.
    private func checkUnique(
        _ variable: VariableID, _ relationship: RelationshipPattern,
        _ builder: inout PatternBuilder
    ) throws {
        guard !builder.relationshipVariables.insert(variable).inserted else { return }
        let name = relationship.variable?.text ?? ""
        throw BindingError.syntax(
            "RelationshipUniquenessViolation",
            "relationship '\(name)' stands twice in one pattern, where all differ",
            relationship.variable?.range ?? relationship.range)
    }

    private func resolvedLength(_ relationship: RelationshipPattern) throws -> ResolvedLength? {
        if let old = relationship.length {
            if let quantifier = relationship.quantifier {
                throw BindingError.syntax(
                    "UnexpectedSyntax", "the relationship has a length already", quantifier.range)
            }
            return ResolvedLength(minimum: old.minimum ?? 1, maximum: old.maximum)
        }
        return relationship.quantifier.map { resolved($0) }
    }

    /// A quantifier's bounds: `{,3}` and `*` begin at nought.
    private func resolved(_ quantifier: PathLength) -> ResolvedLength {
        ResolvedLength(minimum: quantifier.minimum ?? 0, maximum: quantifier.maximum)
    }

    // MARK: Quantified parts

    mutating func addGroup(
        _ group: GroupPattern, from left: Int, to right: Int, in builder: inout PatternBuilder
    ) throws -> Int {
        guard let quantifier = group.quantifier else {
            throw BindingError.syntax(
                "UnexpectedSyntax",
                "parentheses without a quantifier must hold the whole path", group.range)
        }
        let length = resolved(quantifier)
        var inner = PatternBuilder(insideOf: builder)
        inner.graph.allowsRepeatedRelationships = builder.graph.allowsRepeatedRelationships
        let elements = try addRepetition(group, to: &inner)
        guard case .node(let first) = elements.first, case .node(let last) = elements.last,
            elements.count > 1
        else {
            throw BindingError.syntax(
                "UnexpectedSyntax", "a quantified part needs a relationship", group.range)
        }
        let exports = try export(inner, group, to: &builder)
        builder.graph.groups.append(
            PatternGroup(
                left: left, right: right, inner: inner.graph, innerFirst: first,
                innerLast: last, innerElements: elements, length: length, exports: exports))
        return builder.graph.groups.count - 1
    }

    /// Binds one repetition, with its own condition.
    private mutating func addRepetition(
        _ group: GroupPattern, to inner: inout PatternBuilder
    ) throws -> [PatternPath.Element] {
        try checkNesting(group)
        var pattern = group.pattern
        let pathName = pattern.variable
        pattern.variable = nil
        let elements = try addElements(pattern.elements, to: &inner)
        if let pathName {
            let variable = try declare(pathName, .path, in: &inner.scope)
            inner.graph.paths.append(PatternPath(variable: variable, elements: elements))
        }
        if let predicate = group.predicate {
            inner.conditions.append(
                PatternBuilder.Condition(predicate: predicate))
        }
        _ = try finish(&inner)
        return elements
    }

    private func checkNesting(_ group: GroupPattern) throws {
        if group.pattern.selector != nil || group.pattern.mode != nil {
            throw BindingError.syntax(
                "UnexpectedSyntax", "a selector or mode belongs before the whole path",
                group.pattern.range)
        }
        for element in group.pattern.elements {
            switch element {
            case .node: continue
            case .relationship(let relationship):
                guard let length = relationship.quantifier else { continue }
                throw BindingError.syntax(
                    "UnexpectedSyntax", "quantifiers cannot be nested", length.range)
            case .group(let nested):
                throw BindingError.syntax(
                    "UnexpectedSyntax", "quantifiers cannot be nested", nested.range)
            }
        }
    }

    /// Gives the clause a list for every name of the repetition.
    private mutating func export(
        _ inner: PatternBuilder, _ group: GroupPattern, to builder: inout PatternBuilder
    ) throws -> [(inner: VariableID, outer: VariableID)] {
        var exports: [(inner: VariableID, outer: VariableID)] = []
        for name in inner.scope.localNames where inner.before[name] == nil {
            guard let variable = inner.scope[name] else { continue }
            guard builder.mayDeclare else {
                throw BindingError.undefined(Name(name, group.range), among: builder.scope)
            }
            let outer = try declare(
                Name(name, group.range), .list(type(of: variable)), in: &builder.scope)
            exports.append((variable, outer))
        }
        return exports
    }
}

extension PatternNode {
    /// Adds a condition on the labels to those there are.
    fileprivate mutating func require(_ more: LabelExpression?) {
        guard let more else { return }
        labels = labels.map { .and($0, more) } ?? more
    }
}
