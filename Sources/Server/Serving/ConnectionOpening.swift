/// The first bytes on a connection: the handshake, or a browser that came to the wrong door.
struct ConnectionOpening {
    let socket: Socket
    let deadline: MonotonicTime

    /// Reads the client's proposals and answers; nil where the connection is of no use.
    func agreeOnVersion() -> BoltVersion? {
        var received: [UInt8] = []
        while received.count < BoltHandshake.length {
            guard let more = receive(atMost: BoltHandshake.length - received.count) else {
                return nil
            }
            received += more
            let magic = BoltHandshake.magic.prefix(received.count)
            guard received.starts(with: magic) else {
                if Self.looksLikeHTTP(received) { answerHTTP(received) }
                return nil
            }
        }
        let version = BoltHandshake.choose(from: received[BoltHandshake.magic.count...])
        do {
            try socket.send(BoltHandshake.answer(version), deadline: deadline)
        } catch {
            return nil
        }
        return version
    }

    private func receive(atMost count: Int = 1024) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: count)
        while MonotonicTime.now < deadline {
            switch socket.receive(into: &buffer) {
            case .bytes(let count): return Array(buffer[..<count])
            case .nothingYet: continue
            case .closed: return nil
            }
        }
        return nil
    }

    private static func looksLikeHTTP(_ bytes: [UInt8]) -> Bool {
        let methods = ["GET ", "HEAD", "POST", "PUT ", "OPTI", "DELE", "PATC", "CONN"]
        return methods.contains { bytes.starts(with: $0.utf8) }
    }

    /// Tells whoever speaks HTTP what this port is for.
    private func answerHTTP(_ start: [UInt8]) {
        var request = start
        while !Self.hasHeadersEnd(request), request.count < 8192, let more = receive() {
            request += more
        }
        let body = """
            This port speaks Bolt, not HTTP.
            Connect with a Neo4j driver, for example in Python:

                from neo4j import GraphDatabase
                driver = GraphDatabase.driver("bolt://\(socket.localAddress)")

            """
        let head = [
            "HTTP/1.1 400 Bad Request", "Content-Type: text/plain; charset=utf-8",
            "Content-Length: \(body.utf8.count)", "Connection: close", "", "",
        ].joined(separator: "\r\n")
        try? socket.send(Array((head + body).utf8), deadline: deadline)
        socket.finishSending()
        // Wait for the client to have read it and to close.
        socket.setTimeouts(receive: 1, send: 1)
        var rest = [UInt8](repeating: 0, count: 1024)
        for _ in 0..<8 {
            guard case .bytes = socket.receive(into: &rest) else { return }
        }
    }

    private static func hasHeadersEnd(_ bytes: [UInt8]) -> Bool {
        let end: [UInt8] = [13, 10, 13, 10]
        guard bytes.count >= end.count else { return false }
        return (0...bytes.count - end.count).contains { Array(bytes[$0..<$0 + 4]) == end }
    }
}
