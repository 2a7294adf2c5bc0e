/// A version of the protocol.
struct BoltVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    let major: UInt8
    let minor: UInt8

    init(_ major: UInt8, _ minor: UInt8) {
        self.major = major
        self.minor = minor
    }

    static func < (left: BoltVersion, right: BoltVersion) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }

    var description: String { "\(major).\(minor)" }

    /// Credentials come in a message of their own.
    var hasLogon: Bool { self >= BoltVersion(5, 1) }
    /// Clients may ask for fewer notifications.
    var hasNotificationFilter: Bool { self >= BoltVersion(5, 2) }
    /// Clients may tell how they are used.
    var hasTelemetry: Bool { self >= BoltVersion(5, 4) }
}

/// The first exchange on a connection: agreeing on a version.
enum BoltHandshake {
    /// What every client starts with.
    static let magic: [UInt8] = [0x60, 0x60, 0xB0, 0x17]
    /// The magic bytes and four proposals.
    static let length = 20
    /// The versions spoken here, the best first.
    static let supported = (0...4).reversed().map { BoltVersion(5, $0) }

    /// The best version of the first proposal that has one, nil where none has.
    ///
    /// A proposal is four bytes: nothing, how many minor versions below count too, minor, major.
    static func choose(from proposals: ArraySlice<UInt8>) -> BoltVersion? {
        var rest = proposals
        while rest.count >= 4 {
            let proposal = Array(rest.prefix(4))
            rest = rest.dropFirst(4)
            let highest = Int(proposal[2])
            let minors = max(0, highest - Int(proposal[1]))...highest
            let match = supported.first { version in
                version.major == proposal[3] && minors.contains(Int(version.minor))
            }
            if let match { return match }
        }
        return nil
    }

    /// The answer: the version agreed on, or zeros.
    static func answer(_ version: BoltVersion?) -> [UInt8] {
        [0, 0, version?.minor ?? 0, version?.major ?? 0]
    }
}
