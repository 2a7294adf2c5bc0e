import GraphModel

extension CypherPrinter {
    /// How tightly an expression holds together; what is looser than its place goes in parentheses.
    enum Tightness: Int, Comparable {
        case lowest, or, xor, and, not, comparison, predicate, sum, product, power, sign, postfix,
            operand

        static func < (left: Tightness, right: Tightness) -> Bool {
            left.rawValue < right.rawValue
        }

        var next: Tightness { Tightness(rawValue: rawValue + 1) ?? .operand }
    }

    /// Writes an expression, in parentheses if it is looser than `minimum`.
    mutating func write(_ expression: Expression, _ minimum: Tightness) {
        guard expression.tightness < minimum else { return writeBare(expression) }
        // `(n:A)` before a minus would read as a node, so labels under an operator get two pairs.
        let isDoubled = minimum >= .sum && expression.isLabelTest
        write(isDoubled ? "((" : "(")
        writeBare(expression)
        write(isDoubled ? "))" : ")")
    }

    private mutating func writeBare(_ expression: Expression) {
        switch expression.kind {
        case .literal(let value):
            // What has no notation is shown, but not taken back; the parser makes no such literal.
            write(CypherText.literal(value) ?? "<\(value.typeName)>")
        case .parameter(let name): write(CypherText.parameter(name))
        case .variable(let name): write(CypherText.variable(name))
        case .list(let items): writeList(items)
        case .map(let entries): writeMap(entries)
        case .property(let subject, let key):
            write(subject, .postfix)
            write(".")
            self.key(key)
        case .element(let subject, let index):
            write(subject, .postfix)
            write("[")
            write(index, .lowest)
            write("]")
        case .slice(let subject, let from, let to):
            write(subject, .postfix)
            write("[")
            if let from { write(from, .lowest) }
            write("..")
            if let to { write(to, .lowest) }
            write("]")
        default: writeOperation(expression)
        }
    }

    private mutating func writeOperation(_ expression: Expression) {
        switch expression.kind {
        case .unary(let operation, let operand): writeUnary(operation, operand)
        case .binary(let operation, let left, let right):
            write(left, operation.tightness == .predicate ? left.asSubject : operation.tightness)
            write(" \(operation.rawValue) ")
            write(
                right, operation.isAssociative ? operation.tightness : operation.tightness.next)
        case .comparison(let operands, let operators): writeComparison(operands, operators)
        case .isNull(let subject, let negated):
            write(subject, subject.asSubject)
            write(negated ? " IS NOT NULL" : " IS NULL")
        case .hasLabels(let subject, let labels):
            write(subject, .sum)
            write(":")
            write(labels, separator: "&", inExpression: true)
        case .isTyped(let subject, let type, let negated):
            write(subject, .sum)
            write(negated ? " IS NOT TYPED " : " IS TYPED ")
            write(type)
        case .isNormalized(let subject, let form, let negated):
            write(subject, subject.asSubject)
            write(" IS \(negated ? "NOT " : "")\(form) NORMALIZED")
        default: writeForm(expression)
        }
    }

    private mutating func writeForm(_ expression: Expression) {
        switch expression.kind {
        case .call(let call): writeCall(call)
        case .countStar: write("count(*)")
        case .conditional(let subject, let branches, let otherwise):
            writeCase(subject, branches, otherwise)
        case .patternPredicate(let pattern), .shortestPath(let pattern): write(pattern)
        case .subquery(let kind, let query):
            write("\(kind.rawValue) { ")
            inline { $0.write(query) }
            write(" }")
        case .mapProjection(let subject, let items): writeMapProjection(subject, items)
        default: writeBindingForm(expression)
        }
    }

    // MARK: Parts

    private mutating func writeList(_ items: [Expression]) {
        write("[")
        for (index, item) in items.enumerated() {
            if index > 0 { write(", ") }
            // `[x IN xs]` would read as a comprehension.
            write(item, index == 0 && item.beginsWithMembership ? .operand : .lowest)
        }
        write("]")
    }

    private mutating func writeMap(_ entries: [Expression.MapEntry]) {
        write("{")
        list(entries) { printer, entry in
            printer.key(entry.key)
            printer.write(": ")
            printer.write(entry.value, .lowest)
        }
        write("}")
    }

    private mutating func writeUnary(
        _ operation: Expression.UnaryOperator, _ operand: Expression
    ) {
        switch operation {
        case .not:
            write("NOT ")
            write(operand, .not)
        case .plus, .minus:
            write(operation.rawValue)
            // `-5` would read as one literal.
            let isWrapped = operation == .minus && operand.isUnsignedNumber
            if isWrapped { write("(") }
            write(operand, .sign)
            if isWrapped { write(")") }
        }
    }

    private mutating func writeComparison(
        _ operands: [Expression], _ operators: [Expression.ComparisonOperator]
    ) {
        for (index, operand) in operands.enumerated() {
            if index > 0 { write(" \(operators[index - 1].rawValue) ") }
            let isJoin = index > 0 && index < operators.count && operand.isConcatenation
            let isBeforeArrow =
                index < operators.count && operators[index] == .less && operand.isLabelTest
            if isJoin || isBeforeArrow {
                write("((")
                write(operand, .lowest)
                write("))")
            } else {
                write(operand, .predicate)
            }
        }
    }

    private mutating func writeCall(_ call: Expression.FunctionCall) {
        let parts = call.name.text.split(separator: ".", omittingEmptySubsequences: false)
        write(parts.map { CypherText.function(String($0)) }.joined(separator: "."))
        write(call.isDistinct ? "(DISTINCT " : "(")
        list(call.arguments) { $0.write($1, .lowest) }
        write(")")
    }

    private mutating func writeCase(
        _ subject: Expression?, _ branches: [Expression.CaseBranch], _ otherwise: Expression?
    ) {
        write("CASE")
        if let subject {
            write(" ")
            write(subject, .lowest)
        }
        for branch in branches {
            write(" WHEN ")
            list(branch.conditions) { $0.write($1, .lowest) }
            write(" THEN ")
            write(branch.result, .lowest)
        }
        if let otherwise {
            write(" ELSE ")
            write(otherwise, .lowest)
        }
        write(" END")
    }

    private mutating func writeMapProjection(
        _ subject: Name, _ items: [Expression.MapProjectionItem]
    ) {
        variable(subject)
        write(" {")
        list(items) { printer, item in
            switch item {
            case .property(let key):
                printer.write(".")
                printer.key(key)
            case .allProperties: printer.write(".*")
            case .entry(let key, let value):
                printer.key(key)
                printer.write(": ")
                printer.write(value, .lowest)
            case .variable(let name): printer.variable(name)
            }
        }
        write("}")
    }
}
