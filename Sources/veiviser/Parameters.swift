import CypherEngine
import CypherSyntax
import GraphModel
import GraphStore

/// Query parameters given as `name=value`.
struct Parameters {
    private(set) var values: [String: Value] = [:]

    init(_ pairs: [String]) throws {
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw Diagnostic(
                    .usage, "InvalidParameter", "'\(pair)' is not NAME=VALUE",
                    hint: "write --param name=value")
            }
            values[String(parts[0])] = Parameters.value(String(parts[1]))
        }
    }

    /// The value as Cypher writes it; what is no constant expression is a text.
    static func value(_ text: String) -> Value {
        guard let expression = try? Parser.parseExpression(text),
            let value = try? ConstantExpression(expression).evaluate(
                view: GraphView(base: BaseGraph()))
        else { return .string(text) }
        return value
    }
}
