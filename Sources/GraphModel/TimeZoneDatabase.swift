import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The rules of the regions, read from the system's tz database and kept for the process.
enum TimeZoneDatabase {
    private static let folder = "/usr/share/zoneinfo/"

    /// Only regions that exist get in, so it holds at most some hundred entries.
    private static let known = Mutex<[String: TimeZoneRules]>([:])

    /// The rules of a region.
    static func rules(of name: String) throws(Diagnostic) -> TimeZoneRules {
        if let rules = known.withLock({ $0[name] }) { return rules }
        guard isSafe(name), let content = content(ofFile: folder + name),
            let rules = TimeZoneRules(file: content)
        else { throw TemporalError.unknownZone(name) }
        known.withLock { $0[name] = rules }
        return rules
    }

    /// Whether a name can be looked up as a path without leaving the folder.
    private static func isSafe(_ name: String) -> Bool {
        guard name.utf8.count <= 64, let first = name.utf8.first, first >= 65, first <= 90 else {
            return false
        }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case 48...57, 65...90, 97...122: true
            case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"): true
            default: false
            }
        }
    }

    private static func content(ofFile path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while content.count < 1_000_000 {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 { return nil }
            if count == 0 { return content }
            content += buffer[..<count]
        }
        return nil
    }
}
