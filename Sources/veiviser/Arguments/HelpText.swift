import GraphModel

/// Makes the help of a command from its specification.
struct HelpText {
    private let width: Int
    private static let labelWidth = 26

    init(width: Int = 80) {
        self.width = max(50, min(width, 110))
    }

    /// The help of one command.
    func command(_ spec: CommandSpec) -> String {
        var text = "\(spec.abstract)\n\nUSAGE: \(usage(spec))\n"
        if !spec.discussion.isEmpty {
            text += "\n"
            for paragraph in spec.discussion.split(separator: "\n") {
                text += wrapped(String(paragraph), indent: 0, first: 0) + "\n"
            }
        }
        if !spec.arguments.isEmpty {
            text += "\nARGUMENTS:\n"
            for argument in spec.arguments { text += entry(argument.name, argument.summary) }
        }
        text += "\nOPTIONS:\n"
        for option in spec.allOptions { text += entry(label(option), summary(option)) }
        if !spec.examples.isEmpty {
            text += "\nEXAMPLES:\n"
            for example in spec.examples { text += "  \(example.line)\n      \(example.purpose)\n" }
        }
        return text
    }

    /// The list of all commands.
    func overview(_ specs: [CommandSpec]) -> String {
        var text = """
            Veiviser answers who handles what, and which rights apply when, with the source.

            USAGE: veiviser <command> [<options>]

            COMMANDS:

            """
        for spec in specs { text += entry(spec.name, spec.abstract) }
        return text + "\nSee 'veiviser <command> --help' for more on one of them.\n"
    }

    private func usage(_ spec: CommandSpec) -> String {
        let arguments = spec.arguments.map { argument in
            switch argument.arity {
            case .one: argument.name
            case .optional: "[\(argument.name)]"
            case .zeroOrMore: "[\(argument.name)…]"
            case .oneOrMore: "\(argument.name)…"
            }
        }
        let options =
            spec.options.count > 12
            ? ["[<options>]"]
            : spec.options.map { option in
                "[--\(option.name)\(option.value.map { " \($0)" } ?? "")]"
            }
        let words = ["veiviser", spec.name] + arguments + options
        return wrapped(words.joined(separator: " "), indent: 4, first: 7)
    }

    private func label(_ option: CommandSpec.Option) -> String {
        let short = option.short.map { "-\($0), " } ?? ""
        return "\(short)--\(option.name)\(option.value.map { " \($0)" } ?? "")"
    }

    private func summary(_ option: CommandSpec.Option) -> String {
        option.choices.isEmpty
            ? option.summary
            : "\(option.summary) (\(option.choices.joined(separator: ", ")))"
    }

    private func entry(_ label: String, _ summary: String) -> String {
        let column = HelpText.labelWidth
        let head = "  \(label)"
        let body = wrapped(summary, indent: column, first: column)
        if head.count < column - 1 {
            return head + String(repeating: " ", count: column - head.count) + body + "\n"
        }
        return head + "\n" + String(repeating: " ", count: column) + body + "\n"
    }

    /// The text broken at spaces; `first` columns of its first line are taken.
    private func wrapped(_ text: String, indent: Int, first: Int) -> String {
        let lines = Paragraph(width: width).wrapped(
            text, first: String(repeating: " ", count: first),
            rest: String(repeating: " ", count: indent))
        return String(lines.dropFirst(first).dropLast())
    }
}
