import CXMLStream
import GraphModel
import ImporterKit

#if canImport(Glibc)
    import Glibc
#endif

/// Reads XML files as streams of events.
public enum XMLReader {
    /// An element this deep is refused, the root being at depth 1.
    public static let depthLimit = 200

    /// Reads a file from start to end.
    ///
    /// - Throws: What the handler throws; else `MalformedXML`, `UndefinedEntity`,
    ///   `EntityExpansion`, `ExternalEntity`, `NestingTooDeep`, `UnsupportedEncoding` or
    ///   `EmptyFile` with its place.
    @inlinable
    public static func parse<Handler: XMLHandler>(
        _ file: InputFile, with handler: inout Handler
    ) throws {
        try XMLDocument(file).parse(with: &handler)
    }
}

extension XMLDocument {
    /// Reads the document from start to end; see `XMLReader.parse`.
    @inlinable
    public func parse<Handler: XMLHandler>(with handler: inout Handler) throws {
        let names = Array(Handler.Name.allCases)
        try withUnsafeMutablePointer(to: &handler) { handler in
            try names.withUnsafeBufferPointer { names in
                try withBytes { bytes in
                    guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
                    try XMLDriver(
                        start: { stream, tag in
                            let scan = XMLScan(stream: stream, base: base, document: self)
                            try handler.pointee.startElement(
                                XMLTag(tag, scan: scan, names: names))
                        },
                        end: { stream, tag in
                            let scan = XMLScan(stream: stream, base: base, document: self)
                            try handler.pointee.endElement(XMLTag(tag, scan: scan, names: names))
                        },
                        text: { text in try handler.pointee.characters(text.span) },
                        aside: { target, text in
                            if let target {
                                try handler.pointee.instruction(target: target.span, text.span)
                            } else {
                                try handler.pointee.comment(text.span)
                            }
                        }
                    ).run(self, bytes: bytes, names: names.map(\.rawValue))
                }
            }
        }
    }
}

/// Hands a parse's events to closures made for the handler's type, and keeps what they throw.
public final class XMLDriver {
    /// Takes a start or end tag.
    public typealias TagEvent = (
        OpaquePointer, UnsafePointer<xml_stream_tag>
    ) throws -> Void

    /// Takes a stretch of text.
    public typealias TextEvent = (UnsafeBufferPointer<UInt8>) throws -> Void
    /// Takes a comment, or a processing instruction with its target.
    public typealias AsideEvent = (
        UnsafeBufferPointer<UInt8>?, UnsafeBufferPointer<UInt8>
    ) throws -> Void

    private let start: TagEvent
    private let end: TagEvent
    private let text: TextEvent
    private let aside: AsideEvent
    private var failure: (any Error)?

    /// Holds the closures of one parse.
    public init(
        start: @escaping TagEvent, end: @escaping TagEvent, text: @escaping TextEvent,
        aside: @escaping AsideEvent
    ) {
        self.start = start
        self.end = end
        self.text = text
        self.aside = aside
    }

    /// Parses a document's bytes and throws what a closure threw or the parser refused.
    public func run(_ document: XMLDocument, bytes: UnsafeRawBufferPointer, names: [String]) throws
    {
        let copies = names.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let texts = copies.compactMap { UnsafePointer($0) }
        let bytes = bytes.bindMemory(to: UInt8.self)
        var fault = xml_stream_fault()
        var callbacks = callbacks
        let outcome = withExtendedLifetime(self) {
            xml_stream_parse(
                bytes.baseAddress, bytes.count, texts, texts.count,
                UInt32(XMLReader.depthLimit), &callbacks, &fault)
        }
        if let failure { throw failure }
        if outcome != XML_STREAM_DONE { throw XMLFault(outcome, fault, document).diagnostic }
    }

    /// The callbacks with this object as their context; it must outlive the parse.
    private var callbacks: xml_stream_handler {
        xml_stream_handler(
            context: Unmanaged.passUnretained(self).toOpaque(),
            start: { context, stream, tag in
                XMLDriver.withContext(context) { driver in try driver.start(stream, tag) }
            },
            end: { context, stream, tag in
                XMLDriver.withContext(context) { driver in try driver.end(stream, tag) }
            },
            text: { context, _, bytes, count in
                XMLDriver.withContext(context) { driver in
                    try driver.text(UnsafeBufferPointer(start: bytes, count: count))
                }
            },
            aside: { context, _, target, text in
                XMLDriver.withContext(context) { driver in
                    try driver.aside(target.map(XMLDriver.terminated), XMLDriver.terminated(text))
                }
            })
    }

    /// A text that ends in NUL, without it.
    private static func terminated(_ text: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text, count: strlen(text))
    }

    /// Runs an event; false where it threw, so that the parser stops.
    @inline(__always)
    private static func withContext(
        _ context: UnsafeMutableRawPointer?, _ body: (XMLDriver) throws -> Void
    ) -> Bool {
        guard let context else { return false }
        return Unmanaged<XMLDriver>.fromOpaque(context)._withUnsafeGuaranteedRef { driver in
            do {
                try body(driver)
                return true
            } catch {
                driver.failure = error
                return false
            }
        }
    }
}
