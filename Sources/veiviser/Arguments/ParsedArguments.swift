import GraphModel

/// A command line taken apart by a command's specification.
struct ParsedArguments {
    private(set) var positional: [String] = []
    private var values: [String: [String]] = [:]

    /// Whether a flag or option was given.
    func has(_ name: String) -> Bool { values[name] != nil }

    /// The last value given for an option.
    subscript(name: String) -> String? { values[name]?.last }

    /// All values given for an option that repeats.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// A value that must be a non-negative number.
    func number(_ name: String) throws -> Double? {
        guard let text = self[name] else { return nil }
        guard let number = Double(text), number.isFinite, number >= 0 else {
            throw Diagnostic(
                .usage, "InvalidOptionValue", "'--\(name)' takes a number, not '\(text)'")
        }
        return number
    }

    /// A value that must be a whole number from 1.
    func count(_ name: String) throws -> Int? {
        guard let text = self[name] else { return nil }
        guard let number = Int(text), number > 0 else {
            throw Diagnostic(
                .usage, "InvalidOptionValue",
                "'--\(name)' takes a whole number from 1, not '\(text)'")
        }
        return number
    }

    /// Takes the words after the command's name apart.
    ///
    /// - Throws: A usage `Diagnostic` with the nearest option where one is misspelt.
    init(_ words: [String], spec: CommandSpec) throws {
        var index = 0
        var onlyPositional = false
        while index < words.count {
            let word = words[index]
            index += 1
            if onlyPositional || word == "-" || !word.hasPrefix("-") {
                positional.append(word)
            } else if word == "--" {
                onlyPositional = true
            } else {
                try take(option: word, words, &index, spec)
            }
        }
        if has("help") || has("version") { return }
        try checkPositional(spec)
    }

    private mutating func take(
        option word: String, _ words: [String], _ index: inout Int, _ spec: CommandSpec
    ) throws {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let given = String(parts[0])
        guard let option = spec.allOptions.first(where: { $0.isNamed(given) }) else {
            throw ParsedArguments.unknown(given, spec)
        }
        var value = ""
        if option.value != nil {
            if parts.count > 1 {
                value = String(parts[1])
            } else if index < words.count {
                value = words[index]
                index += 1
            } else {
                throw Diagnostic(
                    .usage, "MissingOptionValue", "'\(given)' needs a value",
                    hint: "write \(given) \(option.value ?? "VALUE")")
            }
            try option.check(value)
        } else if parts.count > 1 {
            throw Diagnostic(.usage, "UnexpectedOptionValue", "'\(given)' takes no value")
        }
        if values[option.name] != nil, option.value != nil, !option.repeats {
            throw Diagnostic(.usage, "RepeatedOption", "'\(given)' is given more than once")
        }
        values[option.name, default: []].append(value)
    }

    private static func unknown(_ given: String, _ spec: CommandSpec) -> Diagnostic {
        let known = spec.allOptions.map { "--\($0.name)" }
        let near = NearNames.suggestions(for: given, among: known)
        return Diagnostic(
            .usage, "UnknownOption", "'\(spec.name)' has no option '\(given)'",
            hint: near.first.map { "did you mean '\($0)'?" }
                ?? "see 'veiviser \(spec.name) --help'")
    }

    private func checkPositional(_ spec: CommandSpec) throws {
        var left = positional.count
        for argument in spec.arguments {
            switch argument.arity {
            case .one, .oneOrMore:
                guard left > 0 else {
                    throw Diagnostic(
                        .usage, "MissingArgument", "'\(spec.name)' needs \(argument.name)",
                        hint: "see 'veiviser \(spec.name) --help'")
                }
                left = argument.arity == .one ? left - 1 : 0
            case .optional: left = max(0, left - 1)
            case .zeroOrMore: left = 0
            }
        }
        if left > 0 {
            throw Diagnostic(
                .usage, "UnexpectedArgument",
                "'\(spec.name)' does not take '\(positional[positional.count - left])'",
                hint: "put quotes round a text of several words")
        }
    }
}

extension CommandSpec.Option {
    fileprivate func isNamed(_ given: String) -> Bool {
        given == "--\(name)" || (short.map { given == "-\($0)" } ?? false)
    }

    fileprivate func check(_ value: String) throws {
        guard !choices.isEmpty, !choices.contains(value) else { return }
        let near = NearNames.suggestions(for: value, among: choices)
        throw Diagnostic(
            .usage, "InvalidOptionValue", "'--\(name)' does not know '\(value)'",
            hint: near.first.map { "did you mean '\($0)'?" }
                ?? "one of: \(choices.joined(separator: ", "))")
    }
}
