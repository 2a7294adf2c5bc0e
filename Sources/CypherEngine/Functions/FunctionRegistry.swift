import GraphModel

/// All functions of the language.
package enum FunctionRegistry {
    /// Every function, by name.
    package static let all: [FunctionDescriptor] = (own + StandardNames.table(of: own))
        .sorted { $0.name.lowercased() < $1.name.lowercased() }

    private static let own =
        ScalarFunctions.table + ConversionFunctions.table + ListFunctions.table
        + StringFunctions.table + MathFunctions.table + GraphFunctions.table
        + TemporalFunctions.table + AggregateFunctions.table

    private static let byName = Dictionary(
        all.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })

    /// The function of that name, letter case ignored.
    package static func find(_ name: String) -> FunctionDescriptor? { byName[name.lowercased()] }

    /// All names, in order.
    package static var names: [String] { all.map(\.name) }

    /// The names most like one that is not known.
    package static func suggestions(for name: String) -> [String] {
        NearNames.suggestions(for: name, among: names)
    }
}
