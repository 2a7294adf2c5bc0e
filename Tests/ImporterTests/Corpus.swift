import Fuzzing
import ImporterKit

#if canImport(Glibc)
    import Glibc
#endif

/// The public files tests are run on, where they are at hand.
enum Corpus {
    /// The folder named by `VEIVISER_CORPUS`, by default beside the package; nil where there is none.
    static let folder: String? = {
        let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = getenv("VEIVISER_CORPUS").map { String(cString: $0) } ?? "/\(package)/../shared"
        return access(path + "/corpus", R_OK) == 0 ? path + "/corpus" : nil
    }()

    /// Whether the folder is there.
    static var isThere: Bool { folder != nil }

    /// Why tests are skipped without it.
    static let absence: String =
        "the corpus folder is not there; name its parent in VEIVISER_CORPUS"

    /// What a file must come to.
    struct Count: Sendable, CustomStringConvertible {
        let path: String
        let nodes: Int?
        let edges: Int?
        let isMalformed: Bool

        var description: String { path }

        /// The file itself.
        func file() throws -> InputFile {
            let full = (Corpus.folder ?? "") + "/" + path
            return InputFile(name: full, content: try FileContent(path: full))
        }
    }

    /// The files of one format that MANIFEST.tsv names and that are short, each as an input of its
    /// own; none where there is no corpus.
    ///
    /// - Parameter ending: the ending of their names, where only some are wanted.
    static func small(_ format: String, ending: String = "") -> [FuzzInput] {
        rows("MANIFEST.tsv").compactMap { fields in
            guard fields.count > 5, fields[0] == format, fields[1].hasSuffix(ending),
                let size = Int(fields[5]), (1..<16_384).contains(size),
                let content = try? FileContent(path: (folder ?? "") + "/" + fields[1])
            else { return nil }
            let name = fields[1].split(separator: "/").last.map(String.init) ?? fields[1]
            return FuzzInput([.init(name, content.prefix(content.count))])
        }
    }

    /// The rows of a table of the corpus.
    private static func rows(_ name: String) -> [[String]] {
        guard let folder, let table = try? FileContent(path: "\(folder)/\(name)") else { return [] }
        let text = table.withView { $0.text(0..<$0.count) }
        return text.split(separator: "\n").map { row in
            row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The rows of GOLD_COUNTS.tsv of one format that say something.
    static func counts(_ format: String) -> [Count] {
        rows("GOLD_COUNTS.tsv").compactMap { row in
            var fields = row
            guard fields.count >= 5, fields[0] == format, !fields[1].hasSuffix(".xsd") else {
                return nil
            }
            while fields.count < 7 { fields.append("") }
            let note = fields[6].drop { $0 == "\"" }
            let isMalformed =
                fields[2] == "no"
                || ["warned", "malformed", "BadSyntax"].contains { note.hasPrefix($0) }
            if fields[3].isEmpty, fields[4].isEmpty, !isMalformed { return nil }
            return Count(
                path: fields[1], nodes: Int(fields[3]), edges: Int(fields[4]),
                isMalformed: isMalformed)
        }
    }
}
