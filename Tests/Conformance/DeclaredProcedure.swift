import CypherEngine
import GraphModel

/// A procedure that a scenario declares: a signature, and a table of what it gives for what.
struct DeclaredProcedure {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    private let name: String
    private let arguments: [ProcedureDescriptor.Field]
    private let columns: [ProcedureDescriptor.Field]
    private let rows: [[Value]]

    /// Reads `test.my.proc(in :: INTEGER?) :: (out :: STRING?):` and its table.
    init(signature: String, table: [[String]]) throws {
        guard let opening = signature.firstIndex(of: "("),
            let middle = signature.firstRange(of: ") ::")
        else { throw Failure(description: "no signature: \(signature)") }
        name = String(signature[..<opening].trimmed)
        arguments = try Self.fields(signature[signature.index(after: opening)..<middle.lowerBound])
        let rest = signature[middle.upperBound...]
        guard let start = rest.firstIndex(of: "("), let end = rest.lastIndex(of: ")") else {
            throw Failure(description: "no result columns: \(signature)")
        }
        columns = try Self.fields(rest[rest.index(after: start)..<end])
        rows = try table.dropFirst().map { row in
            try row.map { cell in
                guard let value = try TCKValueParser.parse(cell).asParameter else {
                    throw Failure(description: "no plain value: \(cell)")
                }
                return value
            }
        }
    }

    /// `name :: STRING?, id :: INTEGER`.
    private static func fields(_ text: Substring) throws -> [ProcedureDescriptor.Field] {
        if text.trimmed.isEmpty { return [] }
        return try text.split(separator: ",").map { part in
            guard let colons = part.firstRange(of: "::") else {
                throw Failure(description: "no type: \(part)")
            }
            var type = part[colons.upperBound...].trimmed
            let isNullable = type.hasSuffix("?")
            if isNullable { type.removeLast() }
            guard let known = types[String(type)] else {
                throw Failure(description: "unknown type: \(type)")
            }
            return ProcedureDescriptor.Field(
                name: String(part[..<colons.lowerBound].trimmed), type: known,
                isNullable: isNullable)
        }
    }

    private static let types: [String: ExpressionType] = [
        "ANY": .any, "BOOLEAN": .boolean, "INTEGER": .integer, "FLOAT": .float,
        "NUMBER": .number, "STRING": .string, "MAP": .map, "NODE": .node,
        "RELATIONSHIP": .relationship, "PATH": .path,
    ]

    /// Gives the rest of every row whose first cells are the arguments.
    var descriptor: ProcedureDescriptor {
        let rows = rows
        let count = arguments.count
        return ProcedureDescriptor(
            name: name, arguments: arguments, columns: columns, summary: "Declared by a test."
        ) { given, _ in
            rows.filter { row in zip(row, given).allSatisfy { Self.isSame($0, $1) } }
                .map { Array($0.dropFirst(count)) }
        }
    }

    /// Null is the same as null, and an integer as the float of its value.
    private static func isSame(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.boolean(let a), .boolean(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.float(let a), .float(let b)): a == b
        case (.float(let a), .integer(let b)): a == Double(b)
        case (.integer(let a), .float(let b)): Double(a) == b
        default: false
        }
    }
}
