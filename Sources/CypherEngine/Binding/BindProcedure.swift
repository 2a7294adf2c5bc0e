import CypherSyntax
import GraphModel

/// Procedure calls, on their own and among other clauses, and SHOW commands.
extension StatementBinder {
    /// A statement that is one call: its result are the procedure's columns.
    mutating func bindStandaloneCall(
        _ call: ProcedureCall, _ range: SourceRange
    ) throws -> BoundQuery {
        let procedure = try find(call.name)
        let arguments =
            call.arguments
            ?? procedure.arguments.map { field in
                // Without parentheses the arguments are the parameters of the same names.
                Expression(.parameter(field.name), call.name.range)
            }
        var scope = Scope()
        return try bindResult(of: procedure, call, arguments, range, &scope)
    }

    /// `SHOW …` is a call of the procedure that lists these things.
    mutating func bindShow(_ command: ShowCommand) throws -> BoundQuery {
        guard let name = Self.shown[command.what], let procedure = procedures.find(name) else {
            throw BindingError.syntax(
                "UnknownCommand", "there is nothing to show by the name '\(command.what)'",
                command.range,
                hint: BindingError.didYouMean(command.what, among: Array(Self.shown.keys)))
        }
        let call = ProcedureCall(
            name: Name(procedure.name, command.range), arguments: [], yields: command.yields)
        var scope = Scope()
        return try bindResult(of: procedure, call, [], command.range, &scope)
    }

    /// The words after SHOW and the procedures that answer them.
    static let shown = [
        "LABELS": "db.labels", "NODE LABELS": "db.labels",
        "RELATIONSHIP TYPES": "db.relationshipTypes", "PROPERTY KEYS": "db.propertyKeys",
        "FUNCTIONS": "dbms.functions", "FUNCTION": "dbms.functions",
        "ALL FUNCTIONS": "dbms.functions", "BUILT IN FUNCTIONS": "dbms.functions",
        "PROCEDURES": "dbms.procedures", "PROCEDURE": "dbms.procedures",
        "INDEXES": "db.indexes", "INDEX": "db.indexes", "ALL INDEXES": "db.indexes",
        "CONSTRAINTS": "db.constraints", "CONSTRAINT": "db.constraints",
        "ALL CONSTRAINTS": "db.constraints",
        "DATABASES": "dbms.databases", "DATABASE": "dbms.databases",
        "HOME DATABASE": "dbms.databases", "DEFAULT DATABASE": "dbms.databases",
    ]

    /// A call among other clauses.
    mutating func bindCallClause(
        _ call: ProcedureCall, _ range: SourceRange, _ scope: inout Scope
    ) throws -> [BoundClause] {
        let procedure = try find(call.name)
        guard let arguments = call.arguments else {
            throw BindingError.syntax(
                "InvalidArgumentPassingMode",
                "a call among other clauses needs its arguments in parentheses", call.name.range,
                hint: "Write \(call.name.text)(…)")
        }
        return try bindCall(procedure, call, arguments, range, &scope)
    }

    private func find(_ name: Name) throws -> ProcedureDescriptor {
        if let procedure = procedures.find(name.text) { return procedure }
        let isFunction = FunctionRegistry.find(name.text) != nil
        throw Diagnostic(
            .procedureError, "ProcedureNotFound", "there is no procedure '\(name.text)'",
            range: name.range,
            hint: isFunction
                ? "'\(name.text)' is a function: use it in RETURN"
                : BindingError.didYouMean(name.text, among: procedures.names))
    }

    private mutating func bindResult(
        of procedure: ProcedureDescriptor, _ call: ProcedureCall, _ arguments: [Expression],
        _ range: SourceRange, _ scope: inout Scope
    ) throws -> BoundQuery {
        var call = call
        switch call.yields.columns {
        case .named: break
        case .all, .unstated:
            call.yields.columns = .named(
                procedure.columns.map { (Name($0.name, call.name.range), nil) })
        }
        let clauses = try bindCall(procedure, call, arguments, range, &scope)
        var columns: [BoundColumn] = []
        if case .call(let bound) = clauses.first {
            columns = bound.yields.map {
                BoundColumn(name: variables[$0.variable.raw].name, variable: $0.variable)
            }
        }
        return .clauses(clauses, columns: columns)
    }

    private mutating func bindCall(
        _ procedure: ProcedureDescriptor, _ call: ProcedureCall, _ arguments: [Expression],
        _ range: SourceRange, _ scope: inout Scope
    ) throws -> [BoundClause] {
        if procedure.isWriting { try noteWrite(range) }
        let bound = try bindArguments(arguments, of: procedure, range, scope)
        let yields = try bindYields(call.yields, of: procedure, &scope)
        let clause = BoundClause.call(
            BoundProcedureCall(
                procedure: procedure, arguments: bound, yields: yields,
                isOptional: call.isOptional, range: range))
        guard let predicate = call.yields.predicate else { return [clause] }
        let condition = try bindPredicate(predicate, BindingContext(scope), of: "WHERE")
        return [clause, .filter(condition)]
    }

    // MARK: Arguments and columns

    private mutating func bindArguments(
        _ arguments: [Expression], of procedure: ProcedureDescriptor, _ range: SourceRange,
        _ scope: Scope
    ) throws -> [BoundExpression] {
        guard arguments.count == procedure.arguments.count else {
            throw BindingError.syntax(
                "InvalidNumberOfArguments",
                "'\(procedure.name)' takes \(procedure.arguments.count) arguments, but "
                    + "\(arguments.count) are given",
                range)
        }
        return try zip(arguments, procedure.arguments).map { argument, field in
            let bound = try bind(argument, BindingContext(scope))
            let isForbiddenNull = bound.type == .null && !field.isNullable
            guard bound.type.isAcceptable(as: field.type), !isForbiddenNull else {
                throw BindingError.argumentType(
                    "argument '\(field.name)' of '\(procedure.name)'", wants: field.type.phrase,
                    got: bound.type, argument.range)
            }
            return bound
        }
    }

    private mutating func bindYields(
        _ yields: CallYield, of procedure: ProcedureDescriptor, _ scope: inout Scope
    ) throws -> [(column: Int, variable: VariableID)] {
        guard case .named(let items) = yields.columns else { return [] }
        // All columns are given at once: `a AS b, b AS a` swaps them.
        var result: [(column: Int, variable: VariableID)] = []
        for item in items {
            guard let index = procedure.columns.firstIndex(where: { $0.name == item.column.text })
            else {
                throw Diagnostic(
                    .procedureError, "UndefinedColumn",
                    "'\(procedure.name)' has no column '\(item.column.text)'",
                    range: item.column.range,
                    hint: BindingError.didYouMean(
                        item.column.text, among: procedure.columns.map(\.name)))
            }
            let variable = try declare(
                item.alias ?? item.column, procedure.columns[index].type, in: &scope)
            result.append((index, variable))
        }
        return result
    }
}
