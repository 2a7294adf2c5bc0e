import CSystem
import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// A program that runs apart: own process group, clean environment, nothing inherited, limits.
///
/// When the value ends its life the program is killed, with whatever it has started.
struct ChildProcess: ~Copyable {
    /// How a process ended.
    enum End: Equatable {
        case exit(Int32)
        case signal(Int32)
    }

    private let child: vv_child
    private var end: End?
    private var outputIsOpen = true
    private var errorsAreOpen = true
    /// In the environment of everything it starts.
    private let mark: String

    /// Starts a program.
    ///
    /// - Throws: `PluginNotStarted`.
    init(
        _ command: [String], folder: String? = nil, limits: ExternalLimits
    ) throws(Diagnostic) {
        mark = "VEIVISER_RUN=\(UInt64.random(in: .min ... .max))"
        var environment = ["LANG=C.UTF-8", "VEIVISER_PROTOCOL=\(PluginMessage.version)", mark]
        environment.append(
            "PATH=" + (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"))
        let (failure, child) = ChildProcess.spawn(command, environment, folder, limits)
        guard failure == 0 else {
            throw Diagnostic(
                .data, "PluginNotStarted",
                "cannot run '\(command.first ?? "")': \(String(cString: strerror(failure)))",
                hint: failure == ENOENT || failure == ENOEXEC
                    ? "see that it is there and its first line names an interpreter that is, too"
                    : "see that it may be executed")
        }
        self.child = child
    }

    private static func spawn(
        _ command: [String], _ environment: [String], _ folder: String?, _ limits: ExternalLimits
    ) -> (Int32, vv_child) {
        let arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        let directory = folder.flatMap { strdup($0) }
        defer {
            for text in arguments + variables + [directory] { free(text) }
        }
        var child = vv_child()
        let failure = arguments.withUnsafeBufferPointer { arguments in
            variables.withUnsafeBufferPointer { variables in
                var request = vv_spawn_request()
                request.program = arguments.first?.map { UnsafePointer($0) }
                request.arguments = arguments.baseAddress
                request.environment = variables.baseAddress
                request.folder = directory.map { UnsafePointer($0) }
                request.memory_bytes = limits.memoryBytes
                request.cpu_seconds = limits.processorSeconds
                request.file_bytes = limits.fileBytes
                return vv_spawn(&request, &child)
            }
        }
        return (failure, child)
    }

    deinit {
        ChildProcess.kill(child, mark, hasEnded: end != nil)
        close(child.input)
        close(child.output)
        close(child.errors)
    }

    /// Kills the group, whatever left it but carries the mark, and takes the exit status.
    private static func kill(_ child: vv_child, _ mark: String, hasEnded: Bool) {
        _ = vv_signal_group(child.process, SIGKILL)
        killMarked(mark)
        guard !hasEnded else { return }
        var status: Int32 = 0
        while vv_has_ended(child.process, &status) == 0 { usleep(500) }
    }

    /// Kills processes by what stands in their environment.
    private static func killMarked(_ mark: String) {
        guard let folder = opendir("/proc") else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let process = Int32(name), process != getpid(),
                environment(of: name).contains(mark)
            else { continue }
            _ = Glibc.kill(process, SIGKILL)
        }
    }

    private static func environment(of process: String) -> String {
        let descriptor = open("/proc/\(process)/environ", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, count in
            count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: talking

    /// What a step of reading gave.
    enum Piece {
        case output([UInt8])
        case errors([UInt8])
        /// Nothing came in time.
        case nothing
        /// It has closed its output or ended.
        case end
    }

    /// Sends a line; what does not fit at once into the pipe is refused, as a plugin that reads
    /// nothing would block us.
    func send(_ line: String) -> Bool {
        let bytes = Array((line + "\n").utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                vv_child_send(
                    child.input, buffer.baseAddress?.advanced(by: sent), bytes.count - sent)
            }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    /// Says that nothing more will be sent.
    func closeInput() { shutdown(child.input, Int32(SHUT_WR)) }

    /// Waits for output, log or end.
    mutating func read(milliseconds: Int32) -> Piece {
        let wait = min(milliseconds, 50)
        let ready = vv_wait_readable(
            outputIsOpen ? child.output : -1, errorsAreOpen ? child.errors : -1, wait)
        if ready & 1 != 0 {
            let bytes = take(child.output)
            if !bytes.isEmpty { return .output(bytes) }
            outputIsOpen = false
        }
        if ready & 2 != 0 {
            let bytes = take(child.errors)
            if !bytes.isEmpty { return .errors(bytes) }
            errorsAreOpen = false
        }
        if !outputIsOpen { return .end }
        // A process of its own may keep the pipe open after it has ended.
        if ready == 0, hasEnded() { return .end }
        return .nothing
    }

    private func take(_ descriptor: Int32) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 256 * 1024) { buffer, count in
            repeat {
                count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            } while count < 0 && errno == EINTR
            count = max(0, count)
        }
    }

    // MARK: ending

    /// Whether it has ended.
    mutating func hasEnded() -> Bool {
        if end != nil { return true }
        var status: Int32 = 0
        guard vv_has_ended(child.process, &status) != 0 else { return false }
        let signal = vv_end_signal(status)
        end = signal > 0 ? .signal(signal) : .exit(vv_exit_code(status))
        return true
    }

    /// How it ended, after at most some seconds; nil where it still runs.
    mutating func waitForEnd(seconds: Double) -> End? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while !hasEnded() {
            if ContinuousClock.now >= deadline { return nil }
            usleep(1000)
        }
        return end
    }

    /// Asks it to end, waits, kills it.
    mutating func stop(graceSeconds: Double) {
        closeInput()
        _ = vv_signal_group(child.process, SIGTERM)
        _ = waitForEnd(seconds: graceSeconds)
        ChildProcess.kill(child, mark, hasEnded: end != nil)
        if end == nil { end = .signal(SIGKILL) }
    }
}
