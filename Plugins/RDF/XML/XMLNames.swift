/// Names in XML and in RDF's vocabulary.
enum XMLNames {
    /// What RDF's namespace has, beside the members of containers.
    static let ofRDF: Set<String> = [
        "RDF", "Description", "ID", "about", "parseType", "resource", "li", "nodeID", "datatype",
        "Seq", "Bag", "Alt", "Statement", "Property", "XMLLiteral", "List", "langString", "HTML",
        "JSON", "PlainLiteral", "CompoundLiteral", "subject", "predicate", "object", "type",
        "value", "first", "rest", "nil", "language", "direction",
    ]

    /// Whether a name is one of a container's members: `_1`, `_2` and so on.
    static func isMember(_ name: String) -> Bool {
        let digits = name.utf8.dropFirst()
        return name.utf8.first == UInt8(ascii: "_") && !digits.isEmpty
            && digits.first != UInt8(ascii: "0")
            && digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    /// Whether a text is an `NCName`, a name without a colon.
    static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isStart(first) else { return false }
        return text.unicodeScalars.dropFirst().allSatisfy(isPart)
    }

    private static func isStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
            0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
            0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: isStart(scalar)
        }
    }
}
