import GraphModel

/// Writes messages into one growing buffer, in the chunks they are sent in.
///
/// A message stands between `beginMessage` and `endMessage`; values in between go straight into the
/// buffer, and the chunk headers are filled in at the end.
struct PackStreamWriter {
    /// The most a chunk can hold.
    private static let chunkLimit = 0xFFFF

    /// All that was written and not yet taken.
    private(set) var bytes: [UInt8] = []
    /// Where the message under way starts: at its first chunk's header.
    private var messageStart = 0
    /// Whether a value of the message under way was cut off for nesting too deep.
    var nestsTooDeep = false

    init() {}

    /// Forgets what was sent. A buffer that one large value blew up is given back.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: bytes.capacity <= 1_048_576)
    }

    // MARK: Messages

    /// Starts a message with its tag and number of fields.
    mutating func beginMessage(_ tag: UInt8, fields: Int) {
        messageStart = bytes.count
        nestsTooDeep = false
        bytes.append(0)
        bytes.append(0)
        structure(tag, fields: fields)
    }

    /// Ends the message: fills in its chunk headers and the end mark.
    mutating func endMessage() {
        let length = bytes.count - messageStart - 2
        if length <= Self.chunkLimit {
            putHeader(length, at: messageStart)
        } else {
            splitIntoChunks(length)
        }
        bytes.append(0)
        bytes.append(0)
    }

    /// Takes back all of the message under way.
    mutating func abandonMessage() {
        bytes.removeLast(bytes.count - messageStart)
    }

    private mutating func putHeader(_ length: Int, at offset: Int) {
        bytes[offset] = UInt8(truncatingIfNeeded: length >> 8)
        bytes[offset + 1] = UInt8(truncatingIfNeeded: length)
    }

    /// Makes room for further headers: the chunks are moved from the last to the first.
    private mutating func splitIntoChunks(_ length: Int) {
        let limit = Self.chunkLimit
        let count = (length + limit - 1) / limit
        bytes.append(contentsOf: repeatElement(0, count: 2 * (count - 1)))
        for chunk in stride(from: count - 1, through: 0, by: -1) {
            let size = min(limit, length - chunk * limit)
            let from = messageStart + 2 + chunk * limit
            let to = from + 2 * chunk
            if chunk > 0 {
                bytes.withUnsafeMutableBytes { raw in
                    let target = UnsafeMutableRawBufferPointer(rebasing: raw[to..<to + size])
                    target.copyMemory(
                        from: UnsafeRawBufferPointer(rebasing: raw[from..<from + size]))
                }
            }
            putHeader(size, at: to - 2)
        }
    }

    // MARK: Values

    mutating func null() { bytes.append(Marker.null) }

    mutating func boolean(_ value: Bool) { bytes.append(value ? Marker.yes : Marker.no) }

    /// Writes an integer in its shortest form.
    mutating func integer(_ value: Int) {
        switch value {
        case -16..<128:
            bytes.append(UInt8(truncatingIfNeeded: value))
        case -128..<128:
            bytes.append(Marker.integer8)
            bytes.append(UInt8(truncatingIfNeeded: value))
        case -32_768..<32_768:
            bytes.append(Marker.integer16)
            bigEndian(UInt64(bitPattern: Int64(value)), count: 2)
        case -2_147_483_648..<2_147_483_648:
            bytes.append(Marker.integer32)
            bigEndian(UInt64(bitPattern: Int64(value)), count: 4)
        default:
            bytes.append(Marker.integer64)
            bigEndian(UInt64(bitPattern: Int64(value)), count: 8)
        }
    }

    mutating func float(_ value: Double) {
        bytes.append(Marker.float)
        bigEndian(value.bitPattern, count: 8)
    }

    mutating func string(_ value: String) {
        var value = value
        // The UTF-8 form is at hand in all but bridged strings, which this makes native.
        value.makeContiguousUTF8()
        header(value.utf8.count, tiny: Marker.tinyString, sized: Marker.string8)
        bytes.append(contentsOf: value.utf8)
    }

    /// Starts a list of so many values, which the caller writes next.
    mutating func list(count: Int) {
        header(count, tiny: Marker.tinyList, sized: Marker.list8)
    }

    /// Starts a map of so many entries; the caller writes keys and values by turns.
    mutating func map(count: Int) {
        header(count, tiny: Marker.tinyMap, sized: Marker.map8)
    }

    /// Starts a structure of at most fifteen fields, which the caller writes next.
    mutating func structure(_ tag: UInt8, fields: Int) {
        bytes.append(Marker.tinyStructure | UInt8(fields))
        bytes.append(tag)
    }

    private mutating func header(_ count: Int, tiny: UInt8, sized: UInt8) {
        switch count {
        case ..<16:
            bytes.append(tiny | UInt8(count))
        case ..<0x100:
            bytes.append(sized)
            bytes.append(UInt8(count))
        case ..<0x1_0000:
            bytes.append(sized + 1)
            bigEndian(UInt64(count), count: 2)
        default:
            bytes.append(sized + 2)
            bigEndian(UInt64(count), count: 4)
        }
    }

    private mutating func bigEndian(_ value: UInt64, count: Int) {
        for shift in stride(from: 8 * (count - 1), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
        }
    }
}
