/// How far two words are from each other in typing slips.
enum EditDistance {
    /// Inserted, left out, wrong and swapped letters between two words, or nil above the limit.
    static func between(_ a: Span<UInt8>, _ b: Span<UInt8>, limit: Int) -> Int? {
        if abs(a.count - b.count) > limit { return nil }
        var twoBack = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        var current = previous
        for i in 0..<a.count {
            current[0] = i + 1
            var best = current[0]
            for j in 0..<b.count {
                var cost = previous[j] + (a[i] == b[j] ? 0 : 1)
                cost = min(cost, previous[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, twoBack[j - 1] + 1)
                }
                current[j + 1] = cost
                best = min(best, cost)
            }
            if best > limit { return nil }
            (twoBack, previous, current) = (previous, current, twoBack)
        }
        return previous[b.count] <= limit ? previous[b.count] : nil
    }

    /// How many slips a word of this length may hold and still be taken for another. In a short
    /// one, letters may only be swapped, or written once for twice.
    static func allowed(length: Int) -> Int {
        switch length {
        case ..<4: 0
        case 4: 1
        case 5..<9: 1
        default: 2
        }
    }
}
