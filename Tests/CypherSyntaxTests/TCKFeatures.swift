import Foundation

/// The openCypher TCK as the syntax tests see it: query texts and the errors they must raise.
enum TCKFeatures {
    /// One query of a scenario, outlines written out.
    struct Query: Sendable, CustomStringConvertible {
        var feature: String
        var scenario: String
        var text: String
        /// The detail of a compile-time error, nil where the query compiles.
        var compileError: String?

        var description: String { "\(feature): \(scenario)" }
    }

    /// The folder of feature files, nil where the corpus is not at hand.
    static var folder: URL? {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let corpus = ProcessInfo.processInfo.environment["VEIVISER_CORPUS"] ?? "../shared"
        let folder = URL(filePath: corpus, relativeTo: root).appending(path: "tck/features")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    static func queries() throws -> [Query] {
        guard let folder,
            let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        else { return [] }
        var files: [URL] = []
        for case let file as URL in walk where file.pathExtension == "feature" {
            files.append(file)
        }
        return try files.sorted { $0.path < $1.path }.flatMap { file in
            var reader = FeatureReader(feature: file.deletingPathExtension().lastPathComponent)
            return reader.read(try String(contentsOf: file, encoding: .utf8))
        }
    }
}

/// Reads one feature file line by line.
private struct FeatureReader {
    let feature: String
    private var found: [TCKFeatures.Query] = []
    private var scenario = ""
    private var texts: [(text: String, isMain: Bool)] = []
    private var compileError: String?
    private var examples: [[String]] = []
    private var inExamples = false
    private var nextIsMain = false
    private var quoted: [String]?

    init(feature: String) {
        self.feature = feature
    }

    mutating func read(_ content: String) -> [TCKFeatures.Query] {
        for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
            readLine(String(line))
        }
        finish()
        return found
    }

    private mutating func readLine(_ line: String) {
        let step = line.trimmingCharacters(in: .whitespaces)
        if step == "\"\"\"" {
            if let lines = quoted {
                texts.append((lines.joined(separator: "\n"), nextIsMain))
                quoted = nil
            } else {
                quoted = []
            }
        } else if quoted != nil {
            quoted?.append(line)
        } else if step.hasPrefix("Scenario") {
            finish()
            scenario = step
        } else if step.hasPrefix("Examples:") {
            inExamples = true
            examples = []
        } else if step.hasPrefix("|"), inExamples {
            examples.append(cells(step))
        } else if step.contains("executed:") || step.contains("executing") {
            nextIsMain = step.hasPrefix("When") && !step.contains("control")
        } else if step.contains("at compile time: "), let detail = step.split(separator: " ").last {
            compileError = String(detail)
        }
    }

    /// The cells of a table row, `\|` standing for a bar inside a cell.
    private func cells(_ row: String) -> [String] {
        var cells: [String] = [""]
        var escaped = false
        for character in row.dropFirst() {
            if escaped {
                cells[cells.count - 1] +=
                    character == "|" || character == "\\"
                    ? String(character) : "\\\(character)"
                escaped = false
            } else if character == "\\" {
                escaped = true
            } else if character == "|" {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells.dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private mutating func finish() {
        let rows = examples.count > 1 ? Array(examples.dropFirst()) : [[]]
        for row in rows {
            for (text, isMain) in texts {
                var text = text
                for (name, value) in zip(examples.first ?? [], row) {
                    text = text.replacing("<\(name)>", with: value)
                }
                found.append(
                    TCKFeatures.Query(
                        feature: feature, scenario: scenario, text: text,
                        compileError: isMain ? substituted(compileError, row) : nil))
            }
        }
        texts = []
        compileError = nil
        examples = []
        inExamples = false
    }

    private func substituted(_ detail: String?, _ row: [String]) -> String? {
        zip(examples.first ?? [], row).reduce(detail) { text, cell in
            text?.replacing("<\(cell.0)>", with: cell.1)
        }
    }
}
