import CXMLStream
import GraphModel
import ImporterKit

/// A parser's fault, put into words a person understands.
struct XMLFault {
    private let outcome: xml_stream_outcome
    private let fault: xml_stream_fault
    private let document: XMLDocument

    init(_ outcome: xml_stream_outcome, _ fault: xml_stream_fault, _ document: XMLDocument) {
        self.outcome = outcome
        self.fault = fault
        self.document = document
    }

    /// The fault as a diagnostic with its place.
    var diagnostic: Diagnostic {
        switch outcome {
        case XML_STREAM_TOO_DEEP:
            return make(
                "NestingTooDeep",
                "elements are nested \(XMLReader.depthLimit) deep, more than is allowed",
                hint: "check for an element that is opened again and again and never closed",
                at: tagStart)
        case XML_STREAM_ENTITY_EXPANSION:
            return make(
                "EntityExpansion", "entities make the document grow beyond what is allowed",
                hint: "write the text itself instead of entities that contain each other")
        case XML_STREAM_EXTERNAL_ENTITY:
            return make(
                "ExternalEntity", "the entity '\(first)' would read another file",
                hint: "external entities are never read: put the text into this file")
        case XML_STREAM_OUT_OF_MEMORY:
            return Diagnostic(
                .resource, "OutOfMemory", "not enough memory to read '\(document.file.name)'")
        case XML_STREAM_UNAVAILABLE:
            return XMLFault.libraryMissing
        default:
            return malformed
        }
    }

    static let libraryMissing = Diagnostic(
        .resource, "LibraryMissing", "XML cannot be read: the library libxml2 is not installed",
        hint: "apt-get install libxml2")

    static func emptyFile(_ name: String) -> Diagnostic {
        Diagnostic(
            .data, "EmptyFile", "the file is empty",
            place: SourcePlace(file: name, line: 1, column: 1),
            hint: "an XML file has at least one element")
    }

    static func encoding(_ name: String, isKnown: Bool, file: String) -> Diagnostic {
        Diagnostic(
            .data, "UnsupportedEncoding",
            isKnown
                ? "the text is not in the encoding '\(name)' it claims to be in"
                : "the encoding '\(name)' is not known",
            place: SourcePlace(file: file, line: 1, column: 1), hint: "save the file as UTF-8")
    }

    // MARK: - Parts

    private var first: String { text(of: fault.first) }
    private var second: String { text(of: fault.second) }
    private var offset: Int { Int(fault.offset) }

