import GraphModel
import GraphStore

/// Picks what matters most around a node for a question of one or two words.
struct Overview {
    private(set) var outcome: Outcome

    /// How many nodes an overview names at most, the subjects included.
    private static let limit = 7

    /// Types of relationship by how much they matter, for the label of the subject.
    private static let order: [String: [String]] = [
        "Stage": ["HANDLES", "APPLIES_AT", "GROUNDED_IN", "EXCLUDES", "PRECEDES"],
        "Right": ["HAS_RIGHT", "APPLIES_AT", "ADDRESSED_TO", "REQUIRES", "GROUNDED_IN"],
        "Service": ["PROVIDES", "ADDRESSED_TO", "APPLIES_AT"],
        "Duty": ["HAS_DUTY", "ADDRESSED_TO", "REQUIRES"],
        "Actor": ["HAS_DUTY", "HANDLES", "PROVIDES", "MEMBER_OF", "REPORTS_TO", "PART_OF"],
        "Group": ["MEMBER_OF", "PART_OF"],
        "Concept": ["PURSUES", "PART_OF", "EXCLUDES"],
        "Provision": ["REPLACED_BY", "GROUNDED_IN", "PART_OF", "ADDRESSED_TO"],
        "LegalInstrument": ["RATIFIED", "ISSUED_BY", "PART_OF", "SUPPLEMENTS"],
        "Role": ["HAS_RIGHT", "ADDRESSED_TO"],
        "Condition": ["REQUIRES", "EXCLUDES"],
    ]

    init(_ rows: QueryRows, frame: TimeFrame, subjects: [UInt32]) {
        outcome = Outcome(view: rows.view)
        let reader = FactReader(rows.view)
        outcome.answers = subjects
        var facts: [(rank: Int, fact: Fact)] = []
        for row in rows.rows {
            for fact in row.flatMap({ reader.facts(in: $0) }) where frame.admits(fact) {
                guard let rank = Self.rank(fact, subjects, reader.nodes) else { continue }
                facts.append((rank, fact))
            }
        }
        facts.sort { $0.rank < $1.rank }
        for (_, fact) in facts where !outcome.facts.contains(where: { $0.isSame(as: fact) }) {
            guard outcome.facts.count < 20 else { break }
            outcome.facts.append(fact)
        }
        addNeighbours(facts.filter { $0.rank == 0 }.map(\.fact), subjects)
    }

    /// The nodes at the other end of what matters most are named too, where they are few.
    private mutating func addNeighbours(_ facts: [Fact], _ subjects: [UInt32]) {
        var neighbours: [UInt32] = []
        for fact in facts {
            let ends = [fact.details.fromNode, fact.details.toNode ?? fact.details.fromNode]
            for node in ends where !subjects.contains(node) && !neighbours.contains(node) {
                neighbours.append(node)
            }
        }
        guard subjects.count + neighbours.count <= Self.limit else { return }
        outcome.answers = subjects + neighbours
    }

    private static func rank(_ fact: Fact, _ subjects: [UInt32], _ nodes: NodeReader) -> Int? {
        for subject in subjects
        where fact.details.fromNode == subject || fact.details.toNode == subject {
            let order = nodes.labels(of: subject).compactMap { Self.order[$0] }.first ?? []
            return order.firstIndex(of: fact.type) ?? order.count
        }
        return nil
    }
}
