import GraphModel

/// `CASE … END`.
extension QueryParser {
    mutating func parseCase() throws -> Expression {
        let outer = try enter()
        defer { leave(outer) }
        let opening = position
        let start = advance().start
        let subject = at(.when) ? nil : try parseExpression()
        var branches: [Branch] = []
        guard at(.when) else { throw failure(.when, opening: opening) }
        while accept(.when) {
            var tests: [Test]
            if let subject {
                tests = try commaList { try $0.parseSimpleTest(of: subject) }
            } else {
                tests = [.condition(try parseCondition())]
            }
            try expect(.then, .then)
            branches.append(Branch(tests: tests, result: try parseExpression()))
        }
        let otherwise = accept(.else) ? try parseExpression() : nil
        guard accept(.end) else { throw failure(.endOfCase, opening: opening) }
        return conditional(subject, branches, otherwise, range(from: start))
    }

    /// What follows WHEN: a value for the subject to equal, or a condition.
    private enum Test {
        case value(Expression)
        case condition(Expression)
    }

    private struct Branch {
        var tests: [Test]
        var result: Expression
    }

    /// One operand of WHEN in the simple form: a value, or the right side of a comparison with the
    /// subject (`> 5`, `IS NULL`, `STARTS WITH 'a'`).
    private mutating func parseSimpleTest(of subject: Expression) throws -> Test {
        if let operation = comparisonOperator {
            advance()
            let value = try parseExpression()
            return .condition(
                Expression(
                    .comparison([subject, value], [operation]), value.range))
        }
        if at(.is) || at(.matches) || at(.in) && startsOperand(at: position + 1)
            || at(.starts, .with) || at(.ends, .with)
            || at(.contains) && startsOperand(at: position + 1)
        {
            return .condition(try parsePredicateTail(of: subject))
        }
        return .value(try parseExpression())
    }

    /// The simple form where all tests are values. A mixed one becomes the searched form with the
    /// subject written out in each condition.
    private func conditional(
        _ subject: Expression?, _ branches: [Branch], _ otherwise: Expression?,
        _ whole: SourceRange
    ) -> Expression {
        let isMixed =
            subject != nil
            && branches.contains { branch in
                branch.tests.contains { if case .condition = $0 { true } else { false } }
            }
        let cases = branches.map { branch in
            let operands = branch.tests.map { test -> Expression in
                switch test {
                case .condition(let condition): return condition
                case .value(let value):
                    guard isMixed, let subject else { return value }
                    return Expression(.comparison([subject, value], [.equal]), value.range)
                }
            }
            guard isMixed else {
                return Expression.CaseBranch(conditions: operands, result: branch.result)
            }
            let condition = operands.dropFirst().reduce(operands[0]) { binary(.or, $0, $1) }
            return Expression.CaseBranch(conditions: [condition], result: branch.result)
        }
        return Expression(
            .conditional(subject: isMixed ? nil : subject, branches: cases, otherwise: otherwise),
            whole)
    }
}