    private func text<Tuple>(of tuple: Tuple) -> String {
        withUnsafeBytes(of: tuple) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    /// The `<` before the fault.
    private var tagStart: Int {
        document.withBytes { bytes in
            let end = min(offset, bytes.count)
            return bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end
        }
    }

    private func make(
        _ code: String, _ message: String, hint: String? = nil, at place: Int? = nil,
        notes: [String] = []
    ) -> Diagnostic {
        let start = place ?? offset
        return Diagnostic(
            .data, code, message,
            place: start == tagStart
                ? document.place(ofTagAt: start) : document.place(at: start),
            hint: hint, notes: notes)
    }

    private func malformed(
        _ message: String, hint: String? = nil, at place: Int? = nil
    ) -> Diagnostic {
        make("MalformedXML", message, hint: hint, at: place)
    }

    // MARK: - What is not well formed

    /// Codes are those of libxml2's `xmlerror.h`, unchanged since its first release.
    private var malformed: Diagnostic {
        if let diagnostic = wrongBytes { return diagnostic }
        return wrongStructure ?? wrongAttribute ?? wrongText ?? other
    }

    /// Bytes that are no UTF-8, or characters XML does not have.
    private var wrongBytes: Diagnostic? {
        guard fault.code == 9 || fault.code == 81 || fault.code == 32 else { return nil }
        let wrong = document.withBytes { bytes in
            (bytes.indices.contains(offset)) ? bytes[offset] : 0
        }
        if wrong >= 0x80 {
            return make(
                "UnsupportedEncoding",
                "byte \(wrong.hexadecimal) is not UTF-8, and the file declares no other encoding",
                hint: "save the file as UTF-8, or begin it with "
                    + "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>")
        }
        return malformed(
            "the character \(wrong.hexadecimal) may not stand in XML",
            hint: "remove it; it is usually left over from a conversion")
    }

    private var wrongStructure: Diagnostic? {
        switch fault.code {
        case 4:
            return malformed(
                "this is not XML: it does not begin with '<'", at: firstInk)
        case 5:
            return malformed(
                "something follows the end of the document's one outer element",
                hint: "an XML file has one outer element that encloses everything else")
        case 76:
            return malformed(
                "'</\(second)>' stands where '<\(first)>' from line \(fault.other_line) is still "
                    + "open",
                hint: "close it with '</\(first)>' first, or correct the name", at: tagStart)
        case 77:
            return malformed(
                "the file ends, and '<\(first)>' from line \(fault.other_line) is still open",
                hint: "add '</\(first)>'; if that is not all, the end of the file may be missing")
        case 73:
            return malformed("a tag is not closed with '>'", at: tagStart)
        case 68:
            return afterAmpersand
                ? malformed("'&' stands alone", hint: "write '&amp;'")
                : malformed(
                    "a name is expected after '<'",
                    hint: "where the character itself is meant, write '&lt;'")
        case 64:
            return malformed(
                "'<?xml' stands after the beginning of the file",
                hint: "remove the blanks or lines before it")
        case 45: return malformed("a comment is not closed with '-->'")
        case 80: return malformed("'--' may not stand within a comment")
        case 63: return malformed("a '<![CDATA[' is not closed with ']]>'")
        case 47: return malformed("a '<?' is not closed with '?>'")
        default: return nil
        }
    }

    private var wrongAttribute: Diagnostic? {
        switch fault.code {
        case 38:
            return malformed("'<' stands in the value of an attribute", hint: "write '&lt;'")
        case 39:
            return malformed(
                "the value of an attribute is not in quotation marks",
                hint: "write name=\"value\"")
        case 40:
            return malformed("the value of an attribute lacks its closing quotation mark")
        case 41:
            return malformed("the attribute '\(first)' has no value", hint: "write name=\"value\"")
        case 42:
            return malformed("the attribute '\(first)' stands twice in one tag", at: tagStart)
        case 65:
            return malformed("a space is missing between two attributes")
        case 201:
            return malformed(
                "the prefix '\(first)' of '\(second)' is not declared",
                hint: "add xmlns:\(first)=\"…\" to the element or one around it", at: tagStart)
        default: return nil
        }
    }

    private var wrongText: Diagnostic? {
        switch fault.code {
        case 26, 27:
            return make(
                "UndefinedEntity", "'&\(first);' is not defined",
                hint: "write the character itself, or its number as in '&#160;'")
        case 23:
            return malformed(
                "'&' begins a reference that lacks its ';'",
                hint: "where the character itself is meant, write '&amp;'")
        case 8, 6, 7:
            return malformed("'&#…;' names no character XML has")
        case 62:
            return malformed("']]>' may not stand in text", hint: "write ']]&gt;'")
        case 110, 1:
            return malformed("a name, value or text is longer than the parser allows")
        default: return nil
        }
    }

    /// The rare rest: the library's words, but only as a note.
    private var other: Diagnostic {
        var diagnostic = malformed("the XML is not well formed here")
        let words = text(of: fault.message)
        if !words.isEmpty { diagnostic.notes = ["the parser says: \(words)"] }
        return diagnostic
    }

    private var firstInk: Int {
        document.withBytes { $0.firstIndex { !isXMLSpace($0) } ?? 0 }
    }

    private var afterAmpersand: Bool {
        document.withBytes { bytes in
            offset > 0 && offset <= bytes.count && bytes[offset - 1] == UInt8(ascii: "&")
        }
    }
}

extension UInt8 {
    /// As `0xE5`.
    var hexadecimal: String {
        let digits = String(self, radix: 16, uppercase: true)
        return "0x\(digits.count < 2 ? "0" : "")\(digits)"
    }
}
