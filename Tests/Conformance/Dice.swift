/// Random numbers from a fixed seed, so that a failure can be found again.
struct Dice {
    private var state: UInt64

    init(seed: Int) {
        state = UInt64(truncatingIfNeeded: seed) &* 2_654_435_769 &+ 1
    }

    /// A number from 0 up to but not including the limit.
    mutating func roll(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    /// True once in so many times.
    mutating func hits(oneIn times: Int) -> Bool { roll(times) == 0 }

    mutating func pick<Element>(_ items: [Element]) -> Element { items[roll(items.count)] }
}
