import GraphModel

/// Operators, from the loosest to the tightest.
extension QueryParser {
    /// An expression that gives a value. A bare pattern is none.
    mutating func parseExpression() throws -> Expression {
        let expression = try parseCondition()
        if case .patternPredicate = expression.kind {
            throw SyntaxErrors.patternAsValue(expression.range)
        }
        return expression
    }

    /// An expression that is asked whether it holds; a pattern may stand for its own existence.
    mutating func parseCondition() throws -> Expression {
        let outer = try enter()
        defer { leaveExpression(outer) }
        return try parseBoolean(minimum: 0)
    }

    // MARK: OR, XOR, AND, NOT

    private mutating func parseBoolean(minimum: Int) throws -> Expression {
        var left = try parseNegation()
        var run: [Expression] = []
        var runOperator: Expression.BinaryOperator?
        var height = nesting.height
        while let (operation, precedence) = booleanOperator, precedence >= minimum {
            advance()
            if let runOperator, runOperator != operation {
                left = try joined(&run, runOperator, &height)
            }
            if run.isEmpty { run.append(left) }
            runOperator = operation
            run.append(try parseBoolean(minimum: precedence + 1))
            height = max(height, nesting.height)
        }
        if let runOperator { left = try joined(&run, runOperator, &height) }
        nesting.height = height
        return left
    }

    private var booleanOperator: (Expression.BinaryOperator, Int)? {
        switch current.keyword {
        case .or: (.or, 1)
        case .xor: (.xor, 2)
        case .and: (.and, 3)
        default: nil
        }
    }

    /// Folds a run of operands of one operator. Long runs, such as programs write, become a
    /// balanced tree: the operators are associative, and nothing downstream need recurse deeply.
    private func joined(
        _ run: inout [Expression], _ operation: Expression.BinaryOperator, _ height: inout Int
    ) throws -> Expression {
        defer { run.removeAll() }
        guard run.count > 64 else {
            height = try stacked(height, by: run.count - 1)
            return run.dropFirst().reduce(run[0]) { binary(operation, $0, $1) }
        }
        while run.count > 1 {
            height = try stacked(height)
            run = stride(from: 0, to: run.count, by: 2).map { index in
                index + 1 < run.count
                    ? binary(operation, run[index], run[index + 1]) : run[index]
            }
        }
        return run[0]
    }

    private mutating func parseNegation() throws -> Expression {
        var starts: [Int] = []
        while at(.not), startsOperand(at: position + 1) {
            starts.append(advance().start)
        }
        var expression =
            looksLikePattern(at: position) ? try parsePatternPredicate() : try parseComparison()
        nesting.height = try stacked(nesting.height, by: starts.count)
        for start in starts.reversed() {
            expression = Expression(
                .unary(.not, expression), SourceRange(start, expression.range.end))
        }
        return expression
    }

    // MARK: Comparisons

    private mutating func parseComparison() throws -> Expression {
        let first = try parsePredicate()
        guard comparisonOperator != nil else { return first }
        var operands = [first]
        var operators: [Expression.ComparisonOperator] = []
        var height = nesting.height
        while let operation = comparisonOperator {
            advance()
            operators.append(operation)
            operands.append(try parsePredicate())
            height = max(height, nesting.height)
        }
        nesting.height = try stacked(height)
        let whole = first.range.union(operands[operands.count - 1].range)
        try checkComparison(operands, operators)
        return Expression(.comparison(operands, operators), whole)
    }

    var comparisonOperator: Expression.ComparisonOperator? {
        switch current.kind {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        default: nil
        }
    }

    /// IN, STARTS WITH, IS NULL, `:Label` and their like, which bind tighter than `=`.
    private mutating func parsePredicate() throws -> Expression {
        try parsePredicateTail(of: try parseArithmetic(minimum: 0))
    }

    /// The predicates that stand after a subject, if any.
    mutating func parsePredicateTail(of subject: Expression) throws -> Expression {
        var left = subject
        while true {
            let height = nesting.height
            if let operation = try acceptTextOperator() {
                let right = try parseArithmetic(minimum: 0)
                left = binary(operation, left, right)
            } else if at(.is) {
                left = try parseIs(left)
            } else if at(.colon) {
                advance()
                let labels = try parseLabelExpression(.condition)
                left = Expression(.hasLabels(left, labels), range(from: left.range.start))
            } else if at(.doubleColon) {
                advance()
                left = try typeTest(left, negated: false)
            } else {
                return left
            }
            nesting.height = try stacked(height, nesting.height)
        }
    }

    private mutating func acceptTextOperator() throws -> Expression.BinaryOperator? {
        if accept(.in) { return .in }
        if accept(.contains) { return .contains }
        if accept(.matches) { return .matches }
        if at(.starts) || at(.ends) {
            let isStart = at(.starts)
            advance()
            try expect(.with, .with(after: isStart ? "STARTS" : "ENDS"))
            return isStart ? .startsWith : .endsWith
        }
        return nil
    }

