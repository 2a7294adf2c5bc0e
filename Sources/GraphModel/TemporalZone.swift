/// A time zone: a fixed offset from UTC or a region whose offset follows its rules.
public enum TemporalZone: Sendable, Hashable {
    /// Seconds east of UTC.
    case offset(Int32)
    /// IANA name of a region (`Europe/Oslo`).
    case region(String)

    /// UTC.
    public static let utc = TemporalZone.offset(0)

    /// The offsets that can be written: 18 hours either way.
    static let offsets = -64_800...64_800

    /// The region's name, nil for a plain offset.
    public var name: String? {
        if case .region(let name) = self { name } else { nil }
    }

    /// Creates a zone from an offset (`+01:00`, `Z`) or the name of a region.
    public init(parsing text: String) throws(Diagnostic) {
        var scanner = TemporalScanner(text)
        if let offset = try? scanner.scanOffset(), scanner.isAtEnd {
            self = .offset(offset)
        } else {
            _ = try TimeZoneDatabase.rules(of: text)
            self = .region(text)
        }
    }

    /// The offset in force at an instant.
    public func offset(atInstant epochSeconds: Int) throws(Diagnostic) -> Int32 {
        switch self {
        case .offset(let offset): offset
        case .region(let name): try TimeZoneDatabase.rules(of: name).offset(at: epochSeconds)
        }
    }

    /// The offset to take for what clocks of the zone show; see `ZonedDateTime.init(local:…)`.
    public func offset(
        atLocal seconds: Int, preferring preferred: Int32? = nil
    ) throws(Diagnostic) -> Int32 {
        switch self {
        case .offset(let offset): return offset
        case .region(let name):
            return try TimeZoneDatabase.rules(of: name)
                .offset(atLocal: seconds, preferring: preferred)
        }
    }
}
