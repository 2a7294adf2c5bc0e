import GraphModel
import GraphStore
import Guidance

/// Makes a saved question's parameters of `name=value` words.
///
/// A value is a node's stable id or any of its names; where the parameter takes no nodes it is the
/// word itself. A parameter given several times takes all of them.
struct SavedQueryBinding {
    let query: SavedQuery
    let view: GraphView

    /// The values of all parameters; null for those left out that may be.
    func values(of pairs: [String]) throws -> [String: Value] {
        var given: [String: [Value]] = [:]
        for pair in pairs {
            let (parameter, text) = try split(pair)
            given[parameter.name, default: []] += try values(of: parameter, text)
        }
        var values: [String: Value] = [:]
        for parameter in query.parameters {
            if let list = given[parameter.name] {
                values[parameter.name] = .list(list)
            } else if parameter.isOptional {
                values[parameter.name] = .null
            } else {
                throw Diagnostic(
                    .usage, "MissingParameter",
                    "'\(query.name)' needs a value for '\(parameter.name)'",
                    hint: "write \(parameter.name)=\(example(parameter))")
            }
        }
        return values
    }

    private func split(_ pair: String) throws -> (SavedQuery.Parameter, String) {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw Diagnostic(
                .usage, "InvalidParameter", "'\(pair)' is not NAME=VALUE",
                hint: query.parameters.first.map { "write \($0.name)=\(example($0))" })
        }
        guard let parameter = query.parameter(String(parts[0])) else {
            let names = query.parameters.map(\.name)
            let near = NearNames.suggestions(for: String(parts[0]), among: names).first
            throw Diagnostic(
                .usage, "UnknownParameter", "'\(query.name)' has no parameter '\(parts[0])'",
                hint: near.map { "did you mean '\($0)'?" }
                    ?? (names.isEmpty
                        ? "it takes none" : "it takes \(names.joined(separator: ", "))"))
        }
        return (parameter, String(parts[1]))
    }

    private func values(of parameter: SavedQuery.Parameter, _ text: String) throws -> [Value] {
        let labels = parameter.types.compactMap(\.nodeLabel)
        guard !labels.isEmpty else { return [.string(text)] }
        let names = NodeNames(view: view, labels: labels.contains("") ? [] : labels)
        let ids = names.ids(named: text)
        if !ids.isEmpty { return ids.map { .string($0) } }
        let takesWords = labels.count < parameter.types.count
        guard !takesWords else { return [.string(text)] }
        throw Diagnostic(
            .usage, "UnknownName",
            "no \(parameter.types.map(\.name).joined(separator: " or ")) is called '\(text)'",
            hint: names.suggestion(for: text).map { "did you mean '\($0)'?" })
    }

    private func example(_ parameter: SavedQuery.Parameter) -> String {
        let labels = parameter.types.compactMap(\.nodeLabel).filter { !$0.isEmpty }
        return NodeNames(view: view, labels: labels).someID ?? "VALUE"
    }
}

extension ParameterType {
    /// The label of the nodes it takes, empty for any; nil where it takes words.
    fileprivate var nodeLabel: String? {
        switch self {
        case .label(let label): label
        case .any: ""
        case .concept: "Concept"
        case .unmetCondition: "Condition"
        case .property, .handlingRole, .modality: nil
        }
    }
}

/// Finds nodes by id or name, whatever the letter case.
struct NodeNames {
    private let view: GraphView
    private let nodes: [UInt32]
    private static let nameKeys = [
        "id", "name_nb", "name_nn", "name_en", "name", "title", "abbr", "aliases", "hiddenLabels",
    ]

    /// The nodes with one of the labels; all where there are none.
    init(view: GraphView, labels: [String]) {
        self.view = view
        let wanted = labels.compactMap(view.labelID)
        let chunks =
            labels.isEmpty
            ? view.nodeChunks(label: nil) : wanted.flatMap { view.nodeChunks(label: $0) }
        nodes = chunks.flatMap { chunk in
            chunk.range.filter { node in
                !chunk.needsCheck
                    || view.isLive(node: node)
                        && (labels.isEmpty || wanted.contains { view.hasLabel(node, $0) })
            }
        }
    }

    /// The id of the first node.
    var someID: String? { nodes.lazy.compactMap(id).first }

    /// The ids of the nodes with that id or name, the id before all names.
    func ids(named text: String) -> [String] {
        let wanted = text.lowercased()
        if let exact = nodes.compactMap(id).first(where: { $0.lowercased() == wanted }) {
            return [exact]
        }
        return nodes.filter { names(of: $0).contains(wanted) }.compactMap(id)
    }

    /// The id or name nearest to a mistyped one.
    func suggestion(for text: String) -> String? {
        NearNames.suggestions(for: text, among: nodes.flatMap(names), limit: 1).first
    }

    private func id(of node: UInt32) -> String? {
        guard let key = view.keyID("id"), case .string(let id) = view.property(node: node, key: key)
        else { return nil }
        return id
    }

    private func names(of node: UInt32) -> [String] {
        NodeNames.nameKeys.compactMap(view.keyID).flatMap { key -> [String] in
            switch view.property(node: node, key: key) {
            case .string(let name): [name.lowercased()]
            case .list(let names):
                names.compactMap {
                    if case .string(let name) = $0 { name.lowercased() } else { nil }
                }
            default: []
            }
        }
    }
}
