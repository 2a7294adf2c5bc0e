import GraphModel
import GraphStore

/// Reads the shortest connection between two nodes: the nodes between are the answer.
struct PathAnswer {
    private(set) var outcome: Outcome

    init(_ rows: QueryRows, frame: TimeFrame) {
        outcome = Outcome(view: rows.view)
        let reader = FactReader(rows.view)
        for row in rows.rows {
            for case .path(let path) in row {
                let facts = path.relationships.flatMap {
                    reader.facts(in: .relationship($0))
                }
                guard facts.allSatisfy(frame.admits) else { continue }
                outcome.facts = facts
                outcome.answers = path.nodes.dropFirst().dropLast().map(\.raw)
                // Two nodes next to each other: the far end is all there is to name.
                if outcome.answers.isEmpty { outcome.answers = path.nodes.suffix(1).map(\.raw) }
                return
            }
        }
    }
}
