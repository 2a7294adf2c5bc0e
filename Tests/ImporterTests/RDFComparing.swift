/// A triple as its three N-Triples terms.
struct RDFTriple: Hashable {
    var subject: String
    var predicate: String
    var object: String

    /// Splits a line of N-Triples that a writer of ours made.
    init(_ line: String) {
        let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
        subject = parts[0]
        predicate = parts[1]
        object = String(parts[2].dropLast(2))
    }

    init(_ subject: String, _ predicate: String, _ object: String) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
    }

    func renamed(_ names: [String: String]) -> RDFTriple {
        RDFTriple(names[subject] ?? subject, predicate, names[object] ?? object)
    }
}

/// Whether two graphs are the same up to the names of their blank nodes.
enum RDFComparing {
    static func areSame(_ left: Set<RDFTriple>, _ right: Set<RDFTriple>) -> Bool {
        guard left.count == right.count else { return false }
        return match(left, right, colours(left), colours(right), 0)
    }

    /// Refines, and where blank nodes stay alike tries each pairing of the first of them.
    private static func match(
        _ left: Set<RDFTriple>, _ right: Set<RDFTriple>, _ leftColours: [String: String],
        _ rightColours: [String: String], _ depth: Int
    ) -> Bool {
        let left1 = refined(left, leftColours)
        let right1 = refined(right, rightColours)
        let leftClasses = Dictionary(grouping: left1.keys, by: { left1[$0] ?? "" })
        let rightClasses = Dictionary(grouping: right1.keys, by: { right1[$0] ?? "" })
        guard leftClasses.mapValues(\.count) == rightClasses.mapValues(\.count) else {
            return false
        }
        let tied = leftClasses.filter { $0.value.count > 1 }.min { $0.key < $1.key }
        guard let tied, let pick = tied.value.min() else {
            return Set(left.map { $0.renamed(left1) }) == Set(right.map { $0.renamed(right1) })
        }
        return (rightClasses[tied.key] ?? []).contains { candidate in
            var leftNext = left1
            var rightNext = right1
            leftNext[pick] = "_:picked\(depth)"
            rightNext[candidate] = "_:picked\(depth)"
            return match(left, right, leftNext, rightNext, depth + 1)
        }
    }

    private static func colours(_ triples: Set<RDFTriple>) -> [String: String] {
        var result: [String: String] = [:]
        for triple in triples {
            for term in [triple.subject, triple.object] where term.hasPrefix("_:") {
                result[term] = "_:"
            }
        }
        return result
    }

    /// Colours by the colours around, until they no longer part.
    private static func refined(
        _ triples: Set<RDFTriple>, _ start: [String: String]
    ) -> [String: String] {
        var colours = start
        while true {
            var around: [String: [String]] = [:]
            for triple in triples {
                let renamed = triple.renamed(colours)
                if colours[triple.subject] != nil {
                    around[triple.subject, default: []]
                        .append("> \(renamed.predicate) \(renamed.object)")
                }
                if colours[triple.object] != nil {
                    around[triple.object, default: []]
                        .append("< \(renamed.predicate) \(renamed.subject)")
                }
            }
            var keys: [String: String] = [:]
            for (node, colour) in colours {
                keys[node] = colour + (around[node] ?? []).sorted().joined(separator: "|")
            }
            // Long descriptions become numbers that mean the same on both sides.
            let next = keys.mapValues { "_:" + digest($0) }
            if Set(next.values).count == Set(colours.values).count { return next }
            colours = next
        }
    }

    private static func digest(_ text: String) -> String {
        var first: UInt64 = 0xCBF2_9CE4_8422_2325
        var second: UInt64 = 0x1234_5678_9ABC_DEF1
        for byte in text.utf8 {
            first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
            second = (second ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
        }
        return String(first, radix: 36) + String(second, radix: 36)
    }
}
