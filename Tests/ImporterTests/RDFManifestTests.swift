import GraphModel
import ImporterKit
import RDF
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The W3C's test suites, as far as their manifests lie in the corpus folder: Turtle, N-Triples,
/// RDF/XML and what else there may be.
@Suite(.enabled(if: Corpus.isThere, "\(Corpus.absence)"))
struct RDFManifestTests {
    @Test func passesTheW3CTests() throws {
        let folders = Self.folders(in: (Corpus.folder ?? "") + "/w3c_rdf_tests")
        #expect(!folders.isEmpty)
        var counts = Counts()
        for folder in folders {
            let manifest = try RDFManifest(folder)
            #expect(!manifest.tests.isEmpty, "\(folder)")
            for test in manifest.tests {
                switch test.outcome() {
                case .passed: counts.passed += 1
                case .skipped: counts.skipped += 1
                case .failed(let why):
                    counts.failed += 1
                    Issue.record("\(test.name): \(why)")
                }
            }
        }
        print("w3c: \(counts.passed) passed, \(counts.failed) failed, \(counts.skipped) skipped")
        #expect(counts.passed > 0)
    }

    private struct Counts {
        var passed = 0
        var failed = 0
        var skipped = 0
    }

    /// The folders that have a manifest, in order.
    private static func folders(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        let here = names.contains("manifest.ttl") ? [folder + "/"] : []
        return here + names.sorted().flatMap { folders(in: "\(folder)/\($0)") }
    }
}

/// The tests of one folder.
private struct RDFManifest {
    private static let names = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"

    private(set) var tests: [RDFManifestTest] = []

    init(_ folder: String) throws {
        var facts: [String: [String: String]] = [:]
        var order: [String] = []
        for triple in try RDFManifestTest.statements(folder + "manifest.ttl", base: "m:/") {
            if facts[triple.subject] == nil { order.append(triple.subject) }
            facts[triple.subject, default: [:]][triple.predicate] = triple.object
        }
        let parent = folder.split(separator: "/").last.map(String.init) ?? ""
        let base =
            facts.values.compactMap { $0["<\(Self.names)assumedTestBase>"] }.first
            .map { String($0.dropFirst().dropLast()) }
            ?? "https://w3c.github.io/rdf-tests/rdf/rdf11/\(parent)/"
        for name in order.sorted() {
            guard let about = facts[name],
                let action = Self.path(about["<\(Self.names)action>"]),
                let kind = about["<\(RDFManifestTest.type)>"]
            else { continue }
            tests.append(
                RDFManifestTest(
                    name: name, kind: kind, folder: folder, base: base, action: action,
                    result: Self.path(about["<\(Self.names)result>"])))
        }
    }

    private static func path(_ iri: String?) -> String? {
        iri.map { String($0.dropFirst("<m:/".count).dropLast()) }
    }
}

/// One test: a file to read, and what must come of it.
private struct RDFManifestTest {
    static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

    enum Outcome {
        case passed
        case skipped
        case failed(String)
    }

    let name: String
    let kind: String
    let folder: String
    let base: String
    let action: String
    let result: String?

    func outcome() -> Outcome {
        guard access(folder + action, R_OK) == 0 else { return .skipped }
        let found: Set<RDFTriple>
        do {
            found = Set(try Self.statements(folder + action, base: base + action))
        } catch let fault as Diagnostic {
            if !kind.contains("Negative") { return .failed("refused, \(fault.message)") }
            return fault.place?.line ?? 0 > 0 && fault.exitStatus == 65
                ? .passed : .failed("refused without a place")
        } catch {
            return .failed("\(error)")
        }
        if kind.contains("Negative") { return .failed("read, and should be refused") }
        guard kind.contains("Eval"), let result else { return .passed }
        guard access(folder + result, R_OK) == 0,
            let wanted = try? Self.statements(folder + result, base: base + result)
        else { return .skipped }
        return RDFComparing.areSame(found, Set(wanted)) ? .passed : .failed("other statements")
    }

    static func statements(_ path: String, base: String) throws -> [RDFTriple] {
        let sink = RecordingSink()
        let file = InputFile(name: path, content: try FileContent(path: path))
        try RDFImporter().read(ImportInput(files: [file], options: ["base": base]), into: sink)
        if let fault = sink.errors.first { throw fault }
        return sink.statements.map(RDFTriple.init)
    }
}