    /// What follows IS: NULL, TYPED, NORMALIZED or labels.
    private mutating func parseIs(_ subject: Expression) throws -> Expression {
        let start = subject.range.start
        advance()
        let negated = accept(.not)
        if accept(.null) {
            return Expression(.isNull(subject, negated: negated), range(from: start))
        }
        if accept(.typed) || accept(.doubleColon) {
            return try typeTest(subject, negated: negated)
        }
        if let form = acceptNormalForm() {
            return Expression(
                .isNormalized(subject, form: form, negated: negated), range(from: start))
        }
        let isLabelled = acceptLabeled()
        if negated && !isLabelled || at(.true) || at(.false) || at(.not) { throw failure(.afterIs) }
        let labels = try parseLabelExpression(.condition)
        let test = Expression(.hasLabels(subject, labels), range(from: start))
        return negated ? Expression(.unary(.not, test), test.range) : test
    }

    /// `LABELED` before a label; without one it is a label itself.
    private mutating func acceptLabeled() -> Bool {
        guard current.kind == .word, text.slice(current).uppercased() == "LABELED" else {
            return false
        }
        let next = peek(1)
        switch next.kind {
        case .word where next.keyword?.followsOperand == true: return false
        case .word, .quotedName, .leftParenthesis, .exclamation, .percent:
            advance()
            return true
        default: return false
        }
    }

    private mutating func typeTest(_ subject: Expression, negated: Bool) throws -> Expression {
        let type = try parseType()
        return Expression(
            .isTyped(subject, type, negated: negated), range(from: subject.range.start))
    }

    private mutating func acceptNormalForm() -> String? {
        if accept(.normalized) { return "NFC" }
        switch current.keyword {
        case .nfc, .nfd, .nfkc, .nfkd:
            guard peek(1).keyword == .normalized, let form = current.keyword else { return nil }
            position += 2
            return form.rawValue
        default: return nil
        }
    }

    // MARK: Arithmetic

    private mutating func parseArithmetic(minimum: Int) throws -> Expression {
        var left = try parseSigned()
        while let (operation, precedence) = arithmeticOperator, precedence >= minimum {
            advance()
            let height = nesting.height
            let right = try parseArithmetic(minimum: precedence + 1)
            left = binary(operation, left, right)
            if operation == .subtract { checkDate() }
            nesting.height = try stacked(height, nesting.height)
        }
        return left
    }

    private var arithmeticOperator: (Expression.BinaryOperator, Int)? {
        switch current.kind {
        case .plus: (.add, 1)
        case .minus: (.subtract, 1)
        case .doubleBar: (.concatenate, 1)
        case .star: (.multiply, 2)
        case .slash: (.divide, 2)
        case .percent: (.modulo, 2)
        case .caret: (.power, 3)
        default: nil
        }
    }

    private mutating func parseSigned() throws -> Expression {
        var signs: [Token] = []
        while at(.plus) || at(.minus), !atNegativeNumber {
            signs.append(advance())
        }
        var operand = atNegativeNumber ? try parseNegativeNumber() : try parsePostfix()
        nesting.height = try stacked(nesting.height, by: signs.count)
        for sign in signs.reversed() {
            let operation: Expression.UnaryOperator = sign.kind == .minus ? .minus : .plus
            operand = Expression(
                .unary(operation, operand), SourceRange(sign.start, operand.range.end))
        }
        return operand
    }

    /// A minus and its number are one literal, so that the least integer can be written.
    private var atNegativeNumber: Bool {
        guard at(.minus), peek(1).kind == .integer || peek(1).kind == .float else { return false }
        let after = peek(2).kind
        return after != .dot && after != .leftBracket
    }

    func binary(
        _ operation: Expression.BinaryOperator, _ left: Expression, _ right: Expression
    ) -> Expression {
        Expression(.binary(operation, left, right), left.range.union(right.range))
    }

    // MARK: Properties and elements

    mutating func parsePostfix() throws -> Expression {
        let outer = beginParts()
        var subject = try parsePrimary()
        endParts(outer)
        while true {
            let height = nesting.height
            if accept(.dot) {
                let key = try parseName(.propertyName)
                subject = Expression(.property(subject, key), range(from: subject.range.start))
            } else if at(.leftBracket) {
                subject = try parseElement(of: subject)
            } else {
                return subject
            }
            nesting.height = try stacked(height, nesting.height)
        }
    }

    private mutating func parseElement(of subject: Expression) throws -> Expression {
        let opening = position
        advance()
        let start = subject.range.start
        var from: Expression?
        if !at(.doubleDot) {
            let index = try parseExpression()
            if !at(.doubleDot) {
                try close(opening)
                return Expression(.element(subject, index), range(from: start))
            }
            from = index
        }
        advance()
        let to = at(.rightBracket) ? nil : try parseExpression()
        try close(opening)
        return Expression(.slice(subject, from: from, to: to), range(from: start))
    }
}
