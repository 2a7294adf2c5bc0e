import CypherSyntax
import GraphModel

/// Function calls: which function, how many arguments, aggregates.
extension StatementBinder {
    mutating func bindCall(
        _ call: Expression.FunctionCall, _ range: SourceRange, _ context: BindingContext
    ) throws -> BoundExpression {
        if let exists = try bindExists(call, range, context) { return exists }
        guard let function = FunctionRegistry.find(call.name.text) else { throw unknown(call.name) }
        try checkCount(call, function, range)
        if function.isAggregate { return try bindAggregate(call, function, range, context) }
        if call.isDistinct {
            throw BindingError.syntax(
                "UnexpectedSyntax",
                "DISTINCT can stand only in an aggregate, '\(function.name)' "
                    + "is none", range)
        }
        let arguments = try call.arguments.map { try bind($0, context.asValue) }
        try checkTypes(arguments, function)
        return BoundExpression(
            .call(function, arguments), function.resultType(of: arguments.map(\.type)), range)
    }

    /// `exists(…)` takes a path where other functions take a value.
    private mutating func bindExists(
        _ call: Expression.FunctionCall, _ range: SourceRange, _ context: BindingContext
    ) throws -> BoundExpression? {
        guard call.name.text.lowercased() == "exists", call.arguments.count == 1 else {
            return nil
        }
        let argument = call.arguments[0]
        if case .patternPredicate = argument.kind {
            return try bindNested(argument, context.asPredicate)
        }
        let value = try bind(argument, context.asValue)
        return BoundExpression(.isNull(value, negated: true), .boolean, range)
    }

    private func unknown(_ name: Name) -> Diagnostic {
        let procedure = procedures.find(name.text)
        return BindingError.syntax(
            "UnknownFunction", "there is no function '\(name.text)'", name.range,
            hint: procedure.map { "'\($0.name)' is a procedure: CALL it" }
                ?? ForeignNames.hint(forFunction: name.text)
                ?? BindingError.didYouMean(name.text, among: FunctionRegistry.names))
    }

    private func checkCount(
        _ call: Expression.FunctionCall, _ function: FunctionDescriptor, _ range: SourceRange
    ) throws {
        let count = call.arguments.count
        if function.accepts(argumentCount: count) { return }
        let wanted: String
        switch function.maxArguments {
        case nil: wanted = "at least \(function.minArguments)"
        case function.minArguments: wanted = "\(function.minArguments)"
        case .some(let most): wanted = "\(function.minArguments) to \(most)"
        }
        let noun = wanted.hasSuffix("1") ? "argument" : "arguments"
        let given = count == 1 ? "1 is given" : "\(count) are given"
        throw BindingError.syntax(
            "InvalidNumberOfArguments", "'\(function.name)' takes \(wanted) \(noun), but \(given)",
            range,
            hint: ForeignNames.hint(forArgumentsOf: function.name)
                ?? "Write it as in \(function.exampleCall)")
    }

    private func checkTypes(
        _ arguments: [BoundExpression], _ function: FunctionDescriptor
    ) throws {
        for (index, argument) in arguments.enumerated() {
            let wanted = function.argumentType(at: index)
            if wanted.allows(argument.type) { continue }
            throw BindingError.argumentType(
                "'\(function.name)'", wants: wanted.text, got: argument.type, argument.range,
                hint: ForeignNames.hint(forFunction: function.name, of: argument.type))
        }
    }

    // MARK: Aggregates

    mutating func bindCountStar(
        _ range: SourceRange, _ context: BindingContext
    ) throws -> BoundExpression {
        try checkMayAggregate("count(*)", range, context)
        return lift(nil, isDistinct: false, [], .integer, range)
    }

    private mutating func bindAggregate(
        _ call: Expression.FunctionCall, _ function: FunctionDescriptor, _ range: SourceRange,
        _ context: BindingContext
    ) throws -> BoundExpression {
        try checkMayAggregate("\(function.name)(…)", range, context)
        var inner = context.asValue
        inner.aggregates = .nested
        let arguments = try call.arguments.map { try bind($0, inner) }
        try checkTypes(arguments, function)
        for argument in arguments { try checkIsDeterministic(argument) }
        return lift(
            function, isDistinct: call.isDistinct, arguments,
            function.resultType(of: arguments.map(\.type)), range)
    }

    private func checkMayAggregate(
        _ what: String, _ range: SourceRange, _ context: BindingContext
    ) throws {
        switch context.aggregates {
        case .lifted: return
        case .nested:
            throw BindingError.syntax(
                "NestedAggregation", "\(what) cannot stand inside another aggregate", range,
                hint: "Aggregate in a WITH first")
        case .iterated:
            throw BindingError.syntax(
                "InvalidAggregation",
                "\(what) cannot stand in what is evaluated for each element of a list", range)
        case .forbidden:
            throw BindingError.syntax(
                "InvalidAggregation", "\(what) can stand only in WITH and RETURN", range,
                hint: "Aggregate in a WITH first and use its result here")
        }
    }

    /// An aggregate over a value that changes with every look has no meaning.
    private func checkIsDeterministic(_ expression: BoundExpression) throws {
        if case .call(let function, _) = expression.kind, !function.isDeterministic {
            throw BindingError.syntax(
                "NonConstantExpression",
                "'\(function.name)' cannot be aggregated: it gives another value every time",
                expression.range)
        }
        for child in expression.children { try checkIsDeterministic(child) }
    }

    /// Puts an aggregate into the projection, once however often it is written.
    private mutating func lift(
        _ function: FunctionDescriptor?, isDistinct: Bool, _ arguments: [BoundExpression],
        _ type: ExpressionType, _ range: SourceRange
    ) -> BoundExpression {
        aggregateUses += 1
        var aggregate = BoundAggregate(
            variable: VariableID(0), function: function, isDistinct: isDistinct,
            arguments: arguments, range: range)
        let signature = aggregate.signature
        if let known = aggregates.first(where: { $0.signature == signature }) {
            return reference(known.variable, range)
        }
        aggregate.variable = makeVariable("", type)
        aggregates.append(aggregate)
        return reference(aggregate.variable, range)
    }
}
