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
    private var lines: PluginLines
    private var log: [UInt8] = []

    /// Starts the program.
    init(
        _ program: String, sandbox: Sandbox, limits: ExternalLimits, folder: String? = nil
    ) throws(Diagnostic) {
        self.program = program
        self.limits = limits
        lines = PluginLines(PluginConnection.name(of: program), limits: limits)
        process = try ChildProcess(
            sandbox.wrapped([PluginConnection.absolute(program)]), folder: folder, limits: limits)
    }

    /// The whole path of a program, which is run in a folder of its own.
    private static func absolute(_ program: String) -> String {
        guard !program.hasPrefix("/"), let folder = getcwd(nil, 0) else { return program }
        defer { free(folder) }
        return String(cString: folder) + "/" + program
    }

    /// A program's file name, for messages.
    private static func name(of program: String) -> String {
        program.split(separator: "/").last.map(String.init) ?? program
    }

    /// How many messages have come.
    var messageCount: Int { lines.messageCount }

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
            do throws(PluginFault) {
                if let message = try lines.next() { return message }
            } catch {
                throw fault(error)
            }
            let left = deadline - ContinuousClock.now
            guard left > .zero else {
                throw fault("PluginTimeout", "took too long: nothing came for \(Int(seconds)) s")
            }
            let milliseconds = Int32(clamping: left.components.seconds * 1000 + 50)
            switch process.read(milliseconds: milliseconds) {
            case .output(let bytes):
                do throws(PluginFault) {
                    try lines.take(bytes)
                } catch {
                    throw fault(error)
                }
            case .errors(let bytes): keepLog(bytes)
            case .nothing: continue
            case .end:
                if lines.isMidLine {
                    throw fault("PluginUnfinished", "ended in the middle of a message")
                }
                return nil
            }
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
            .data, code, "the plugin '\(PluginConnection.name(of: program))' \(what)", hint: hint,
            notes: logLines.map { "it wrote: \($0)" })
    }

    /// A fault of the plugin.
    mutating func fault(_ fault: PluginFault) -> Diagnostic { self.fault(fault.code, fault.what) }

    /// A fault of its last message.
    mutating func fault(_ reason: PluginMessageFault) -> Diagnostic { fault(lines.fault(reason)) }

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
