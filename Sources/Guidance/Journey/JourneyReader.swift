import GraphModel
import GraphStore

/// Makes a journey of the rows of saved queries.
///
/// Each column says what it holds: `stage` and `answer` a node, `subject` whom the row is said of,
/// `fact` what carries it, `modality` a duty's, and a column named like a detail the facts of that
/// detail. What does not hold at the date is left out.
struct JourneyReader {
    private let view: GraphView
    private let frame: TimeFrame
    private let language: Language
    private let reader: FactReader

    init(_ view: GraphView, frame: TimeFrame, language: Language) {
        self.view = view
        self.frame = frame
        self.language = language
        reader = FactReader(view)
    }

    /// A row with its columns by name.
    struct Row {
        private let values: [Value]
        private let columns: [String: Int]

        init(_ values: [Value], _ columns: [String: Int]) {
            self.values = values
            self.columns = columns
        }

        subscript(name: String) -> Value {
            columns[name].map { values[$0] } ?? .null
        }

        func node(_ name: String) -> UInt32? {
            if case .node(let node) = self[name] { node.raw } else { nil }
        }

        func text(_ name: String) -> String? {
            if case .string(let text) = self[name] { text } else { nil }
        }
    }

    /// The rows that hold at the date.
    func rows(_ result: QueryRows) -> [Row] {
        let columns = Dictionary(
            result.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return result.rows.map { Row($0, columns) }.filter { row in
            let facts = reader.facts(in: row["fact"])
            let nodes = ["stage", "answer", "subject"].compactMap(row.node)
            return !facts.isEmpty && facts.allSatisfy(frame.admits) && nodes.allSatisfy(isThere)
        }
    }

    /// A step without its sections.
    func stage(_ row: Row) -> Journey.Stage? {
        guard let node = row.node("answer") else { return nil }
        return Journey.Stage(
            node: shown(node), facts: reader.facts(in: row["fact"]),
            details: details(row, of: node), sections: [], next: parts(row["next"], of: node))
    }

    /// An entry of a section; rows about one node at one stage come together.
    func add(_ row: Row, to entries: inout [Journey.Entry]) {
        guard let node = row.node("answer") else { return }
        let facts = reader.facts(in: row["fact"])
        let subject = row.node("subject").map(shown)
        let id = reader.name(node)
        if let at = entries.firstIndex(where: { $0.node.id == id && $0.subject?.id == subject?.id })
        {
            for fact in facts where !entries[at].facts.contains(where: { $0.isSame(as: fact) }) {
                entries[at].facts.append(fact)
                entries[at].roles += fact.details.roles.filter { !entries[at].roles.contains($0) }
            }
            return
        }
        entries.append(
            Journey.Entry(
                node: shown(node), subject: subject, facts: facts,
                roles: facts.flatMap(\.details.roles), modality: row.text("modality"),
                remark: facts.compactMap(remark).first, details: details(row, of: node)))
    }

    // MARK: - Details

    private func details(_ row: Row, of node: UInt32) -> [Journey.Detail] {
        Journey.DetailKind.allCases.compactMap { kind in
            let parts = parts(row[kind.rawValue], of: node)
            return parts.isEmpty ? nil : Journey.Detail(kind: kind, parts: parts)
        }
    }

    private func parts(_ value: Value, of node: UInt32) -> [Journey.Part] {
        var parts: [Journey.Part] = []
        for fact in reader.facts(in: value) where frame.admits(fact) {
            guard let part = part(fact, of: node),
                !parts.contains(where: { $0.fact.isSame(as: fact) })
            else { continue }
            parts.append(part)
        }
        return parts
    }

    /// The other end of a fact, or the text of a property.
    private func part(_ fact: Fact, of node: UInt32) -> Journey.Part? {
        guard let target = fact.details.toNode else {
            let text =
                reader.nodes.text(node, fact.type, in: language)
                ?? fact.value.map(AnswerValue.text)
            return text.map { Journey.Part(text: $0, fact: fact) }
        }
        let other = target == node ? fact.details.fromNode : target
        guard isThere(other) else { return nil }
        let shown = shown(other)
        return Journey.Part(node: shown, text: shown.name, remark: remark(fact), fact: fact)
    }

    private func remark(_ fact: Fact) -> String? {
        fact.details.remarks[language] ?? fact.details.remarks[.nb]
    }

    // MARK: - Nodes

    func shown(_ node: UInt32) -> Answer.Node {
        Answer.Node(
            id: reader.name(node), label: reader.nodes.labels(of: node).first ?? "",
            name: name(node))
    }

    /// Whether a stage has this id or is called so, in any language.
    func isCalled(_ name: String, _ stage: Journey.Stage) -> Bool {
        guard let node = stage.facts.first?.details.fromNode else { return false }
        let wanted = Tokenizer.tokens(name).map(\.folded)
        return stage.node.id == name
            || reader.nodes.names(of: node).contains {
                Tokenizer.tokens($0).map(\.folded) == wanted
            }
    }

    /// `Utlendingsdirektoratet (UDI)`
    private func name(_ node: UInt32) -> String {
        let name = reader.nodes.displayName(of: node, in: language)
        guard reader.nodes.labels(of: node).contains("Actor"),
            let short = reader.nodes.abbreviation(of: node), short != name
        else { return name }
        return "\(name) (\(short))"
    }

    private func isThere(_ node: UInt32) -> Bool { frame.admits(node: node, reader.nodes) }
}
