import GraphModel

/// What an aggregating function remembers of the rows of one group.
///
/// A row can stand for several equal ones (its multiplicity). States of parts of a group can be
/// merged. Nulls do not count, except for `count(*)`.
package struct AggregateState: Sendable {
    /// The function.
    package let kind: AggregateKind
    private var content: Content
    /// The values seen, where only distinct ones count.
    private var distinct: DistinctValues?

    private enum Content: Sendable {
        case count(Int)
        /// Of a sum or average, as long as no duration has come.
        case numbers(NumberSum, count: Int)
        /// Of a sum or average of durations.
        case durations(TemporalDuration, count: Int)
        case extreme(Value)
        case collect([Value])
        case deviation(Deviation)
        case percentile(Percentile)
        /// Stands in while a list is changed, so that it is not copied.
        case taken
    }

    /// Creates the state of an empty group.
    package init(_ kind: AggregateKind, isDistinct: Bool = false) {
        self.kind = kind
        distinct = isDistinct && kind != .countStar ? DistinctValues() : nil
        content =
            switch kind {
            case .countStar, .count: .count(0)
            case .sum, .average: .numbers(NumberSum(), count: 0)
            case .minimum, .maximum: .extreme(.null)
            case .collect: .collect([])
            case .standardDeviation, .populationStandardDeviation: .deviation(Deviation())
            case .percentileContinuous, .percentileDiscrete: .percentile(Percentile())
            }
    }

    /// Adds the value of a row; `percentile` is the second argument of the percentile functions.
    ///
    /// - Returns: Whether it counted: null does not, nor a value seen before where only distinct
    ///   ones do.
    @discardableResult
    package mutating func add(
        _ value: Value, percentile: Value? = nil, multiplicity: Int = 1
    ) throws(Diagnostic) -> Bool {
        if let percentile { try setPercentile(percentile) }
        if kind == .countStar {
            try addCount(multiplicity)
            return true
        }
        if value.isNull || multiplicity <= 0 { return false }
        if distinct == nil {
            try include(value, multiplicity)
        } else if distinct?.insert(value) == true {
            try include(value, 1)
        } else {
            return false
        }
        return true
    }

    /// Adds rows that need no value: `count(*)` over so many of them.
    package mutating func addRows(_ count: Int) throws(Diagnostic) { try addCount(count) }

    private mutating func include(_ value: Value, _ multiplicity: Int) throws(Diagnostic) {
        switch content {
        case .count: try addCount(multiplicity)
        case .numbers(var sum, let count):
            if case .duration(let duration) = value, count == 0 {
                let total = try duration.multiplied(by: multiplicity)
                content = .durations(total, count: multiplicity)
                return
            }
            try sum.add(value, multiplicity, kind)
            content = .numbers(sum, count: try AggregateState.total(count, multiplicity))
        case .durations(let sum, let count):
            guard case .duration(let duration) = value else { throw mixed() }
            let total = try sum.adding(duration.multiplied(by: multiplicity))
            content = .durations(total, count: try AggregateState.total(count, multiplicity))
        case .extreme(let best):
            if best.isNull || isBetter(value, than: best) { content = .extreme(value) }
        case .collect(var values):
            content = .taken
            values.append(contentsOf: repeatElement(value, count: multiplicity))
            content = .collect(values)
        case .deviation(var deviation):
            try deviation.add(value, multiplicity, kind)
            content = .deviation(deviation)
        case .percentile(var percentile):
            content = .taken
            defer { content = .percentile(percentile) }
            try percentile.add(value, multiplicity, kind)
        case .taken: break
        }
    }

    /// Adds a number to a sum or average of all values.
    @inline(__always)
    mutating func add(number: Int) throws(Diagnostic) {
        guard case .numbers(var sum, let count) = content else {
            try add(.integer(number))
            return
        }
        try sum.add(number, kind)
        content = .numbers(sum, count: count &+ 1)
    }

    /// Adds a number to a sum or average of all values.
    @inline(__always)
    mutating func add(number: Double) throws(Diagnostic) {
        guard case .numbers(var sum, let count) = content else {
            try add(.float(number))
            return
        }
        sum.add(number)
        content = .numbers(sum, count: count &+ 1)
    }

    private func mixed() -> Diagnostic {
        Diagnostic(
            .typeError, "InvalidArgumentType",
            "'\(kind.name)' takes numbers or durations, not both")
    }

    private func isBetter(_ value: Value, than best: Value) -> Bool {
        let order = Value.order(value, best)
        return kind == .minimum ? order < 0 : order > 0
    }

    private mutating func addCount(_ more: Int) throws(Diagnostic) {
        guard case .count(let count) = content else { return }
        content = .count(try AggregateState.total(count, more))
    }

    private static func total(_ count: Int, _ more: Int) throws(Diagnostic) -> Int {
        let (total, overflow) = count.addingReportingOverflow(more)
        if overflow { throw FunctionError.integerOverflow("a count") }
        return total
    }

    private mutating func setPercentile(_ value: Value) throws(Diagnostic) {
        guard case .percentile(var percentile) = content else { return }
        content = .taken
        defer { content = .percentile(percentile) }
        try percentile.setPosition(value, kind)
    }

    /// Adds what another state of the same function has seen, as if it had come after.
    package mutating func merge(_ other: AggregateState) throws(Diagnostic) {
        if let values = other.distinct?.values {
            try merge(distinct: values, of: other)
        } else {
            try merge(content: other.content)
        }
    }

    /// Adds the other's distinct values, as far as they are new here.
    private mutating func merge(
        distinct values: [Value], of other: AggregateState
    ) throws(Diagnostic) {
        if case .percentile(let theirs) = other.content, let position = theirs.position {
            try setPercentile(.float(position))
        }
        for value in values { try add(value) }
    }

    private mutating func merge(content other: Content) throws(Diagnostic) {
        switch (content, other) {
        case (.count, .count(let more)): try addCount(more)
        case (_, .numbers(_, count: 0)): break
        case (.numbers(_, count: 0), .durations): content = other
        case (.numbers(var sum, let count), .numbers(let more, let others)):
            try sum.merge(more, kind)
            content = .numbers(sum, count: try AggregateState.total(count, others))
        case (.durations(let sum, let count), .durations(let more, let others)):
            content = .durations(
                try sum.adding(more), count: try AggregateState.total(count, others))
        case (.numbers, .durations), (.durations, .numbers): throw mixed()
        case (.extreme, .extreme(let value)):
            if !value.isNull { try include(value, 1) }
        case (.collect(var values), .collect(let more)):
            content = .taken
            values += more
            content = .collect(values)
        case (.deviation(var deviation), .deviation(let more)):
            deviation.merge(more)
            content = .deviation(deviation)
        case (.percentile(var percentile), .percentile(let more)):
            content = .taken
            percentile.merge(more)
            content = .percentile(percentile)
        default:
            throw Diagnostic(
                .internalError, "AggregateMismatch", "states of two functions were merged")
        }
    }

    /// The function's result over what was added.
    package func result() throws(Diagnostic) -> Value {
        switch content {
        case .count(let count): .integer(count)
        case .numbers(let sum, let count):
            kind == .sum ? try sum.total(kind) : sum.mean(over: count)
        case .durations(let sum, let count):
            .duration(kind == .sum ? sum : try sum.divided(by: count))
        case .extreme(let value): value
        case .collect(let values): .list(values)
        case .deviation(let deviation):
            .float(deviation.result(ofSample: kind == .standardDeviation))
        case .percentile(let percentile):
            percentile.result(isContinuous: kind == .percentileContinuous)
        case .taken: .null
        }
    }
}

/// Different values in the order in which they came.
private struct DistinctValues: Sendable {
    private var known: Set<ValueKey> = []
    private(set) var values: [Value] = []

    /// Adds a value; false where an equivalent one is there already.
    mutating func insert(_ value: Value) -> Bool {
        guard known.insert(ValueKey(value)).inserted else { return false }
        values.append(value)
        return true
    }
}
