import GraphModel

/// What a plugin did wrong, to be told with its name before it.
struct PluginFault: Error {
    /// The diagnostic's code.
    let code: String
    /// The sentence that follows the plugin's name.
    let what: String
}

/// The messages in what a plugin sends, which comes in pieces of any size.
struct PluginLines {
    private let limits: ExternalLimits
    private let name: String

    /// Output that is not yet a whole line, from `start` on.
    private var pending: [UInt8] = []
    private var start = 0
    /// Up to where `pending` holds no line end.
    private var searched = 0
    private var received = 0
    private(set) var messageCount = 0

    /// Nothing has come yet from the plugin of a name.
    init(_ name: String, limits: ExternalLimits) {
        self.name = name
        self.limits = limits
    }

    /// Whether the last line has no end yet.
    var isMidLine: Bool { start < pending.count }

    /// Takes the next piece.
    mutating func take(_ bytes: [UInt8]) throws(PluginFault) {
        received += bytes.count
        if start > 0 {
            pending.removeFirst(start)
            searched -= start
            start = 0
        }
        pending.append(contentsOf: bytes)
        if received > limits.outputBytes {
            throw PluginFault(
                code: "PluginFlood", what: "sent more than \(limits.outputBytes) bytes")
        }
        if pending.count > limits.messageBytes, !bytes.contains(0x0A) {
            throw PluginFault(
                code: "PluginFlood", what: "sent \(pending.count) bytes without a line end")
        }
    }

    /// The next message; nil where none is whole. Empty lines mean nothing.
    mutating func next() throws(PluginFault) -> PluginMessage? {
        while let line = takeLine() {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
            messageCount += 1
            return try message(line)
        }
        return nil
    }

    /// A fault of the last message.
    func fault(_ reason: PluginMessageFault) -> PluginFault {
        PluginFault(
            code: "PluginProtocol",
            what: "sent something wrong as message \(messageCount): \(reason.text)")
    }

    /// The next whole line without its end.
    private mutating func takeLine() -> ArraySlice<UInt8>? {
        let end = pending.withUnsafeBytes { bytes in
            ByteView(bytes).firstIndex(of: 0x0A, from: max(searched, start))
        }
        guard end < pending.count else {
            searched = pending.count
            return nil
        }
        defer {
            start = end + 1
            searched = start
        }
        return pending[start..<end]
    }

    private func message(_ line: ArraySlice<UInt8>) throws(PluginFault) -> PluginMessage {
        if line.count > limits.messageBytes {
            throw PluginFault(
                code: "PluginFlood", what: "sent a message of \(line.count) bytes")
        }
        do {
            let file = InputFile(name: "\(name), message \(messageCount)", bytes: Array(line))
            return try PluginMessage(try JSONReader.read(file))
        } catch let reason as PluginMessageFault {
            throw fault(reason)
        } catch {
            let text = (error as? Diagnostic)?.message ?? "\(error)"
            throw PluginFault(
                code: "PluginProtocol",
                what: "sent something that is not JSON as message \(messageCount): \(text)")
        }
    }
}
