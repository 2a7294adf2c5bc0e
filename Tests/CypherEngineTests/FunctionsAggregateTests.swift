import GraphModel
import Testing

@testable import CypherEngine

@Suite("Aggregates")
struct FunctionsAggregateTests {
    private func aggregate(
        _ kind: AggregateKind, _ values: [Value], isDistinct: Bool = false,
        at position: Value? = nil
    ) throws -> String {
        var state = AggregateState(kind, isDistinct: isDistinct)
        for value in values { try state.add(value, percentile: position) }
        return ValuePrinter().text(of: try state.result())
    }

    @Test(
        "Results over values",
        arguments: [
            (.count, [1, nil, 1], false, "2"), (.count, [1, nil, 1], true, "1"),
            (.countStar, [1, nil, 1], false, "3"), (.sum, [], false, "0"),
            (.sum, [1, 2], false, "3"), (.sum, [1, 1, 2], true, "3"), (.average, [], false, "null"),
            (.average, [1, 2], false, "1.5"), (.average, [1, nil, 3], false, "2.0"),
            (.minimum, [], false, "null"), (.minimum, [3, 1, nil], false, "1"),
            (.maximum, [3, 1, nil], false, "3"), (.collect, [2, nil, 1, 2], false, "[2, 1, 2]"),
            (.collect, [2, nil, 1, 2], true, "[2, 1]"),
            (.standardDeviation, [1, 3, 5], false, "2.0"),
            (.standardDeviation, [4], false, "0.0"), (.standardDeviation, [], false, "0.0"),
            (.populationStandardDeviation, [2, 4], false, "1.0"),
        ] as [(AggregateKind, [Int?], Bool, String)])
    func integers(
        kind: AggregateKind, values: [Int?], isDistinct: Bool, expected: String
    ) throws {
        let values = values.map { $0.map(Value.integer) ?? .null }
        #expect(try aggregate(kind, values, isDistinct: isDistinct) == expected)
    }

