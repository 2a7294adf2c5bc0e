import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// A talk with a running plugin: messages with deadlines, its log kept apart.
struct PluginConnection: ~Copyable {
    private let program: String
    private let limits: ExternalLimits
    private var process: ChildProcess
    private let begun = ContinuousClock.now

    /// Output that is not yet a whole line, from `start` on.
    private var pending: [UInt8] = []
    private var start = 0
    /// Up to where `pending` holds no line end.
    private var searched = 0
    private var received = 0
    private(set) var messageCount = 0
    private var log: [UInt8] = []

    /// Starts the program.
    init(
        _ program: String, sandbox: Sandbox, limits: ExternalLimits, folder: String? = nil
    ) throws(Diagnostic) {
        self.program = program
        self.limits = limits
        process = try ChildProcess(
            sandbox.wrapped([PluginConnection.absolute(program)]), folder: folder, limits: limits)
    }

    /// The whole path of a program, which is run in a folder of its own.
    private static func absolute(_ program: String) -> String {
        guard !program.hasPrefix("/"), let folder = getcwd(nil, 0) else { return program }
        defer { free(folder) }
        return String(cString: folder) + "/" + program
    }

    /// The program's file name, for messages.
    private var name: String { program.split(separator: "/").last.map(String.init) ?? program }

    /// Sends a message. Where the program does not take it, what it says or how it ends tells why.
    func send(_ message: JSONValue) {
        _ = process.send(message.description)
    }

    /// The next message; nil where it has closed its output.
    ///
    /// - Throws: a fault of the plugin, with the last lines of its log.
    mutating func next(seconds: Double) throws(Diagnostic) -> PluginMessage? {
        let deadline = min(
            ContinuousClock.now + .seconds(seconds), begun + .seconds(limits.totalSeconds))
        while true {
            if let line = takeLine() {
                if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
                messageCount += 1
                return try message(line)
            }
            let left = deadline - ContinuousClock.now
            guard left > .zero else {
                throw fault("PluginTimeout", "took too long: nothing came for \(Int(seconds)) s")
            }
            let milliseconds = Int32(clamping: left.components.seconds * 1000 + 50)
            switch process.read(milliseconds: milliseconds) {
            case .output(let bytes): try take(bytes)
            case .errors(let bytes): keepLog(bytes)
            case .nothing: continue
            case .end:
                if start < pending.count {
                    throw fault("PluginUnfinished", "ended in the middle of a message")
                }
                return nil
            }
        }
    }

    private mutating func take(_ bytes: [UInt8]) throws(Diagnostic) {
        received += bytes.count
        if start > 0 {
            pending.removeFirst(start)
            searched -= start
            start = 0
        }
        pending.append(contentsOf: bytes)
        if received > limits.outputBytes {
            throw fault("PluginFlood", "sent more than \(limits.outputBytes) bytes")
        }
        if pending.count > limits.messageBytes, !bytes.contains(0x0A) {
            throw fault("PluginFlood", "sent \(pending.count) bytes without a line end")
        }
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

    private mutating func message(_ line: ArraySlice<UInt8>) throws(Diagnostic) -> PluginMessage {
        if line.count > limits.messageBytes {
            throw fault("PluginFlood", "sent a message of \(line.count) bytes")
        }
        do {
            let file = InputFile(name: "\(name), message \(messageCount)", bytes: Array(line))
            return try PluginMessage(try JSONReader.read(file))
        } catch let fault as PluginMessageFault {
            throw self.fault(
                "PluginProtocol", "sent something wrong as message \(messageCount): \(fault.text)")
        } catch {
            let text = (error as? Diagnostic)?.message ?? "\(error)"
            throw fault(
                "PluginProtocol",
                "sent something that is not JSON as message \(messageCount): "
                    + text)
        }
    }

    private mutating func keepLog(_ bytes: [UInt8]) {
        log.append(contentsOf: bytes)
        // The end of a log tells more than its start.
        if log.count > limits.logBytes { log.removeFirst(log.count - limits.logBytes) }
    }

    /// The last lines of the log.
    var logLines: [String] {
        let text = String(decoding: log, as: UTF8.self)
        return text.split(separator: "\n").suffix(5).map { String($0.prefix(300)) }
    }

    /// Takes what is left of the log.
    private mutating func drain() {
        let deadline = ContinuousClock.now + .milliseconds(200)
        while ContinuousClock.now < deadline {
            switch process.read(milliseconds: 10) {
            case .errors(let bytes): keepLog(bytes)
            case .output: continue
            case .nothing: if process.hasEnded() { return }
            case .end: return
            }
        }
    }

    /// A fault of the plugin.
    mutating func fault(_ code: String, _ what: String, hint: String? = nil) -> Diagnostic {
        drain()
        return Diagnostic(
            .data, code, "the plugin '\(name)' \(what)", hint: hint,
            notes: logLines.map { "it wrote: \($0)" })
    }

    /// Ends the talk in good order; a program that does not end by itself is stopped.
    mutating func finish() -> ChildProcess.End? {
        process.closeInput()
        let end = process.waitForEnd(seconds: limits.graceSeconds)
        if end == nil { process.stop(graceSeconds: limits.graceSeconds) }
        return end
    }

    /// Stops the program: asked first, then killed.
    mutating func stop() { process.stop(graceSeconds: limits.graceSeconds) }

    /// How the program ended, for a message.
    mutating func describeEnd() -> String {
        switch process.waitForEnd(seconds: limits.graceSeconds) {
        case .exit(0): "ended before it was done"
        case .exit(let status): "ended with exit status \(status)"
        case .signal(let number): "was ended by signal \(number)"
        case nil: "closed its output before it was done"
        }
    }
}
