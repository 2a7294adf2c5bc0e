/// A fixed number of bits.
package struct Bitmap: Sendable, Equatable {
    /// The bits, lowest first; bits past `count` are zero.
    package private(set) var words: [UInt64]
    package let count: Int

    /// All bits clear.
    package init(count: Int) {
        self.count = count
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    /// Takes words as they are, clearing what lies past the end.
    init(words: [UInt64], count: Int) {
        self.words = words
        self.count = count
        if count % 64 != 0, let last = words.indices.last {
            self.words[last] &= (1 << UInt64(count % 64)) - 1
        }
    }

    @inline(__always)
    package subscript(index: Int) -> Bool {
        get { words[index >> 6] >> UInt64(index & 63) & 1 != 0 }
        set {
            let bit: UInt64 = 1 << UInt64(index & 63)
            if newValue { words[index >> 6] |= bit } else { words[index >> 6] &= ~bit }
        }
    }

    /// How many bits are set.
    package var population: Int {
        words.reduce(0) { $0 + $1.nonzeroBitCount }
    }
}
