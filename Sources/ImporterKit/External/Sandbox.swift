#if canImport(Glibc)
    import Glibc
#endif

/// The wall around external plugins: bubblewrap, where it is there and works.
///
/// Inside there is no network, no writable file and no other process; when it ends, all in it ends.
public struct Sandbox: Sendable {
    /// The path of bubblewrap; nil where there is no wall.
    public let program: String?

    /// No wall.
    public static let none = Sandbox(program: nil)

    init(program: String?) {
        self.program = program
    }

    /// The wall of this machine, tried out once.
    public static func detect() -> Sandbox {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        for folder in path.split(separator: ":") {
            let program = "\(folder)/bwrap"
            guard access(program, X_OK) == 0 else { continue }
            let sandbox = Sandbox(program: program)
            return sandbox.works ? sandbox : .none
        }
        return .none
    }

    /// Whether programs can be run behind it: in some containers they cannot.
    private var works: Bool {
        var limits = ExternalLimits()
        limits.memoryBytes = 0
        guard
            var process = try? ChildProcess(wrapped(["/bin/true"]), limits: limits)
        else { return false }
        return process.waitForEnd(seconds: 5) == .exit(0)
    }

    /// The command that runs a command behind the wall.
    func wrapped(_ command: [String]) -> [String] {
        guard let program else { return command }
        return [
            program, "--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/", "/",
            "--dev", "/dev", "--proc", "/proc", "--",
        ] + command
    }
}
