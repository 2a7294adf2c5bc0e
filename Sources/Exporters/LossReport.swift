import GraphModel

/// What a format could not hold.
package struct LossReport: Sendable, Equatable {
    /// One kind of loss.
    package enum Loss: Sendable, Hashable {
        /// Values of a property that became text: what they were.
        case asText(key: String, what: String)
        /// Values of a property that were left out: why.
        case leftOut(key: String, why: String)
        /// A property that had to have another name.
        case renamed(key: String, to: String)
        /// Anything else, in words that follow a number.
        case other(String)
    }

    private var counts: [Loss: Int] = [:]
    private var order: [Loss] = []

    package init() {}

    /// Whether nothing was lost.
    package var isEmpty: Bool { order.isEmpty }

    mutating func add(_ loss: Loss, count: Int = 1) {
        guard count > 0 else { return }
        if counts[loss] == nil { order.append(loss) }
        counts[loss, default: 0] += count
    }

    /// How often something was lost.
    package func count(of loss: Loss) -> Int { counts[loss] ?? 0 }

    /// A line for each kind of loss, in order of first occurrence.
    package var lines: [String] {
        order.map { loss in
            let count = counts[loss] ?? 0
            let values = count == 1 ? "1 value" : "\(count) values"
            return switch loss {
            case .asText(let key, let what): "'\(key)': \(what) became text (\(values))"
            case .leftOut(let key, let why): "'\(key)': left out, \(why) (\(values))"
            case .renamed(let key, let name): "'\(key)' is called '\(name)' (\(values))"
            case .other(let words): "\(count) \(words)"
            }
        }
    }

    /// What there is to say on standard error; nil where nothing was lost.
    package func diagnostic(format: String) -> Diagnostic? {
        if isEmpty { return nil }
        return Diagnostic(
            .data, "LossyExport", "'\(format)' cannot hold all of the graph", notes: lines,
            severity: .warning)
    }
}
