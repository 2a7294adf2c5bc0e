import GraphModel

/// Keeps, among the rows with the same ends, those with the shortest paths.
final class SelectPathsOperator: UnaryOperator {
    private let partition: [VariableID]
    private let path: VariableID
    private let selection: SearchSelection
    private let count: Evaluator?
    private let layout: RowLayout
    private var result: Batch?
    private var isDone = false

    init(
        _ input: Operator, partition: [VariableID], path: VariableID,
        selection: SearchSelection, count: Evaluator?, layout: RowLayout
    ) {
        self.partition = partition
        self.path = path
        self.selection = selection
        self.count = count
        self.layout = layout
        super.init(input)
    }

    override func open(_ context: ExecutionContext) throws {
        try super.open(context)
        letGo(context)
        isDone = false
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        guard !isDone else { return nil }
        isDone = true
        guard let all = Batch.joined(try drain(input, context)) else { return nil }
        var numbering = RowNumbering()
        let groups = numbering.numbers(of: partition.map { all[$0] }, count: all.count)
        let lengths = (0..<all.count).map { row -> Int in
            if case .path(let path) = all[path].value(row) { path.relationships.count } else { 0 }
        }
        let wanted = try count.map { try rowCount($0, "SHORTEST", layout, context) } ?? 1
        let rows = (0..<all.count).sorted {
            lengths[$0] == lengths[$1] ? $0 < $1 : lengths[$0] < lengths[$1]
        }
        var taken = Array(repeating: 0, count: numbering.count)
        var last = Array(repeating: -1, count: numbering.count)
        var kept: [Int] = []
        for row in rows {
            let group = groups[row]
            if accepts(&taken[group], &last[group], lengths[row], wanted) { kept.append(row) }
        }
        return kept.isEmpty ? nil : all.gathered(kept.sorted())
    }

    private func accepts(
        _ taken: inout Int, _ last: inout Int, _ length: Int, _ wanted: Int
    ) -> Bool {
        switch selection {
        case .shortest:
            guard taken < wanted else { return false }
            taken += 1
            return true
        case .allShortest, .groups:
            let allowed = if case .allShortest = selection { 1 } else { wanted }
            if length != last {
                guard taken < allowed else { return false }
                taken += 1
                last = length
            }
            return true
        }
    }
}
