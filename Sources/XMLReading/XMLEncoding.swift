import CXMLStream
import GraphModel
import ImporterKit

#if canImport(Glibc)
    import Glibc
#endif

/// How a document's bytes are to be read: by its byte order mark, then its XML declaration.
enum XMLEncoding: Equatable {
    /// UTF-8 after so many bytes of byte order mark.
    case utf8(skipping: Int)
    /// Another encoding, by the name its declaration gives, after a byte order mark.
    case other(String, skipping: Int)

    init(_ bytes: UnsafeRawBufferPointer) {
        let head = Array(bytes.prefix(4))
        if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8(skipping: 3)
        } else if head.starts(with: [0xFE, 0xFF]) {
            self = .other("UTF-16BE", skipping: 2)
        } else if head.starts(with: [0xFF, 0xFE]) {
            self = .other("UTF-16LE", skipping: 2)
        } else if head.starts(with: [0x00, 0x3C]) {
            self = .other("UTF-16BE", skipping: 0)
        } else if head.starts(with: [0x3C, 0x00]) {
            self = .other("UTF-16LE", skipping: 0)
        } else {
            self = Self.declared(in: bytes)
        }
    }

    /// By the declaration. One that claims UTF-16 in a text of single bytes cannot be meant.
    private static func declared(in bytes: UnsafeRawBufferPointer) -> XMLEncoding {
        let head = String(decoding: bytes.prefix(256), as: UTF8.self)
        guard head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>"),
            let name = pseudoAttribute("encoding", in: head[..<end.lowerBound])
        else { return .utf8(skipping: 0) }
        let upper = name.uppercased()
        if ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(upper) || upper.hasPrefix("UTF-16") {
            return .utf8(skipping: 0)
        }
        return .other(name, skipping: 0)
    }

    private static func pseudoAttribute(_ name: String, in text: Substring) -> String? {
        guard let found = text.firstRange(of: name) else { return nil }
        let rest = text[found.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\t" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }

    /// The text in UTF-8.
    static func convert(
        _ bytes: UnsafeRawBufferPointer, from name: String, skipping: Int, file: String
    ) throws -> FileContent {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[skipping...])
        guard let start = rest.baseAddress else { throw XMLFault.emptyFile(file) }
        guard xml_stream_set_up() else { throw XMLFault.libraryMissing }
        var count = 0
        var isKnown = false
        guard
            let text = xml_stream_to_utf8(
                name, start.assumingMemoryBound(to: UInt8.self), rest.count, &count, &isKnown)
        else {
            throw XMLFault.encoding(name, isKnown: isKnown, file: file)
        }
        defer { free(text) }
        return FileContent(bytes: Array(UnsafeBufferPointer(start: text, count: count)))
    }
}
