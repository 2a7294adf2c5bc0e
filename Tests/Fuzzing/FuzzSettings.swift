#if canImport(Glibc)
    import Glibc
#endif

/// How many inputs a run tries: `VEIVISER_SPOILT=N` gives N to every parser,
/// `VEIVISER_SPOILT=NAME=N,NAME=N` to the named ones alone. `VEIVISER_SEED` is the number of the
/// first input; an input's number is all it depends on, beside the seeds.
struct FuzzSettings: Sendable {
    /// Whether the environment asks for a long run, which is then alone in its process.
    let isLong: Bool
    /// The number of the first input.
    let first: Int
    private let all: Int?
    private let named: [String: Int]

    init() {
        let wish = Self.variable("VEIVISER_SPOILT")
        isLong = wish != nil
        first = Self.variable("VEIVISER_SEED").flatMap { Int($0) } ?? 0
        all = wish.flatMap { Int($0) }
        var named: [String: Int] = [:]
        for pair in (wish ?? "").split(separator: ",") {
            let sides = pair.split(separator: "=")
            if sides.count == 2, let count = Int(sides[1]) { named[String(sides[0])] = count }
        }
        self.named = named
    }

    /// How many inputs a parser gets.
    func count(for subject: FuzzSubject) -> Int {
        isLong ? named[subject.name] ?? all ?? 0 : subject.ordinaryCount
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
