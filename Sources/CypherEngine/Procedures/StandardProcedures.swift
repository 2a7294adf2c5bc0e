import GraphModel
import GraphStore

extension ProcedureRegistry {
    /// The procedures every graph has.
    package static let standard = ProcedureRegistry([
        .names("db.labels", "label", "All labels in use.") { $0.view.allLabels },
        .names("db.relationshipTypes", "relationshipType", "All relationship types in use.") {
            $0.view.allTypes
        },
        .names("db.propertyKeys", "propertyKey", "All property keys in use.") { $0.view.allKeys },
        ProcedureDescriptor(
            name: "db.ping", arguments: [],
            columns: [.init(name: "success", type: .boolean)],
            summary: "Answers that the server is there."
        ) { _, _ in [[.boolean(true)]] },
        ProcedureDescriptor(
            name: "dbms.components", arguments: [],
            columns: [
                .init(name: "name", type: .string), .init(name: "versions", type: .list(.string)),
                .init(name: "edition", type: .string),
            ], summary: "The name and version of the engine."
        ) { _, _ in
            [[.string("Veiviser"), .list([.string("5.26.0")]), .string("community")]]
        },
        ProcedureDescriptor(
            name: "db.schema.nodeTypeProperties", arguments: [],
            columns: [
                .init(name: "nodeLabels", type: .list(.string)),
                .init(name: "propertyName", type: .string),
                .init(name: "propertyTypes", type: .list(.string)),
                .init(name: "count", type: .integer),
            ], summary: "For each label set its property keys, their types, and how many nodes."
        ) { _, context in SchemaSurvey(context.view).nodeRows },
        ProcedureDescriptor(
            name: "db.schema.relTypeProperties", arguments: [],
            columns: [
                .init(name: "relType", type: .string),
                .init(name: "propertyName", type: .string),
                .init(name: "propertyTypes", type: .list(.string)),
                .init(name: "count", type: .integer),
            ], summary: "For each relationship type its property keys, their types, and counts."
        ) { _, context in SchemaSurvey(context.view).relationshipRows },
        ProcedureDescriptor(
            name: "db.schema.visualization", arguments: [],
            columns: [
                .init(name: "from", type: .list(.string)), .init(name: "type", type: .string),
                .init(name: "to", type: .list(.string)), .init(name: "count", type: .integer),
            ], summary: "Which labels which relationship types connect, and how often."
        ) { _, context in SchemaSurvey(context.view).connectionRows },
        ProcedureDescriptor(
            name: "db.indexes", arguments: [],
            columns: [
                .init(name: "name", type: .string), .init(name: "entityType", type: .string),
                .init(name: "labelsOrTypes", type: .list(.string)),
                .init(name: "properties", type: .list(.string)),
            ], summary: "All indexes."
        ) { _, context in
            let view = context.view
            return view.indexes.map { index in
                let (kind, owner) =
                    switch index.subject {
                    case .nodes(let label): ("NODE", view.labelName(label))
                    case .relationships(let type): ("RELATIONSHIP", view.typeName(type))
                    }
                return [
                    .string(index.name), .string(kind), .list([.string(owner)]),
                    .list(index.keys.map { .string(view.keyName($0)) }),
                ]
            }
        },
        ProcedureDescriptor(
            name: "db.constraints", arguments: [],
            columns: [
                .init(name: "name", type: .string), .init(name: "type", type: .string),
                .init(name: "entityType", type: .string),
                .init(name: "labelsOrTypes", type: .list(.string)),
                .init(name: "properties", type: .list(.string)),
            ], summary: "All constraints: there are none, but drivers ask."
        ) { _, _ in [] },
        ProcedureDescriptor(
            name: "dbms.functions", arguments: [],
            columns: [
                .init(name: "name", type: .string), .init(name: "category", type: .string),
                .init(name: "description", type: .string),
                .init(name: "aggregating", type: .boolean),
            ], summary: "All functions."
        ) { _, _ in
            FunctionRegistry.all.map {
                [
                    .string($0.name), .string($0.category.rawValue), .string($0.summary),
                    .boolean($0.isAggregate),
                ]
            }
        },
        ProcedureDescriptor(
            name: "dbms.procedures", arguments: [],
            columns: [
                .init(name: "name", type: .string), .init(name: "description", type: .string),
                .init(name: "mode", type: .string),
            ], summary: "All procedures."
        ) { _, _ in
            describedProcedures()
        },
        ProcedureDescriptor(
            name: "dbms.databases", arguments: [],
            columns: [
                .init(name: "name", type: .string), .init(name: "type", type: .string),
                .init(name: "access", type: .string), .init(name: "currentStatus", type: .string),
                .init(name: "default", type: .boolean), .init(name: "home", type: .boolean),
            ], summary: "The databases: one graph, under the name drivers expect."
        ) { _, _ in
            [
                [
                    .string("neo4j"), .string("standard"), .string("read-write"),
                    .string("online"), .boolean(true), .boolean(true),
                ]
            ]
        },
    ])
}

extension ProcedureDescriptor {
    /// A procedure that gives names, one a row, in order.
    fileprivate static func names(
        _ name: String, _ column: String, _ summary: String,
        _ list: @escaping @Sendable (any ProcedureContext) -> [String]
    ) -> ProcedureDescriptor {
        ProcedureDescriptor(
            name: name, arguments: [], columns: [.init(name: column, type: .string)],
            summary: summary
        ) { _, context in list(context).sorted().map { [.string($0)] } }
    }
}

/// What `dbms.procedures` lists. A function of its own, since the registry cannot name itself
/// while it is being made.
private func describedProcedures() -> [[Value]] {
    ProcedureRegistry.standard.all.map {
        [.string($0.name), .string($0.summary), .string($0.isWriting ? "WRITE" : "READ")]
    }
}
