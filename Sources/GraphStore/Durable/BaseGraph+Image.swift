import GraphModel

extension BaseGraph {
    /// The graph as bytes: the image graph files keep, without the file around it.
    package func encoded() throws(Diagnostic) -> [UInt8] {
        var writer = ByteWriter()
        try GraphImage.write(content, to: &writer)
        return writer.bytes
    }

    /// Reads what `encoded` gave.
    ///
    /// - Throws: `ByteReader.Malformed` where the parts do not fit together.
    package convenience init(encoded bytes: ArraySlice<UInt8>) throws {
        var reader = ByteReader(bytes)
        self.init(try GraphImage.read(&reader))
    }
}
