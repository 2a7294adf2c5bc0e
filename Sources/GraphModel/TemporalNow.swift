#if canImport(Glibc)
    import Glibc
#endif

extension ZonedDateTime {
    /// The current instant as the system's clock has it, shown in a zone.
    public static func now(in zone: TemporalZone = .utc) throws(Diagnostic) -> ZonedDateTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return try ZonedDateTime(
            epochSeconds: time.tv_sec, nanoseconds: Int32(truncatingIfNeeded: time.tv_nsec),
            zone: zone)
    }
}
