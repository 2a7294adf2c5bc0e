import GraphModel
import ImporterKit

/// Checks the settings the user gave against what the importers at work understand.
struct OptionCheck {
    private let descriptors: [ImporterDescriptor]

    init(_ descriptors: [ImporterDescriptor]) {
        self.descriptors = descriptors
    }

    /// Hands every importer the settings it understands.
    ///
    /// - Throws: `UnknownOption` where none understands one, `BadOption` for a wrong value.
    func apply(
        _ settings: [String: String], to steps: inout [ImportPlan.Step]
    ) throws(Diagnostic) {
        for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
            try check(name, value)
        }
        for index in steps.indices {
            let known = Set(steps[index].importer.descriptor.options.map(\.name))
            steps[index].input = ImportInput(
                files: steps[index].input.files,
                options: settings.filter { known.contains($0.key) })
        }
    }

    private func check(_ name: String, _ value: String) throws(Diagnostic) {
        let options = descriptors.flatMap(\.options)
        guard let option = options.first(where: { $0.name == name }) else {
            let names = Set(options.map(\.name))
            let near = NearNames.suggestions(for: name, among: names.sorted()).first
            throw Diagnostic(
                .usage, "UnknownOption", "no importer at work has an option '\(name)'",
                hint: near.map { "did you mean '\($0)'?" }
                    ?? (names.isEmpty
                        ? "there are none here"
                        : "there are \(names.sorted().joined(separator: ", "))"))
        }
        let wanted: String? =
            switch option.type {
            case .text: nil
            case .boolean: ["true", "false"].contains(value) ? nil : "true or false"
            case .integer: Int(value) == nil ? "a whole number" : nil
            case .choice(let words):
                words.contains(value) ? nil : "one of \(words.joined(separator: ", "))"
            }
        if let wanted {
            throw Diagnostic(
                .usage, "BadOption", "the option '\(name)' cannot be '\(value)'",
                hint: "it is \(wanted)")
        }
    }
}
