import GraphModel
import ImporterKit

/// An element as a value, for small documents that are easier read as a whole.
public struct XMLElement: Sendable {
    /// An attribute of an element.
    public struct Attribute: Sendable {
        /// The name without its prefix.
        public let name: String
        /// The namespace, nil where there is none.
        public let namespace: String?
        /// The value, entities replaced.
        public let value: String
    }

    /// What stands between an element's tags.
    public enum Content: Sendable {
        case element(XMLElement)
        case text(String)
    }

    /// The name without its prefix.
    public let name: String
    /// The prefix, nil where there is none.
    public let prefix: String?
    /// The namespace, nil where there is none.
    public let namespace: String?
    /// The attributes, in document order.
    public let attributes: [Attribute]
    /// Elements and text, in document order; comments are left out.
    public fileprivate(set) var content: [Content]
    /// Offset of the start tag in the document, for `XMLDocument.place(ofTagAt:)`.
    public let offset: Int
    /// The start tag's line, from 1.
    public let line: Int

    /// The elements directly within.
    public var children: [XMLElement] {
        content.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The text directly within, without white space at the ends and with single spaces within.
    public var text: String {
        var collected = XMLText()
        for case .text(let text) in content {
            var text = text
            text.withUTF8 { collected.append($0.span) }
        }
        return collected.normalized
    }

    /// The value of an attribute without a namespace, nil where it is absent.
    public subscript(_ name: String) -> String? {
        attributes.first { $0.name == name && $0.namespace == nil }?.value
    }

    /// The first child of a name, whatever its namespace.
    public func child(_ name: String) -> XMLElement? {
        for case .element(let element) in content where element.name == name { return element }
        return nil
    }

    /// The children of a name, whatever their namespace.
    public func children(_ name: String) -> [XMLElement] {
        var found: [XMLElement] = []
        for case .element(let element) in content where element.name == name {
            found.append(element)
        }
        return found
    }
}

/// Takes a document one element of the second level at a time.
public protocol XMLElementHandler {
    /// The outer element begins; its content is still empty.
    mutating func root(_ element: XMLElement) throws
    /// An element directly within the outer one, complete.
    mutating func child(_ element: XMLElement) throws
    /// Text directly within the outer element, white space included.
    mutating func text(_ text: String) throws
}

extension XMLElementHandler {
    /// Does nothing.
    public mutating func text(_ text: String) throws {}
}

extension XMLDocument {
    /// Reads the elements directly within the outer one, each as a value: a long file of records
    /// never is in memory as a whole.
    public func parseElements(with handler: inout some XMLElementHandler) throws {
        var builder = TreeBuilder(handler)
        defer { handler = builder.handler }
        try parse(with: &builder)
    }

    /// The outer element with all it holds.
    ///
    /// - Throws: What `parse` throws, and `DocumentTooLarge` above the limit: a tree takes many
    ///   times the room of its file.
    public func tree(byteLimit: Int = 64 << 20) throws -> XMLElement {
        let size = withBytes(\.count)
        guard size <= byteLimit else {
            throw Diagnostic(
                .resource, "DocumentTooLarge",
                "'\(file.name)' has \(size) bytes; a document of this kind may have \(byteLimit)",
                hint: "split it into several files")
        }
        var whole = WholeTree()
        try parseElements(with: &whole)
        guard var root = whole.root else { throw XMLFault.emptyFile(file.name) }
        root.content = whole.content
        return root
    }
}

/// Keeps everything.
private struct WholeTree: XMLElementHandler {
    var root: XMLElement?
    var content: [XMLElement.Content] = []

    mutating func root(_ element: XMLElement) { root = element }
    mutating func child(_ element: XMLElement) { content.append(.element(element)) }
    mutating func text(_ text: String) { content.append(.text(text)) }
}

/// Puts elements together and hands each over that stands directly within the outer one.
private struct TreeBuilder<Handler: XMLElementHandler>: XMLHandler {
    var handler: Handler
    private var open: [XMLElement] = []
    private var text = XMLText()

    init(_ handler: Handler) { self.handler = handler }

    mutating func startElement(_ tag: borrowing XMLTag<NoXMLNames>) throws {
        try endText()
        var attributes: [XMLElement.Attribute] = []
        for index in 0..<tag.attributeCount {
            let one = tag.attribute(at: index)
            attributes.append(
                XMLElement.Attribute(
                    name: one.localName, namespace: one.namespace, value: one.value.text))
        }
        open.append(
            XMLElement(
                name: tag.localName, prefix: tag.prefix, namespace: tag.namespace,
                attributes: attributes, content: [], offset: tag.offset, line: tag.line))
        if open.count == 1 { try handler.root(open[0]) }
    }

    mutating func endElement(_ tag: borrowing XMLTag<NoXMLNames>) throws {
        try endText()
        guard let done = open.popLast() else { return }
        switch open.count {
        case 0: break
        case 1: try handler.child(done)
        default: open[open.count - 1].content.append(.element(done))
        }
    }

    mutating func characters(_ stretch: Span<UInt8>) { text.append(stretch) }

    private mutating func endText() throws {
        defer { text.clear() }
        if text.isEmpty { return }
        if open.count > 1 {
            open[open.count - 1].content.append(.text(text.text))
        } else if open.count == 1 {
            try handler.text(text.text)
        }
    }
}
