import GraphModel

/// Keeps the last regular expression, which for most queries is the only one.
package struct RegularExpressionCache: Sendable {
    private var last: (pattern: String, expression: RegularExpression)?

    package init() {}

    /// The expression for a pattern, read anew only where the pattern is not the one before.
    package mutating func expression(
        for pattern: String
    ) throws(Diagnostic) -> RegularExpression {
        if let last, last.pattern.hasSameScalars(as: pattern) { return last.expression }
        let expression = try RegularExpression(pattern)
        last = (pattern, expression)
        return expression
    }
}
