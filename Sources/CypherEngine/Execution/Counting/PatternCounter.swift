import CypherSyntax
import GraphModel
import GraphStore

/// Counts the matches of a pattern without making them.
///
/// A node that hangs on one edge is eliminated: it becomes a factor of its neighbour's number.
/// Leaf after leaf, a tree shrinks to one node whose numbers are added up. What is left of a
/// cyclic pattern is walked (`CoreCounter`), with the numbers riding along.
struct PatternCounter {
    let resolver: CountResolver
    /// Which nodes of a range fulfil a condition on one variable.
    let fulfilled: (BoundExpression, VariableID, Range<UInt32>) throws -> [Bool]
    let guardian: QueryGuard

    /// The number of matches.
    ///
    /// - Throws: `NotCountable` where the rows must be made to count them.
    func count(_ pattern: CountPattern) throws -> Int128 {
        let terms = try CountTerms(pattern, resolver: resolver).terms
        var total: Int128 = 0
        for term in terms { total += Int128(term.sign) * (try countTerm(term.pattern)) }
        return total
    }

    private func countTerm(_ pattern: CountPattern) throws -> Int128 {
        var total: Int128 = 1
        for component in components(pattern) {
            var elimination = try Elimination(pattern, nodes: component, counter: self)
            total = try product(total, try elimination.run())
            if total == 0 { return 0 }
        }
        return total
    }

    private func product(_ left: Int128, _ right: Int128) throws -> Int128 {
        let (result, overflow) = left.multipliedReportingOverflow(by: right)
        if overflow { throw NotCountable() }
        return result
    }

    /// The connected parts of a pattern.
    private func components(_ pattern: CountPattern) -> [[Int]] {
        var open = Set(pattern.liveNodes)
        var found: [[Int]] = []
        while let start = open.min() {
            var part: Set<Int> = [start]
            var grows = true
            while grows {
                grows = false
                for edge in pattern.edges
                where part.contains(edge.left) != part.contains(edge.right) {
                    part.formUnion([edge.left, edge.right])
                    grows = true
                }
            }
            open.subtract(part)
            found.append(part.sorted())
        }
        return found
    }

    /// For each node of the root's groups, how often a branch matches.
    func branchWeights(_ branch: CountPattern.Branch) throws -> NodeWeights {
        let terms = try CountTerms(branch.pattern, resolver: resolver).terms
        guard terms.count <= 1, branch.pattern.inequalities.isEmpty,
            branch.pattern.absences.isEmpty
        else { throw NotCountable() }
        var pattern = branch.pattern
        pattern.distinctEdges = []
        var elimination = try Elimination(
            pattern, nodes: pattern.liveNodes, counter: self)
        return try elimination.weights(rootedAt: branch.innerRoot)
    }
}
