import Synchronization

/// Where the lines of a file are, learnt as far as it was asked for: a file with a fault on every
/// line is read once, not once a fault.
final class LineIndex: Sendable {
    /// Bytes between two marks.
    private static let stride = 4096
    private static let newline = UInt8(ascii: "\n")

    /// `marks[k]` is how many lines end before byte `k * stride`.
    private let marks = Mutex<[Int]>([0])

    /// How many lines end before an offset.
    func lineEnds(before offset: Int, in bytes: ByteView) -> Int {
        let mark = offset / Self.stride
        let before = marks.withLock { marks in
            while marks.count <= mark { Self.addMark(to: &marks, bytes) }
            return marks[mark]
        }
        return before + bytes.occurrences(of: Self.newline, in: mark * Self.stride..<offset)
    }

    /// Where a line starts, counted from 1; the end where there are fewer.
    func start(of line: Int, in bytes: ByteView) -> Int {
        guard line > 1 else { return 0 }
        var (at, ends) = marks.withLock { marks in
            while marks[marks.count - 1] < line - 1, marks.count * Self.stride <= bytes.count {
                Self.addMark(to: &marks, bytes)
            }
            var low = 0
            var high = marks.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if marks[middle] < line - 1 { low = middle } else { high = middle }
            }
            return (low * Self.stride, marks[low])
        }
        while ends < line - 1, at < bytes.count {
            at = min(bytes.firstIndex(of: Self.newline, from: at) + 1, bytes.count)
            ends += 1
        }
        return at
    }

    private static func addMark(to marks: inout [Int], _ bytes: ByteView) {
        let last = marks.count - 1
        let count = bytes.occurrences(of: newline, in: last * stride..<(last + 1) * stride)
        marks.append(marks[last] + count)
    }
}
