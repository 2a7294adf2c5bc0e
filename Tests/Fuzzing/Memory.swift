#if canImport(Glibc)
    import Glibc
#endif

/// What the process holds in memory.
enum Memory {
    /// Lets the peak begin anew at what is held now.
    static func forgetPeak() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }

    /// The most bytes that were resident at once since then.
    static var peak: Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        var kilobytes = 0
        while fgets(&line, 256, file) != nil {
            let words = String(
                decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self
            )
            .split { $0 == " " || $0 == "\t" }
            if words.first == "VmHWM:", words.count > 1 { kilobytes = Int(words[1]) ?? 0 }
        }
        return kilobytes * 1024
    }

    /// Whether the peak is above a bound: quickly, but what started the process counts too.
    static func isPeak(above bound: Int) -> Bool {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024 > bound
    }
}

/// Processor time of the thread at hand, in nanoseconds: what it waits for others does not count.
func threadTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
