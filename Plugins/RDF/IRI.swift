#if canImport(Glibc)
    import Glibc
#endif

/// Resolves IRI references after RFC 3986, section 5: strictly, dots removed.
enum IRI {
    /// The parts of a reference; nil where a part is absent, which is not the same as empty.
    struct Parts {
        var scheme: Substring?
        var authority: Substring?
        var path: Substring
        var query: Substring?
        var fragment: Substring?

        init(_ text: String) {
            var rest = text[...]
            if let hash = rest.unicodeScalars.firstIndex(of: "#") {
                fragment = rest[rest.unicodeScalars.index(after: hash)...]
                rest = rest[..<hash]
            }
            if let mark = rest.unicodeScalars.firstIndex(of: "?") {
                query = rest[rest.unicodeScalars.index(after: mark)...]
                rest = rest[..<mark]
            }
            if let end = IRI.endOfScheme(rest) {
                scheme = rest[..<end]
                rest = rest[rest.unicodeScalars.index(after: end)...]
            }
            if rest.utf8.starts(with: "//".utf8) {
                let start = rest.utf8.index(rest.startIndex, offsetBy: 2)
                let end = rest[start...].unicodeScalars.firstIndex(of: "/") ?? rest.endIndex
                authority = rest[start..<end]
                rest = rest[end...]
            }
            path = rest
        }
    }

    /// Whether a text starts with a scheme, as absolute IRIs do.
    static func hasScheme(_ text: String) -> Bool { endOfScheme(text[...]) != nil }

    /// The IRI a reference means where `base` holds.
    static func resolve(_ reference: String, against base: String) -> String {
        let given = Parts(reference)
        if given.scheme != nil {
            return text(given.scheme, given.authority, withoutDots(given.path), given)
        }
        let base = Parts(base)
        if given.authority != nil {
            return text(base.scheme, given.authority, withoutDots(given.path), given)
        }
        if given.path.isEmpty {
            var whole = given
            whole.query = given.query ?? base.query
            return text(base.scheme, base.authority, String(base.path), whole)
        }
        if given.path.utf8.first == 0x2F {
            return text(base.scheme, base.authority, withoutDots(given.path), given)
        }
        return text(base.scheme, base.authority, withoutDots(merge(given.path, base)), given)
    }

    /// The `file:` IRI of a path; nil for standard input and the like.
    static func ofFile(_ name: String) -> String? {
        guard !name.isEmpty, !name.hasPrefix("<") else { return nil }
        var path = name
        if !name.hasPrefix("/") {
            guard let folder = getcwd(nil, 0) else { return nil }
            defer { free(folder) }
            path = String(cString: folder) + "/" + name
        }
        var result = Array("file://".utf8)
        for byte in path.utf8 {
            let isPlain =
                byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
                || byte >= 0x2D && byte <= 0x39 || byte == 0x5F || byte == 0x7E
            if isPlain {
                result.append(byte)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += ("%" + (digits.count < 2 ? "0" : "") + digits).utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The first character that no IRI may have, nil where there is none.
    static func firstForbidden(in text: String) -> Unicode.Scalar? {
        text.unicodeScalars.first { $0.value < 0x80 && isForbidden(UInt8($0.value)) }
    }

    /// Whether an ASCII character may stand in no IRI, not even escaped as N-Triples escapes.
    static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x3C, 0x3E, 0x22, 0x7B, 0x7D, 0x7C, 0x5E, 0x60, 0x5C: true
        default: false
        }
    }

    /// An ASCII character as a URI escapes it.
    static func percentEncoded(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }

    /// A character as a message names it.
    static func name(of scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x20: "a blank"
        case 0..<0x20: "a control character"
        default: "'\(scalar)'"
        }
    }

    fileprivate static func endOfScheme(_ text: Substring) -> Substring.Index? {
        let bytes = text.utf8
        guard let first = bytes.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else {
            return nil
        }
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x3A { return index }
            let isPart =
                byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
                || byte == 0x2B || byte == 0x2D || byte == 0x2E
            if !isPart { return nil }
        }
        return nil
    }

    private static func merge(_ path: Substring, _ base: Parts) -> Substring {
        if base.authority != nil, base.path.isEmpty { return "/" + path }
        guard let slash = base.path.unicodeScalars.lastIndex(of: "/") else { return path }
        return base.path[...slash] + path
    }

    /// The path without `.` and `..` segments.
    private static func withoutDots(_ path: Substring) -> String {
        guard path.utf8.contains(0x2E) else { return String(path) }
        let isRooted = path.utf8.first == 0x2F
        let segments = path.unicodeScalars.dropFirst(isRooted ? 1 : 0)
            .split(separator: "/", omittingEmptySubsequences: false).map(Substring.init)
        var kept: [Substring] = []
        for (at, segment) in segments.enumerated() {
            let isLast = at == segments.count - 1
            switch segment {
            case ".":
                if isLast { kept.append("") }
            case "..":
                if !kept.isEmpty { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return (isRooted ? "/" : "") + kept.joined(separator: "/")
    }

    private static func text(
        _ scheme: Substring?, _ authority: Substring?, _ path: String, _ parts: Parts
    ) -> String {
        var result = ""
        if let scheme { result += scheme + ":" }
        if let authority { result += "//" + authority }
        result += path
        if let query = parts.query { result += "?" + query }
        if let fragment = parts.fragment { result += "#" + fragment }
        return result
    }
}
