import CypherEngine
import CypherSyntax
import GraphModel
import GraphStore

/// Completes keywords, labels, types, keys, procedures, parameters, variables, and ids in texts.
struct ShellCompletion {
    /// What could follow.
    struct Choice {
        /// What all names that fit have in common beyond what is typed.
        var insertion = ""
        /// The names that fit.
        var names: [String] = []
    }

    let view: GraphView
    let procedures: [String]
    let parameters: [String]

    /// What could follow a text.
    func choice(after text: String) -> Choice {
        if text.hasPrefix(":") {
            return choice(ShellCommand.names, typed: text)
        }
        let completion = Completion.at(text.utf8.count, in: text)
        if completion.kinds.isEmpty { return idChoice(text) }
        let prefix = completion.prefix
        return choice(completion.kinds.flatMap { names($0, completion) }, typed: prefix)
    }

    private func names(_ kind: Completion.Kind, _ completion: Completion) -> [String] {
        switch kind {
        case .keyword: completion.prefix.isEmpty ? [] : completion.keywords
        case .label: view.allLabels
        case .relationshipType: view.allTypes
        case .property: view.allKeys
        case .procedure: procedures
        case .parameter: parameters.map { "$\($0)" }
        case .variable: completion.variables
        case .function: []
        }
    }

    /// The ids that begin as the text being typed does.
    private func idChoice(_ text: String) -> Choice {
        guard let quote = text.lastIndex(where: { $0 == "'" || $0 == "\"" }),
            let key = view.keyID("id")
        else { return Choice() }
        let typed = String(text[text.index(after: quote)...])
        let ids = (0..<min(view.nodeLimit, 100_000)).compactMap { node -> String? in
            guard view.isLive(node: node),
                case .string(let id) = view.property(node: node, key: key)
            else { return nil }
            return id
        }
        return choice(ids, typed: typed)
    }

    /// The names that begin as what is typed, whatever the letter case.
    private func choice(_ names: [String], typed: String) -> Choice {
        let wanted = typed.lowercased()
        let fitting = Set(names.filter { $0.lowercased().hasPrefix(wanted) }).sorted()
        guard var common = fitting.first else { return Choice() }
        for name in fitting.dropFirst() {
            while !name.lowercased().hasPrefix(common.lowercased()) { common.removeLast() }
        }
        return Choice(insertion: String(common.dropFirst(typed.count)), names: fitting)
    }
}