    @Test("Sums of other types")
    func sums() throws {
        #expect(try aggregate(.sum, [.integer(1), .float(0.5)]) == "1.5")
        #expect(try aggregate(.sum, [.float(1e308), .float(1e308)]) == "Infinity")
        #expect(try aggregate(.sum, Array(repeating: .float(0.1), count: 10)) == "1.0")
        let days = Value.duration(TemporalDuration(days: 1))
        let hours = Value.duration(TemporalDuration(seconds: 3_600))
        #expect(try aggregate(.sum, [days, hours]) == "'P1DT1H'")
        #expect(try aggregate(.average, [days, hours, days, hours]) == "'PT12H30M'")
        #expect(
            try aggregate(.average, [.integer(.max), .integer(.max)]) == "9223372036854776000.0")
    }

    @Test("Only a sum that does not fit is an error, not the steps on the way")
    func overflow() throws {
        #expect(
            try aggregate(.sum, [.integer(.max), .integer(1), .integer(-2)])
                == "9223372036854775806")
        #expect(throws: Diagnostic.self) {
            try aggregate(.sum, [.integer(.max), .integer(1)])
        }
        var count = AggregateState(.countStar)
        try count.addRows(.max)
        #expect(throws: Diagnostic.self) { try count.addRows(1) }
    }

    @Test("Values that cannot be added up are type errors")
    func types() {
        #expect(throws: Diagnostic.self) { try aggregate(.sum, [.string("a")]) }
        #expect(throws: Diagnostic.self) { try aggregate(.average, [.boolean(true)]) }
        #expect(throws: Diagnostic.self) { try aggregate(.standardDeviation, [.string("a")]) }
        #expect(throws: Diagnostic.self) {
            try aggregate(.sum, [.integer(1), .duration(TemporalDuration(days: 1))])
        }
        #expect(throws: Diagnostic.self) {
            try aggregate(.average, [.duration(TemporalDuration(days: 1)), .integer(1)])
        }
        #expect(throws: Diagnostic.self) {
            try aggregate(.percentileDiscrete, [.string("a")], at: .float(0.5))
        }
    }

    @Test(
        "Percentiles",
        arguments: [
            (0.0, "1", "1.0"), (0.1, "1", "1.4"), (0.25, "1", "2.0"), (0.26, "2", "2.04"),
            (0.5, "2", "3.0"), (0.75, "4", "4.25"), (1.0, "5", "5.0"),
        ])
    func percentiles(position: Double, discrete: String, continuous: String) throws {
        let values: [Value] = [.integer(5), .null, .integer(1), .integer(4), .integer(2)]
        #expect(
            try aggregate(.percentileDiscrete, values, at: .float(position)) == discrete)
        let result = try aggregate(.percentileContinuous, values, at: .float(position))
        #expect(abs((Double(result) ?? .nan) - continuousValue(position)) < 1e-12)
        #expect(position != 1 || result == continuous)
    }

    /// The definition on 1, 2, 4, 5, written another way than the code under test.
    private func continuousValue(_ position: Double) -> Double {
        let numbers = [1.0, 2, 4, 5]
        let place = position * 3
        let low = Int(place)
        let high = min(low + 1, 3)
        return numbers[low] * (Double(low + 1) - place) + numbers[high] * (place - Double(low))
    }

    @Test("A percentile has to lie between 0 and 1", arguments: [-0.1, 1.1, 1000, .nan])
    func percentileRange(position: Double) {
        for kind in [AggregateKind.percentileDiscrete, .percentileContinuous] {
            let error = #expect(throws: Diagnostic.self) {
                try aggregate(kind, [.integer(1)], at: .float(position))
            }
            #expect(error?.kind == .argumentError)
            #expect(error?.code == "NumberOutOfRange")
        }
    }

    @Test("Nothing and one thing have percentiles too")
    func smallPercentiles() throws {
        #expect(try aggregate(.percentileDiscrete, [], at: .float(0.5)) == "null")
        #expect(try aggregate(.percentileDiscrete, [.float(2.5)], at: .integer(0)) == "2.5")
        #expect(try aggregate(.percentileContinuous, [.integer(2)], at: .integer(1)) == "2.0")
    }

    @Test("Least and greatest go by the order of all types")
    func extremes() throws {
        let mixed: [Value] = [.integer(1), .string("a"), .list([.integer(1)]), .float(.nan), .null]
        #expect(try aggregate(.minimum, mixed) == "[1]")
        #expect(try aggregate(.maximum, mixed) == "NaN")
    }

    @Test(
        "A row that stands for several counts like several rows", arguments: AggregateKind.allCases)
    func multiplicity(kind: AggregateKind) throws {
        for isDistinct in [false, true] {
            let position: Value? = kind.takesPercentile ? .float(0.4) : nil
            var weighted = AggregateState(kind, isDistinct: isDistinct)
            var repeated = AggregateState(kind, isDistinct: isDistinct)
            for (number, times) in [(3, 2), (1, 5), (3, 0), (7, 1), (1, 3)] {
                try weighted.add(.integer(number), percentile: position, multiplicity: times)
                for _ in 0..<times { try repeated.add(.integer(number), percentile: position) }
            }
            #expect(try Value.isEquivalent(weighted.result(), repeated.result()))
        }
    }

    @Test("Parts of a group of durations merge to the whole, an empty part changes nothing")
    func mergingDurations() throws {
        for kind in [AggregateKind.sum, .average] {
            let empty = AggregateState(kind)
            var days = empty
            try days.add(.duration(TemporalDuration(days: 1)))
            var hours = empty
            try hours.add(.duration(TemporalDuration(seconds: 7_200)))
            var numbers = empty
            try numbers.add(.integer(1))

            var whole = empty
            for part in [days, empty, hours] { try whole.merge(part) }
            let expected = kind == .sum ? "'P1DT2H'" : "'PT13H'"
            #expect(ValuePrinter().text(of: try whole.result()) == expected)
            #expect(throws: Diagnostic.self) { try whole.merge(numbers) }
            #expect(throws: Diagnostic.self) { try numbers.merge(days) }
        }
    }

    @Test("Parts of a group merge to the whole", arguments: AggregateKind.allCases)
    func merging(kind: AggregateKind) throws {
        let numbers = [4, 4, 9, -2, 0, 9, 17, 3, 4, 8].map(Value.integer) + [.null]
        let position: Value? = kind.takesPercentile ? .float(0.6) : nil
        for isDistinct in [false, true] {
            for split in 0...numbers.count {
                var whole = AggregateState(kind, isDistinct: isDistinct)
                var first = whole
                var second = whole
                for (index, number) in numbers.enumerated() {
                    try whole.add(number, percentile: position)
                    if index < split {
                        try first.add(number, percentile: position)
                    } else {
                        try second.add(number, percentile: position)
                    }
                }
                try first.merge(second)
                let (merged, expected) = (try first.result(), try whole.result())
                if let a = merged.asDouble, let b = expected.asDouble {
                    #expect(abs(a - b) < 1e-12, "\(kind) split at \(split)")
                } else {
                    #expect(Value.isEquivalent(merged, expected), "\(kind) split at \(split)")
                }
            }
        }
    }
}
