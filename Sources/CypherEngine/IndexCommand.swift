import CypherSyntax
import GraphModel
import GraphStore

/// CREATE INDEX and DROP INDEX.
struct IndexCommand {
    private enum Action {
        case create(IndexDefinition)
        case drop(Name, ifExists: Bool)
    }

    private let action: Action

    /// nil where the statement is a query.
    init?(_ statement: Statement) throws {
        switch statement.body {
        case .createIndex(let definition): action = .create(definition)
        case .dropIndex(let name, let ifExists): action = .drop(name, ifExists: ifExists)
        case .query, .show: return nil
        }
    }

    /// Changes the graph's indexes.
    func run(_ transaction: GraphTransaction?) throws -> QueryResult {
        guard let transaction else {
            throw Diagnostic(
                .readOnly, "ReadOnly", "an index cannot be changed where only reading is allowed",
                hint: "add --write to allow it")
        }
        switch action {
        case .create(let definition): try create(definition, transaction)
        case .drop(let name, let ifExists):
            if !transaction.dropIndex(named: name.text), !ifExists {
                let names = transaction.view.indexes.map(\.name)
                let near = NearNames.suggestions(for: name.text, among: names)
                throw Diagnostic(
                    .argumentError, "NoSuchIndex", "there is no index '\(name.text)'",
                    range: name.range, hint: near.first.map { "did you mean '\($0)'?" })
            }
        }
        return QueryResult(columns: [], rows: [], view: transaction.view, isWriting: true)
    }

    private func create(_ definition: IndexDefinition, _ transaction: GraphTransaction) throws {
        let keys = definition.keys.map(\.text)
        let name =
            definition.name?.text
            ?? "index_\(definition.label.text)_\(keys.joined(separator: "_"))".lowercased()
        let subject: PropertyIndex.Subject =
            definition.isOnRelationships
            ? .relationships(transaction.typeID(definition.label.text))
            : .nodes(transaction.labelID(definition.label.text))
        let index = PropertyIndex(
            name: name, subject: subject, keys: keys.map { transaction.keyID($0) })
        if !transaction.createIndex(index), !definition.ifNotExists {
            throw Diagnostic(
                .argumentError, "IndexExists", "there is an index '\(name)' already",
                range: definition.range, hint: "add IF NOT EXISTS")
        }
    }
}
