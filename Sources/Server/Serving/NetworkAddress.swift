import GraphModel

/// A host and a port as people write them: `127.0.0.1:7687`, `[::1]:7687`, `localhost`, `:7688`.
package struct NetworkAddress: Sendable, Equatable {
    package var host: String
    package var port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads an address; what it leaves out is taken from `standard`.
    package init(parsing text: String, standard: NetworkAddress) throws(Diagnostic) {
        guard let parts = NetworkAddress.split(text) else { throw NetworkAddress.invalid(text) }
        host = parts.host.isEmpty ? standard.host : String(parts.host)
        guard let digits = parts.port else {
            port = standard.port
            return
        }
        guard let number = UInt16(digits) else { throw NetworkAddress.invalid(text) }
        port = Int(number)
    }

    /// The host and, where there is one, the port. An IPv6 address with a port is in brackets.
    private static func split(_ text: String) -> (host: Substring, port: Substring?)? {
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            let rest = text[text.index(after: end)...]
            let host = text[text.index(after: text.startIndex)..<end]
            if rest.isEmpty { return (host, nil) }
            return rest.hasPrefix(":") ? (host, rest.dropFirst()) : nil
        }
        let colons = text.utf8.filter { $0 == UInt8(ascii: ":") }.count
        guard colons == 1, let colon = text.firstIndex(of: ":") else { return (text[...], nil) }
        return (text[..<colon], text[text.index(after: colon)...])
    }

    private static func invalid(_ text: String) -> Diagnostic {
        Diagnostic(
            .usage, "InvalidAddress", "'\(text)' is not an address",
            hint: "write it like 127.0.0.1:7687")
    }
}
