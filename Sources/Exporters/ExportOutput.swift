/// Where exporters write: one file, or the named files of a folder.
package struct ExportOutput: Sendable {
    /// One file.
    package struct Part: Sendable {
        /// Its name in the folder; empty where it is the only one.
        package let name: String
        package fileprivate(set) var bytes: [UInt8] = []

        /// The content as text.
        package var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    package private(set) var parts: [Part] = []

    package init() {}

    /// The text of the first file.
    package var text: String { parts.first?.text ?? "" }

    /// Starts a file of a folder.
    mutating func begin(part name: String) {
        parts.append(Part(name: name))
    }

    mutating func write(_ text: String) {
        ensurePart()
        parts[parts.count - 1].bytes.append(contentsOf: text.utf8)
    }

    mutating func write(bytes: some Sequence<UInt8>) {
        ensurePart()
        parts[parts.count - 1].bytes.append(contentsOf: bytes)
    }

    /// Writes a text and a line feed.
    mutating func line(_ text: String) {
        write(text)
        write("\n")
    }

    private mutating func ensurePart() {
        if parts.isEmpty { parts.append(Part(name: "")) }
    }
}
