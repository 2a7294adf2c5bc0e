import CypherEngine
import CypherSyntax
import GraphModel
import Testing

/// What the binding tests share: procedures to call, and queries bound to text or to an error.
enum Binding {
    static let procedures = ProcedureRegistry([
        procedure("test.nothing", [], []),
        procedure("test.one", [("in", .integer)], [("out", .string)]),
        procedure("test.two", [], [("a", .integer), ("b", .integer)]),
        procedure("test.float", [("in", .float)], [("out", .string)]),
        procedure("db.labels", [], [("label", .string)]),
    ])

    private static func procedure(
        _ name: String, _ arguments: [(String, ExpressionType)],
        _ columns: [(String, ExpressionType)]
    ) -> ProcedureDescriptor {
        ProcedureDescriptor(
            name: name, arguments: arguments.map { ProcedureDescriptor.Field(name: $0, type: $1) },
            columns: columns.map { ProcedureDescriptor.Field(name: $0, type: $1) },
            summary: "For tests."
        ) { _, _ in [] }
    }

    static func bind(_ text: String) throws -> BoundStatement {
        try Binder(procedures: procedures).bind(try Parser.parse(text))
    }

    /// The bound query, a clause a line.
    static func text(_ query: String) throws -> String {
        BoundPrinter.text(try bind(query))
    }

    /// The error a query raises; nil where there is none.
    static func error(_ query: String) throws -> Diagnostic? {
        do {
            _ = try bind(query)
            return nil
        } catch let diagnostic as Diagnostic {
            return diagnostic
        }
    }
}
