import GraphModel

extension CypherPrinter {
    mutating func write(_ statement: Statement) {
        switch statement.mode {
        case .run: break
        case .explain: write("EXPLAIN ")
        case .profile: write("PROFILE ")
        }
        if let date = statement.asOf {
            write("AS OF ")
            write(date, .lowest)
            write(clauseSeparator)
        }
        switch statement.body {
        case .query(let query): write(query)
        case .show(let command):
            write("SHOW \(command.what)")
            write(command.yields)
        case .createIndex(let index): write(index)
        case .dropIndex(let name, let ifExists):
            write("DROP INDEX \(CypherText.variable(name.text))\(ifExists ? " IF EXISTS" : "")")
        }
    }

    mutating func write(_ query: Query) {
        switch query {
        case .single(let single):
            list(single.clauses, separator: clauseSeparator) { $0.write($1) }
        case .union(let left, let right, let isAll, range: _):
            write(left)
            write("\(clauseSeparator)UNION\(isAll ? " ALL" : "")\(clauseSeparator)")
            write(right)
        case .next(let first, let second, range: _):
            write(first)
            write("\(clauseSeparator)NEXT\(clauseSeparator)")
            write(second)
        }
    }

    private mutating func write(_ index: IndexDefinition) {
        write("CREATE INDEX ")
        if let name = index.name { write("\(CypherText.variable(name.text)) ") }
        if index.ifNotExists { write("IF NOT EXISTS ") }
        let label = CypherText.identifier(index.label.text)
        write(index.isOnRelationships ? "FOR ()-[x:\(label)]-() ON (" : "FOR (x:\(label)) ON (")
        list(index.keys) { printer, key in
            printer.write("x.")
            printer.key(key)
        }
        write(")")
    }
}
