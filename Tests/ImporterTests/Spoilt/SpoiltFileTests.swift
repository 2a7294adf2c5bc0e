import Fuzzing
import GraphLoading
import GraphModel
import GraphStore
import ImporterKit
import Testing

/// Spoilt files of every format are read or refused with a place: no crash, no hang, no memory
/// without bounds, and whatever is read is a sound graph. See `FuzzSettings` for long runs.
@Suite(.serialized) struct SpoiltFileTests {
    static let subjects =
        xmlSubjects + legalSubjects + mappedSubjects + rdfSubjects + tableSubjects + graphSubjects

    @Test(arguments: subjects)
    func areReadOrRefused(_ subject: FuzzSubject) {
        guard let report = FuzzRun(subject).report() else { return }
        #expect(report.findings == [])
        #expect(report.isBalanced, "\(report.refused) of \(report.inputs) refused")
    }
}

/// Imports spoilt files as the program would.
struct FileJudge: Sendable {
    private let session: ImportSession
    private let name: String
    /// Whether the places it reports are its own, not what a plugin says.
    private let knowsPlaces: Bool

    init(_ importer: any Importer) {
        knowsPlaces = !(importer is RecordedPlugin)
        session = ImportSession(registry: ImporterRegistry([importer] + BuiltinImporters.all))
        name = importer.descriptor.name
    }

    /// Reads an input and judges what comes of it.
    ///
    /// - Parameter files: what reports can be about, where that is more than the input.
    func verdict(_ input: FuzzInput, about files: [FuzzInput.File]? = nil) -> FuzzVerdict {
        let known = files ?? input.files
        var options = ImportOptions()
        options.settings = input.options
        // Now and then the importer is to be found by the content.
        if input.number % 8 != 0 || !input.options.isEmpty { options.importer = name }
        if input.number % 3 == 0 { options.onError = .skip }
        do throws(ImportFailure) {
            let files = input.files.map { InputFile(name: $0.name, bytes: $0.bytes) }
            let loaded = try session.load(files: files, options: options)
            let flaw =
                flaw(in: loaded, options) ?? flaw(in: loaded.summary.diagnostics, known)
            return flaw.map(FuzzVerdict.flawed) ?? .accepted
        } catch {
            let diagnostics = error.summary.diagnostics
            guard error.summary.firstError != nil else {
                return .flawed("is refused without a reason")
            }
            return flaw(in: diagnostics, known).map(FuzzVerdict.flawed) ?? .refused
        }
    }

    private func flaw(in loaded: LoadedGraph, _ options: ImportOptions) -> String? {
        if let violation = loaded.graph.invariantViolations().first {
            return "made a broken graph: \(violation)"
        }
        if options.onError == .stop, let error = loaded.summary.firstError {
            return "was read in spite of an error: \(error.message)"
        }
        return loaded.graph.nodeCount == loaded.summary.nodes ? nil : "was counted wrongly"
    }

    private func flaw(in diagnostics: [Diagnostic], _ files: [FuzzInput.File]) -> String? {
        for diagnostic in diagnostics {
            if let flaw = diagnostic.flaw(about: files, checkingPlaces: knowsPlaces) { return flaw }
        }
        return nil
    }
}

extension FuzzSubject {
    /// Files for an importer.
    init(
        _ name: String, _ importer: any Importer, _ seeds: [FuzzInput], pieces: [String],
        ordinaryCount: Int = 400
    ) {
        let judge = FileJudge(importer)
        self.init(name, seeds: seeds, pieces: pieces, ordinaryCount: ordinaryCount) {
            judge.verdict($0)
        }
    }
}

extension FuzzInput {
    /// Files that are read together.
    init(_ files: [(String, String)], options: [String: String] = [:]) {
        self.init(files.map { File($0.0, Array($0.1.utf8)) }, options: options)
    }
}
