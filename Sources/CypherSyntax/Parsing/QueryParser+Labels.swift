import GraphModel

/// Label expressions and types.
extension QueryParser {
    /// Where a label expression stands; decides which older spellings it may have.
    enum LabelPlace {
        case node
        case relationship
        case condition
    }

    /// `A&(B|!C)`, `A:B`, `A|:B`, `%`; the colon or IS before it has been read.
    mutating func parseLabelExpression(_ place: LabelPlace) throws -> LabelExpression {
        let outer = try enter()
        defer { leaveExpression(outer) }
        var left = try parseLabelConjunction(place)
        while at(.bar), !barSeparates {
            advance()
            if place != .node { _ = accept(.colon) }
            let height = nesting.height
            left = .or(left, try parseLabelConjunction(place))
            nesting.height = try stacked(height, nesting.height)
        }
        return left
    }

    /// Whether the `|` here separates the parts of the comprehension around it: the last bar
    /// directly inside its brackets does.
    private var barSeparates: Bool {
        barGroups.contains { brackets.lastBar(in: $0) == position }
    }

    private mutating func parseLabelConjunction(_ place: LabelPlace) throws -> LabelExpression {
        var left = try parseLabelFactor(place)
        while at(.ampersand) || at(.colon) {
            advance()
            let height = nesting.height
            left = .and(left, try parseLabelFactor(place))
            nesting.height = try stacked(height, nesting.height)
        }
        return left
    }

    private mutating func parseLabelFactor(_ place: LabelPlace) throws -> LabelExpression {
        var negations = 0
        while accept(.exclamation) { negations += 1 }
        var label = try parseLabelPrimary(place)
        nesting.height = try stacked(nesting.height, by: negations)
        for _ in 0..<negations { label = .not(label) }
        return label
    }

    private mutating func parseLabelPrimary(_ place: LabelPlace) throws -> LabelExpression {
        if at(.leftParenthesis) {
            let opening = position
            advance()
            let inner = try parseLabelExpression(place)
            try close(opening)
            return inner
        }
        nesting.height = 1
        if accept(.percent) { return .wildcard }
        return .name(try parseName(place == .relationship ? .relationshipType : .label))
    }

    // MARK: Types

    /// `INTEGER NOT NULL`, `LIST<STRING>`, `INTEGER | FLOAT`.
    mutating func parseType() throws -> TypeReference {
        let outer = try enter()
        defer { leave(outer) }
        var members = [try parseTypeMember()]
        while at(.bar), !barSeparates {
            advance()
            members.append(try parseTypeMember())
        }
        return members.count == 1 ? members[0] : .union(members)
    }

    private mutating func parseTypeMember() throws -> TypeReference {
        let outer = beginParts()
        var type = try parseTypeCore()
        endParts(outer)
        while accept(.list) || accept(.array) {
            type = .list(of: type, notNull: acceptNotNull())
            nesting.height = try stacked(nesting.height)
        }
        return type
    }

    private mutating func parseTypeCore() throws -> TypeReference {
        guard current.kind == .word else { throw failure(.typeName) }
        if at(.list) || at(.array) {
            advance()
            return try parseListType()
        }
        let start = position
        guard let name = acceptTypeName() else {
            position = start
            throw failure(.typeName)
        }
        if name == "ANY", at(.less) {
            advance()
            let inner = try parseType()
            try expect(.greater, .angleAfterType)
            return inner
        }
        return .named(name, notNull: acceptNotNull())
    }

    private mutating func parseListType() throws -> TypeReference {
        guard accept(.less) else {
            return .list(of: .named("ANY", notNull: false), notNull: acceptNotNull())
        }
        let item = try parseType()
        try expect(.greater, .angleAfterType)
        return .list(of: item, notNull: acceptNotNull())
    }

    private mutating func acceptNotNull() -> Bool {
        accept(.exclamation) || accept(.not, .null)
    }

    /// Reads the longest run of words that names a type; gives its canonical name.
    private mutating func acceptTypeName() -> String? {
        var words: [String] = []
        while words.count < 4, peek(words.count).kind == .word {
            words.append(text.slice(peek(words.count)).uppercased())
        }
        while !words.isEmpty {
            if let name = TypeNames.canonical[words.joined(separator: " ")] {
                position += words.count
                return name
            }
            words.removeLast()
        }
        return nil
    }
}

/// The names a type may be written with.
enum TypeNames {
    /// From a spelling to the one name the tree has.
    static let canonical: [String: String] = {
        var names: [String: String] = [:]
        for (name, spellings) in table {
            names[name] = name
            for spelling in spellings { names[spelling] = name }
        }
        return names
    }()

    private static let table: [(String, [String])] = [
        ("BOOLEAN", ["BOOL"]),
        ("STRING", ["VARCHAR"]),
        ("INTEGER", ["INT", "SIGNED INTEGER"]),
        ("FLOAT", []),
        ("DATE", []),
        ("LOCAL TIME", ["TIME WITHOUT TIMEZONE", "TIME WITHOUT TIME ZONE"]),
        ("ZONED TIME", ["TIME WITH TIMEZONE", "TIME WITH TIME ZONE", "TIME"]),
        ("LOCAL DATETIME", ["TIMESTAMP WITHOUT TIMEZONE", "TIMESTAMP WITHOUT TIME ZONE"]),
        (
            "ZONED DATETIME",
            ["TIMESTAMP WITH TIMEZONE", "TIMESTAMP WITH TIME ZONE", "DATETIME"]
        ),
        ("DURATION", []),
        ("NODE", ["VERTEX", "ANY NODE", "ANY VERTEX"]),
        ("RELATIONSHIP", ["EDGE", "ANY RELATIONSHIP", "ANY EDGE"]),
        ("MAP", ["ANY MAP"]),
        ("PATH", []),
        ("PROPERTY VALUE", ["ANY PROPERTY VALUE"]),
        ("NULL", []),
        ("NOTHING", []),
        ("ANY", ["ANY VALUE"]),
    ]
}
