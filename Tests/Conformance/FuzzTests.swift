import CypherEngine
import CypherSyntax
import Foundation
import GraphModel
import GraphStore
import Testing

/// Parser, binder and planner take anything for input: they give a plan or an error with a place,
/// in little time.
///
/// `VEIVISER_FUZZ` says how many inputs (20,000 if unset), `VEIVISER_SEED` where chance begins.
@Suite struct FuzzTests {
    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }

    private struct Outcome {
        var plans = 0
        var errors = 0
        var slowest = (time: Duration.zero, text: "")
    }

    @Test("Spoilt queries are planned or refused")
    func fuzz() throws {
        let wanted = Self.number("VEIVISER_FUZZ") ?? 20_000
        var mutants = try QueryMutants(seed: Self.number("VEIVISER_SEED") ?? 7)
        let graph = Graph()
        let session = CypherEngine(graph: graph).session()
        _ = try session.run(
            "CREATE (:A {name: 'a'})-[:T {since: 1}]->(:B:Person)",
            options: QueryOptions(allowsWriting: true))
        var outcome = Outcome()
        let start = ContinuousClock.now
        for index in 0..<wanted {
            let text = index % 4 == 0 ? mutants.nextOfBytes() : mutants.next()
            let began = ContinuousClock.now
            try plan(text, session, &outcome)
            let time = ContinuousClock.now - began
            if time > outcome.slowest.time { outcome.slowest = (time, text) }
        }
        let seconds = (ContinuousClock.now - start).components.seconds
        #expect(outcome.plans * 20 > wanted && outcome.errors * 20 > wanted)
        #expect(outcome.slowest.time < .seconds(5), "\(outcome.slowest.text)")
        print(
            "fuzz: \(wanted) inputs in \(seconds) s, \(outcome.plans) planned, "
                + "\(outcome.errors) refused, the slowest in \(outcome.slowest.time)")
    }

    private func plan(_ text: String, _ session: QuerySession, _ outcome: inout Outcome) throws {
        do {
            var warnings: [Diagnostic] = []
            let statement = try Parser.parse(text, warnings: &warnings)
            if case .run = statement.mode {
                _ = try session.run("EXPLAIN " + text)
            } else {
                _ = try Binder(procedures: .standard).bind(statement)
            }
            outcome.plans += 1
        } catch let diagnostic as Diagnostic {
            #expect(diagnostic.kind != .internalError, "\(diagnostic.message): \(text)")
            #expect(!diagnostic.message.isEmpty && !diagnostic.code.isEmpty, "\(text)")
            outcome.errors += 1
        }
    }
}
