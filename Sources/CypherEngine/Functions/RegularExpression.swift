import GraphModel

/// A regular expression of the language's `=~`, which matches whole texts.
///
/// The syntax is that of Java's patterns without what cannot be matched in time proportional to
/// the text: back references, look-around, atomic groups and possessive quantifiers are refused.
/// All ways through the expression are followed at once, so that no expression is slow on some
/// texts only. With `(?i)` letters of all scripts match without regard to case.
package struct RegularExpression: Sendable {
    private let program: Program
    /// The text itself, where the expression is nothing but a text.
    private let literal: String?
    /// Far more than any expression has that compiles.
    private static let lengthLimit = 100_000

    /// Reads an expression.
    package init(_ pattern: String) throws(Diagnostic) {
        guard pattern.utf8.count <= Self.lengthLimit else {
            throw RegularExpressionParser.error("is longer than \(Self.lengthLimit) bytes")
        }
        var parser = RegularExpressionParser(pattern)
        let node = try parser.parse()
        literal = node.literal
        var compiler = Compiler()
        try compiler.compile(node)
        program = compiler.finish()
    }

    /// Whether the whole of a text matches.
    package func matches(_ text: String) -> Bool { matches(text) { _ in } }

    /// Whether the whole of a text matches; tells how many steps each character has taken, so that
    /// a long run can be ended by throwing.
    package func matches(_ text: String, onSteps: (Int) throws -> Void) rethrows -> Bool {
        if let literal { return literal.hasSameScalars(as: text) }
        var machine = Machine(program)
        return try machine.run(text.unicodeScalars, onSteps)
    }
}

/// What an expression is made of.
indirect enum RegularExpressionNode {
    case set(ScalarSet)
    case sequence([RegularExpressionNode])
    case alternatives([RegularExpressionNode])
    /// A node repeated; without a maximum any number of times.
    case repetition(RegularExpressionNode, min: Int, max: Int?)
    case assertion(Assertion)

    /// A condition on a place in the text.
    enum Assertion: Sendable {
        case textStart
        case textEnd
        /// The end, or before a line end that ends the text.
        case lastLineEnd
        case lineStart
        case lineEnd
        case wordBoundary
        case noWordBoundary
    }

    /// The one text that the node matches, nil where there may be others.
    fileprivate var literal: String? {
        switch self {
        case .set(let set): return set.onlyScalar.map { String(Character($0)) }
        case .sequence(let nodes):
            var text = ""
            for node in nodes {
                guard let part = node.literal else { return nil }
                text.unicodeScalars.append(contentsOf: part.unicodeScalars)
            }
            return text
        default: return nil
        }
    }
}

/// A compiled expression.
private struct Program: Sendable {
    /// One step.
    enum Step: Sendable {
        case scalar(Unicode.Scalar)
        /// One of `sets`: kept apart, so that steps are copied without counting references.
        case set(Int)
        case assertion(RegularExpressionNode.Assertion)
        /// Goes on at both places, relative to here.
        case split(Int, Int)
        case jump(Int)
        case match
    }

    var steps: [Step] = []
    var sets: [ScalarSet] = []
}

/// Turns the tree of an expression into steps.
private struct Compiler {
    /// Keeps expressions with large counts from filling the memory.
    static let limit = 10_000

    private var program = Program()

    /// The program for all that was compiled.
    mutating func finish() -> Program {
        program.steps.append(.match)
        return program
    }

    /// Adds a fork whose second way starts where the steps added by `body` end.
    private mutating func fork(
        _ body: (inout Compiler) throws(Diagnostic) -> Void
    ) throws(Diagnostic) {
        let start = program.steps.count
        program.steps.append(.split(1, 0))
        try body(&self)
        program.steps[start] = .split(1, program.steps.count - start)
    }

    private mutating func add(_ set: ScalarSet) {
        if let scalar = set.onlyScalar {
            program.steps.append(.scalar(scalar))
        } else {
            program.steps.append(.set(program.sets.count))
            program.sets.append(set)
        }
    }

    mutating func compile(_ node: RegularExpressionNode) throws(Diagnostic) {
        guard program.steps.count < Compiler.limit else {
            throw RegularExpressionParser.error("is too large when its repetitions are written out")
        }
        switch node {
        case .set(let set): add(set)
        case .sequence(let nodes):
            for node in nodes { try compile(node) }
        case .assertion(let assertion): program.steps.append(.assertion(assertion))
        case .alternatives(let nodes): try compile(alternatives: nodes)
        case .repetition(let node, let least, let most):
            for _ in 0..<least { try compile(node) }
            if let most {
                for _ in least..<max(least, most) {
                    try fork { (compiler) throws(Diagnostic) in try compiler.compile(node) }
                }
            } else {
                try compile(loop: node)
            }
        }
    }

