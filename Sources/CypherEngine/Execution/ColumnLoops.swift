extension Array where Element: BitwiseCopyable {
    /// An item a row. Unlike appending, it neither counts nor checks for room at each, so that the
    /// compiler can do several rows at once.
    @inline(__always)
    init(rows count: Int, _ make: (Int) -> Element) {
        self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
            for row in 0..<count { buffer.initializeElement(at: row, to: make(row)) }
            initialized = count
        }
    }
}

extension Array where Element == Int {
    /// The rows that are marked, in order; without a branch, which would be foreseen badly.
    init(marked flags: [Bool]) {
        self.init(unsafeUninitializedCapacity: flags.count) { buffer, initialized in
            flags.withUnsafeBufferPointer { flags in
                for row in flags.indices {
                    buffer.initializeElement(at: initialized, to: row)
                    initialized &+= flags[row] ? 1 : 0
                }
            }
        }
    }
}
