import GraphModel

/// A procedure that `CALL` can run.
package struct ProcedureDescriptor: Sendable {
    /// A named and typed argument or column.
    package struct Field: Sendable {
        package var name: String
        package var type: ExpressionType
        package var isNullable: Bool

        package init(name: String, type: ExpressionType, isNullable: Bool = true) {
            self.name = name
            self.type = type
            self.isNullable = isNullable
        }
    }

    /// The name with its namespace: `db.labels`.
    package var name: String
    package var arguments: [Field]
    package var columns: [Field]
    package var summary: String
    package var isWriting: Bool
    /// Gives all rows for the arguments, each with a value a column.
    package var body: @Sendable (_ arguments: [Value], any ProcedureContext) throws -> [[Value]]

    package init(
        name: String, arguments: [Field], columns: [Field], summary: String,
        isWriting: Bool = false,
        body: @escaping @Sendable (_ arguments: [Value], any ProcedureContext) throws -> [[Value]]
    ) {
        self.name = name
        self.arguments = arguments
        self.columns = columns
        self.summary = summary
        self.isWriting = isWriting
        self.body = body
    }
}

/// The procedures a query can name; immutable once made.
package struct ProcedureRegistry: Sendable {
    private var byName: [String: ProcedureDescriptor]

    package init(_ procedures: [ProcedureDescriptor]) {
        byName = Dictionary(procedures.map { ($0.name.lowercased(), $0) }) { _, last in last }
    }

    /// The procedure of that name, letter case ignored.
    package func find(_ name: String) -> ProcedureDescriptor? { byName[name.lowercased()] }

    /// All names, in order.
    package var names: [String] { byName.values.map(\.name).sorted() }

    /// All of them, by name.
    package var all: [ProcedureDescriptor] { byName.values.sorted { $0.name < $1.name } }

    /// A registry with more procedures, the new ones going first.
    package func adding(_ procedures: [ProcedureDescriptor]) -> ProcedureRegistry {
        var copy = self
        for procedure in procedures { copy.byName[procedure.name.lowercased()] = procedure }
        return copy
    }
}
