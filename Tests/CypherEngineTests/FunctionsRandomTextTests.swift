import GraphModel
import Testing

@testable import CypherEngine

@Suite("Random texts")
struct FunctionsRandomTextTests {
    private func text(
        of alphabet: [Character], upTo length: Int, using generator: inout SeededGenerator
    ) -> String {
        let count = Int.random(in: 0...length, using: &generator)
        return String((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
    }

    @Test("A compiled expression matches what its tree matches")
    func againstTree() throws {
        var generator = SeededGenerator(seed: 21)
        let signs = Array("aabb..()()|*+?[]^-{}12,\\bd$")
        var compared = 0
        for _ in 0..<10_000 {
            let pattern = text(of: signs, upTo: 9, using: &generator)
            var parser = RegularExpressionParser(pattern)
            guard let tree = try? parser.parse(),
                let expression = try? RegularExpression(pattern)
            else { continue }
            for _ in 0..<3 {
                let subject = text(of: Array("aab1 \n"), upTo: 6, using: &generator)
                let reference = TreeMatcher(subject)
                #expect(
                    expression.matches(subject) == reference.matches(tree),
                    "\(pattern) on \(subject)")
                compared += 1
            }
        }
        #expect(compared > 3_000)
    }

    @Test("No text makes a temporal parser trap, and what is read reads back")
    func temporals() {
        var generator = SeededGenerator(seed: 22)
        let signs = Array("0011223459-:TZWQPDYMHS.,+[]")
        var read = 0
        for _ in 0..<10_000 {
            let text = text(of: signs, upTo: 14, using: &generator)
            for subject in [text, "P" + text, "2024-0" + text] {
                read += readsBack(subject) ? 1 : 0
            }
        }
        #expect(read > 100)
    }

    private func readsBack(_ text: String) -> Bool {
        if let date = try? CalendarDate(parsing: text) {
            #expect((try? CalendarDate(parsing: date.description)) == date, "\(text)")
            return true
        }
        if let duration = try? TemporalDuration(parsing: text) {
            #expect((try? TemporalDuration(parsing: duration.description)) == duration, "\(text)")
            return true
        }
        if let time = try? OffsetTime(parsing: text) {
            #expect((try? OffsetTime(parsing: time.description)) == time, "\(text)")
            return true
        }
        if let instant = try? ZonedDateTime(parsing: text) {
            #expect((try? ZonedDateTime(parsing: instant.description)) == instant, "\(text)")
            return true
        }
        return false
    }
}

/// Matches the tree of an expression by trying out every place where each part can end.
private struct TreeMatcher {
    private let text: [Unicode.Scalar]

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    func matches(_ node: RegularExpressionNode) -> Bool {
        ends(of: node, from: 0).contains(text.count)
    }

    private func ends(of node: RegularExpressionNode, from start: Int) -> Set<Int> {
        switch node {
        case .set(let set):
            return start < text.count && set.contains(text[start]) ? [start + 1] : []
        case .sequence(let nodes):
            return nodes.reduce([start]) { places, node in
                places.reduce(into: []) { $0.formUnion(ends(of: node, from: $1)) }
            }
        case .alternatives(let nodes):
            return nodes.reduce(into: []) { $0.formUnion(ends(of: $1, from: start)) }
        case .repetition(let node, let least, let most):
            return repeated(node, least, most, from: start)
        case .assertion(let assertion): return holds(assertion, at: start) ? [start] : []
        }
    }

    private func repeated(
        _ node: RegularExpressionNode, _ least: Int, _ most: Int?, from start: Int
    ) -> Set<Int> {
        var places: Set<Int> = [start]
        var found: Set<Int> = least == 0 ? places : []
        // After so many rounds beyond the least, only rounds that match nothing could follow.
        for round in 1...max(1, most ?? least + text.count + 1) where most != 0 {
            places = places.reduce(into: []) { $0.formUnion(ends(of: node, from: $1)) }
            if round >= least { found.formUnion(places) }
        }
        return found
    }

    private func holds(_ assertion: RegularExpressionNode.Assertion, at place: Int) -> Bool {
        let rest = String(String.UnicodeScalarView(text[place...]))
        switch assertion {
        case .textStart: return place == 0
        case .textEnd: return rest.isEmpty
        case .lastLineEnd: return ["", "\n", "\r", "\r\n"].contains(rest)
        case .lineStart: return place == 0 || text[place - 1] == "\n" && !rest.isEmpty
        case .lineEnd: return rest.isEmpty || text[place] == "\n"
        case .wordBoundary: return isWord(at: place - 1) != isWord(at: place)
        case .noWordBoundary: return isWord(at: place - 1) == isWord(at: place)
        }
    }

    private func isWord(at place: Int) -> Bool {
        text.indices.contains(place) && "ab1_".unicodeScalars.contains(text[place])
    }
}

/// Random numbers that are the same in every run.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }
}
