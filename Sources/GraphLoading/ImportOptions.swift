import GraphModel

/// How to read and what to do about faults.
package struct ImportOptions: Sendable {
    /// What a fault in the data leads to.
    package enum ErrorPolicy: String, Sendable, CaseIterable {
        /// Nothing is imported.
        case stop
        /// What is wrong is left out and reported.
        case skip
    }

    /// The importer to use; nil to choose by the content.
    package var importer: String?
    /// Settings for the importers, checked against what they understand.
    package var settings: [String: String] = [:]
    /// What a fault leads to.
    package var onError = ErrorPolicy.stop
    /// Whether every fact keeps the file and line it was read from, as its `sources`.
    package var keepsSources = true
    /// The property in which every node and relationship also keeps the file and line it was read
    /// from where it names sources of its own; nil to keep none.
    package var placesKey: String?
    /// How many diagnostics of each severity are kept; with `stop`, reading ends there.
    package var diagnosticLimit = 100
    /// The most bytes a compressed file or standard input may come to.
    package var contentLimit = 4 << 30
    /// Called with the N-Triples line of each RDF statement, in the order read.
    package var onStatement: (@Sendable (String) -> Void)?
    /// Called now and then with the bytes done and the bytes there are.
    package var onProgress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
    /// Asked now and then whether to stop.
    package var isCancelled: (@Sendable () -> Bool)?

    /// The defaults.
    package init() {}
}
