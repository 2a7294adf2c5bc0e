import GraphModel

/// Conditions that are grammatical and surely not what was meant.
extension QueryParser {
    /// `a = 1 || b = 2` compares with a joined text; `x = null` is never true.
    mutating func checkComparison(
        _ operands: [Expression], _ operators: [Expression.ComparisonOperator]
    ) throws {
        for operand in operands.dropFirst().dropLast() {
            try checkJoin(operand)
        }
        for (index, operand) in operands.enumerated() {
            guard case .literal(.null) = operand.kind else { continue }
            let operation = operators[max(0, index - 1)]
            let test = operation == .notEqual ? "IS NOT NULL" : "IS NULL"
            warnings.append(
                Diagnostic(
                    .syntaxError, "NullComparison",
                    "a comparison with null is null, never true", range: operand.range,
                    hint: "write \(test)", severity: .warning))
        }
    }

    /// `ORDER BY 1` sorts all rows alike; elsewhere it means the first column.
    mutating func checkSortItem(_ item: Expression) {
        guard case .literal(.integer) = item.kind else { return }
        warnings.append(
            Diagnostic(
                .syntaxError, "ConstantOrder", "a number to sort by is the same for all rows",
                range: item.range, hint: "write the name of a column: ORDER BY name",
                severity: .warning))
    }

    /// `2020-01-31` without quotes is a subtraction.
    mutating func checkDate() {
        guard position >= 5 else { return }
        let parts = tokens[position - 5..<position]
        let isDate = zip(parts, [4, 1, 2, 1, 2]).allSatisfy { token, length in
            token.kind == (length == 1 ? .minus : .integer) && token.end - token.start == length
        }
        let isOneWord = zip(parts, parts.dropFirst()).allSatisfy { $0.end == $1.start }
        guard isDate, isOneWord, let first = parts.first, let last = parts.last else { return }
        let range = SourceRange(first.start, last.end)
        warnings.append(
            Diagnostic(
                .syntaxError, "UnquotedDate", "this is a subtraction, not a date", range: range,
                hint: "write date('\(text.slice(range))')", severity: .warning))
    }

    /// A condition that is nothing but `a || b` is meant as OR.
    func checkedCondition(_ condition: Expression) throws -> Expression {
        try checkJoin(condition)
        return condition
    }

    private func checkJoin(_ expression: Expression) throws {
        guard case .binary(.concatenate, let left, let right) = expression.kind,
            text.bytes[expression.range.start] != UInt8(ascii: "(")
                || left.range.start == expression.range.start
        else { return }
        let gap = SourceRange(left.range.end, right.range.start)
        guard let sign = tokens.first(where: { $0.start >= gap.start && $0.kind == .doubleBar })
        else { return }
        throw Diagnostic(
            .syntaxError, "UnexpectedSyntax", "'||' joins texts, not conditions",
            range: sign.range, hint: "write OR; put joined texts in parentheses: (a || b)")
    }
}
