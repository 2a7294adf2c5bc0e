import GraphModel
import ImporterKit

/// Importers that are looked for only where the registered ones do not settle who reads a file:
/// asking a program who it is takes time.
package struct FurtherImporters: Sendable {
    /// Those that can be used.
    package let importers: [any Importer]
    /// Why others cannot, one sentence each.
    package let faults: [String]

    /// Holds what was found.
    package init(importers: [any Importer] = [], faults: [String] = []) {
        self.importers = importers
        self.faults = faults
    }
}

/// The importers a program has, and the choice among them.
package struct ImporterRegistry: Sendable {
    /// The importers, in the order they were registered.
    package private(set) var importers: [any Importer] = []
    /// Looks for more, the same each time.
    private let further: @Sendable () -> FurtherImporters

    /// Registers the importers.
    ///
    /// - Parameter further: looks for more where these are not enough.
    /// - Precondition: every name occurs once and every API version is one this program speaks.
    package init(
        _ importers: [any Importer] = [],
        further: @escaping @Sendable () -> FurtherImporters = { FurtherImporters() }
    ) {
        self.further = further
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
        let more = further()
        let all = importers + more.importers
        if let found = all.first(where: { $0.descriptor.name == name }) { return found }
        let names = all.map(\.descriptor.name)
        let near = NearNames.suggestions(for: name, among: names).first
        throw Diagnostic(
            .usage, "UnknownImporter", "there is no importer '\(name)'",
            hint: near.map { "did you mean '\($0)'?" }
                ?? "the importers are \(names.sorted().joined(separator: ", "))",
            notes: more.faults)
    }

    /// The importer for a file: the one most sure of its content, then the one that knows its
    /// name's ending.
    ///
    /// - Throws: `UnknownFormat` or `AmbiguousFormat`.
    package func choose(
        for sample: Sample, named name: String
    ) throws(Diagnostic) -> any Importer {
        var best = Candidates(importers, sample)
        var faults: [String] = []
        if !best.isSettled {
            let more = further()
            faults = more.faults
            if !more.importers.isEmpty { best = Candidates(importers + more.importers, sample) }
        }
        if best.importers.count == 1 { return best.importers[0] }
        let names = best.importers.map(\.descriptor.name).sorted()
        if best.importers.isEmpty { throw unknown(sample, name, faults) }
        throw Diagnostic(
            .data, "AmbiguousFormat",
            "'\(name)' could be \(names.map { "'\($0)'" }.joined(separator: " or "))",
            place: SourcePlace(file: name, line: 1),
            hint: "name the importer with --importer, as in --importer \(names[0])")
    }

    private func unknown(_ sample: Sample, _ name: String, _ faults: [String]) -> Diagnostic {
        let what = sample.head.isEmpty ? "'\(name)' is empty" : "'\(name)' is of no known format"
        let names = importers.map(\.descriptor.name).sorted().joined(separator: ", ")
        return Diagnostic(
            .data, "UnknownFormat", what, place: SourcePlace(file: name, line: 1),
            hint: "the importers are \(names); name one with --importer", notes: faults)
    }

    /// The importer that takes a folder as one graph, nil where each file goes its own way.
    package func chooseFolder(_ fileNames: [String]) -> (any Importer)? {
        let rated = importers.filter(\.descriptor.readsFolders)
            .map { (importer: $0, likelihood: $0.likelihood(ofFolder: fileNames)) }
        guard let best = rated.map(\.likelihood).max(), best >= .likely else { return nil }
        return rated.first { $0.likelihood == best }?.importer
    }
}

/// The importers most sure of a file.
private struct Candidates {
    let importers: [any Importer]
    /// Whether nobody else needs to be asked.
    let isSettled: Bool

    init(_ all: [any Importer], _ sample: Sample) {
        let rated = all.map { (importer: $0, likelihood: $0.likelihood(of: sample)) }
        let best = rated.map(\.likelihood).max() ?? .no
        let surest = rated.filter { $0.likelihood == best && best > .no }.map(\.importer)
        let named = surest.filter { $0.descriptor.extensions.contains(sample.fileExtension) }
        importers = named.isEmpty ? surest : named
        isSettled = best == .certain || best == .likely && !named.isEmpty
    }
}
