import CypherEngine
import Foundation
import GraphModel
import GraphStore
import Testing

/// Spoilt queries must give rows or an error, whatever they are; never anything else.
@Suite struct MutationTests {
    /// The queries of our own feature files, and of the TCK where it is at hand.
    private static func seeds() throws -> [String] {
        let folders = [
            URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Features"),
            Corpus.folder.appending(path: "tck/features"),
        ]
        var seeds: Set<String> = []
        for file in folders.flatMap({ Corpus.features(in: $0) }) {
            let feature = try GherkinReader.read(try String(contentsOf: file, encoding: .utf8))
            for step in feature.scenarios.flatMap(\.steps) {
                if let text = step.document, text.utf8.count < 600 { seeds.insert(text) }
            }
        }
        return seeds.sorted()
    }

    /// Words and signs of a query, each with the blanks after it.
    private static func pieces(_ text: String) -> [String] {
        text.matches(of: /(\w+|'[^']*'|.)\s*/.dotMatchesNewlines()).map { String($0.output.0) }
    }

    private static func mutate(_ seed: [String], _ other: [String], _ dice: inout Dice) -> String {
        var pieces = seed
        for _ in 0...dice.roll(2) where !pieces.isEmpty {
            let at = dice.roll(pieces.count)
            switch dice.roll(9) {
            case 0: pieces.remove(at: at)
            case 1: pieces.insert(pieces[at], at: at)
            case 2: pieces.swapAt(at, dice.roll(pieces.count))
            case 3: pieces[at] = other[dice.roll(other.count)]
            case 4...7:
                // A name for a name often leaves a query that still makes sense.
                let words = pieces.indices.filter { pieces[$0].first?.isLetter == true }
                guard !words.isEmpty else { continue }
                pieces[words[dice.roll(words.count)]] = pieces[words[dice.roll(words.count)]]
            default:
                let start = dice.roll(other.count)
                let end = min(other.count, start + dice.roll(8))
                pieces.insert(contentsOf: other[start..<end], at: at)
            }
        }
        return pieces.joined()
    }

    @Test("Queries with words removed, repeated, swapped and mixed")
    func mutants() throws {
        let seeds = try Self.seeds().map(Self.pieces).filter { !$0.isEmpty }
        var dice = Dice(seed: 20_121)
        var options = QueryOptions(allowsWriting: true)
        options.limits.timeout = 2
        options.limits.rows = 10_000
        var outcomes = (rows: 0, errors: 0)
        for _ in 0..<4_000 {
            let text = Self.mutate(
                seeds[dice.roll(seeds.count)], seeds[dice.roll(seeds.count)], &dice)
            let session = CypherEngine(graph: Graph()).session()
            _ = try session.run(
                "CREATE (:A {x: 1})-[:R {y: 2}]->(:B {x: 3})", options: options)
            do {
                _ = try session.run(text, options: options)
                outcomes.rows += 1
            } catch let diagnostic as Diagnostic {
                #expect(diagnostic.kind != .internalError, "\(diagnostic.message): \(text)")
                outcomes.errors += 1
            }
        }
        // Both must occur, or the mutants say nothing.
        #expect(outcomes.rows > 100 && outcomes.errors > 100)
        print("mutants: \(outcomes.rows) gave rows, \(outcomes.errors) an error")
    }
}
