import GraphModel

/// Work on lists that may be very long: piece by piece, with a look at the limits before each.
enum LongList {
    /// What an element takes in a list.
    static let stride = MemoryLayout<Value>.stride
    private static let piece = 1 << 15

    /// The elements of lists one after the other, as a list of their own.
    static func joined(
        _ parts: [ArraySlice<Value>], _ limits: any WorkLimits
    ) throws(Diagnostic) -> [Value] {
        let count = parts.reduce(0) { $0 + $1.count }
        try limits.require(bytes: count * stride)
        var made: [Value] = []
        made.reserveCapacity(count)
        for part in parts {
            var start = part.startIndex
            while start < part.endIndex {
                try limits.check()
                let end = min(part.endIndex, start + piece)
                made += part[start..<end]
                start = end
            }
        }
        return made
    }

    /// A part of a list as a list of its own.
    static func copy(
        _ part: ArraySlice<Value>, _ limits: any WorkLimits
    ) throws(Diagnostic) -> [Value] {
        part.count <= piece ? Array(part) : try joined([part], limits)
    }

    /// Each element changed, or taken from its place, in order.
    static func made(
        _ count: Int, _ limits: any WorkLimits, _ element: (Int) throws(Diagnostic) -> Value
    ) throws(Diagnostic) -> [Value] {
        try limits.require(bytes: count * stride)
        var made: [Value] = []
        made.reserveCapacity(count)
        for index in 0..<count {
            try limits.step(1)
            made.append(try element(index))
        }
        return made
    }
}
