import CXMLStream
import GraphModel
import ImporterKit

/// A compiled RELAX NG schema in XML syntax.
public struct RelaxNGSchema: ~Copyable {
    private let handle: OpaquePointer

    /// Compiles a schema.
    ///
    /// - Throws: `InvalidSchema` with its line, or what is wrong with its XML.
    public init(_ file: InputFile) throws {
        let document = try XMLDocument(file)
        guard xml_stream_set_up() else { throw XMLFault.libraryMissing }
        var fault = xml_stream_fault()
        let compiled = document.withBytes { bytes -> OpaquePointer? in
            guard let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return nil }
            return xml_schema_create(start, bytes.count, &fault)
        }
        guard let compiled else {
            let words = withUnsafeBytes(of: fault.message) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            throw Diagnostic(
                .data, "InvalidSchema", "'\(file.name)' is no valid RELAX NG schema",
                place: SourcePlace(file: file.name, line: max(1, Int(fault.line))),
                notes: words.isEmpty ? [] : ["the validator says: \(words)"])
        }
        handle = compiled
    }

    deinit { xml_schema_free(handle) }

    /// What a document does against the schema, one diagnostic a place, in document order.
    ///
    /// - Throws: What is wrong with its XML.
    public borrowing func faults(in document: XMLDocument) throws -> [Diagnostic] {
        // The validator builds a tree without our bounds: only what passed them gets there.
        var nothing = Unread()
        try document.parse(with: &nothing)
        let found = FaultList()
        let isRead = document.withBytes { bytes -> Bool in
            guard let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return false }
            return xml_schema_validate(
                handle, start, bytes.count, Unmanaged.passUnretained(found).toOpaque()
            ) { context, fault in
                guard let context else { return }
                Unmanaged<FaultList>.fromOpaque(context).takeUnretainedValue().faults
                    .append(SchemaFault(fault.pointee))
            }
        }
        guard isRead else {
            throw Diagnostic(
                .internalError, "ValidationFailed",
                "'\(document.file.name)' could not be checked against its schema")
        }
        return SchemaFault.mostTelling(of: found.faults).map { $0.diagnostic(in: document) }
    }
}

private struct Unread: XMLHandler {
    mutating func startElement(_ tag: borrowing XMLTag<NoXMLNames>) {}
}

private final class FaultList {
    var faults: [SchemaFault] = []
}

/// One of the validator's reports. A single mistake makes several, from the telling to the vague.
private struct SchemaFault {
    let code: Int
    let line: Int
    let element: String
    let parent: String
    let first: String
    let second: String

    init(_ fault: xml_schema_fault) {
        code = Int(fault.code)
        line = Int(fault.line)
        element = String(cString: fault.element)
        parent = String(cString: fault.parent)
        first = String(cString: fault.first)
        second = String(cString: fault.second)
    }

    /// The best report for each line.
    static func mostTelling(of faults: [SchemaFault]) -> [SchemaFault] {
        var best: [Int: SchemaFault] = [:]
        for fault in faults {
            if let held = best[fault.line], held.vagueness <= fault.vagueness { continue }
            best[fault.line] = fault
        }
        return best.values.sorted { $0.line < $1.line }
    }

    // Codes are those of libxml2's `relaxng.h`.
    private var vagueness: Int {
        switch code {
        case 27: 0
        case 3, 13, 38, 39, 12: 1
        case 22, 26, 32, 2: 2
        case 31, 24: 3
        default: 4
        }
    }

    func diagnostic(in document: XMLDocument) -> Diagnostic {
        Diagnostic(
            .data, "AgainstSchema", message, place: document.place(ofElement: subject, line: line),
            hint: hint)
    }

    /// The element to point at; where attributes are wrong the validator is already at a child.
    private var subject: String {
        switch code {
        case 24: first
        case 27: second
        default: element
        }
    }

    private var message: String {
        switch code {
        case 27: "the attribute '\(first)' does not belong in '\(second)', or its value is wrong"
        case 3: "'\(second)' is not a value of the kind '\(first)'"
        case 13: "'\(first)' is expected here, not '\(second)'"
        case 38, 12: "'\(first)' may not stand here\(inParent)"
        case 39: "text may not stand directly in '\(first)'"
        case 22: "'\(first)' is missing\(inElement)"
        case 26: "'\(second)' may not stand in '\(first)', or not at this place"
        case 32: "the value '\(first)' is not one of those allowed"
        case 24: "an attribute of '\(first)' is missing or wrong"
        default: "the content\(inElement) is incomplete or in the wrong order"
        }
    }

    private var hint: String {
        switch code {
        case 27, 24: "see the schema for the attributes '\(subject)' may have"
        default: "see the schema for what may stand in '\(parent.isEmpty ? element : parent)'"
        }
    }

    private var inElement: String { element.isEmpty ? "" : " in '\(element)'" }
    private var inParent: String { parent.isEmpty ? "" : " in '\(parent)'" }
}

extension XMLDocument {
    /// The place of an element whose start tag ends on a line: the validator knows no more.
    func place(ofElement name: String, line: Int) -> SourcePlace {
        let found = withBytes { bytes -> Int? in
            var ends = 0
            var at = 0
            var start = 0
            while at < bytes.count {
                if bytes[at] == UInt8(ascii: "\n") {
                    ends += 1
                    if ends == line { break }
                    start = at + 1
                }
                at += 1
            }
            let tag = Array("<\(name)".utf8)
            func isTag(_ position: Int) -> Bool {
                bytes[position...].starts(with: tag)
                    && (position + tag.count == bytes.count
                        || XMLMarkup.endsName(bytes[position + tag.count]))
            }
            return (start..<at).first(where: isTag)
                ?? (0..<start).last { bytes[$0] == UInt8(ascii: "<") && isTag($0) }
        }
        if let found, !name.isEmpty { return place(ofTagAt: found) }
        return SourcePlace(file: file.name, line: max(1, line))
    }
}
