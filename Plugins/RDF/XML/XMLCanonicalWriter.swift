import XMLReading

/// Writes the events of an XML literal as exclusive canonical XML, with comments.
///
/// Each element declares the namespaces its own name and attributes use, unless one around it
/// within the literal has declared the same.
struct XMLCanonicalWriter {
    private struct Declaration {
        let prefix: String
        let namespace: String
    }

    private var bytes: [UInt8] = []
    private var declared: [Declaration] = []
    /// How many declarations held before each open element.
    private var outer: [Int] = []

    /// How many elements are open.
    var depth: Int { outer.count }

    /// What has been written.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func start<Name: XMLName>(_ tag: borrowing XMLTag<Name>) {
        outer.append(declared.count)
        put("<")
        putName(tag.prefix, tag.localName)
        putDeclarations(tag)
        putAttributes(tag)
        put(">")
    }

    mutating func end<Name: XMLName>(_ tag: borrowing XMLTag<Name>) {
        if let count = outer.popLast() { declared.removeLast(declared.count - count) }
        put("</")
        putName(tag.prefix, tag.localName)
        put(">")
    }

    mutating func text(_ text: Span<UInt8>) {
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "&"): put("&amp;")
            case UInt8(ascii: "<"): put("&lt;")
            case UInt8(ascii: ">"): put("&gt;")
            case 0x0D: put("&#xD;")
            case let byte: bytes.append(byte)
            }
        }
    }

    mutating func comment(_ text: Span<UInt8>) {
        put("<!--")
        put(text)
        put("-->")
    }

    mutating func instruction(target: Span<UInt8>, _ data: Span<UInt8>) {
        put("<?")
        put(target)
        if !data.isEmpty {
            put(" ")
            put(data)
        }
        put("?>")
    }

    // MARK: - Namespaces and attributes

    private mutating func putDeclarations<Name: XMLName>(_ tag: borrowing XMLTag<Name>) {
        var used = [Declaration(prefix: tag.prefix ?? "", namespace: tag.namespace ?? "")]
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            guard let prefix = attribute.prefix, !used.contains(where: { $0.prefix == prefix })
            else { continue }
            used.append(Declaration(prefix: prefix, namespace: attribute.namespace ?? ""))
        }
        used.sort { Self.precedes($0.prefix, $1.prefix) }
        for one in used where one.prefix != "xml" {
            let holding = declared.last { $0.prefix == one.prefix }?.namespace ?? ""
            if holding == one.namespace { continue }
            put(one.prefix.isEmpty ? " xmlns=\"" : " xmlns:\(one.prefix)=\"")
            putValue(one.namespace)
            put("\"")
            declared.append(one)
        }
    }

    private mutating func putAttributes<Name: XMLName>(_ tag: borrowing XMLTag<Name>) {
        var order: [(index: Int, namespace: String, name: String)] = []
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            order.append((index, attribute.namespace ?? "", attribute.localName))
        }
        order.sort {
            $0.namespace == $1.namespace
                ? Self.precedes($0.name, $1.name) : Self.precedes($0.namespace, $1.namespace)
        }
        for (index, _, name) in order {
            let attribute = tag.attribute(at: index)
            put(" ")
            putName(attribute.prefix, name)
            put("=\"")
            putValue(attribute.value.text)
            put("\"")
        }
    }

    private mutating func putName(_ prefix: String?, _ localName: String) {
        if let prefix {
            put(prefix)
            put(":")
        }
        put(localName)
    }

    private mutating func putValue(_ value: String) {
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "&"): put("&amp;")
            case UInt8(ascii: "<"): put("&lt;")
            case UInt8(ascii: "\""): put("&quot;")
            case 0x09: put("&#x9;")
            case 0x0A: put("&#xA;")
            case 0x0D: put("&#xD;")
            default: bytes.append(byte)
            }
        }
    }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func put(_ text: Span<UInt8>) {
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
