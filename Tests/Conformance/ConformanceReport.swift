/// Counts what passed, and prints it.
struct ConformanceReport {
    struct Count {
        var passed = 0
        var failed = 0
        var skipped = 0

        var text: String { "\(passed) passed, \(failed) failed, \(skipped) skipped" }
    }

    /// Name of the suite, the first word of the last line.
    let name: String
    private(set) var total = Count()
    private var byFolder: [String: Count] = [:]
    private(set) var failures: [String] = []

    init(name: String) {
        self.name = name
    }

    mutating func pass(folder: String) {
        total.passed += 1
        byFolder[folder, default: Count()].passed += 1
    }

    mutating func fail(folder: String, _ reason: String) {
        total.failed += 1
        byFolder[folder, default: Count()].failed += 1
        failures.append(reason)
    }

    mutating func skip(folder: String) {
        total.skipped += 1
        byFolder[folder, default: Count()].skipped += 1
    }

    /// Every failure, a table a folder, and the sum as the last line.
    func print() {
        for failure in failures { Swift.print(failure) }
        let width = byFolder.keys.map(\.count).max() ?? 0
        for (folder, count) in byFolder.sorted(by: { $0.key < $1.key }) {
            let padding = String(repeating: " ", count: width - folder.count)
            Swift.print("\(folder)\(padding)  \(count.text)")
        }
        Swift.print("\(name): \(total.text)")
    }
}
