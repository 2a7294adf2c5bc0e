import GraphModel

/// The aggregating functions.
enum AggregateFunctions {
    static let table: [FunctionDescriptor] = [
        aggregate(
            .count, [.any], .fixed(.integer), "Counts the values that are not null.",
            example: "UNWIND [1, null, 3] AS x RETURN count(x)  // 2"),
        aggregate(
            .sum, [[.number, .duration]], .sameAsFirst,
            "Adds up numbers or durations; 0 for none.",
            example: "UNWIND [1, 2, 3] AS x RETURN sum(x)  // 6"),
        aggregate(
            .average, [[.number, .duration]], .meanOfFirst,
            "The mean of numbers or durations; null for none.",
            example: "UNWIND [1, 2, 6] AS x RETURN avg(x)  // 3.0"),
        aggregate(
            .minimum, [.any], .sameAsFirst, "The value that sorts first; null for none.",
            example: "UNWIND [3, 1, 2] AS x RETURN min(x)  // 1"),
        aggregate(
            .maximum, [.any], .sameAsFirst, "The value that sorts last; null for none.",
            example: "UNWIND [3, 1, 2] AS x RETURN max(x)  // 3"),
        aggregate(
            .collect, [.any], .listOfFirst, "The values that are not null, as a list.",
            example: "UNWIND [1, null, 3] AS x RETURN collect(x)  // [1, 3]"),
        aggregate(
            .standardDeviation, [.number], .fixed(.float),
            "The standard deviation of a sample of numbers.",
            example: "UNWIND [1, 3, 5] AS x RETURN stDev(x)  // 2.0"),
        aggregate(
            .populationStandardDeviation, [.number], .fixed(.float),
            "The standard deviation of all numbers there are.",
            example: "UNWIND [2, 4] AS x RETURN stDevP(x)  // 1.0"),
        aggregate(
            .percentileContinuous, [.number, .number], .fixed(.float),
            "The number below which a share of all lies, between two of them where need be.",
            example: "UNWIND [1, 2, 4] AS x RETURN percentileCont(x, 0.75)  // 3.0"),
        aggregate(
            .percentileDiscrete, [.number, .number], .sameAsFirst,
            "The first of the sorted numbers that a share of all does not exceed.",
            example: "UNWIND [1, 2, 4] AS x RETURN percentileDisc(x, 0.5)  // 2"),
    ]

    private static func aggregate(
        _ kind: AggregateKind, _ types: [TypeSet], _ result: FunctionDescriptor.ResultRule,
        _ summary: String, example: String
    ) -> FunctionDescriptor {
        FunctionDescriptor(
            name: kind.name, category: .aggregating, minArguments: types.count,
            maxArguments: types.count, argumentTypes: types, resultRule: result,
            determinism: .always, summary: summary, example: example, body: .aggregate(kind))
    }
}
