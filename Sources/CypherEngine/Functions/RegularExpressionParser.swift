import GraphModel

/// Reads the text of a regular expression.
struct RegularExpressionParser {
    /// Keeps nested groups from using up the stack.
    private static let depthLimit = 200

    /// What `(?…)` can switch on and off.
    struct Flags {
        var ignoresCase = false
        var dotMatchesAll = false
        var isMultiline = false
        var allowsComments = false
    }

    var scalars: [Unicode.Scalar]
    var position = 0
    var flags = Flags()
    private var depth = 0

    init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    static func error(_ problem: String) -> Diagnostic {
        Diagnostic(
            .argumentError, "InvalidArgumentValue", "the regular expression \(problem)")
    }

    var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    mutating func skip(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    mutating func next() throws(Diagnostic) -> Unicode.Scalar {
        guard let scalar = peek else { throw Self.error("ends too early") }
        position += 1
        return scalar
    }

    /// The whole expression.
    mutating func parse() throws(Diagnostic) -> RegularExpressionNode {
        let node = try parseAlternatives()
        if position < scalars.count { throw Self.error("has a ')' without its '('") }
        return node
    }

    private mutating func parseAlternatives() throws(Diagnostic) -> RegularExpressionNode {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.depthLimit { throw Self.error("is nested too deeply") }
        var alternatives = [try parseSequence()]
        while skip("|") { alternatives.append(try parseSequence()) }
        return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
    }

    private mutating func parseSequence() throws(Diagnostic) -> RegularExpressionNode {
        var nodes: [RegularExpressionNode] = []
        while let scalar = peek, scalar != "|", scalar != ")" {
            if flags.allowsComments, skipComment() { continue }
            if skip("\\Q") {
                try parseQuoted(into: &nodes)
                continue
            }
            guard let atom = try parseAtom() else { continue }
            nodes.append(try parseQuantifiers(of: atom))
        }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    /// Skips white space and comments, which `(?x)` allows between the parts.
    private mutating func skipComment() -> Bool {
        guard let scalar = peek else { return false }
        if scalar.properties.isWhitespace {
            position += 1
            return true
        }
        guard scalar == "#" else { return false }
        while let scalar = peek, !ScalarSet.isLineEnd(scalar) { position += 1 }
        return true
    }

    /// The literal text up to `\E`; a quantifier after it belongs to its last character.
    private mutating func parseQuoted(
        into nodes: inout [RegularExpressionNode]
    ) throws(Diagnostic) {
        while position < scalars.count, !skip("\\E") {
            nodes.append(literal(scalars[position]))
            position += 1
        }
        if let last = nodes.popLast() { nodes.append(try parseQuantifiers(of: last)) }
    }

    func literal(_ scalar: Unicode.Scalar) -> RegularExpressionNode {
        .set(cased(.scalar(scalar)))
    }

    func cased(_ set: ScalarSet) -> ScalarSet { flags.ignoresCase ? .anyCase(set) : set }

    /// One part without its quantifiers, nil for one that only sets flags.
    private mutating func parseAtom() throws(Diagnostic) -> RegularExpressionNode? {
        let scalar = try next()
        switch scalar {
        case "(": return try parseGroup()
        case "[": return .set(cased(try parseClass()))
        case ".": return .set(flags.dotMatchesAll ? .all : .allButLineEnds)
        case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
        case "$": return .assertion(flags.isMultiline ? .lineEnd : .lastLineEnd)
        case "\\": return try parseEscape()
        case "*", "+", "?": throw Self.error("has a '\(scalar)' with nothing before it")
        case "{": throw Self.error("has a '{' with nothing before it")
        default: return literal(scalar)
        }
    }

    private mutating func parseGroup() throws(Diagnostic) -> RegularExpressionNode? {
        let outer = flags
        if skip("?") {
            if skip("=") || skip("!") || skip("<=") || skip("<!") {
                throw Self.error("looks around with '(?=' or its like, which is not supported")
            }
            if skip(">") { throw Self.error("has an atomic group, which is not supported") }
            if skip("<") {
                while try next() != ">" {}
            } else if try !parseFlags() {
                return nil
            }
        }
        let node = try parseAlternatives()
        guard skip(")") else { throw Self.error("has a '(' without its ')'") }
        flags = outer
        return node
    }

    /// Flags after `(?`; true where a group follows, false where they hold to the group's end.
    private mutating func parseFlags() throws(Diagnostic) -> Bool {
        var isOn = true
        while true {
            let scalar = try next()
            switch scalar {
            case ":": return true
            case ")": return false
            case "-": isOn = false
            case "i": flags.ignoresCase = isOn
            case "s": flags.dotMatchesAll = isOn
            case "m": flags.isMultiline = isOn
            case "x": flags.allowsComments = isOn
            case "u", "U", "d": break
            default: throw Self.error("has an unknown flag '\(scalar)'")
            }
        }
    }

    // MARK: Quantifiers

    private mutating func parseQuantifiers(
        of atom: RegularExpressionNode
    ) throws(Diagnostic) -> RegularExpressionNode {
        var node = atom
        while let (least, most) = try parseQuantifier() {
            if skip("+") { throw Self.error("has a possessive quantifier, which is not supported") }
            // Whether as few or as many as possible are taken makes no difference to whole matches.
            _ = skip("?")
            node = .repetition(node, min: least, max: most)
        }
        return node
    }

    private mutating func parseQuantifier() throws(Diagnostic) -> (Int, Int?)? {
        if skip("*") { return (0, nil) }
        if skip("+") { return (1, nil) }
        if skip("?") { return (0, 1) }
        guard skip("{") else { return nil }
        let least = try parseCount()
        var most: Int? = least
        if skip(",") { most = peek == "}" ? nil : try parseCount() }
        guard skip("}") else { throw Self.error("has a '{' without its '}'") }
        if let most, most < least { throw Self.error("has a repetition whose bounds are swapped") }
        return (least, most)
    }

    private mutating func parseCount() throws(Diagnostic) -> Int {
        var value: Int?
        while let scalar = peek, ("0"..."9").contains(scalar) {
            value = (value ?? 0) * 10 + Int(scalar.value - 48)
            if value ?? 0 > 10_000 { throw Self.error("repeats more than 10000 times") }
            position += 1
        }
        guard let value else { throw Self.error("has a '{' without a number after it") }
        return value
    }
}
