/// Reads feature files: the part of Gherkin that the TCK uses.
struct GherkinReader {
    private let lines: [Substring]
    private var next = 0
    private var background: [Step] = []
    private var tags: [String] = []
    private var feature = Feature(name: "", scenarios: [])

    private init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    /// The feature a text holds, outlines expanded.
    static func read(_ text: String) throws -> Feature {
        var reader = GherkinReader(text)
        try reader.readFeature()
        return reader.feature
    }

    // MARK: Lines

    /// The line at hand without blanks at its ends; nil at the end of the text.
    private var current: Substring? {
        next < lines.count ? lines[next].trimmed : nil
    }

    private mutating func skipBlank() {
        while let line = current, line.isEmpty || line.hasPrefix("#") { next += 1 }
    }

    /// What follows a keyword such as `Scenario:`; the line is then read.
    private mutating func accept(_ keyword: String) -> String? {
        guard let line = current, line.hasPrefix(keyword) else { return nil }
        next += 1
        return String(line.dropFirst(keyword.count).trimmed)
    }

    private func failure(_ message: String) -> GherkinError {
        GherkinError(line: next + 1, message: message)
    }

    // MARK: Parts of a feature

    private mutating func readFeature() throws {
        while true {
            skipBlank()
            guard let line = current else { return }
            let start = next + 1
            if line.hasPrefix("@") {
                tags += line.split(separator: " ").map(String.init)
                next += 1
            } else if let name = accept("Feature:") {
                feature.name = name
                tags = []
                skipDescription()
            } else if accept("Background:") != nil {
                background = try readSteps()
            } else if let name = accept("Scenario Outline:") ?? accept("Scenario Template:") {
                try readOutline(name, start)
            } else if let name = accept("Scenario:") ?? accept("Example:") {
                let steps = try readSteps()
                add(Scenario(name: name, tags: tags, steps: background + steps, line: start))
                tags = []
            } else {
                throw failure("unexpected line '\(line)'")
            }
        }
    }

    private mutating func add(_ scenario: Scenario) {
        feature.scenarios.append(scenario)
    }

    /// Free text under the feature's name.
    private mutating func skipDescription() {
        let keywords = ["Background:", "Scenario", "Example:", "@", "#"]
        while let line = current, !keywords.contains(where: { line.hasPrefix($0) }) { next += 1 }
    }

    private mutating func readOutline(_ name: String, _ start: Int) throws {
        let own = tags
        tags = []
        let steps = background + (try readSteps())
        var number = 0
        while true {
            skipBlank()
            // Tags before further examples belong to them alone.
            while let line = current, line.hasPrefix("@"), examplesFollow {
                next += 1
                skipBlank()
            }
            guard accept("Examples:") ?? accept("Scenarios:") != nil else { break }
            skipBlank()
            let rows = try readTable()
            guard let header = rows.first else { throw failure("examples without a table") }
            for row in rows.dropFirst() {
                number += 1
                let values = zip(header, row).map { (name: $0, value: $1) }
                add(
                    Scenario(
                        name: "\(name) (example \(number))", tags: own,
                        steps: steps.map { $0.filled(with: values) }, line: start))
            }
        }
        if number == 0 { throw failure("outline '\(name)' has no examples") }
    }

    /// Whether the tags at hand stand before examples, not before a scenario.
    private var examplesFollow: Bool {
        for line in lines[next...].map(\.trimmed)
        where !line.isEmpty && !line.hasPrefix("@") && !line.hasPrefix("#") {
            return line.hasPrefix("Examples:") || line.hasPrefix("Scenarios:")
        }
        return false
    }

    // MARK: Steps

    private static let keywords = ["Given ", "When ", "Then ", "And ", "But ", "* "]

    private mutating func readSteps() throws -> [Step] {
        var steps: [Step] = []
        while true {
            skipBlank()
            guard let line = current,
                let keyword = Self.keywords.first(where: { line.hasPrefix($0) })
            else { return steps }
            var step = Step(
                text: String(line.dropFirst(keyword.count).trimmed), line: next + 1)
            next += 1
            skipBlank()
            if let quotes = current, quotes.hasPrefix("\"\"\"") {
                step.document = try readDocument()
            } else if let bar = current, bar.hasPrefix("|") {
                step.table = try readTable()
            }
            steps.append(step)
        }
    }

    /// Text between triple quotes, without the indentation of the opening ones.
    private mutating func readDocument() throws -> String {
        let indentation = lines[next].prefix { $0 == " " || $0 == "\t" }.count
        next += 1
        var text: [Substring] = []
        while next < lines.count {
            let line = lines[next]
            next += 1
            if line.trimmed.hasPrefix("\"\"\"") { return text.joined(separator: "\n") }
            let blanks = line.prefix { $0 == " " || $0 == "\t" }.count
            text.append(line.dropFirst(min(indentation, blanks)))
        }
        throw failure("a text in triple quotes has no end")
    }

    private mutating func readTable() throws -> [[String]] {
        var rows: [[String]] = []
        while let line = current {
            if line.hasPrefix("#") || line.isEmpty && !rows.isEmpty && tableGoesOn {
                next += 1
                continue
            }
            guard line.hasPrefix("|") else { break }
            rows.append(try cells(of: line))
            next += 1
        }
        if let first = rows.first, rows.contains(where: { $0.count != first.count }) {
            throw failure("the rows of a table differ in length")
        }
        return rows
    }

    /// Whether the next line that says something is another row.
    private var tableGoesOn: Bool {
        for line in lines[next...].map(\.trimmed) where !line.isEmpty && !line.hasPrefix("#") {
            return line.hasPrefix("|")
        }
        return false
    }

    /// Cells between bars; `\|` is a bar, `\n` a line end, `\\` a backslash.
    private func cells(of line: Substring) throws -> [String] {
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in line.dropFirst() {
            if isEscaped {
                switch character {
                case "n": cell.append("\n")
                case "|", "\\": cell.append(character)
                default: cell += "\\\(character)"
                }
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "|" {
                cells.append(String(cell[...].trimmed))
                cell = ""
            } else {
                cell.append(character)
            }
        }
        guard cell.allSatisfy(\.isWhitespace), !isEscaped else {
            throw failure("the row has no closing bar")
        }
        return cells
    }
}

extension Substring {
    /// Without blanks at its ends.
    var trimmed: Substring {
        var text = drop(while: \.isWhitespace)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
