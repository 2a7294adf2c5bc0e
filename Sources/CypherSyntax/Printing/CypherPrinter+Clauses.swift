import GraphModel

extension CypherPrinter {
    mutating func write(_ clause: Clause) {
        switch clause.kind {
        case .match(let match): write(match)
        case .unwind(let items, let name, nil):
            write("UNWIND ")
            write(items, .lowest)
            write(" AS ")
            variable(name)
        case .unwind(let items, let name, let position?):
            write("FOR ")
            variable(name)
            write(" IN ")
            write(items, .lowest)
            write(position.isOrdinal ? " WITH ORDINALITY " : " WITH OFFSET ")
            variable(position.variable)
        case .with(let projection, let predicate):
            write("WITH ")
            write(projection)
            writeWhere(predicate)
        case .return(let projection):
            write("RETURN ")
            write(projection)
        case .finish: write("FINISH")
        case .let(let items):
            write("LET ")
            list(items) { printer, item in
                printer.variable(item.variable)
                printer.write(" = ")
                printer.write(item.value, .lowest)
            }
        case .filter(let condition):
            write("FILTER ")
            write(condition, .lowest)
        case .orderAndPage(let page): write(page, leading: "")
        case .call(let call): write(call)
        case .subquery(let call): write(call)
        default: writeUpdate(clause)
        }
    }

    private mutating func writeUpdate(_ clause: Clause) {
        switch clause.kind {
        case .create(let patterns):
            write("CREATE ")
            list(patterns) { $0.write($1) }
        case .merge(let pattern, let onCreate, let onMatch):
            write("MERGE ")
            write(pattern)
            writeAction("CREATE", onCreate)
            writeAction("MATCH", onMatch)
        case .set(let items):
            write("SET ")
            list(items) { $0.write($1) }
        case .remove(let items):
            write("REMOVE ")
            list(items) { $0.write($1) }
        case .delete(let items, let isDetach):
            write(isDetach ? "DETACH DELETE " : "DELETE ")
            list(items) { $0.write($1, $1.isLabelTest ? .operand : .lowest) }
        case .foreach(let name, let items, let body):
            write("FOREACH (")
            variable(name)
            write(" IN ")
            write(items, .lowest)
            write(" | ")
            inline { $0.list(body, separator: " ") { $0.write($1) } }
            write(")")
        default: break
        }
    }

    private mutating func write(_ match: MatchClause) {
        write(match.isOptional ? "OPTIONAL MATCH " : "MATCH ")
        if match.allowsRepeatedElements { write("REPEATABLE ELEMENTS ") }
        list(match.patterns) { $0.write($1) }
        writeWhere(match.predicate)
    }

    // MARK: Projections

    private mutating func write(_ projection: Projection) {
        if projection.isDistinct { write("DISTINCT ") }
        if projection.includesAll { write(projection.items.isEmpty ? "*" : "*, ") }
        list(projection.items) { $0.write($1) }
        write(projection.page, leading: " ")
    }

    /// An item; where its text as first written named the column, that name is kept.
    private mutating func write(_ item: ProjectionItem) {
        let expression = CypherPrinter.text(of: item.expression)
        write(expression)
        if let alias = item.alias {
            write(" AS ")
            variable(alias)
        } else if expression != item.text, !item.expression.isVariable {
            write(" AS \(CypherText.variable(item.text))")
        }
    }

    private mutating func write(_ page: OrderAndPage, leading: String) {
        var parts: [String] = []
        if !page.order.isEmpty {
            var printer = CypherPrinter()
            printer.write("ORDER BY ")
            printer.list(page.order) { $0.write($1) }
            parts.append(printer.output)
        }
        if let skip = page.skip { parts.append("SKIP \(CypherPrinter.text(of: skip))") }
        if let limit = page.limit { parts.append("LIMIT \(CypherPrinter.text(of: limit))") }
        if !parts.isEmpty { write(leading + parts.joined(separator: " ")) }
    }

    private mutating func write(_ item: SortItem) {
        write(item.expression, .lowest)
        if item.isDescending { write(" DESC") }
        if let nullsFirst = item.nullsFirst { write(nullsFirst ? " NULLS FIRST" : " NULLS LAST") }
    }

    // MARK: SET and REMOVE

    private mutating func writeAction(_ word: String, _ items: [SetItem]) {
        guard !items.isEmpty else { return }
        write(" ON \(word) SET ")
        list(items) { $0.write($1) }
    }

    private mutating func write(_ item: SetItem) {
        switch item {
        case .property(let target, let key, let value):
            write(Expression(.property(target, key), target.range), .lowest)
            writeValue(value)
        case .dynamicProperty(let target, let key, let value):
            write(Expression(.element(target, key), target.range), .lowest)
            writeValue(value)
        case .replace(let name, let value):
            variable(name)
            writeValue(value)
        case .merge(let name, let value):
            variable(name)
            write(" += ")
            write(value, .lowest)
        case .labels(let name, let labels): writeLabels(name, labels)
        }
    }

    private mutating func writeValue(_ value: Expression) {
        write(" = ")
        write(value, .lowest)
    }

    private mutating func write(_ item: RemoveItem) {
        switch item {
        case .property(let target, let key):
            write(Expression(.property(target, key), target.range), .lowest)
        case .dynamicProperty(let target, let key):
            write(Expression(.element(target, key), target.range), .lowest)
        case .labels(let name, let labels): writeLabels(name, labels)
        }
    }

    private mutating func writeLabels(_ name: Name, _ labels: [Name]) {
        variable(name)
        for label in labels {
            write(":")
            key(label)
        }
    }

    // MARK: CALL

    private mutating func write(_ call: ProcedureCall) {
        write(call.isOptional ? "OPTIONAL CALL " : "CALL ")
        let parts = call.name.text.split(separator: ".", omittingEmptySubsequences: false)
        write(parts.map { CypherText.identifier(String($0)) }.joined(separator: "."))
        if let arguments = call.arguments {
            write("(")
            list(arguments) { $0.write($1, .lowest) }
            write(")")
        }
        write(call.yields)
    }

    mutating func write(_ yields: CallYield) {
        switch yields.columns {
        case .unstated: break
        case .all: write(" YIELD *")
        case .named(let columns) where columns.isEmpty: write(" YIELD -")
        case .named(let columns):
            write(" YIELD ")
            list(columns) { printer, column in
                printer.variable(column.column)
                guard let alias = column.alias else { return }
                printer.write(" AS ")
                printer.variable(alias)
            }
        }
        writeWhere(yields.predicate)
    }

    private mutating func write(_ call: SubqueryCall) {
        write(call.isOptional ? "OPTIONAL CALL " : "CALL ")
        switch call.imports {
        case .leadingWith: break
        case .all: write("(*) ")
        case .named(let names):
            write("(")
            list(names) { $0.variable($1) }
            write(") ")
        }
        write("{ ")
        inline { $0.write(call.query) }
        write(" }")
    }
}

extension Expression {
    fileprivate var isVariable: Bool {
        if case .variable = kind { true } else { false }
    }
}
