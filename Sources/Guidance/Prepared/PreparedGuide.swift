import GraphModel
import GraphStore

/// A graph and all a guide needs to answer questions about it, as bytes that are quick to read.
///
/// Reading the graph's XML, the vocabulary and the saved queries takes longer than answering, so
/// a program that comes with fixed data keeps them in this form. It belongs to the very texts it
/// was made from, whose fingerprint is kept with it: it is never read beside others.
package struct PreparedGuide: Sendable {
    private let graphBytes: ArraySlice<UInt8>
    private let libraryBytes: ArraySlice<UInt8>

    /// Changes whenever the bytes mean something else.
    private static let formatVersion: UInt64 = 2

    /// Reads prepared data.
    ///
    /// - Returns: nil where they were made from other texts or by another version of the program.
    package init?(_ bytes: [UInt8], fingerprint: UInt64) {
        var reader = ByteReader(bytes)
        do {
            guard try reader.unsigned() == Self.formatVersion,
                try reader.unsigned() == fingerprint
            else { return nil }
            graphBytes = try reader.slice()
            libraryBytes = try reader.slice()
        } catch {
            return nil
        }
    }

    /// The graph.
    ///
    /// - Throws: `ByteReader.Malformed` where the bytes were spoilt.
    package func graph() throws -> BaseGraph { try BaseGraph(encoded: graphBytes) }

    func library() throws -> CompiledLibrary {
        var reader = ByteReader(libraryBytes)
        return try CompiledLibrary(from: &reader)
    }

    /// Prepares a graph, its saved queries and the words people ask with.
    ///
    /// - Returns: Bytes, the same for the same texts.
    package static func bytes(
        graph: BaseGraph, library: SavedQueryLibrary, vocabulary: Vocabulary, fingerprint: UInt64
    ) throws -> [UInt8] {
        var body = ByteWriter()
        try CompiledLibrary(
            library: library, vocabulary: vocabulary, view: GraphView(base: graph)
        ).store(in: &body)
        var writer = ByteWriter()
        try writer.unsigned(formatVersion)
        try writer.unsigned(fingerprint)
        try writer.array(try graph.encoded())
        try writer.array(body.bytes)
        return writer.bytes
    }
}

/// The fingerprint of texts in their order, by name and content.
package struct TextFingerprint: Sendable {
    /// The fingerprint of all texts taken in so far.
    package private(set) var value: UInt64 = 0

    /// The fingerprint of no text.
    package init() {}

    /// Takes in one text.
    package mutating func add(name: String, content: UnsafeRawBufferPointer) {
        for part in [Hashing.checksum(Array(name.utf8)), Hashing.checksum(content)] {
            value = value &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: Int64(part))
        }
    }
}
