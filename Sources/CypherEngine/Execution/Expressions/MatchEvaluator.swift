import GraphModel

/// `text =~ pattern`. Patterns are mostly the same in every row: compiled once, not once a row.
final class MatchEvaluator: Evaluator {
    private let text: Evaluator
    private let pattern: Evaluator
    private let range: SourceRange
    private var cache = RegularExpressionCache()

    init(_ text: Evaluator, _ pattern: Evaluator, range: SourceRange) {
        self.text = text
        self.pattern = pattern
        self.range = range
        super.init(slots: union(text.slots, pattern.slots))
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let texts = try text.evaluate(batch, context)
        let patterns = try pattern.evaluate(batch, context)
        return try locating(range) {
            booleanColumn(
                try (0..<batch.count).map { row in
                    guard case .string(let text) = texts.value(row),
                        case .string(let pattern) = patterns.value(row)
                    else { return .null }
                    let expression = try cache.expression(for: pattern)
                    return .boolean(
                        try expression.matches(text) { try context.guardian.step($0) })
                })
        }
    }
}
