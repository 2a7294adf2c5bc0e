import GraphModel
import ImporterKit

/// A document's outer element, for recognising a format.
public struct XMLRoot: Sendable, Equatable {
    /// The name without its prefix.
    public let localName: String
    /// The namespace, nil where there is none.
    public let namespace: String?
    /// The attributes without a namespace.
    public let attributes: [String: String]

    /// The outer element of a sample, nil where it is no XML or has not begun within the sample.
    public init?(_ sample: Sample) {
        let blank = sample.head.prefix(8).allSatisfy { $0 != UInt8(ascii: "<") }
        if blank, !sample.head.contains(UInt8(ascii: "<")) { return nil }
        let file = InputFile(name: sample.fileName, bytes: sample.head)
        var finder = RootFinder()
        // The sample ends in the middle; whether the root was met is all that counts.
        try? XMLReader.parse(file, with: &finder)
        guard let root = finder.root else { return nil }
        self = root
    }

    init(localName: String, namespace: String?, attributes: [String: String]) {
        self.localName = localName
        self.namespace = namespace
        self.attributes = attributes
    }
}

private struct RootFinder: XMLHandler {
    struct Found: Error {}

    var root: XMLRoot?

    mutating func startElement(_ tag: borrowing XMLTag<NoXMLNames>) throws {
        var attributes: [String: String] = [:]
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            if !attribute.hasNamespace { attributes[attribute.localName] = attribute.value.text }
        }
        root = XMLRoot(
            localName: tag.localName, namespace: tag.namespace, attributes: attributes)
        throw Found()
    }
}
