/// What a scenario says of a result.
struct ResultExpectation {
    private let table: [[String]]
    private let isOrdered: Bool
    private let ignoresListOrder: Bool
    private let isEmpty: Bool

    /// Reads `the result should be, in any order:` and its variants.
    init(_ text: String, _ table: [[String]]) throws {
        self.table = table
        isEmpty = text == "the result should be empty"
        ignoresListOrder = text.contains("(ignoring element order for lists)")
        isOrdered = text.contains(", in order")
        let known =
            isEmpty || text.hasSuffix(":") && (isOrdered || ignoresListOrder)
            || text.contains(", in any order")
        guard known, isEmpty || !table.isEmpty else {
            throw ScenarioRunner.Failure("unknown step '\(text)'")
        }
    }

    /// Fails where the result differs; columns are matched by their names.
    func check(_ result: (columns: [String], rows: [[TCKValue]])) throws {
        if isEmpty {
            guard result.rows.isEmpty else {
                throw ScenarioRunner.Failure("\(result.rows.count) rows where none is due")
            }
            return
        }
        let header = table[0]
        guard header.sorted() == result.columns.sorted() else {
            throw ScenarioRunner.Failure("columns are \(result.columns), not \(header)")
        }
        let order = header.compactMap { result.columns.firstIndex(of: $0) }
        let actual = result.rows.map { row in normalized(order.map { row[$0] }) }
        let expected = try table.dropFirst().map { row in
            normalized(try row.map { try TCKValueParser.parse($0) })
        }
        let agrees =
            isOrdered
            ? actual == expected : Self.sorted(actual) == Self.sorted(expected)
        guard agrees else {
            throw ScenarioRunner.Failure(
                "rows are \(Self.text(actual)), not \(Self.text(expected))")
        }
    }

    private func normalized(_ row: [TCKValue]) -> [TCKValue] {
        let comparable = row.map(\.ignoringMeanTime)
        return ignoresListOrder ? comparable.map(\.ignoringListOrder) : comparable
    }

    private static func sorted(_ rows: [[TCKValue]]) -> [[TCKValue]] {
        rows.map { (key: $0.description, row: $0) }.sorted { $0.key < $1.key }.map(\.row)
    }

    private static func text(_ rows: [[TCKValue]]) -> String {
        let shown = rows.prefix(12).map { row in
            "|" + row.map(\.description).joined(separator: "|") + "|"
        }
        let rest = rows.count > shown.count ? " … (\(rows.count) rows)" : ""
        return shown.isEmpty ? "none" : shown.joined(separator: " ") + rest
    }
}
