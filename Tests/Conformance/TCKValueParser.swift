/// Reads values as the TCK writes them.
struct TCKValueParser {
    struct Failure: Error, CustomStringConvertible {
        var text: String
        var offset: Int

        var description: String { "'\(text)' is no value of the TCK's notation at \(offset)" }
    }

    private let characters: [Character]
    private var next = 0

    private init(_ text: String) {
        characters = Array(text)
    }

    static func parse(_ text: String) throws -> TCKValue {
        var parser = TCKValueParser(text)
        let value = try parser.parseValue()
        parser.skipBlanks()
        guard parser.next == parser.characters.count else { throw parser.failure }
        return value
    }

    // MARK: Characters

    private var failure: Failure { Failure(text: String(characters), offset: next) }

    private mutating func skipBlanks() {
        while next < characters.count, characters[next].isWhitespace { next += 1 }
    }

    private mutating func accept(_ text: String) -> Bool {
        skipBlanks()
        guard characters[next...].starts(with: text) else { return false }
        next += text.count
        return true
    }

    private mutating func expect(_ text: String) throws {
        guard accept(text) else { throw failure }
    }

    private func at(_ text: String) -> Bool {
        var copy = self
        return copy.accept(text)
    }

    /// A name: letters, digits and underscores, or anything between back-ticks.
    private mutating func parseName() throws -> String {
        skipBlanks()
        if accept("`") {
            let start = next
            while next < characters.count, characters[next] != "`" { next += 1 }
            let name = String(characters[start..<next])
            try expect("`")
            return name
        }
        let start = next
        while next < characters.count,
            characters[next].isLetter || characters[next].isNumber || characters[next] == "_"
        {
            next += 1
        }
        guard next > start else { throw failure }
        return String(characters[start..<next])
    }

    // MARK: Values

    private mutating func parseValue() throws -> TCKValue {
        skipBlanks()
        guard next < characters.count else { throw failure }
        switch characters[next] {
        case "'": return .string(try parseString())
        case "{": return .map(try parseMap())
        case "(": return try parseNode()
        case "<": return try parsePath()
        case "[":
            return at("[:") || at("[ :") ? try parseRelationship() : .list(try parseList())
        default: return try parseWord()
        }
    }

    private mutating func parseString() throws -> String {
        next += 1
        var text = ""
        while next < characters.count {
            let character = characters[next]
            next += 1
            if character == "'" { return text }
            if character == "\\", next < characters.count {
                text.append(Self.escaped[characters[next]] ?? characters[next])
                next += 1
            } else {
                text.append(character)
            }
        }
        throw failure
    }

    private static let escaped: [Character: Character] = [
        "n": "\n", "t": "\t", "r": "\r", "b": "\u{8}", "f": "\u{C}",
    ]

    private mutating func parseList() throws -> [TCKValue] {
        try expect("[")
        var items: [TCKValue] = []
        if accept("]") { return items }
        repeat { items.append(try parseValue()) } while accept(",")
        try expect("]")
        return items
    }

    private mutating func parseMap() throws -> [String: TCKValue] {
        try expect("{")
        var entries: [String: TCKValue] = [:]
        if accept("}") { return entries }
        repeat {
            let key = try parseName()
            try expect(":")
            entries[key] = try parseValue()
        } while accept(",")
        try expect("}")
        return entries
    }

    private mutating func parseNode() throws -> TCKValue {
        try expect("(")
        var labels: Set<String> = []
        while accept(":") { labels.insert(try parseName()) }
        let properties = at("{") ? try parseMap() : [:]
        try expect(")")
        return .node(labels: labels, properties: properties)
    }

    private mutating func parseRelationship() throws -> TCKValue {
        try expect("[")
        try expect(":")
        let type = try parseName()
        let properties = at("{") ? try parseMap() : [:]
        try expect("]")
        return .relationship(type: type, properties: properties)
    }

    private mutating func parsePath() throws -> TCKValue {
        try expect("<")
        let first = try parseNode()
        var steps: [TCKValue.PathStep] = []
        while !accept(">") {
            let isForward = !accept("<-")
            if isForward { try expect("-") }
            let relationship = try parseRelationship()
            try expect(isForward ? "->" : "-")
            let node = try parseNode()
            steps.append(
                TCKValue.PathStep(relationship: relationship, isForward: isForward, node: node))
        }
        return .path(first, steps)
    }

    /// `null`, `true`, a number, `NaN`, `Inf`.
    private mutating func parseWord() throws -> TCKValue {
        let start = next
        let ends: Set<Character> = [",", "]", "}", ")"]
        while next < characters.count, !ends.contains(characters[next]),
            !characters[next].isWhitespace
        {
            next += 1
        }
        let word = String(characters[start..<next])
        switch word {
        case "null": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "NaN": return .float(.nan)
        case "Inf", "Infinity": return .float(.infinity)
        case "-Inf", "-Infinity": return .float(-.infinity)
        default: break
        }
        if let integer = Int(word) { return .integer(integer) }
        guard let float = Double(word) else { throw failure }
        return .float(float)
    }
}
