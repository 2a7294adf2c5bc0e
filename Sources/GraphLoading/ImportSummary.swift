import GraphModel
import GraphStore

/// What an import found, for `inspect` and for the report of `import`.
package struct ImportSummary: Sendable {
    /// A name and how often it occurs.
    package struct Tally: Sendable, Equatable {
        /// The label or type.
        package let name: String
        /// How many nodes or relationships have it.
        package let count: Int

        /// Creates a tally.
        package init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// The importers that read, in order, each once; several are joined by `, `.
    package var importer = ""
    /// Number of nodes.
    package var nodes = 0
    /// Number of relationships; an undirected edge is one.
    package var edges = 0
    /// Number of distinct RDF statements; nil where no file was RDF.
    package var triples: Int?
    /// The labels with counts, by name.
    package var labels: [Tally] = []
    /// The relationship types with counts, by name.
    package var types: [Tally] = []
    /// What was reported, in order.
    package var diagnostics: [Diagnostic] = []
    /// How many facts were left out because something was wrong with them.
    package var skipped = 0

    /// Creates an empty summary.
    package init() {}

    /// The first error, if any was reported.
    package var firstError: Diagnostic? { diagnostics.first { $0.severity == .error } }
}

/// An import that was refused; nothing of it is kept.
package struct ImportFailure: Error {
    /// What was found until then; at least one diagnostic is an error.
    package let summary: ImportSummary

    /// The first error.
    package var diagnostic: Diagnostic {
        summary.firstError
            ?? Diagnostic(.internalError, "ImportFailed", "the import failed without a reason")
    }
}

extension ImportSummary {
    /// Counts what a graph holds.
    mutating func count(_ graph: BaseGraph) {
        let view = GraphView(base: graph)
        nodes = graph.nodeCount
        edges = graph.relationshipCount
        labels = view.allLabels.sorted().map { name in
            Tally(name: name, count: view.labelID(name).map(graph.nodeCount(label:)) ?? 0)
        }
        types = view.allTypes.sorted().map { name in
            Tally(name: name, count: view.typeID(name).map(graph.relationshipCount(type:)) ?? 0)
        }
    }
}
