import GraphModel

/// All saved queries, by name.
package struct SavedQueryLibrary: Sendable {
    /// The queries, ascending by name.
    package let queries: [SavedQuery]

    /// A library of these queries.
    package init(_ queries: [SavedQuery]) {
        self.queries = queries.sorted { $0.name < $1.name }
    }

    /// Reads the library from the texts of its files.
    ///
    /// - Throws: The first fault of a header, with its place.
    package init(files: [(name: String, text: String)]) throws {
        self.init(try files.map { try SavedQueryParser.parse($0.text, file: $0.name) })
    }

    /// The query of a name.
    package func query(named name: String) -> SavedQuery? {
        queries.first { $0.name == name }
    }

    /// Names near a mistyped one.
    package func suggestions(for name: String) -> [String] {
        NearNames.suggestions(for: name, among: queries.map(\.name))
    }
}
