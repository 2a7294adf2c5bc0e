/// The words with a meaning of their own. None is reserved: each may also be a name.
package enum Keyword: String, Sendable, CaseIterable {
    case acyclic = "ACYCLIC"
    case all = "ALL"
    case allShortestPaths = "ALLSHORTESTPATHS"
    case and = "AND"
    case any = "ANY"
    case array = "ARRAY"
    case `as` = "AS"
    case asc = "ASC"
    case ascending = "ASCENDING"
    case both = "BOTH"
    case by = "BY"
    case call = "CALL"
    case `case` = "CASE"
    case collect = "COLLECT"
    case constraint = "CONSTRAINT"
    case contains = "CONTAINS"
    case count = "COUNT"
    case create = "CREATE"
    case cypher = "CYPHER"
    case delete = "DELETE"
    case desc = "DESC"
    case descending = "DESCENDING"
    case detach = "DETACH"
    case different = "DIFFERENT"
    case distinct = "DISTINCT"
    case drop = "DROP"
    case element = "ELEMENT"
    case elements = "ELEMENTS"
    case `else` = "ELSE"
    case end = "END"
    case ends = "ENDS"
    case exists = "EXISTS"
    case explain = "EXPLAIN"
    case `false` = "FALSE"
    case filter = "FILTER"
    case finish = "FINISH"
    case first = "FIRST"
    case `for` = "FOR"
    case foreach = "FOREACH"
    case from = "FROM"
    case group = "GROUP"
    case groups = "GROUPS"
    case `if` = "IF"
    case `in` = "IN"
    case index = "INDEX"
    case inf = "INF"
    case infinity = "INFINITY"
    case insert = "INSERT"
    case `is` = "IS"
    case last = "LAST"
    case leading = "LEADING"
    case `let` = "LET"
    case limit = "LIMIT"
    case list = "LIST"
    case load = "LOAD"
    case match = "MATCH"
    case merge = "MERGE"
    case nan = "NAN"
    case next = "NEXT"
    case nfc = "NFC"
    case nfd = "NFD"
    case nfkc = "NFKC"
    case nfkd = "NFKD"
    case nodetach = "NODETACH"
    case noneOf = "NONE"
    case normalized = "NORMALIZED"
    case not = "NOT"
    case null = "NULL"
    case nulls = "NULLS"
    case of = "OF"
    case offset = "OFFSET"
    case on = "ON"
    case optional = "OPTIONAL"
    case or = "OR"
    case order = "ORDER"
    case path = "PATH"
    case paths = "PATHS"
    case profile = "PROFILE"
    case range = "RANGE"
    case reduce = "REDUCE"
    case relationships = "RELATIONSHIPS"
    case remove = "REMOVE"
    case repeatable = "REPEATABLE"
    case `return` = "RETURN"
    case set = "SET"
    case shortest = "SHORTEST"
    case shortestPath = "SHORTESTPATH"
    case show = "SHOW"
    case simple = "SIMPLE"
    case single = "SINGLE"
    case skip = "SKIP"
    case starts = "STARTS"
    case then = "THEN"
    case trail = "TRAIL"
    case trailing = "TRAILING"
    case trim = "TRIM"
    case `true` = "TRUE"
    case typed = "TYPED"
    case union = "UNION"
    case unwind = "UNWIND"
    case use = "USE"
    case walk = "WALK"
    case when = "WHEN"
    case `where` = "WHERE"
    case with = "WITH"
    case xor = "XOR"
    case yield = "YIELD"

    /// Begins a clause, or a part that ends the clause before it.
    package var beginsClause: Bool {
        switch self {
        case .call, .create, .delete, .detach, .filter, .finish, .for, .foreach, .insert, .let,
            .limit, .load, .match, .merge, .next, .nodetach, .offset, .optional, .order, .remove,
            .return, .set, .skip, .union, .unwind, .use, .where, .with, .yield, .on:
            true
        default: false
        }
    }

    /// Stands between two operands, or after one.
    var followsOperand: Bool {
        switch self {
        case .and, .or, .xor, .in, .starts, .ends, .contains, .is, .as, .asc, .ascending, .desc,
            .descending, .nulls, .then, .when, .else, .end, .from:
            true
        default: beginsClause
        }
    }

    /// The keyword a word is in any letter case, or nil.
    static func named(_ word: ArraySlice<UInt8>) -> Keyword? {
        PackedWord(word).flatMap { table[$0] }
    }

    private static let table: [PackedWord: Keyword] = {
        var table: [PackedWord: Keyword] = [:]
        for keyword in Keyword.allCases {
            guard let word = PackedWord(Array(keyword.rawValue.utf8)[...]) else {
                preconditionFailure("keyword '\(keyword.rawValue)' does not fit")
            }
            table[word] = keyword
        }
        return table
    }()
}

/// A word of at most 16 ASCII letters in upper case, packed for quick look-up.
private struct PackedWord: Hashable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    init?(_ word: ArraySlice<UInt8>) {
        guard word.count <= 16 else { return nil }
        for byte in word {
            let upper = byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte
            guard upper >= 0x41 && upper <= 0x5A else { return nil }
            high = high << 8 | low >> 56
            low = low << 8 | UInt64(upper)
        }
    }
}
