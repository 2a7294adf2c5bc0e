/// Puts messages together from the chunks they arrive in.
struct MessageAssembler {
    private enum Expecting {
        case header
        case secondHeaderByte(first: UInt8)
        case chunk(remaining: Int)
    }

    private var expecting = Expecting.header
    private var message: [UInt8] = []

    /// Whether a message has begun and not ended.
    var isMidMessage: Bool {
        if case .header = expecting { !message.isEmpty } else { true }
    }

    /// How much of the message under way has come in.
    var length: Int { message.count }

    /// Takes the next bytes of the stream and adds each message that they complete to `messages`.
    ///
    /// An empty chunk between messages only says that the peer is alive.
    mutating func take(
        _ bytes: ArraySlice<UInt8>, limit: Int, messages: inout [[UInt8]]
    ) throws(PackStreamFault) {
        var rest = bytes
        while let first = rest.first {
            switch expecting {
            case .header:
                rest.removeFirst()
                expecting = .secondHeaderByte(first: first)
            case .secondHeaderByte(let high):
                rest.removeFirst()
                let size = Int(high) << 8 | Int(first)
                expecting = size == 0 ? .header : .chunk(remaining: size)
                if size == 0, !message.isEmpty {
                    messages.append(message)
                    message = []
                }
            case .chunk(let remaining):
                let part = rest.prefix(remaining)
                guard message.count + part.count <= limit else {
                    throw .malformed("a message is longer than \(limit) bytes")
                }
                message.append(contentsOf: part)
                rest = rest.dropFirst(part.count)
                let left = remaining - part.count
                expecting = left == 0 ? .header : .chunk(remaining: left)
            }
        }
    }
}
