import GraphModel

/// Expressions that bind a variable, labels, types, and what the printer asks about expressions.
extension CypherPrinter {
    mutating func writeBindingForm(_ expression: Expression) {
        switch expression.kind {
        case .listComprehension(let variable, let list, let predicate, let projection):
            write("[")
            writeSource(variable, list, predicate)
            writeBar(projection)
            write("]")
        case .patternComprehension(let pattern, let predicate, let projection):
            write("[")
            write(pattern)
            writeWhere(predicate)
            writeBar(projection)
            write("]")
        case .quantifier(let quantifier, let variable, let list, let predicate):
            write("\(quantifier.rawValue)(")
            writeSource(variable, list, predicate)
            write(")")
        case .reduce(let accumulator, let initial, let variable, let list, let step):
            write("reduce(")
            self.variable(accumulator)
            write(" = ")
            write(initial, .lowest)
            write(", ")
            writeSource(variable, list, nil)
            writeBar(step)
            write(")")
        default: break
        }
    }

    private mutating func writeSource(
        _ variable: Name, _ list: Expression, _ predicate: Expression?
    ) {
        self.variable(variable)
        write(" IN ")
        write(list, .lowest)
        writeWhere(predicate)
    }

    private mutating func writeBar(_ expression: Expression?) {
        guard let expression else { return }
        write(" | ")
        write(expression, .lowest)
    }

    mutating func writeWhere(_ predicate: Expression?) {
        guard let predicate else { return }
        write(" WHERE ")
        write(predicate, .lowest)
    }

    // MARK: Labels and types

    /// Labels with `separator` between those that must all hold. Inside an expression a choice gets
    /// parentheses, since a bar may belong to the comprehension around it.
    mutating func write(
        _ labels: LabelExpression, separator: String, inExpression: Bool = false
    ) {
        switch labels {
        case .name(let name): key(name)
        case .wildcard: write("%")
        case .not(let inner):
            write("!")
            writeNested(inner, isBare: inner.isAtom, separator)
        case .and(let left, let right):
            writeNested(left, isBare: !left.isChoice, separator)
            write(separator)
            writeNested(right, isBare: !right.isChoice, separator)
        case .or(let left, let right):
            if inExpression { write("(") }
            write(left, separator: separator)
            write("|")
            write(right, separator: separator)
            if inExpression { write(")") }
        }
    }

    private mutating func writeNested(
        _ labels: LabelExpression, isBare: Bool, _ separator: String
    ) {
        if !isBare { write("(") }
        write(labels, separator: separator)
        if !isBare { write(")") }
    }

    mutating func write(_ type: TypeReference) {
        switch type {
        case .named(let name, let notNull): write(notNull ? "\(name) NOT NULL" : name)
        case .list(let item, let notNull):
            write("LIST<")
            write(item)
            write(notNull ? "> NOT NULL" : ">")
        case .union(let members):
            write("ANY<")
            list(members, separator: " | ") { $0.write($1) }
            write(">")
        }
    }
}

extension LabelExpression {
    fileprivate var isChoice: Bool {
        if case .or = self { true } else { false }
    }

    fileprivate var isAtom: Bool {
        switch self {
        case .name, .wildcard, .not: true
        default: false
        }
    }
}

extension CypherText {
    /// One part of a function's name; the words that are functions as well stay bare.
    static func function(_ name: String) -> String {
        switch Keyword.named(Array(name.utf8)[...]) {
        case .exists, .all, .any, .noneOf, .single, .reduce, .trim, .count, .collect: name
        default: variable(name)
        }
    }
}

extension Expression {
    var tightness: CypherPrinter.Tightness {
        switch kind {
        case .literal(.integer(let value)): value < 0 ? .sign : .operand
        case .literal(.float(let value)): value.sign == .minus ? .sign : .operand
        case .unary(.not, _), .patternPredicate: .not
        case .unary: .sign
        case .binary(let operation, _, _): operation.tightness
        case .comparison: .comparison
        case .isNull, .hasLabels, .isTyped, .isNormalized: .predicate
        case .property, .element, .slice: .postfix
        default: .operand
        }
    }

    /// How tight this must be to go without parentheses before IN, IS NULL and their like. Labels
    /// and types go in parentheses, since what follows them could be read as more of them.
    var asSubject: CypherPrinter.Tightness {
        switch kind {
        case .hasLabels, .isTyped: .sum
        default: .predicate
        }
    }

    var isLabelTest: Bool {
        if case .hasLabels = kind { true } else { false }
    }

    var isConcatenation: Bool {
        if case .binary(.concatenate, _, _) = kind { true } else { false }
    }

    var isUnsignedNumber: Bool {
        switch kind {
        case .literal(.integer): tightness == .operand
        case .literal(.float(let value)): tightness == .operand && value.isFinite
        default: false
        }
    }

    /// Whether the text of this begins with `name IN`.
    var beginsWithMembership: Bool {
        switch kind {
        case .binary(.in, let left, _):
            if case .variable = left.kind { true } else { left.beginsWithMembership }
        case .binary(_, let left, _): left.beginsWithMembership
        case .comparison(let operands, _): operands.first?.beginsWithMembership ?? false
        case .isNull(let subject, negated: _), .hasLabels(let subject, _),
            .isTyped(let subject, _, negated: _),
            .isNormalized(let subject, form: _, negated: _):
            subject.beginsWithMembership
        default: false
        }
    }
}

extension Expression.BinaryOperator {
    var tightness: CypherPrinter.Tightness {
        switch self {
        case .or: .or
        case .xor: .xor
        case .and: .and
        case .in, .startsWith, .endsWith, .contains, .matches: .predicate
        case .add, .subtract, .concatenate: .sum
        case .multiply, .divide, .modulo: .product
        case .power: .power
        }
    }

    /// Whether grouping to the left or to the right makes no difference.
    var isAssociative: Bool {
        switch self {
        case .or, .xor, .and: true
        default: false
        }
    }
}
