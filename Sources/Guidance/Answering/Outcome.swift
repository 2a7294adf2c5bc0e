import GraphModel
import GraphStore

/// What the rows of a saved query say, with the time frame applied.
struct Outcome {
    /// The nodes answered with, in order.
    var answers: [UInt32] = []
    /// The literals answered with, in order.
    var values: [Value] = []
    /// A number the query counted itself.
    var count: Int?
    /// The facts that carry the answer.
    var facts: [Fact] = []
    /// For a yes-or-no question: what makes it true, what denies it, what speaks of the list.
    var yes: [Fact] = []
    var no: [Fact] = []
    var list: [Fact] = []
    /// What would make it true but for the date.
    var formerYes: [Fact] = []
    /// Facts that would count but for the date.
    var outOfTime: [Fact] = []
    /// Nodes that would be answered with but for the date.
    var formerAnswers: [UInt32] = []
    /// The modality of a duty.
    var modality: String?
    /// How many rows counted.
    var rowCount = 0

    let view: GraphView

    /// Keeps the actors of a kind, where it is actors that are answered with.
    mutating func keep(_ kind: NodeKind, _ reader: NodeReader) {
        guard answers.contains(where: { reader.labels(of: $0).contains(kind.label) }) else {
            return
        }
        let isKept: (UInt32) -> Bool = { reader.text($0, kind.property) == kind.value }
        let dropped = answers.filter { !isKept($0) }
        answers = answers.filter(isKept)
        facts.removeAll { fact in
            dropped.contains(fact.details.fromNode)
                || fact.details.toNode.map(dropped.contains) ?? false
        }
    }

    /// Whether there is nothing to answer with.
    var isEmpty: Bool { answers.isEmpty && values.isEmpty && count == nil }
}

/// Reads rows into an outcome.
///
/// The names of columns say what they hold: `answer` a node, `value` a literal, `count` a number,
/// `yes` and `no` what a verdict rests on, `list` whether a list is open, `modality` a duty's,
/// `fact` what carries the row. Relationships in any other column are facts beside it.
struct OutcomeReader {
    private let frame: TimeFrame
    private let includesHistory: Bool
    private let reader: FactReader
    private var outcome: Outcome

    init(_ view: GraphView, frame: TimeFrame, includesHistory: Bool) {
        self.frame = frame
        self.includesHistory = includesHistory && frame.asked == nil
        reader = FactReader(view)
        outcome = Outcome(view: view)
    }

    /// Reads all rows.
    mutating func read(_ rows: QueryRows) -> Outcome {
        for row in rows.rows { read(row, rows.columns) }
        return outcome
    }

    private mutating func read(_ row: [Value], _ columns: [String]) {
        guard isInTime(row, columns) else { return }
        outcome.rowCount += 1
        for (name, value) in zip(columns, row) where !value.isNull {
            switch name {
            case "answer": addAnswers(value)
            case "value": addValues(value)
            case "count": if case .integer(let number) = value { outcome.count = number }
            case "modality": if case .string(let text) = value { outcome.modality = text }
            case "yes": add(value, to: \.yes)
            case "no": add(value, to: \.no)
            case "list": add(value, to: \.list)
            default: add(value, to: \.facts)
            }
        }
    }

    /// Whether the row's own facts and answers count at the date; what does not is remembered.
    private mutating func isInTime(_ row: [Value], _ columns: [String]) -> Bool {
        var isInTime = true
        for (name, value) in zip(columns, row) where !value.isNull {
            switch name {
            case "fact":
                for fact in reader.facts(in: value) where !counts(fact) {
                    isInTime = false
                    append(fact, to: \.outOfTime)
                }
            case "answer":
                for node in nodes(in: value) where !counts(node) { isInTime = false }
            default: break
            }
        }
        if !isInTime, let at = columns.firstIndex(of: "answer") {
            for node in nodes(in: row[at]) where !outcome.formerAnswers.contains(node) {
                outcome.formerAnswers.append(node)
            }
        }
        return isInTime
    }

    private func counts(_ fact: Fact) -> Bool {
        if includesHistory { return !(frame.goesBySource && fact.isOverlay) }
        return frame.admits(fact)
    }

    private func counts(_ node: UInt32) -> Bool {
        if includesHistory {
            return !(frame.goesBySource && reader.nodes.confidence(node: node) == "overlay")
        }
        return frame.admits(node: node, reader.nodes)
    }

    // MARK: - Columns

    private func nodes(in value: Value) -> [UInt32] {
        switch value {
        case .node(let node): [node.raw]
        case .list(let values): values.flatMap(nodes)
        default: []
        }
    }

    private mutating func addAnswers(_ value: Value) {
        for node in nodes(in: value) where !outcome.answers.contains(node) {
            outcome.answers.append(node)
        }
    }

    private mutating func addValues(_ value: Value) {
        if case .list(let values) = value {
            for one in values { addValues(one) }
            return
        }
        let text = AnswerValue.text(value)
        if !outcome.values.contains(where: { AnswerValue.text($0) == text }) {
            outcome.values.append(value)
        }
    }

    private mutating func add(_ value: Value, to part: WritableKeyPath<Outcome, [Fact]>) {
        for fact in reader.facts(in: value) {
            if counts(fact) {
                append(fact, to: part)
            } else if part == \.yes {
                append(fact, to: \.formerYes)
            }
        }
    }

    private mutating func append(_ fact: Fact, to part: WritableKeyPath<Outcome, [Fact]>) {
        if !outcome[keyPath: part].contains(where: { $0.isSame(as: fact) }) {
            outcome[keyPath: part].append(fact)
        }
    }
}
