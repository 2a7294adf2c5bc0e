import GraphModel
import ImporterKit

/// The importers a program has, and the choice among them.
package struct ImporterRegistry: Sendable {
    /// The importers, in the order they were registered.
    package private(set) var importers: [any Importer] = []

    /// Registers the importers.
    ///
    /// - Precondition: every name occurs once and every API version is one this program speaks.
    package init(_ importers: [any Importer] = []) {
        for importer in importers { register(importer) }
    }

    /// Adds an importer; one of the same name gives way.
    package mutating func register(_ importer: any Importer) {
        importers.removeAll { $0.descriptor.name == importer.descriptor.name }
        importers.append(importer)
    }

    /// The importer with a name.
    ///
    /// - Throws: `UnknownImporter`, with the nearest names.
    package func importer(named name: String) throws(Diagnostic) -> any Importer {
        if let found = importers.first(where: { $0.descriptor.name == name }) { return found }
        let names = importers.map(\.descriptor.name)
        let near = NearNames.suggestions(for: name, among: names).first
        throw Diagnostic(
            .usage, "UnknownImporter", "there is no importer '\(name)'",
            hint: near.map { "did you mean '\($0)'?" }
                ?? "the importers are \(names.sorted().joined(separator: ", "))")
    }

    /// The importer for a file: the one most sure of its content, then the one that knows its
    /// name's ending.
    ///
    /// - Throws: `UnknownFormat` or `AmbiguousFormat`.
    package func choose(
        for sample: Sample, named name: String
    ) throws(Diagnostic) -> any Importer {
        let rated = importers.map { (importer: $0, likelihood: $0.likelihood(of: sample)) }
        let best = rated.map(\.likelihood).max() ?? .no
        var candidates = rated.filter { $0.likelihood == best && best > .no }.map(\.importer)
        if candidates.count > 1 {
            let named = candidates.filter {
                $0.descriptor.extensions.contains(sample.fileExtension)
            }
            if !named.isEmpty { candidates = named }
        }
        if candidates.count == 1 { return candidates[0] }
        let names = candidates.map(\.descriptor.name).sorted()
        if candidates.isEmpty { throw unknown(sample, name) }
        throw Diagnostic(
            .data, "AmbiguousFormat",
            "'\(name)' could be \(names.map { "'\($0)'" }.joined(separator: " or "))",
            place: SourcePlace(file: name, line: 1),
            hint: "name the importer with --importer, as in --importer \(names[0])")
    }

    private func unknown(_ sample: Sample, _ name: String) -> Diagnostic {
        let what = sample.head.isEmpty ? "'\(name)' is empty" : "'\(name)' is of no known format"
        let names = importers.map(\.descriptor.name).sorted().joined(separator: ", ")
        return Diagnostic(
            .data, "UnknownFormat", what, place: SourcePlace(file: name, line: 1),
            hint: "the importers are \(names); name one with --importer")
    }

    /// The importer that takes a folder as one graph, nil where each file goes its own way.
    package func chooseFolder(_ fileNames: [String]) -> (any Importer)? {
        let rated = importers.filter(\.descriptor.readsFolders)
            .map { (importer: $0, likelihood: $0.likelihood(ofFolder: fileNames)) }
        guard let best = rated.map(\.likelihood).max(), best >= .likely else { return nil }
        return rated.first { $0.likelihood == best }?.importer
    }
}
