import GraphModel

/// Writes numbers, texts and arrays as bytes, little-endian; in parts of bounded size if asked.
package struct ByteWriter {
    package private(set) var bytes: [UInt8] = []
    private let partSize: Int
    private let emit: ([UInt8]) throws(Diagnostic) -> Void

    /// All in one part, to be read from `bytes`.
    package init() {
        partSize = .max
        emit = { (_) throws(Diagnostic) in }
    }

    /// Hands over a part each time one is full; `finish` hands over the last.
    init(partSize: Int, emit: @escaping ([UInt8]) throws(Diagnostic) -> Void) {
        self.partSize = partSize
        self.emit = emit
        bytes.reserveCapacity(partSize)
    }

    mutating func finish() throws(Diagnostic) {
        if !bytes.isEmpty { try emit(bytes) }
        bytes.removeAll(keepingCapacity: true)
    }

    package mutating func byte(_ value: UInt8) throws(Diagnostic) {
        bytes.append(value)
        if bytes.count >= partSize { try finish() }
    }

    /// A number in as few bytes as it needs, seven bits each.
    package mutating func unsigned(_ value: UInt64) throws(Diagnostic) {
        var rest = value
        while rest >= 0x80 {
            try byte(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        try byte(UInt8(rest))
    }

    package mutating func count(_ value: Int) throws(Diagnostic) {
        try unsigned(UInt64(value))
    }

    /// A number of either sign; small ones are short.
    package mutating func integer(_ value: Int) throws(Diagnostic) {
        let wide = Int64(value)
        try unsigned(UInt64(bitPattern: (wide << 1) ^ (wide >> 63)))
    }

    /// Short for numbers of few digits: their last bytes are zeros.
    package mutating func double(_ value: Double) throws(Diagnostic) {
        try unsigned(value.bitPattern.byteSwapped)
    }

    package mutating func flag(_ value: Bool) throws(Diagnostic) {
        try byte(value ? 1 : 0)
    }

    package mutating func text(_ value: String) throws(Diagnostic) {
        try array(Array(value.utf8))
    }

    /// An array of numbers: its count and the bytes as they lie in memory.
    package mutating func array<Element: BitwiseCopyable>(_ values: [Element]) throws(Diagnostic) {
        try count(values.count)
        var at = 0
        let total = values.count * MemoryLayout<Element>.stride
        while at < total {
            let length = min(partSize - bytes.count, total - at)
            values.withUnsafeBytes { bytes.append(contentsOf: $0[at..<at + length]) }
            at += length
            if bytes.count >= partSize { try finish() }
        }
    }
}
