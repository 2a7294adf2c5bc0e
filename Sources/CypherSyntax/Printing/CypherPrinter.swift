import GraphModel

/// Writes syntax trees as Cypher text in one canonical form: parsing the text again and printing
/// gives the same text.
package struct CypherPrinter {
    var output = ""
    /// What stands between two clauses: a line feed at the top, a space inside braces.
    var clauseSeparator = "\n"

    init() {}

    package static func text(of statement: Statement) -> String {
        var printer = CypherPrinter()
        printer.write(statement)
        return printer.output
    }

    package static func text(of query: Query) -> String {
        var printer = CypherPrinter()
        printer.write(query)
        return printer.output
    }

    package static func text(of expression: Expression) -> String {
        var printer = CypherPrinter()
        printer.write(expression, .lowest)
        return printer.output
    }

    package static func text(of pattern: PathPattern) -> String {
        var printer = CypherPrinter()
        printer.write(pattern)
        return printer.output
    }

    package static func text(of labels: LabelExpression) -> String {
        var printer = CypherPrinter()
        printer.write(labels, separator: "&")
        return printer.output
    }

    package static func text(of type: TypeReference) -> String {
        var printer = CypherPrinter()
        printer.write(type)
        return printer.output
    }

    // MARK: Helpers

    mutating func write(_ text: String) {
        output += text
    }

    mutating func list<Item>(
        _ items: [Item], separator: String = ", ", _ item: (inout CypherPrinter, Item) -> Void
    ) {
        for (index, element) in items.enumerated() {
            if index > 0 { write(separator) }
            item(&self, element)
        }
    }

    /// Writes a part with its clauses on one line.
    mutating func inline(_ body: (inout CypherPrinter) -> Void) {
        let outer = clauseSeparator
        clauseSeparator = " "
        body(&self)
        clauseSeparator = outer
    }

    /// A variable's name, in back-ticks where it needs them.
    mutating func variable(_ name: Name) {
        write(CypherText.variable(name.text))
    }

    /// A name after a colon or a dot, where no keyword needs quoting.
    mutating func key(_ name: Name) {
        write(CypherText.identifier(name.text))
    }
}
