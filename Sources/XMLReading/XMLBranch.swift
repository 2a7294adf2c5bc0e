import ImporterKit

/// A start tag as a value, and where it is collected, what the element holds.
public struct XMLBranch: Sendable {
    /// The name without its prefix.
    public let name: String
    /// The namespace, nil where there is none.
    public let namespace: String?
    /// Attributes without a namespace, in document order.
    public let attributes: [(name: String, value: String)]
    /// The tag's line, from 1.
    public let line: Int
    /// For `XMLDocument.place(ofTagAt:)`.
    public let offset: Int
    /// The elements within.
    public fileprivate(set) var children: [XMLBranch] = []
    /// The text within, that of the elements within included.
    public fileprivate(set) var text = XMLLines()

    /// Copies a tag.
    public init(_ tag: borrowing XMLTag<NoXMLNames>) {
        var attributes: [(name: String, value: String)] = []
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            if !attribute.hasNamespace {
                attributes.append((attribute.localName, attribute.value.text))
            }
        }
        self.attributes = attributes
        name = tag.localName
        namespace = tag.namespace
        line = tag.line
        offset = tag.offset
    }

    /// An attribute's value; nil where it is absent or empty.
    public subscript(_ name: String) -> String? {
        let value = attributes.first { $0.name == name }?.value
        return value?.isEmpty == false ? value : nil
    }

    /// The first child of a name.
    public func child(_ name: String) -> XMLBranch? { children.first { $0.name == name } }

    /// The children of a name.
    public func children(_ name: String) -> [XMLBranch] { children.filter { $0.name == name } }

    /// Calls with every element within, from the outside in, itself left out.
    public func visit(_ body: (XMLBranch) throws -> Void) rethrows {
        for child in children {
            try body(child)
            try child.visit(body)
        }
    }
}

/// Collects one element with all it holds out of a stream of events.
public struct XMLBranchBuilder: Sendable {
    private var open: [XMLBranch]

    /// Begins with the outermost element.
    public init(_ root: XMLBranch) { open = [root] }

    /// An element begins.
    public mutating func start(_ element: XMLBranch) { open.append(element) }

    /// Text comes.
    public mutating func append(_ text: Span<UInt8>) {
        for index in open.indices { open[index].text.append(text) }
    }

    /// An element ends; gives the outermost one when that does.
    public mutating func end() -> XMLBranch? {
        guard let done = open.popLast() else { return nil }
        guard !open.isEmpty else { return done }
        open[open.count - 1].children.append(done)
        return nil
    }
}
