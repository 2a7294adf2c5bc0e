import GraphModel

/// Parses query text into statements.
package enum Parser {
    /// Parses exactly one statement (a final semicolon is allowed).
    ///
    /// - Throws: A `Diagnostic` with `range` set; the first error found.
    package static func parse(_ text: String) throws -> Statement {
        throw Diagnostic(.syntaxError, "UnexpectedSyntax", "the parser is not here yet")
    }
}
