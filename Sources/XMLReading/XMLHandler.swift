/// The element and attribute names a handler tells apart, usually an enumeration of texts.
///
/// The reader numbers them once a document; telling them apart then costs no text comparison.
public protocol XMLName: RawRepresentable<String>, CaseIterable, Equatable, Sendable {}

/// For handlers that know no names beforehand.
public enum NoXMLNames: String, XMLName {
    case none = ""

    /// None.
    public static var allCases: [NoXMLNames] { [] }
}

/// Takes the events of a document, in document order.
///
/// A struct is best: its storage is reached without exclusivity checks. An error thrown ends the
/// parse and reaches the caller unchanged. What is lent out dies with the call.
///
///     struct EdgeCounter: XMLHandler {
///         enum Name: String, XMLName { case edge, source }
///         var count = 0
///
///         mutating func startElement(_ tag: borrowing XMLTag<Name>) throws {
///             guard tag.name == .edge else { return }
///             guard tag[.source] != nil else {
///                 throw Diagnostic(.data, "NoSource", "an edge lacks its source", place: tag.place)
///             }
///             count += 1
///         }
///     }
public protocol XMLHandler {
    /// The names it tells apart.
    associatedtype Name: XMLName = NoXMLNames

    /// An element begins; its attributes are complete.
    mutating func startElement(_ tag: borrowing XMLTag<Name>) throws
    /// An element ends; it has no attributes here.
    mutating func endElement(_ tag: borrowing XMLTag<Name>) throws
    /// A stretch of text, UTF-8; one text may come in several, cut at any byte.
    mutating func characters(_ text: Span<UInt8>) throws
    /// A comment, without its marks; also one before, in or after the document type or the root.
    mutating func comment(_ text: Span<UInt8>) throws
    /// A processing instruction; what follows its target may be empty.
    mutating func instruction(target: Span<UInt8>, _ data: Span<UInt8>) throws
}

extension XMLHandler {
    /// Does nothing.
    public mutating func endElement(_ tag: borrowing XMLTag<Name>) throws {}
    /// Does nothing.
    public mutating func characters(_ text: Span<UInt8>) throws {}
    /// Does nothing.
    public mutating func comment(_ text: Span<UInt8>) throws {}
    /// Does nothing.
    public mutating func instruction(target: Span<UInt8>, _ data: Span<UInt8>) throws {}
}
