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
    public func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    /// The children of a name, whatever their namespace.
    public func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}

extension XMLDocument {
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
        var builder = TreeBuilder()
        try parse(with: &builder)
        guard let root = builder.root else { throw XMLFault.emptyFile(file.name) }
        return root
    }
}

private struct TreeBuilder: XMLHandler {
    var root: XMLElement?
    private var open: [XMLElement] = []
    private var text = XMLText()

    mutating func startElement(_ tag: borrowing XMLTag<NoXMLNames>) {
        endText()
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
    }

    mutating func endElement(_ tag: borrowing XMLTag<NoXMLNames>) {
        endText()
        guard let done = open.popLast() else { return }
        if open.isEmpty {
            root = done
        } else {
            open[open.count - 1].content.append(.element(done))
        }
    }

    mutating func characters(_ stretch: Span<UInt8>) { text.append(stretch) }

    private mutating func endText() {
        if !text.isEmpty, !open.isEmpty { open[open.count - 1].content.append(.text(text.text)) }
        text.clear()
    }
}
