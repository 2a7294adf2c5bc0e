import CypherEngine
import CypherSyntax
import Foundation
import GraphModel
import GraphStore

/// Runs the steps of one scenario against a graph of its own.
struct ScenarioRunner {
    /// Why a scenario does not pass.
    struct Failure: Error, CustomStringConvertible {
        var description: String

        init(_ description: String) { self.description = description }
    }

    /// What the last query did.
    private enum Outcome {
        case result(columns: [String], rows: [[TCKValue]])
        case error(Diagnostic, isCompileTime: Bool)
    }

    /// The folder that holds the named graphs.
    private let graphs: URL
    private let graph = Graph()
    private var procedures: [ProcedureDescriptor] = []
    private var parameters: [String: Value] = [:]
    private var outcome: Outcome?
    private var changes: [String: Int] = [:]

    private init(graphs: URL) {
        self.graphs = graphs
    }

    /// Runs a scenario.
    ///
    /// - Throws: What went otherwise than the scenario says.
    static func run(_ scenario: Scenario, graphs: URL) throws {
        var runner = ScenarioRunner(graphs: graphs)
        for step in scenario.steps { try runner.perform(step) }
    }

    // MARK: Steps

    private mutating func perform(_ step: Step) throws {
        let text = step.text
        if try prepare(text, step) { return }
        if text.hasPrefix("executing query") || text.hasPrefix("executing control query") {
            try execute(try query(of: step))
        } else if text == "no side effects" {
            try expect(changes: [:])
        } else if text.hasPrefix("the side effects should be") {
            try expect(changes: try Self.effects(step.table))
        } else if text.hasPrefix("the result should be") {
            try ResultExpectation(text, step.table).check(try result())
        } else if text.contains(" should be raised at ") {
            try expect(error: text)
        } else {
            throw Failure("unknown step '\(text)'")
        }
    }

    /// `Given …` and the steps that go with it; false for any other step.
    private mutating func prepare(_ text: String, _ step: Step) throws -> Bool {
        if text == "an empty graph" || text == "any graph" { return true }
        if text.hasPrefix("the "), text.hasSuffix(" graph") {
            try loadGraph(String(text.dropFirst(4).dropLast(6)))
        } else if text.hasSuffix("having executed:") {
            _ = try session().run(
                try query(of: step), options: QueryOptions(allowsWriting: true))
        } else if text.hasPrefix("parameters are") || text.hasPrefix("parameter values are") {
            for row in step.table { try setParameter(row) }
        } else if text.hasPrefix("there exists a procedure ") {
            let signature = String(text.dropFirst("there exists a procedure ".count))
            procedures.append(
                try DeclaredProcedure(signature: signature, table: step.table).descriptor)
        } else {
            return false
        }
        return true
    }

    private func query(of step: Step) throws -> String {
        if let document = step.document { return document }
        if let colon = step.text.firstIndex(of: ":") {
            let text = step.text[step.text.index(after: colon)...].trimmed
            if !text.isEmpty { return String(text) }
        }
        throw Failure("the step '\(step.text)' has no query")
    }

    private mutating func setParameter(_ row: [String]) throws {
        guard row.count == 2, let value = try TCKValueParser.parse(row[1]).asParameter else {
            throw Failure("no parameter: \(row)")
        }
        parameters[row[0]] = value
    }

    private func loadGraph(_ name: String) throws {
        let file = graphs.appending(path: "\(name)/\(name).cypher")
        let script = try String(contentsOf: file, encoding: .utf8)
        for text in script.split(separator: ";") where !text.trimmed.isEmpty {
            _ = try session().run(String(text), options: QueryOptions(allowsWriting: true))
        }
    }

    // MARK: Queries

    private func session() -> QuerySession {
        CypherEngine(graph: graph, procedures: .standard.adding(procedures)).session()
    }

    private mutating func execute(_ text: String) throws {
        let before = ObservedGraph(graph.snapshot().view)
        do {
            let result = try session().run(
                text, parameters: parameters, options: QueryOptions(allowsWriting: true))
            let reading = GraphReading(view: result.view)
            outcome = .result(
                columns: result.columns, rows: result.rows.map { $0.map { reading.read($0) } })
        } catch let diagnostic as Diagnostic {
            outcome = .error(diagnostic, isCompileTime: isCompileTime(diagnostic, text))
        }
        changes = ObservedGraph(graph.snapshot().view).changes(since: before)
    }

    /// Whether an error is found without running the query.
    private func isCompileTime(_ diagnostic: Diagnostic, _ text: String) -> Bool {
        if diagnostic.kind == .parameterMissing { return true }
        do {
            let statement = try Parser.parse(text)
            _ = try Binder(procedures: .standard.adding(procedures)).bind(statement)
            return false
        } catch {
            return true
        }
    }

    // MARK: Expectations

    private func result() throws -> (columns: [String], rows: [[TCKValue]]) {
        switch outcome {
        case .result(let columns, let rows): return (columns, rows)
        case .error(let diagnostic, _):
            let place = diagnostic.place.map { " at \($0.line):\($0.column)" } ?? ""
            throw Failure("raised \(diagnostic.code): \(diagnostic.message)\(place)")
        case nil: throw Failure("no query was run")
        }
    }

    private func expect(changes expected: [String: Int]) throws {
        _ = try result()
        guard changes == expected else {
            throw Failure("side effects are \(Self.text(changes)), not \(Self.text(expected))")
        }
    }

    private static func effects(_ table: [[String]]) throws -> [String: Int] {
        var effects: [String: Int] = [:]
        for row in table {
            guard row.count == 2, let count = Int(row[1]) else {
                throw Failure("no side effect: \(row)")
            }
            effects[row[0]] = count
        }
        return effects.filter { $0.value != 0 }
    }

    private static func text(_ changes: [String: Int]) -> String {
        let parts = changes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }

    /// `a SyntaxError should be raised at compile time: UndefinedVariable`; `*` stands for any.
    private func expect(error text: String) throws {
        guard
            let match = text.wholeMatch(
                of: /an? (\S+) should be raised at (compile time|runtime|any time): (\S+)/)
        else { throw Failure("unknown step '\(text)'") }
        let (kind, phase, detail) = (match.1, match.2, match.3)
        guard case .error(let diagnostic, let isCompileTime) = outcome else {
            throw Failure("no error, but \(kind) \(detail) is due")
        }
        let isRightPhase = phase == "any time" || isCompileTime == (phase == "compile time")
        guard kind == "*" || diagnostic.kind.rawValue == kind,
            detail == "*" || diagnostic.code == detail, isRightPhase
        else {
            let actualPhase = isCompileTime ? "compile time" : "runtime"
            throw Failure(
                "raised \(diagnostic.kind.rawValue) at \(actualPhase): \(diagnostic.code) "
                    + "(\(diagnostic.message))")
        }
        guard changes.isEmpty else {
            throw Failure("the failed query left side effects: \(Self.text(changes))")
        }
    }
}
