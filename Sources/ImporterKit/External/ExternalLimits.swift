/// What an external plugin may use. Past any of these it is stopped and nothing is imported.
public struct ExternalLimits: Sendable {
    /// Seconds until it has said who it is.
    public var helloSeconds = 10.0
    /// Seconds it may be silent while it reads.
    public var silentSeconds = 60.0
    /// Seconds it may take for all.
    public var totalSeconds = 3600.0
    /// Seconds to end by itself when told to, before it is killed.
    public var graceSeconds = 2.0
    /// Bytes of memory (address space).
    public var memoryBytes: UInt64 = 4 << 30
    /// Seconds of processor time.
    public var processorSeconds: UInt64 = 3600
    /// Bytes of a file it writes, where it can write at all.
    public var fileBytes: UInt64 = 64 << 20
    /// Bytes of all messages together.
    public var outputBytes = 4 << 30
    /// Bytes of one message.
    public var messageBytes = 16 << 20
    /// Bytes kept of what it logs; the rest is thrown away.
    public var logBytes = 16 << 10

    /// The defaults.
    public init() {}
}
