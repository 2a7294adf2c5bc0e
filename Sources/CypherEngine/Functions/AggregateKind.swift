import GraphModel

/// The aggregating functions.
package enum AggregateKind: Sendable, Hashable, CaseIterable {
    /// `count(*)`: rows.
    case countStar
    /// `count(x)`: values that are not null.
    case count
    case sum
    case average
    case minimum
    case maximum
    case collect
    /// Standard deviation of a sample.
    case standardDeviation
    /// Standard deviation of a whole population.
    case populationStandardDeviation
    case percentileContinuous
    case percentileDiscrete

    /// The name the language gives it.
    package var name: String {
        switch self {
        case .countStar, .count: "count"
        case .sum: "sum"
        case .average: "avg"
        case .minimum: "min"
        case .maximum: "max"
        case .collect: "collect"
        case .standardDeviation: "stDev"
        case .populationStandardDeviation: "stDevP"
        case .percentileContinuous: "percentileCont"
        case .percentileDiscrete: "percentileDisc"
        }
    }

    /// Whether a second argument says which percentile is meant.
    package var takesPercentile: Bool {
        self == .percentileContinuous || self == .percentileDiscrete
    }
}
