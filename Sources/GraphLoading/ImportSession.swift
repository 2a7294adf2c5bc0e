import GraphModel
import GraphStore
import ImporterKit

/// A graph that was imported, and what there is to say about the import.
package struct LoadedGraph: Sendable {
    /// The graph.
    package let graph: BaseGraph
    /// Counts and diagnostics; none of them an error, unless errors were to be skipped.
    package let summary: ImportSummary
}

/// Imports files: reads and decompresses them, chooses importers, builds the graph.
package struct ImportSession: Sendable {
    /// The importers there are.
    package let registry: ImporterRegistry

    /// Creates a session.
    package init(registry: ImporterRegistry) {
        self.registry = registry
    }

    /// Imports everything the paths name into one graph; `-` is standard input.
    ///
    /// - Throws: `ImportFailure`, with all that was reported; then nothing is kept.
    package func load(
        _ paths: [String], options: ImportOptions = ImportOptions()
    ) throws(ImportFailure) -> LoadedGraph {
        let (graph, summary) = run(paths, options)
        guard let graph else { throw ImportFailure(summary: summary) }
        return LoadedGraph(graph: graph, summary: summary)
    }

    /// Says what an importer finds, without keeping it; faults are in the summary's diagnostics.
    package func inspect(
        _ paths: [String], options: ImportOptions = ImportOptions()
    ) -> ImportSummary {
        run(paths, options).summary
    }

    /// Imports files that are in memory already.
    ///
    /// - Throws: `ImportFailure`, with all that was reported; then nothing is kept.
    package func load(
        files: [InputFile], options: ImportOptions = ImportOptions()
    ) throws(ImportFailure) -> LoadedGraph {
        let inputs = files.map { NamedInput(name: $0.name, files: [$0], isFolder: false) }
        let (graph, summary) = run(options) { inputs }
        guard let graph else { throw ImportFailure(summary: summary) }
        return LoadedGraph(graph: graph, summary: summary)
    }

    private func run(
        _ paths: [String], _ options: ImportOptions
    ) -> (graph: BaseGraph?, summary: ImportSummary) {
        run(options) {
            let reader = InputReader(
                contentLimit: options.contentLimit,
                folderFiles: Set(registry.importers.flatMap(\.descriptor.folderFiles)))
            return try paths.map(reader.read)
        }
    }

    private func run(
        _ options: ImportOptions, _ inputs: () throws -> [NamedInput]
    ) -> (graph: BaseGraph?, summary: ImportSummary) {
        var summary = ImportSummary()
        do {
            let plan = try ImportPlan(try inputs(), registry, options)
            summary.importer = plan.importerNames
            let sink = BuilderSink(options: options, inputCount: plan.steps.count)
            for note in plan.notes { try sink.report(note) }
            return read(plan, into: sink, &summary)
        } catch {
            summary.diagnostics.append(ImportSession.diagnostic(error))
            return (nil, summary)
        }
    }

    private func read(
        _ plan: ImportPlan, into sink: BuilderSink, _ summary: inout ImportSummary
    ) -> (graph: BaseGraph?, summary: ImportSummary) {
        var graph: BaseGraph?
        do {
            sink.bytesTotal = plan.byteCount
            for step in plan.steps {
                try step.importer.read(step.input, into: sink)
                sink.endInput()
                sink.bytesDone += step.input.files.reduce(0) { $0 + $1.content.count }
            }
            try sink.reportUndefined()
            if sink.options.onError == .skip || sink.collector.errorCount == 0 {
                graph = try sink.finish()
            }
        } catch is ImportStop {
            // What there is to say is in the collector.
        } catch {
            sink.collector.add(ImportSession.diagnostic(error))
        }
        summary.diagnostics = sink.collector.finished()
        summary.skipped = sink.skipped
        summary.triples = sink.statementCount
        if let graph { summary.count(graph) }
        return (graph, summary)
    }

    private static func diagnostic(_ error: any Error) -> Diagnostic {
        error as? Diagnostic
            ?? Diagnostic(.internalError, "ImportFailed", "the import failed: \(error)")
    }
}

/// Which importer reads what, in order.
struct ImportPlan {
    /// One run of one importer.
    struct Step {
        let importer: any Importer
        var input: ImportInput
    }

    private(set) var steps: [Step] = []
    private(set) var notes: [Diagnostic] = []

    init(
        _ inputs: [NamedInput], _ registry: ImporterRegistry, _ options: ImportOptions
    ) throws(Diagnostic) {
        let forced: (any Importer)? =
            if let name = options.importer { try registry.importer(named: name) } else { nil }
        for input in inputs {
            if input.isFolder {
                try addFolder(input, forced, registry)
            } else {
                try add(input.files[0], forced, registry)
            }
        }
        try OptionCheck(steps.map(\.importer.descriptor)).apply(options.settings, to: &steps)
    }

    var importerNames: String {
        var names: [String] = []
        for step in steps where !names.contains(step.importer.descriptor.name) {
            names.append(step.importer.descriptor.name)
        }
        return names.joined(separator: ", ")
    }

    var byteCount: Int {
        steps.reduce(0) { $0 + $1.input.files.reduce(0) { $0 + $1.content.count } }
    }

    private mutating func add(
        _ file: InputFile, _ forced: (any Importer)?, _ registry: ImporterRegistry
    ) throws(Diagnostic) {
        let importer: any Importer
        if let forced {
            importer = forced
        } else {
            importer = try registry.choose(for: file.sample, named: file.name)
        }
        let name = importer.descriptor.name
        // Tables given one by one may belong together as those of a folder do.
        if importer.descriptor.readsFolders,
            let at = steps.firstIndex(where: { $0.importer.descriptor.name == name })
        {
            steps[at].input = ImportInput(files: steps[at].input.files + [file])
        } else {
            steps.append(Step(importer: importer, input: ImportInput(files: [file])))
        }
    }

    private mutating func addFolder(
        _ folder: NamedInput, _ forced: (any Importer)?, _ registry: ImporterRegistry
    ) throws(Diagnostic) {
        let names = folder.files.map(\.baseName)
        let chosen = forced ?? registry.chooseFolder(names)
        if let chosen, chosen.descriptor.readsFolders {
            let known = folder.files.filter {
                chosen.descriptor.extensions.contains($0.sample.fileExtension)
            }
            for file in folder.files where !known.contains(where: { $0.name == file.name }) {
                notes.append(ImportPlan.ignored(file, "is not read by '\(chosen.descriptor.name)'"))
            }
            steps.append(Step(importer: chosen, input: ImportInput(files: known)))
            return
        }
        let before = steps.count
        for file in folder.files {
            do throws(Diagnostic) {
                try add(file, forced, registry)
            } catch {
                notes.append(ImportPlan.ignored(file, "is of no known format"))
            }
        }
        if steps.count == before {
            throw Diagnostic(
                .data, "UnknownFormat",
                "no file in '\(folder.name)' is of a known format",
                place: SourcePlace(file: folder.name, line: 1))
        }
    }

    private static func ignored(_ file: InputFile, _ why: String) -> Diagnostic {
        Diagnostic(
            .data, "IgnoredFile", "'\(file.name)' \(why) and was left out",
            place: SourcePlace(file: file.name, line: 1), severity: .note)
    }
}

extension InputFile {
    /// The start of the file, for recognising its format.
    var sample: Sample {
        var name = baseName
        for ending in [".gz", ".zst"] where name.lowercased().hasSuffix(ending) {
            name.removeLast(ending.count)
        }
        return Sample(fileName: name, head: content.prefix(64 * 1024))
    }
}
