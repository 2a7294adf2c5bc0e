import GraphModel

/// A function of the language: what the binder has to know of it, what the help says of it, and
/// how it is run.
package struct FunctionDescriptor: Sendable {
    /// Computes a scalar function; there are as many arguments as the descriptor allows.
    package typealias ScalarBody = @Sendable ([Value], any FunctionContext) throws -> Value

    /// How the function is run.
    package enum Body: Sendable {
        /// Once for each row.
        case scalar(ScalarBody)
        /// Over a group of rows, by an `AggregateState`.
        case aggregate(AggregateKind)
    }

    /// The chapter of the function in the documentation.
    package enum Category: String, Sendable, CaseIterable {
        case scalar
        case list
        case string
        case mathematical
        case temporal
        case graph
        case conversion
        case aggregating
    }

    /// How long equal arguments give equal results.
    package enum Determinism: Sendable {
        case always
        /// Within a statement: it reads the statement's clock or the transaction's.
        case withinStatement
        /// Always, if told by an argument what to make; without arguments, or by a map, it may read
        /// the statement's clock.
        case withArguments
        case never
    }

    /// How the type of the result follows from the types of the arguments.
    package enum ResultRule: Sendable {
        case fixed(ExpressionType)
        /// The type of the first argument.
        case sameAsFirst
        /// The type of the first argument's elements.
        case elementOfFirst
        /// A list of the first argument's type.
        case listOfFirst
        /// A float for numbers, a duration for durations.
        case meanOfFirst
        /// The type all arguments share.
        case common
    }

    /// The name as the documentation writes it, with its namespace: `date.truncate`.
    package let name: String
    package let category: Category
    package let minArguments: Int
    /// nil for any number.
    package let maxArguments: Int?
    /// The types of the arguments in order; the last also stands for all that follow.
    package let argumentTypes: [TypeSet]
    package let resultRule: ResultRule
    package let determinism: Determinism
    /// What it does, in one sentence.
    package let summary: String
    /// A call and its result.
    package let example: String
    package let body: Body

    /// The call of the example, without its result.
    package var exampleCall: String {
        String(example[..<(example.firstRange(of: "  // ")?.lowerBound ?? example.endIndex)])
    }

    /// Whether equal arguments give equal results within a statement.
    package var isDeterministic: Bool { determinism != .never }

    /// Whether it works over a group of rows.
    package var isAggregate: Bool {
        if case .aggregate = body { true } else { false }
    }

    /// What the type of a result is where nothing is known of the arguments.
    package var resultType: ExpressionType { resultType(of: []) }

    /// What is known of the result from the types of the arguments.
    package func resultType(of arguments: [ExpressionType]) -> ExpressionType {
        switch resultRule {
        case .fixed(let type): return type
        case .sameAsFirst: return arguments.first ?? .any
        case .listOfFirst: return .list(arguments.first ?? .any)
        case .meanOfFirst: return FunctionDescriptor.meanType(of: arguments.first ?? .any)
        case .elementOfFirst:
            if case .list(let element)? = arguments.first { return element }
            return .any
        case .common:
            let known = Set(arguments.filter { $0 != .null })
            return known.count == 1 ? known.first ?? .any : .any
        }
    }

    private static func meanType(of type: ExpressionType) -> ExpressionType {
        switch type {
        case .integer, .float, .number: .float
        case .duration: .duration
        default: .any
        }
    }

    /// Whether a call with arguments of these types can be computed once and for all, before any
    /// statement runs.
    package func isTimeless(for arguments: [ExpressionType]) -> Bool {
        switch determinism {
        case .always: true
        case .withinStatement, .never: false
        case .withArguments:
            !arguments.isEmpty
                && arguments.allSatisfy { TypeSet($0).isDisjoint(with: .map) && $0 != .any }
        }
    }

    /// The types the argument at a position may have.
    package func argumentType(at index: Int) -> TypeSet {
        index < argumentTypes.count ? argumentTypes[index] : argumentTypes.last ?? .any
    }

    /// Whether so many arguments can be given.
    package func accepts(argumentCount count: Int) -> Bool {
        count >= minArguments && count <= maxArguments ?? count
    }

    /// Computes a scalar function; an error for an aggregate, which needs rows.
    package func call(_ arguments: [Value], in context: any FunctionContext) throws -> Value {
        guard case .scalar(let body) = body else {
            throw Diagnostic(
                .internalError, "AggregateCall", "'\(name)' is computed over rows, not values")
        }
        return try body(arguments, context)
    }
}

extension FunctionDescriptor {
    /// What happens where an argument is null.
    enum NullRule {
        /// The result is null and the body is not run.
        case propagate
        /// The body sees the null.
        case pass
    }

    /// A function computed for each row.
    ///
    /// - Parameters:
    ///   - types: One set for each argument that can be given.
    ///   - optional: How many of the last arguments can be left out.
    ///   - isVariadic: Whether the last argument can be repeated.
    static func scalar(
        _ name: String, _ category: Category, _ types: [TypeSet], _ result: ResultRule,
        optional: Int = 0, isVariadic: Bool = false, nulls: NullRule = .propagate,
        determinism: Determinism = .always, _ summary: String, example: String,
        body: @escaping ScalarBody
    ) -> FunctionDescriptor {
        let guarded: ScalarBody =
            switch nulls {
            case .pass: body
            case .propagate:
                { arguments, context in
                    for argument in arguments where argument.isNull { return .null }
                    return try body(arguments, context)
                }
            }
        return FunctionDescriptor(
            name: name, category: category, minArguments: types.count - optional,
            maxArguments: isVariadic ? nil : types.count, argumentTypes: types,
            resultRule: result, determinism: determinism, summary: summary,
            example: example, body: .scalar(guarded))
    }

    /// The same function under another name.
    func renamed(_ name: String) -> FunctionDescriptor {
        FunctionDescriptor(
            name: name, category: category, minArguments: minArguments,
            maxArguments: maxArguments, argumentTypes: argumentTypes, resultRule: resultRule,
            determinism: determinism, summary: "Another name of `\(self.name)`.",
            example: example.replacing("\(self.name)(", with: "\(name)("), body: body)
    }
}
