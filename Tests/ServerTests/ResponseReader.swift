import GraphModel

@testable import Server

/// Reads what a server sends, graph structures included, and shows it as text.
struct ResponseReader {
    private var bytes: ArraySlice<UInt8>

    static func response(_ message: [UInt8]) throws -> Response {
        var reader = ResponseReader(bytes: message[2...])
        switch message[1] {
        case ResponseTag.success: return .success(try reader.entries())
        case ResponseTag.record: return .record(try reader.value())
        case ResponseTag.failure: return .failure(try reader.entries()["code"] ?? "")
        default: return .ignored
        }
    }

    private mutating func entries() throws -> [String: String] {
        let count = try size(tiny: Marker.tinyMap, sized: Marker.map8)
        var result: [String: String] = [:]
        for _ in 0..<count { result[try value()] = try value() }
        return result
    }

    /// One value: a map as `{a: 1}`, a structure as `N(1, [A], {}, n:1)`.
    private mutating func value() throws -> String {
        guard let marker = bytes.first else { throw BoltClient.Closed() }
        switch marker {
        case 0x90...0x9F, Marker.list8...Marker.list32:
            let count = try size(tiny: Marker.tinyList, sized: Marker.list8)
            return "[\(try values(count))]"
        case 0xA0...0xAF, Marker.map8...Marker.map32:
            let entries = try entries().sorted { $0.key < $1.key }
            return "{\(entries.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
        case 0xB0...0xBF:
            let tag = bytes[bytes.startIndex + 1]
            bytes = bytes.dropFirst(2)
            let name = Character(UnicodeScalar(tag))
            return "\(name)(\(try values(Int(marker & 0x0F))))"
        default: return try plain()
        }
    }

    private mutating func values(_ count: Int) throws -> String {
        var parts: [String] = []
        for _ in 0..<count { parts.append(try value()) }
        return parts.joined(separator: ", ")
    }

    private mutating func plain() throws -> String {
        var reader = PackStreamReader(Array(bytes))
        let value = try reader.value()
        bytes = bytes.suffix(reader.unreadCount)
        return if case .string(let text) = value { text } else { ValuePrinter().text(of: value) }
    }

    private mutating func size(tiny: UInt8, sized: UInt8) throws -> Int {
        guard let marker = bytes.popFirst() else { throw BoltClient.Closed() }
        if marker & 0xF0 == tiny { return Int(marker & 0x0F) }
        let length = 1 << Int(marker - sized)
        var result = 0
        for _ in 0..<length { result = result << 8 | Int(bytes.popFirst() ?? 0) }
        return result
    }
}
