/// A feature file.
struct Feature {
    var name: String
    var scenarios: [Scenario]
}

/// One scenario with its background's steps before its own; of an outline, one example.
struct Scenario {
    var name: String
    var tags: [String]
    var steps: [Step]
    /// Line of the scenario in its file, from 1.
    var line: Int
}

/// `Given …`, `When …`, `Then …`, `And …`, `But …`, with what follows it.
struct Step {
    /// Without the leading keyword.
    var text: String
    /// What stands between triple quotes.
    var document: String?
    /// Rows of cells between bars.
    var table: [[String]] = []
    /// Line of the step in its file, from 1.
    var line: Int
}

extension Step {
    /// The step with `<name>` replaced by the values of an example.
    func filled(with values: [(name: String, value: String)]) -> Step {
        func fill(_ text: String) -> String {
            var text = text
            for (name, value) in values { text = text.replacing("<\(name)>", with: value) }
            return text
        }
        var copy = self
        copy.text = fill(text)
        copy.document = document.map(fill)
        copy.table = table.map { $0.map(fill) }
        return copy
    }
}

/// What is wrong with a feature file.
struct GherkinError: Error, CustomStringConvertible {
    var line: Int
    var message: String

    var description: String { "line \(line): \(message)" }
}
