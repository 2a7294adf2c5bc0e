import GraphModel

extension RegularExpressionParser {
    // MARK: Escapes

    /// What stands after a backslash outside a class.
    mutating func parseEscape() throws(Diagnostic) -> RegularExpressionNode {
        switch peek {
        case "b": return assertion(.wordBoundary)
        case "B": return assertion(.noWordBoundary)
        case "A": return assertion(.textStart)
        case "z": return assertion(.textEnd)
        case "Z": return assertion(.lastLineEnd)
        case "R":
            position += 1
            let pair: [RegularExpressionNode] = [.set(.scalar("\r")), .set(.scalar("\n"))]
            return .alternatives([.sequence(pair), .set(.verticalSpaces)])
        default:
            if let peek, ("1"..."9").contains(peek) || peek == "k" {
                throw Self.error("refers back to a group, which is not supported")
            }
            return .set(cased(try parseSetEscape()))
        }
    }

    private mutating func assertion(
        _ assertion: RegularExpressionNode.Assertion
    ) -> RegularExpressionNode {
        position += 1
        return .assertion(assertion)
    }

    /// What stands after a backslash and means a set of scalars.
    private mutating func parseSetEscape() throws(Diagnostic) -> ScalarSet {
        let scalar = try next()
        switch scalar {
        case "d": return .digits
        case "D": return .complement(.digits)
        case "w": return .wordScalars
        case "W": return .complement(.wordScalars)
        case "s": return .spaces
        case "S": return .complement(.spaces)
        case "h": return .horizontalSpaces
        case "H": return .complement(.horizontalSpaces)
        case "v": return .verticalSpaces
        case "V": return .complement(.verticalSpaces)
        case "p": return try parseProperty()
        case "P": return .complement(try parseProperty())
        default: return .scalar(try parseScalarEscape(scalar))
        }
    }

    /// The name after `\p`, in braces unless it is one letter.
    private mutating func parseProperty() throws(Diagnostic) -> ScalarSet {
        var name = ""
        if skip("{") {
            while true {
                let scalar = try next()
                if scalar == "}" { break }
                name.unicodeScalars.append(scalar)
            }
        } else {
            name.unicodeScalars.append(try next())
        }
        guard let set = ScalarSet.named(name) else {
            throw Self.error("names an unknown class '\(name)'")
        }
        return set
    }

    /// The one scalar that an escape stands for.
    private mutating func parseScalarEscape(
        _ scalar: Unicode.Scalar
    ) throws(Diagnostic) -> Unicode.Scalar {
        switch scalar {
        case "t": return "\t"
        case "n": return "\n"
        case "r": return "\r"
        case "f": return "\u{C}"
        case "a": return "\u{7}"
        case "e": return "\u{1B}"
        case "0": return try parseNumber(digits: 1...3, radix: 8)
        case "u": return try parseNumber(digits: 4...4, radix: 16)
        case "x":
            guard skip("{") else { return try parseNumber(digits: 2...2, radix: 16) }
            let scalar = try parseNumber(digits: 1...6, radix: 16)
            guard skip("}") else { throw Self.error("has a '{' without its '}'") }
            return scalar
        case "c":
            let letter = try next()
            guard letter.isASCII else { throw Self.error("has an invalid control character") }
            return Unicode.Scalar(UInt8(truncatingIfNeeded: letter.value) ^ 64)
        default:
            if ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) {
                throw Self.error("has an unknown escape '\\\(scalar)'")
            }
            return scalar
        }
    }

    private mutating func parseNumber(
        digits: ClosedRange<Int>, radix: Int
    ) throws(Diagnostic) -> Unicode.Scalar {
        var text = ""
        while text.utf8.count < digits.upperBound, let peek,
            Int(String(Character(peek)), radix: radix) != nil
        {
            text.unicodeScalars.append(peek)
            position += 1
        }
        guard text.utf8.count >= digits.lowerBound, let value = UInt32(text, radix: radix),
            let scalar = Unicode.Scalar(value)
        else { throw Self.error("has an escape without the digits of a character") }
        return scalar
    }

    // MARK: Classes

    /// A class after its opening bracket.
    mutating func parseClass() throws(Diagnostic) -> ScalarSet {
        try parseClass(depth: 0)
    }

    private mutating func parseClass(depth: Int) throws(Diagnostic) -> ScalarSet {
        if depth > 50 { throw Self.error("is nested too deeply") }
        let isNegated = skip("^")
        var members: [ScalarSet] = []
        var intersected: ScalarSet?
        var isFirst = true
        while isFirst || peek != "]" {
            if skip("&&") {
                intersected = Self.meet(intersected, members)
                members = []
            } else if skip("[") {
                members.append(try parseClass(depth: depth + 1))
            } else {
                members.append(try parseMember())
            }
            isFirst = false
        }
        position += 1
        let set = Self.meet(intersected, members)
        return isNegated ? .complement(set) : set
    }

    private static func meet(_ first: ScalarSet?, _ members: [ScalarSet]) -> ScalarSet {
        let union = members.count == 1 ? members[0] : .union(members)
        return first.map { .intersection($0, union) } ?? union
    }

    /// A scalar, a range of them or an escape.
    private mutating func parseMember() throws(Diagnostic) -> ScalarSet {
        let first = try parseMemberSet()
        guard let low = first.onlyScalar, peek == "-", position + 1 < scalars.count,
            scalars[position + 1] != "]", scalars[position + 1] != "["
        else { return first }
        position += 1
        guard let high = try parseMemberSet().onlyScalar, high >= low else {
            throw Self.error("has a range whose ends are no characters or swapped")
        }
        return .range(low...high)
    }

    private mutating func parseMemberSet() throws(Diagnostic) -> ScalarSet {
        let scalar = try next()
        return scalar == "\\" ? try parseSetEscape() : .scalar(scalar)
    }
}
