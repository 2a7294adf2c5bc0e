import GraphModel

/// The conformance kit of external plugins: runs a program over samples and names every rule of
/// the protocol it breaks.
public struct ImporterCheck {
    /// A rule and whether it is kept.
    public struct Finding: Sendable {
        /// The rule, as one sentence about the program.
        public let rule: String
        /// Whether the program keeps it.
        public let isKept: Bool
        /// Whether breaking it is allowed, but a pity.
        public let isAdvice: Bool
        /// What was seen where it is broken; else empty.
        public let detail: String
    }

    private let program: String
    private let sandbox: Sandbox
    private let limits: ExternalLimits
    private let triples: (any TripleReceiverSource)?
    /// What was found so far.
    public private(set) var findings: [Finding] = []

    /// Prepares to check a program.
    public init(
        program: String, sandbox: Sandbox = .detect(), limits: ExternalLimits = ExternalLimits(),
        triples: (any TripleReceiverSource)? = nil
    ) {
        self.program = program
        self.sandbox = sandbox
        self.limits = limits
        self.triples = triples
    }

    /// Whether no rule is broken; advice does not count.
    public var isPassed: Bool { findings.allSatisfy { $0.isKept || $0.isAdvice } }

    /// Checks the program over the samples.
    public mutating func run(samples: [InputFile]) {
        guard let importer = introduce() else { return }
        checkEnding()
        for sample in samples {
            check(sample, importer)
            for broken in ImporterCheck.broken(sample) { checkSurvival(broken, importer) }
        }
    }

    private mutating func add(
        _ rule: String, _ isKept: Bool, _ detail: String = "", isAdvice: Bool = false
    ) {
        findings.append(
            Finding(
                rule: rule, isKept: isKept, isAdvice: isAdvice, detail: isKept ? "" : detail))
    }

    private static func text(_ diagnostic: Diagnostic) -> String {
        ([diagnostic.message] + diagnostic.notes).joined(separator: "; ")
    }

    private mutating func introduce() -> ExternalImporter? {
        let rule = "it says hello with version \(PluginMessage.version) of the protocol"
        do throws(Diagnostic) {
            let importer = try ExternalImporter(
                program: program, sandbox: sandbox, limits: limits, triples: triples)
            add(rule, true)
            add(
                "it names the endings or marks of its format",
                !importer.descriptor.extensions.isEmpty || !importer.marks.isEmpty,
                "'extensions' and 'marks' are empty: it is found by --importer only",
                isAdvice: true)
            return importer
        } catch {
            add(rule, false, ImporterCheck.text(error))
            return nil
        }
    }

    /// After the hello, a program whose input is closed ends by itself, with status 0.
    private mutating func checkEnding() {
        let rule = "it ends with status 0 when its input is closed"
        do throws(Diagnostic) {
            var connection = try PluginConnection(program, sandbox: sandbox, limits: limits)
            _ = try PluginTalk.introduce(&connection, limits)
            switch connection.finish() {
            case .exit(0): add(rule, true)
            case .exit(let status): add(rule, false, "it ended with status \(status)")
            case .signal(let number): add(rule, false, "it was ended by signal \(number)")
            case nil: add(rule, false, "it was still there after \(limits.graceSeconds) s")
            }
        } catch {
            add(rule, false, ImporterCheck.text(error))
        }
    }

    private mutating func check(_ sample: InputFile, _ importer: ExternalImporter) {
        let name = sample.baseName
        guard let first = read(sample, importer, "it reads '\(name)' to the end") else { return }
        add(
            "it finds something in '\(name)'", first.nodeCount + first.statements > 0,
            "neither a node nor a triple came")
        let faults = first.diagnostics.filter { $0.severity == .error }
        add(
            "it has no fault to find with '\(name)'", faults.isEmpty,
            faults.first.map(ImporterCheck.text) ?? "")
        let undefined = first.undefined
        add(
            "it describes every node its edges name in '\(name)'", undefined.isEmpty,
            "not described: \(undefined.prefix(3).joined(separator: ", "))")
        add(
            "it says on which line of '\(name)' a fact stands",
            first.factsWithLine > 0 || first.facts == 0, "no message has a 'line'", isAdvice: true)
        guard let second = read(sample, importer, "it reads '\(name)' a second time") else {
            return
        }
        add(
            "it finds the same in '\(name)' each time", first.digest == second.digest,
            "two runs differed: sort what comes from sets and maps")
    }

    private mutating func read(
        _ sample: InputFile, _ importer: ExternalImporter, _ rule: String
    ) -> TallySink? {
        let sink = TallySink()
        do {
            try importer.read(ImportInput(files: [sample]), into: sink)
            add(rule, true)
            return sink
        } catch {
            add(rule, false, (error as? Diagnostic).map(ImporterCheck.text) ?? "\(error)")
            return nil
        }
    }

    /// Broken copies of a sample: cut off, empty, not text.
    private static func broken(_ sample: InputFile) -> [(what: String, file: InputFile)] {
        let bytes = sample.content.prefix(sample.content.count)
        let name = sample.name
        return [
            (
                "cut off in the middle",
                InputFile(name: name, bytes: Array(bytes.prefix(bytes.count / 2)))
            ),
            ("empty", InputFile(name: name, bytes: [])),
            ("of random bytes", InputFile(name: name, bytes: noise(512))),
        ]
    }

    /// The same bytes each time.
    private static func noise(_ count: Int) -> [UInt8] {
        var state: UInt64 = 0x2545_F491_4F6C_DD1D
        return (0..<count).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state)
        }
    }

    private mutating func checkSurvival(
        _ broken: (what: String, file: InputFile), _ importer: ExternalImporter
    ) {
        let rule = "it keeps to the protocol when '\(broken.file.baseName)' is \(broken.what)"
        do {
            try importer.read(ImportInput(files: [broken.file]), into: TallySink())
            add(rule, true)
        } catch {
            add(rule, false, (error as? Diagnostic).map(ImporterCheck.text) ?? "\(error)")
        }
    }
}
