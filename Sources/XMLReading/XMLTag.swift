import CXMLStream
import GraphModel

/// What a tag needs of the parse it belongs to; trivial to copy.
public struct XMLScan {
    let stream: OpaquePointer
    let base: UnsafePointer<UInt8>
    let document: Unmanaged<XMLDocument>

    /// Takes what a parse keeps alive until its end.
    public init(stream: OpaquePointer, base: UnsafePointer<UInt8>, document: XMLDocument) {
        self.stream = stream
        self.base = base
        self.document = .passUnretained(document)
    }
}

/// A start or end tag, lent out for the length of one event.
public struct XMLTag<Name: XMLName>: ~Copyable, ~Escapable {
    @usableFromInline let raw: UnsafePointer<xml_stream_tag>
    @usableFromInline let scan: XMLScan
    @usableFromInline let names: UnsafeBufferPointer<Name>
    /// Which of the handler's names the element has, whatever its namespace; nil for another.
    public let name: Name?

    /// Wraps a tag that C lends out.
    @inlinable
    @_lifetime(borrow raw)
    public init(
        _ raw: UnsafePointer<xml_stream_tag>, scan: XMLScan, names: UnsafeBufferPointer<Name>
    ) {
        self.raw = raw
        self.scan = scan
        self.names = names
        let number = Int(raw.pointee.number)
        name = number < 0 ? nil : names[number]
    }

    /// The name without its prefix.
    public var localName: String { String(cString: raw.pointee.name) }
    /// The prefix, nil where there is none.
    public var prefix: String? { raw.pointee.prefix.map { String(cString: $0) } }
    /// The namespace, nil where there is none.
    public var namespace: String? { raw.pointee.uri.map { String(cString: $0) } }

    /// Whether the element is in this namespace.
    public func isIn(_ namespace: StaticString) -> Bool {
        terminated(raw.pointee.uri, equals: namespace)
    }

    // MARK: - Attributes

    /// Number of attributes; namespace declarations are not among them.
    public var attributeCount: Int { Int(raw.pointee.attribute_count) }

    /// The attribute at a position, in document order.
    @_lifetime(copy self)
    public func attribute(at index: Int) -> XMLAttribute<Name> {
        precondition(index >= 0 && index < attributeCount, "attribute out of range")
        return _overrideLifetime(
            XMLAttribute(raw, at: index, names: names), copying: self)
    }

    /// The value of an attribute without a namespace, nil where it is absent.
    public subscript(_ wanted: Name) -> Span<UInt8>? {
        @_lifetime(copy self)
        get {
            for index in 0..<attributeCount {
                let attribute = attribute(at: index)
                if attribute.name == wanted, !attribute.hasNamespace { return attribute.value }
            }
            return nil
        }
    }

    /// The value of an attribute in a namespace (none where nil), nil where it is absent.
    @_lifetime(copy self)
    public func value(of localName: String, in namespace: String? = nil) -> Span<UInt8>? {
        for index in 0..<attributeCount {
            let attribute = attribute(at: index)
            if attribute.localName == localName, attribute.namespace == namespace {
                return attribute.value
            }
        }
        return nil
    }

    /// The value of an attribute without a namespace as text, nil where it is absent.
    public func text(_ wanted: Name) -> String? { self[wanted]?.text }

    /// The namespaces this tag declares: prefix (nil for the default one) and address.
    public var declaredNamespaces: [(prefix: String?, namespace: String)] {
        guard let all = raw.pointee.namespaces else { return [] }
        return (0..<Int(raw.pointee.namespace_count)).map { index in
            (
                all[2 * index].map { String(cString: $0) },
                all[2 * index + 1].map { String(cString: $0) } ?? ""
            )
        }
    }

    // MARK: - Where it stands

    /// Offset of the tag's `<` in the document's text; `XMLDocument.place(at:)` takes it.
    public var offset: Int {
        var at = xml_stream_offset(scan.stream)
        while at > 0 {
            at -= 1
            if scan.base[at] == UInt8(ascii: "<") { break }
        }
        return at
    }

    /// Where the parser stands behind the tag's name and attributes: cheaper than `offset`, for
    /// `XMLDocument.place(ofTagBefore:)`.
    public var mark: Int { xml_stream_offset(scan.stream) }

    /// The line of the tag's `<`, from 1. Cheap: it does not count from the start.
    public var line: Int {
        if raw.pointee.line > 0 { return Int(raw.pointee.line) }
        var line = Int(xml_stream_line(scan.stream))
        var at = xml_stream_offset(scan.stream)
        while at > 0 {
            at -= 1
            if scan.base[at] == UInt8(ascii: "<") { break }
            if scan.base[at] == UInt8(ascii: "\n") { line -= 1 }
        }
        return line
    }

    /// The place of the tag's name, for a message.
    public var place: SourcePlace {
        scan.document._withUnsafeGuaranteedRef { $0.place(ofTagAt: offset) }
    }

    /// The place of an attribute's value, or of the tag where the attribute is absent.
    public func place(of attribute: String) -> SourcePlace {
        scan.document._withUnsafeGuaranteedRef { $0.place(of: attribute, inTagAt: offset) }
    }

    /// The place of an attribute's value, or of the tag where the attribute is absent.
    public func place(of attribute: Name) -> SourcePlace { place(of: attribute.rawValue) }
}

/// An attribute of a start tag, lent out with it.
public struct XMLAttribute<Name: XMLName>: ~Escapable {
    let raw: UnsafeBufferPointer<UnsafePointer<UInt8>?>
    /// Which of the handler's names it has, whatever its namespace; nil for another.
    public let name: Name?

    @_lifetime(borrow tag)
    init(
        _ tag: UnsafePointer<xml_stream_tag>, at index: Int, names: UnsafeBufferPointer<Name>
    ) {
        raw = UnsafeBufferPointer(start: tag.pointee.attributes.map { $0 + 5 * index }, count: 5)
        let number =
            if let known = tag.pointee.attribute_numbers {
                known[index]
            } else {
                raw[0].map { xml_stream_name_number(tag.pointee.names, $0) } ?? -1
            }
        name = number < 0 ? nil : names[Int(number)]
    }

    /// The name without its prefix.
    public var localName: String { raw[0].map { String(cString: $0) } ?? "" }
    /// The prefix, nil where there is none.
    public var prefix: String? { raw[1].map { String(cString: $0) } }
    /// The namespace, nil where there is none.
    public var namespace: String? { raw[2].map { String(cString: $0) } }
    /// Whether it has a namespace.
    public var hasNamespace: Bool { raw[2] != nil }

    /// Whether it is in this namespace.
    public func isIn(_ namespace: StaticString) -> Bool { terminated(raw[2], equals: namespace) }

    /// The value, UTF-8, entities replaced.
    public var value: Span<UInt8> {
        @_lifetime(copy self)
        get {
            guard let start = raw[3], let end = raw[4] else {
                return _overrideLifetime(
                    UnsafeBufferPointer<UInt8>(start: nil, count: 0).span, copying: self)
            }
            let bytes = UnsafeBufferPointer(start: start, count: end - start)
            return _overrideLifetime(bytes.span, copying: self)
        }
    }
}

func terminated(_ text: UnsafePointer<UInt8>?, equals wanted: StaticString) -> Bool {
    guard let text else { return wanted.utf8CodeUnitCount == 0 }
    for at in 0..<wanted.utf8CodeUnitCount where text[at] != wanted.utf8Start[at] { return false }
    return text[wanted.utf8CodeUnitCount] == 0
}
