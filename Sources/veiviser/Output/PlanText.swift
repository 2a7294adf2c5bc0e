import CypherEngine

/// A plan as a tree of text.
struct PlanText {
    private(set) var text = ""

    init(_ plan: PlanDescription) {
        write(plan, prefix: "", isLast: true, isRoot: true)
    }

    private mutating func write(
        _ plan: PlanDescription, prefix: String, isLast: Bool, isRoot: Bool
    ) {
        let branch = isRoot ? "" : isLast ? "└─ " : "├─ "
        let details = plan.details.isEmpty ? "" : " \(plan.details)"
        text += "\(prefix)\(branch)\(plan.name)\(details)  [\(numbers(plan))]\n"
        let deeper = isRoot ? "" : prefix + (isLast ? "   " : "│  ")
        for (index, input) in plan.inputs.enumerated() {
            let last = index == plan.inputs.count - 1
            write(input, prefix: deeper, isLast: last, isRoot: false)
        }
    }

    private func numbers(_ plan: PlanDescription) -> String {
        var parts = ["~\(rounded(plan.estimatedRows)) rows"]
        if let rows = plan.rows { parts.append("\(rows) rows") }
        if let time = plan.milliseconds { parts.append("\(rounded(time)) ms") }
        return parts.joined(separator: ", ")
    }

    private func rounded(_ number: Double) -> String {
        if number >= 100 || number == number.rounded() { return "\(Int(min(number, 1e15)))" }
        return "\((number * 100).rounded() / 100)"
    }
}
