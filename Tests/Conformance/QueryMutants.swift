import CypherEngine
import Foundation

/// Spoilt queries made of good ones, the same for the same seed.
struct QueryMutants {
    private let seeds: [[String]]
    var dice: Dice

    init(seed: Int) throws {
        seeds = try Self.queries().map(Self.pieces).filter { !$0.isEmpty }
        dice = Dice(seed: seed)
    }

    /// The queries of our own feature files, and of the TCK where it is at hand.
    private static func queries() throws -> [String] {
        let folders = [
            URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Features"),
            Corpus.folder.appending(path: "tck/features"),
        ]
        var queries: Set<String> = []
        for file in folders.flatMap({ Corpus.features(in: $0) }) {
            let feature = try GherkinReader.read(try String(contentsOf: file, encoding: .utf8))
            for step in feature.scenarios.flatMap(\.steps) {
                if let text = step.document, text.utf8.count < 600 { queries.insert(text) }
            }
        }
        return queries.sorted()
    }

    /// Words and signs of a query, each with the blanks after it.
    private static func pieces(_ text: String) -> [String] {
        text.matches(of: /(\w+|'[^']*'|.)\s*/.dotMatchesNewlines()).map { String($0.output.0) }
    }

    /// Words removed, repeated, swapped, mixed with those of another query.
    mutating func next() -> String {
        var pieces = seeds[dice.roll(seeds.count)]
        let other = seeds[dice.roll(seeds.count)]
        for _ in 0...dice.roll(2) where !pieces.isEmpty { spoil(&pieces, other) }
        return pieces.joined()
    }

    private mutating func spoil(_ pieces: inout [String], _ other: [String]) {
        let at = dice.roll(pieces.count)
        switch dice.roll(9) {
        case 0: pieces.remove(at: at)
        case 1: pieces.insert(pieces[at], at: at)
        case 2: pieces.swapAt(at, dice.roll(pieces.count))
        case 3: pieces[at] = other[dice.roll(other.count)]
        case 4...7:
            // A name for a name often leaves a query that still makes sense.
            let words = pieces.indices.filter { pieces[$0].first?.isLetter == true }
            guard !words.isEmpty else { return }
            pieces[words[dice.roll(words.count)]] = pieces[words[dice.roll(words.count)]]
        default:
            let start = dice.roll(other.count)
            let end = min(other.count, start + dice.roll(8))
            pieces.insert(contentsOf: other[start..<end], at: at)
        }
    }

    /// One in some inputs is spoilt byte by byte: what is no UTF-8 any more is replaced.
    mutating func nextOfBytes() -> String {
        var bytes = Array(seeds[dice.roll(seeds.count)].joined().utf8)
        for _ in 0...dice.roll(5) where !bytes.isEmpty {
            let at = dice.roll(bytes.count)
            switch dice.roll(5) {
            case 0: bytes.remove(at: at)
            case 1: bytes[at] = UInt8(truncatingIfNeeded: dice.roll(256))
            case 2: bytes.insert(Self.signs[dice.roll(Self.signs.count)], at: at)
            case 3:
                // A stretch again and again: what nests or chains becomes deep.
                let stretch = Array(bytes[at..<min(bytes.count, at + 1 + dice.roll(12))])
                for _ in 0..<(1 << dice.roll(8)) { bytes.insert(contentsOf: stretch, at: at) }
            default: bytes.removeSubrange(at..<min(bytes.count, at + 1 + dice.roll(12)))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let signs = Array("(){}[]<>-=!'\"`\\$.,:;|&%*+/^~0aE_ \n".utf8)
}
