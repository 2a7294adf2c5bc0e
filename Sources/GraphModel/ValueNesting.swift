extension Value {
    /// How deep lists and maps may nest. Whatever walks a value (comparison, hashing, printing,
    /// the release of its memory) goes as deep as the value does, on a stack of a few megabytes.
    public static let nestingLimit = 500

    /// Whether lists and maps nest deeper than so many levels; looks no further down than that.
    public func nests(deeperThan levels: Int = Value.nestingLimit) -> Bool {
        switch self {
        case .list(let items):
            levels == 0 || items.contains { $0.nests(deeperThan: levels - 1) }
        case .map(let map):
            levels == 0 || map.entries.contains { $0.value.nests(deeperThan: levels - 1) }
        default: false
        }
    }

    /// What is said of a value that nests deeper than the limit.
    public static var tooDeep: Diagnostic {
        Diagnostic(
            .resource, "ValueTooDeep",
            "lists and maps nest deeper than \(nestingLimit) levels",
            hint: "keep values flat: add elements to one list instead of wrapping it")
    }
}
