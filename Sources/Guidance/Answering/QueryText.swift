import GraphModel

/// Writes parameters into a Cypher text, so that it can be run by hand.
enum QueryText {
    /// The text with each `$name` replaced by its value as a literal.
    static func inlined(_ cypher: String, _ parameters: [String: Value]) -> String {
        var result: [UInt8] = []
        let bytes = Array(cypher.utf8)
        let printer = ValuePrinter()
        var quote: UInt8?
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: "$") {
                var end = at + 1
                while end < bytes.count, isNamePart(bytes[end]) { end += 1 }
                let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
                result += Array(printer.text(of: parameters[name] ?? .null).utf8)
                at = end
                continue
            }
            result.append(byte)
            at += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
}
