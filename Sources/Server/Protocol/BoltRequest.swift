import GraphModel

/// The kinds of message a client can send, by tag.
enum RequestKind: UInt8, Sendable, CaseIterable {
    case hello = 0x01
    case goodbye = 0x02
    case reset = 0x0F
    case run = 0x10
    case begin = 0x11
    case commit = 0x12
    case rollback = 0x13
    case discard = 0x2F
    case pull = 0x3F
    case telemetry = 0x54
    case route = 0x66
    case logon = 0x6A
    case logoff = 0x6B

    /// The kind of a message, from its first two bytes; nil where they are those of none.
    init?(of message: [UInt8]) {
        guard message.count >= 2, message[0] & 0xF0 == Marker.tinyStructure else { return nil }
        self.init(rawValue: message[1])
    }

    /// How many fields a message of this kind has.
    var fields: Int {
        switch self {
        case .hello, .logon, .begin, .discard, .pull, .telemetry: 1
        case .goodbye, .reset, .commit, .rollback, .logoff: 0
        case .run, .route: 3
        }
    }

    /// Whether the version has such messages.
    func exists(in version: BoltVersion) -> Bool {
        switch self {
        case .logon, .logoff: version.hasLogon
        case .telemetry: version.hasTelemetry
        default: true
        }
    }
}

/// A client's message.
enum BoltRequest: Sendable {
    case hello(ValueMap)
    case logon(ValueMap)
    case logoff
    case goodbye
    case reset
    case run(text: String, parameters: ValueMap, extra: ValueMap)
    case pull(StreamDemand)
    case discard(StreamDemand)
    case begin(ValueMap)
    case commit
    case rollback
    case route(context: ValueMap, database: String?)
    case telemetry

    /// Reads a message of a kind, of which all bytes must be used.
    init(_ kind: RequestKind, from reader: inout PackStreamReader) throws(PackStreamFault) {
        let head = try reader.structureHead()
        guard head.fields == kind.fields else {
            throw .malformed("a message has \(head.fields) fields instead of \(kind.fields)")
        }
        self = try BoltRequest.body(of: kind, from: &reader)
        guard reader.isAtEnd else { throw .malformed("a message goes on after its last field") }
    }

    private static func body(
        of kind: RequestKind, from reader: inout PackStreamReader
    ) throws(PackStreamFault) -> BoltRequest {
        switch kind {
        case .hello: return .hello(try reader.map())
        case .logon: return .logon(try reader.map())
        case .logoff: return .logoff
        case .goodbye: return .goodbye
        case .reset: return .reset
        case .run:
            let text = try reader.string()
            let parameters = try reader.map()
            return .run(text: text, parameters: parameters, extra: try reader.map())
        case .pull: return .pull(try StreamDemand(try reader.map()))
        case .discard: return .discard(try StreamDemand(try reader.map()))
        case .begin: return .begin(try reader.map())
        case .commit: return .commit
        case .rollback: return .rollback
        case .route: return try route(from: &reader)
        case .telemetry:
            _ = try reader.integer()
            return .telemetry
        }
    }

    /// The database's name stands in a map of its own, or alone as early clients sent it.
    private static func route(
        from reader: inout PackStreamReader
    ) throws(PackStreamFault) -> BoltRequest {
        let context = try reader.map()
        _ = try reader.value()
        switch try reader.value() {
        case .map(let extra): return .route(context: context, database: extra.text("db"))
        case .string(let name): return .route(context: context, database: name)
        case .null: return .route(context: context, database: nil)
        default: throw .malformed("a map was expected")
        }
    }
}

/// How many rows of which result a client asks for.
struct StreamDemand: Sendable, Equatable {
    /// Number of rows; nil for all.
    var rows: Int?
    /// The result, nil for the last one.
    var result: Int?

    init(rows: Int?, result: Int? = nil) {
        self.rows = rows
        self.result = result
    }

    init(_ map: ValueMap) throws(PackStreamFault) {
        guard case .integer(let count) = map["n"], count == -1 || count > 0 else {
            throw .malformed("'n' must be -1 or a positive number of rows")
        }
        rows = count == -1 ? nil : count
        switch map["qid"] {
        case nil, .null, .integer(-1): result = nil
        case .integer(let number): result = number
        default: throw .malformed("'qid' must be an integer")
        }
    }
}

extension ValueMap {
    /// The text at a key, nil where there is none or something else.
    func text(_ key: String) -> String? {
        if case .string(let text) = self[key] { text } else { nil }
    }
}
