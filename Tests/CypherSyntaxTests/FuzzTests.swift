import CypherSyntax
import GraphModel
import Testing

@Suite struct FuzzTests {
    @Test("Twenty thousand broken queries neither crash nor hang, and what parses prints the same")
    func mutations() throws {
        let whole =
            PrinterTests.statements.map(\.source)
            + PrinterTests.expressions.map { "RETURN \($0.source)" }
        let seeds = whole + whole + whole + whole + MistakeTests.all.map(\.query)
        var mutator = QueryMutator(seeds: seeds, seed: 20_261_124)
        var parsed = 0
        for _ in 0..<20_000 {
            let query = mutator.next()
            if let problem = problem(with: query, parsed: &parsed) {
                Issue.record("\(problem): \(query.debugDescription)")
            }
        }
        // Both roads are walked often enough for the test to mean something.
        #expect(parsed > 2_000)
        #expect(parsed < 18_000)
    }

    private func problem(with query: String, parsed: inout Int) -> String? {
        let statement: Statement
        do {
            statement = try Parser.parse(query)
        } catch let error as Diagnostic {
            return flaw(in: error, of: query)
        } catch {
            return "threw \(error)"
        }
        parsed += 1
        let printed = CypherPrinter.text(of: statement)
        guard let again = try? Parser.parse(printed) else {
            return "printed what does not parse, \(printed)"
        }
        let second = CypherPrinter.text(of: again)
        return second == printed ? nil : "printed \(printed) first, then \(second)"
    }

    /// Every error has a place inside the text and says what to do.
    private func flaw(in error: Diagnostic, of query: String) -> String? {
        guard let range = error.range else { return "error without a place" }
        guard 0 <= range.start, range.start <= range.end, range.end <= query.utf8.count else {
            return "error outside the text"
        }
        guard let hint = error.hint, !hint.isEmpty, !error.message.isEmpty else {
            return "error without a hint"
        }
        return nil
    }
}

/// Makes broken queries out of whole ones, the same each time.
struct QueryMutator {
    /// A token's text, and what kind it is.
    private struct Part {
        var kind: Token.Kind
        var bytes: ArraySlice<UInt8>
    }

    private let seeds: [[UInt8]]
    private let parts: [[Part]]
    private let byKind: [Token.Kind: [Part]]
    private var random: SplitMix

    init(seeds: [String], seed: UInt64) {
        self.seeds = seeds.map { Array($0.utf8) }
        parts = zip(seeds, self.seeds).map { text, bytes in
            Lexer.tokens(of: text).dropLast().map { token in
                Part(kind: token.kind, bytes: bytes[token.start..<token.end])
            }
        }
        byKind = Dictionary(grouping: parts.joined(), by: \.kind)
        random = SplitMix(state: seed)
    }

    mutating func next() -> String {
        if random.below(5) == 0 { return nextOfBytes() }
        var query = parts[random.below(parts.count)]
        for _ in 0...random.below(3) { mutate(&query) }
        let separator = random.below(8) == 0 ? [] : [UInt8(ascii: " ")]
        return String(
            decoding: Array(query.map(\.bytes).joined(separator: separator)), as: UTF8.self)
    }

    /// Exchanges a token for one of its kind, takes one out, doubles one, swaps two, or brings
    /// some in from another query.
    private mutating func mutate(_ query: inout [Part]) {
        guard !query.isEmpty else { return }
        let at = random.below(query.count)
        switch random.below(10) {
        case 0: query.remove(at: at)
        case 1: query.insert(query[at], at: at)
        case 2: query.swapAt(at, random.below(query.count))
        case 3: query.removeSubrange(at..<min(query.count, at + 1 + random.below(5)))
        case 4:
            let other = parts[random.below(parts.count)]
            guard !other.isEmpty else { return }
            let start = random.below(other.count)
            let end = min(other.count, start + 1 + random.below(8))
            query.insert(contentsOf: other[start..<end], at: at)
        default:
            guard let alike = byKind[query[at].kind] else { return }
            query[at] = alike[random.below(alike.count)]
        }
    }

    /// Changes, drops or adds single bytes; what is no UTF-8 any more becomes replacement marks.
    private mutating func nextOfBytes() -> String {
        var bytes = seeds[random.below(seeds.count)]
        for _ in 0...random.below(4) where !bytes.isEmpty {
            let at = random.below(bytes.count)
            switch random.below(4) {
            case 0: bytes.remove(at: at)
            case 1: bytes[at] = UInt8(truncatingIfNeeded: random.below(256))
            case 2: bytes.insert(Self.signs[random.below(Self.signs.count)], at: at)
            default: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.below(12)))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let signs = Array("(){}[]<>-=!'\"`\\$.,:;|&%*+/^~0aE_ \n".utf8)
}

/// Random numbers that are the same on every run (Steele, Lea and Flood's SplitMix64).
private struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
