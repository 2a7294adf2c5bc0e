import Glibc
import GraphModel

@testable import Server

/// Sleeps the thread.
func pause(milliseconds: Int) {
    usleep(UInt32(milliseconds) * 1000)
}

/// Waits until something holds, for at most ten seconds.
func eventually(_ condition: () -> Bool) -> Bool {
    for _ in 0..<2000 {
        if condition() { return true }
        pause(milliseconds: 5)
    }
    return condition()
}

/// A server on a free port of this machine, stopped at the end of `body`.
func withServer<Backend: BoltBackend>(
    _ backend: Backend, configure: (inout BoltConfiguration) -> Void = { _ in },
    _ body: (BoltServer, Backend) throws -> Void
) throws {
    var configuration = BoltConfiguration()
    configuration.port = 0
    configure(&configuration)
    let server = BoltServer(configuration: configuration, backend: backend)
    try server.start()
    defer { server.stop() }
    try body(server, backend)
}

/// What the server answered.
enum Response: Equatable {
    case success([String: String])
    case record(String)
    case ignored
    case failure(String)

    /// The value of a SUCCESS's entry, as text.
    func entry(_ key: String) -> String? {
        if case .success(let entries) = self { entries[key] } else { nil }
    }
}

/// The client's side of a connection, as simple as can be.
final class BoltClient {
    struct Closed: Error {}

    private let socket: Socket
    private var assembler = MessageAssembler()
    private var received: [[UInt8]] = []

    /// Connects without saying anything.
    init(port: Int, patience: Double = 10) throws {
        let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
                connect(descriptor, general, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        socket = Socket(descriptor: descriptor)
        guard result == 0 else { throw Closed() }
        socket.setTimeouts(receive: patience, send: patience)
    }

    /// Connects, agrees on a version and shows who it is.
    static func ready(
        _ server: BoltServer, version: BoltVersion = BoltVersion(5, 4)
    ) throws -> BoltClient {
        let client = try BoltClient(port: server.port)
        try client.agree(on: version)
        if version.hasLogon {
            try client.send(.hello(["user_agent": .string("test/1")]))
            try client.send(.logon(["scheme": .string("none")]))
            _ = try client.response()
        } else {
            try client.send(.hello(["scheme": .string("none")]))
        }
        _ = try client.response()
        return client
    }

    /// Proposes one version; the server's answer.
    @discardableResult
    func agree(on version: BoltVersion) throws -> [UInt8] {
        try sendBytes(
            BoltHandshake.magic + [0, 0, version.minor, version.major]
                + [UInt8](repeating: 0, count: 12))
        return try receiveBytes(4)
    }

    func sendBytes(_ bytes: [UInt8]) throws {
        try socket.send(bytes, deadline: .now.advanced(seconds: 10))
    }

    func send(_ requests: BoltRequest...) throws {
        var writer = PackStreamWriter()
        for request in requests { writer.request(request) }
        try sendBytes(writer.bytes)
    }

    /// Sends requests and gives as many summaries with the records before them.
    func exchange(_ requests: BoltRequest...) throws -> [Response] {
        var writer = PackStreamWriter()
        for request in requests { writer.request(request) }
        try sendBytes(writer.bytes)
        var result: [Response] = []
        var summaries = 0
        while summaries < requests.count {
            let response = try response()
            if case .record = response {} else { summaries += 1 }
            result.append(response)
        }
        return result
    }

    /// The next message of the server.
    func response() throws -> Response {
        while received.isEmpty {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            guard case .bytes(let count) = socket.receive(into: &buffer) else { throw Closed() }
            try assembler.take(buffer[..<count], limit: 1 << 30, messages: &received)
        }
        return try ResponseReader.response(received.removeFirst())
    }

    /// So many bytes as they come.
    func receiveBytes(_ count: Int) throws -> [UInt8] {
        var result: [UInt8] = []
        while result.count < count {
            var buffer = [UInt8](repeating: 0, count: count - result.count)
            guard case .bytes(let got) = socket.receive(into: &buffer) else { throw Closed() }
            result += buffer[..<got]
        }
        return result
    }

    /// All bytes until the server closes or has been silent for too long.
    func receiveAll() -> (bytes: [UInt8], isClosed: Bool) {
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            switch socket.receive(into: &buffer) {
            case .bytes(let count): result += buffer[..<count]
            case .nothingYet: return (result, false)
            case .closed: return (result, true)
            }
        }
    }

    /// Whether the server closes within the client's patience.
    func isClosedByServer() -> Bool { receiveAll().isClosed }

    /// Breaks off without a word.
    func vanish() { socket.shutdown() }
}

extension PackStreamWriter {
    /// Writes a client's message.
    mutating func request(_ request: BoltRequest) {
        switch request {
        case .hello(let extra): message(.hello, [.map(extra)])
        case .logon(let token): message(.logon, [.map(token)])
        case .logoff: message(.logoff, [])
        case .goodbye: message(.goodbye, [])
        case .reset: message(.reset, [])
        case .run(let text, let parameters, let extra):
            message(.run, [.string(text), .map(parameters), .map(extra)])
        case .pull(let demand): message(.pull, [demand.value])
        case .discard(let demand): message(.discard, [demand.value])
        case .begin(let extra): message(.begin, [.map(extra)])
        case .commit: message(.commit, [])
        case .rollback: message(.rollback, [])
        case .route(let context, let database):
            let extra: ValueMap = ["db": database.map { .string($0) } ?? .null]
            message(.route, [.map(context), .list([]), .map(extra)])
        case .telemetry: message(.telemetry, [.integer(1)])
        }
    }

    /// Writes a message of any fields.
    mutating func message(_ kind: RequestKind, _ fields: [Value]) {
        beginMessage(kind.rawValue, fields: fields.count)
        for field in fields { value(field, entities: FakeEntities()) }
        endMessage()
    }
}

extension BoltRequest {
    /// RUN without parameters.
    static func run(_ text: String, _ extra: ValueMap = [:]) -> BoltRequest {
        .run(text: text, parameters: [:], extra: extra)
    }

    static let pullAll = BoltRequest.pull(StreamDemand(rows: nil))
}

extension StreamDemand {
    fileprivate var value: Value {
        var map: ValueMap = ["n": .integer(rows ?? -1)]
        if let result { map["qid"] = .integer(result) }
        return .map(map)
    }
}
