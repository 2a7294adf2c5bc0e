import CXMLStream
import GraphModel
import ImporterKit

/// An XML file made ready for the parser: UTF-8, without a byte order mark.
///
/// Offsets are byte offsets into that text. Places are worked out only when asked for.
public final class XMLDocument: Sendable {
    /// The file as given.
    public let file: InputFile
    let content: FileContent
    let skipped: Int

    /// Finds out the file's encoding and converts it where it is not UTF-8.
    ///
    /// - Throws: `EmptyFile` or `UnsupportedEncoding`.
    public init(_ file: InputFile) throws {
        self.file = file
        let encoding = file.content.withBytes { XMLEncoding($0) }
        switch encoding {
        case .utf8(let skipped):
            content = file.content
            self.skipped = skipped
        case .other(let name, let skipped):
            content = try file.content.withBytes {
                try XMLEncoding.convert($0, from: name, skipping: skipped, file: file.name)
            }
            self.skipped = 0
        }
        if withBytes({ $0.allSatisfy(isXMLSpace) }) { throw XMLFault.emptyFile(file.name) }
    }

    /// Lends the text's bytes.
    public func withBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try content.withBytes { try body(UnsafeRawBufferPointer(rebasing: $0[skipped...])) }
    }

    // MARK: - Places

    /// The place of an offset: line, column in characters, the whole line; `length` in bytes.
    ///
    /// - Complexity: O(offset); lines are counted from the start.
    public func place(at offset: Int, length: Int = 1) -> SourcePlace {
        InputFile(name: file.name, content: content).place(at: offset + skipped, length: length)
    }

    /// The place of the name of the tag whose `<` is at an offset.
    public func place(ofTagAt offset: Int) -> SourcePlace {
        let end = withBytes { bytes in
            var end = min(max(offset, 0) + 1, bytes.count)
            while end < bytes.count, !XMLMarkup.endsName(bytes[end]) { end += 1 }
            return end
        }
        return place(at: offset, length: end - offset)
    }

    /// The place of the name of the tag that has a `mark`.
    public func place(ofTagBefore mark: Int) -> SourcePlace { place(ofTagAt: offset(of: mark)) }

    /// The place of an attribute's value in the tag that has a `mark`; of the tag where the
    /// attribute is absent.
    public func place(of attribute: String, inTagBefore mark: Int) -> SourcePlace {
        place(of: attribute, inTagAt: offset(of: mark))
    }

    /// The `<` before a mark; none stands within a tag.
    private func offset(of mark: Int) -> Int {
        withBytes { bytes in
            bytes[..<min(max(mark, 0), bytes.count)].lastIndex(of: UInt8(ascii: "<")) ?? 0
        }
    }

    /// The place of an attribute's value in the tag whose `<` is at an offset; of the tag where
    /// the attribute is absent.
    public func place(of attribute: String, inTagAt offset: Int) -> SourcePlace {
        let found = withBytes { XMLMarkup.value(of: attribute, in: $0, tagAt: offset) }
        guard let found else { return place(ofTagAt: offset) }
        return place(at: found.lowerBound, length: found.count)
    }
}

/// A look at raw markup, for places only; the document has been parsed, or its fault is known.
enum XMLMarkup {
    /// Whether a byte ends a tag's or an attribute's name.
    static func endsName(_ byte: UInt8) -> Bool {
        isXMLSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=")
            || (byte == UInt8(ascii: "/"))
    }

    /// The byte range of an attribute's value without its quotes.
    static func value(
        of attribute: String, in bytes: UnsafeRawBufferPointer, tagAt offset: Int
    ) -> Range<Int>? {
        var at = max(offset, 0) + 1
        func skip(while condition: (UInt8) -> Bool) {
            while at < bytes.count, condition(bytes[at]) { at += 1 }
        }
        skip { !endsName($0) }
        while at < bytes.count {
            skip(while: isXMLSpace)
            let start = at
            skip { !endsName($0) }
            guard at > start else { return nil }
            let isWanted = bytes[start..<at].elementsEqual(attribute.utf8)
            skip { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ">") }
            guard at < bytes.count, bytes[at] != UInt8(ascii: ">") else { return nil }
            let quote = bytes[at]
            at += 1
            let valueStart = at
            skip { $0 != quote }
            if isWanted { return valueStart..<at }
            at += 1
        }
        return nil
    }
}