    private mutating func compile(
        alternatives nodes: [RegularExpressionNode]
    ) throws(Diagnostic) {
        var ends: [Int] = []
        for node in nodes.dropLast() {
            try fork { (compiler) throws(Diagnostic) in
                try compiler.compile(node)
                ends.append(compiler.program.steps.count)
                compiler.program.steps.append(.jump(0))
            }
        }
        if let last = nodes.last { try compile(last) }
        for end in ends { program.steps[end] = .jump(program.steps.count - end) }
    }

    private mutating func compile(loop node: RegularExpressionNode) throws(Diagnostic) {
        let start = program.steps.count
        try fork { (compiler) throws(Diagnostic) in
            try compiler.compile(node)
            compiler.program.steps.append(.jump(start - compiler.program.steps.count))
        }
    }
}

/// Runs a compiled expression over a text, keeping the set of places it may be at.
private struct Machine {
    private let program: Program
    private var current: [Int] = []
    private var next: [Int] = []
    /// For each step the position of the text for which it was last added, plus one.
    private var added: [Int]
    private var pending: [Int] = []

    init(_ program: Program) {
        self.program = program
        added = [Int](repeating: 0, count: program.steps.count)
    }

    mutating func run(
        _ text: String.UnicodeScalarView, _ onSteps: (Int) throws -> Void
    ) rethrows -> Bool {
        var surroundings = Surroundings(following: text.first, afterNext: text.dropFirst().first)
        var position = 1
        add(0, position, surroundings)
        swap(&current, &next)
        var index = text.startIndex
        while index < text.endIndex, !current.isEmpty {
            let scalar = text[index]
            index = text.index(after: index)
            surroundings.advance(past: scalar, upcoming: upcoming(text, index))
            position += 1
            try onSteps(current.count)
            next.removeAll(keepingCapacity: true)
            for step in current where accepts(step, scalar) {
                add(step + 1, position, surroundings)
            }
            swap(&current, &next)
        }
        guard index == text.endIndex else { return false }
        return current.contains { if case .match = program.steps[$0] { true } else { false } }
    }

    /// The scalar after the one at an index.
    private func upcoming(
        _ text: String.UnicodeScalarView, _ index: String.Index
    ) -> Unicode.Scalar? {
        guard index < text.endIndex else { return nil }
        let after = text.index(after: index)
        return after < text.endIndex ? text[after] : nil
    }

    private func accepts(_ step: Int, _ scalar: Unicode.Scalar) -> Bool {
        switch program.steps[step] {
        case .scalar(let wanted): scalar == wanted
        case .set(let index): program.sets[index].contains(scalar)
        default: false
        }
    }

    /// Adds a step and all that can be reached from it without reading on.
    private mutating func add(_ first: Int, _ position: Int, _ around: Surroundings) {
        pending.append(first)
        while let step = pending.popLast() {
            if added[step] == position { continue }
            added[step] = position
            switch program.steps[step] {
            case .jump(let distance): pending.append(step + distance)
            case .split(let one, let other):
                pending.append(step + other)
                pending.append(step + one)
            case .assertion(let assertion):
                if around.satisfy(assertion) { pending.append(step + 1) }
            case .scalar, .set, .match: next.append(step)
            }
        }
    }
}

/// The scalars before and after a place in a text.
private struct Surroundings {
    private var preceding: Unicode.Scalar?
    private var following: Unicode.Scalar?
    private var afterNext: Unicode.Scalar?

    init(following: Unicode.Scalar?, afterNext: Unicode.Scalar?) {
        self.following = following
        self.afterNext = afterNext
    }

    mutating func advance(past scalar: Unicode.Scalar, upcoming: Unicode.Scalar?) {
        preceding = scalar
        following = afterNext
        afterNext = upcoming
    }

    func satisfy(_ assertion: RegularExpressionNode.Assertion) -> Bool {
        switch assertion {
        case .textStart: preceding == nil
        case .textEnd: following == nil
        case .lastLineEnd:
            following == nil || isLineEnd(following) && afterNext == nil
                || following == "\r" && afterNext == "\n"
        case .lineStart: preceding == nil || isLineEnd(preceding) && following != nil
        case .lineEnd: following == nil || isLineEnd(following)
        case .wordBoundary: isWord(preceding) != isWord(following)
        case .noWordBoundary: isWord(preceding) == isWord(following)
        }
    }

    private func isLineEnd(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map(ScalarSet.isLineEnd) ?? false
    }

    private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar == "_" || scalar.properties.isAlphabetic
            || scalar.properties.generalCategory == .decimalNumber
    }
}
