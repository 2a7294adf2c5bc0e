import CypherEngine
import GraphModel
import GraphStore
import Testing

/// Counts of patterns on graphs with loops and parallel relationships, before and after edits,
/// against counting by trying everything.
@Suite struct CountingTests {
    /// Trees, cycles, differences, absences and optional parts, as counting queries have them.
    static let patterns: [(name: String, pattern: CountingCase)] = [
        (
            "path",
            CountingCase(nodes: [["A"], ["B"], []], edges: [edge(0, 1, "R"), edge(1, 2, "S")])
        ),
        (
            "star of two kinds of centre",
            CountingCase(
                nodes: [["A", "B"], [], ["C"], []],
                edges: [edge(0, 1, "R"), edge(2, 0, "S"), edge(3, 0, "T")])
        ),
        (
            "optional star",
            CountingCase(
                nodes: [["A", "B"], []], edges: [edge(0, 1, "R")],
                optional: [edge(0, 0, "S"), edge(0, 0, "T")])
        ),
        (
            "two steps either way, ends differ",
            CountingCase(
                nodes: [["A"], ["A"], ["A"], []],
                edges: [open(0, 1, "K"), open(1, 2, "K"), edge(2, 3, "R")], different: [(0, 2)])
        ),
        (
            "two steps either way, not closed",
            CountingCase(
                nodes: [["A"], ["A"], ["A"]], edges: [open(0, 1, "K"), open(1, 2, "K")],
                different: [(0, 2)], absent: [open(0, 2, "K")])
        ),
        (
            "triangle",
            CountingCase(
                nodes: [["A"], ["A"], ["A"]],
                edges: [open(0, 1, "K"), open(1, 2, "K"), open(2, 0, "K")])
        ),
        (
            "triangle with a common place",
            CountingCase(
                nodes: [["A"], ["A"], ["A"], ["C"]],
                edges: [
                    open(0, 1, "K"), open(1, 2, "K"), open(2, 0, "K"), edge(0, 3, "P"),
                    edge(1, 3, "P"), edge(2, 3, "P"),
                ])
        ),
        (
            "square",
            CountingCase(
                nodes: [["A"], ["A"], ["B"], ["B"]],
                edges: [open(0, 1, "K"), edge(2, 0, "P"), edge(2, 3, "S"), edge(3, 1, "P")])
        ),
        (
            "common neighbour of a step",
            CountingCase(
                nodes: [["B"], ["A", "B"], ["C"]],
                edges: [edge(0, 1, "S"), edge(0, 2, "R"), edge(1, 2, "R")])
        ),
        (
            "neighbours of a step that differ",
            CountingCase(
                nodes: [["B"], ["A", "B"], ["C"], ["C"]],
                edges: [edge(0, 1, "S"), edge(0, 2, "R"), edge(1, 3, "R")], different: [(2, 3)])
        ),
        (
            "neighbours of a step that differ, one not shared",
            CountingCase(
                nodes: [["B"], ["A", "B"], ["C"], ["C"]],
                edges: [edge(0, 1, "S"), edge(0, 2, "R"), edge(1, 3, "R")], different: [(2, 3)],
                absent: [edge(0, 3, "R")])
        ),
        (
            "two parts, not joined",
            CountingCase(
                nodes: [["A"], ["B"], ["A", "C"], []], edges: [edge(0, 1, "R"), edge(2, 3, "S")],
                absent: [edge(0, 2, "R")])
        ),
    ]

    private static func edge(_ from: Int, _ to: Int, _ type: String) -> CountingCase.Edge {
        CountingCase.Edge(from: from, to: to, type: type)
    }

    private static func open(_ from: Int, _ to: Int, _ type: String) -> CountingCase.Edge {
        CountingCase.Edge(from: from, to: to, type: type, isOpen: true)
    }

    @Test(arguments: 0..<12)
    func countsAreThoseOfTryingEverything(seed: Int) throws {
        var chance = Chance(seed: UInt64(seed))
        let graph = Graph()
        let session = CypherEngine(graph: graph).session()
        try write(creation(&chance), session)
        for edit in 0..<4 {
            if edit > 0 { try write(change(&chance), session) }
            let reference = CountingReference(graph.snapshot().view)
            for (name, pattern) in Self.patterns {
                let expected = reference.count(pattern)
                for variant in variants(pattern) {
                    for threads in [1, 2] {
                        let found = try count(variant.text, session, threads: threads)
                        #expect(found == expected, "\(name), edit \(edit): \(variant.text)")
                    }
                }
            }
        }
    }

    /// The same pattern, written in other ways.
    private func variants(_ pattern: CountingCase) -> [CountingCase] {
        var backwards = pattern
        backwards.isBackwards = true
        backwards.prefix = "other"
        var filtered = pattern
        filtered.isFiltered = true
        return [pattern, backwards, filtered]
    }

    private func count(_ text: String, _ session: QuerySession, threads: Int) throws -> Int? {
        var options = QueryOptions()
        options.threads = threads
        guard case .integer(let count)? = try session.run(text, options: options).rows.first?.first
        else { return nil }
        return count
    }

    private func write(_ text: String, _ session: QuerySession) throws {
        _ = try session.run(text, options: QueryOptions(allowsWriting: true))
    }

    // MARK: Graphs

    private static let types = ["K", "K", "P", "R", "R", "S", "S", "T"]

    private func creation(_ chance: inout Chance) -> String {
        let count = 8 + chance.below(6)
        var parts = (0..<count).map { index in
            "(n\(index):\(["A", "A", "B", "C", "A:D"][chance.below(5)]) {id: \(index)})"
        }
        for _ in 0..<(3 * count) {
            let type = Self.types[chance.below(Self.types.count)]
            parts.append("(n\(chance.below(count)))-[:\(type)]->(n\(chance.below(count)))")
        }
        return "CREATE \(parts.joined(separator: ", "))"
    }

    /// A relationship more, or one less.
    private func change(_ chance: inout Chance) -> String {
        let type = Self.types[chance.below(Self.types.count)]
        let (a, b) = (chance.below(8), chance.below(8))
        return chance.below(3) == 0
            ? "MATCH ({id: \(a)})-[r]->() WITH r LIMIT 1 DELETE r"
            : "MATCH (a {id: \(a)}), (b {id: \(b)}) CREATE (a)-[:\(type)]->(b)"
    }
}

/// Numbers by chance, the same for the same seed.
private struct Chance {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x2545_F491_4F6C_DD1D
    }

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }
}
