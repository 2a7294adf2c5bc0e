import GraphStore
import Synchronization

/// A pattern to be counted, with the program for the graph it was last counted in.
package final class PreparedCount: Sendable {
    package let pattern: CountPattern
    private let latest = Mutex<Latest>(Latest())

    /// The graph is not kept alive.
    private struct Latest {
        weak var base: BaseGraph?
        var program: CountProgram?
    }

    init(_ pattern: CountPattern) {
        self.pattern = pattern
    }

    /// How the pattern is counted in a graph; nil where its rows must be made.
    func program(for base: BaseGraph) throws -> CountProgram? {
        if let found = latest.withLock({ $0.base === base ? .some($0.program) : nil }) {
            return found
        }
        let program: CountProgram?
        do {
            program = try CountCompiler.compile(pattern, base: base)
        } catch is NotCountable {
            program = nil
        }
        latest.withLock { $0 = Latest(base: base, program: program) }
        return program
    }
}
