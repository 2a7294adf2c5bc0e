import GraphModel
import Guidance
import ImporterKit

#if canImport(Glibc)
    import Glibc
#endif

/// The source documents at hand, for showing lines word by word.
///
/// Only files inside the folder are read, and only those that are still what they were when the
/// facts were taken from them: the SHA-256 must be the one the graph has.
struct DocumentFolder {
    private let root: String
    private var read: [String: [Substring]] = [:]

    /// - Throws: `NoSuchFolder`.
    init(_ path: String) throws {
        guard let real = realpath(path, nil) else {
            throw Diagnostic(
                .noInput, "NoSuchFolder",
                "cannot open '\(path)': \(String(cString: strerror(errno)))")
        }
        defer { free(real) }
        root = String(cString: real)
    }

    /// The lines an answer cites, by source (`src:police-page#L50`).
    mutating func quotes(
        for answer: Answer, report: (Diagnostic) -> Void
    ) -> [String: String] {
        var quotes: [String: String] = [:]
        for source in answer.lines.flatMap(\.sources) + answer.facts.flatMap(\.sources) {
            let (id, place) = SourceBook.parts(source)
            guard quotes[source] == nil, let number = SourceBook.line(place),
                let document = answer.sources.first(where: { $0.id == id })
            else { continue }
            let lines = lines(of: document, report)
            if lines.indices.contains(number - 1) { quotes[source] = String(lines[number - 1]) }
        }
        return quotes
    }

    /// The lines of a source's document, for the check.
    func document(_ document: SourceDocument) -> GraphCheck.Document {
        do {
            let lines = try load(document)
            return document.file == nil ? .absent : .lines(lines)
        } catch let diagnostic as Diagnostic {
            var diagnostic = diagnostic
            // A document that is not in the folder was not asked to be checked.
            diagnostic.severity = diagnostic.code == "NoSuchDocument" ? .warning : .error
            return .refused(diagnostic)
        } catch {
            return .refused(Diagnostic(.internalError, "DocumentFailed", "\(error)"))
        }
    }

    private mutating func lines(
        of document: SourceDocument, _ report: (Diagnostic) -> Void
    ) -> [Substring] {
        if let known = read[document.id] { return known }
        var lines: [Substring] = []
        do {
            lines = try load(document)
        } catch let diagnostic as Diagnostic {
            report(diagnostic)
        } catch {
            report(Diagnostic(.internalError, "DocumentFailed", "\(error)", severity: .warning))
        }
        read[document.id] = lines
        return lines
    }

    private func load(_ document: SourceDocument) throws -> [Substring] {
        guard let name = document.file, let sum = document.sha256 else { return [] }
        let bytes = try FileContent(path: try path(of: name)).withBytes { Array($0) }
        guard SHA256.hexadecimal(bytes) == sum.lowercased() else {
            throw Diagnostic(
                .data, "DocumentChanged",
                "'\(name)' is not the document the facts were taken from, its lines are not shown",
                hint: "its SHA-256 should be \(sum)", severity: .warning)
        }
        return String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The file's path, with every link followed, which must not lead out of the folder.
    private func path(of name: String) throws -> String {
        guard let real = realpath("\(root)/\(name)", nil) else {
            throw Diagnostic(
                .noInput, "NoSuchDocument", "the folder of documents has no file '\(name)'",
                severity: .warning)
        }
        defer { free(real) }
        let path = String(cString: real)
        guard path.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
            throw Diagnostic(
                .data, "DocumentOutside", "'\(name)' leads out of the folder of documents",
                hint: "put the file itself into the folder", severity: .warning)
        }
        return path
    }
}
