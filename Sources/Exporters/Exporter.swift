import GraphModel

/// Writes a graph in one format.
package protocol Exporter: Sendable {
    /// What it is.
    var descriptor: ExporterDescriptor { get }

    /// Writes a graph, the same bytes for the same graph.
    ///
    /// - Returns: What the format could not hold.
    func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport
}

/// What an exporter is, for lists and for choosing.
package struct ExporterDescriptor: Sendable {
    /// What follows `--to`.
    package let name: String
    /// The ending of its files, without the dot.
    package let fileExtension: String
    /// One line that says what it writes.
    package let summary: String
    /// The tools it can adapt to, the default first; empty where there is nothing to choose.
    package let profiles: [String]
    /// The versions of the format it can write, the default first.
    package let versions: [String]
    /// Whether it writes several files, into a folder.
    package let writesFolder: Bool

    package init(
        name: String, fileExtension: String, summary: String, profiles: [String] = [],
        versions: [String] = [], writesFolder: Bool = false
    ) {
        self.name = name
        self.fileExtension = fileExtension
        self.summary = summary
        self.profiles = profiles
        self.versions = versions
        self.writesFolder = writesFolder
    }

    /// Refuses a profile or a version that the format does not have.
    func check(_ options: ExportOptions) throws(Diagnostic) {
        _ = try profile(of: options)
        _ = try version(of: options)
    }

    /// The profile asked for, or the default one; empty where there is nothing to choose.
    ///
    /// - Throws: `UnknownProfile`.
    func profile(of options: ExportOptions) throws(Diagnostic) -> String {
        try choice(options.profile, among: profiles, code: "UnknownProfile", word: "profile")
    }

    /// The version asked for, or the default one.
    ///
    /// - Throws: `UnknownVersion`.
    func version(of options: ExportOptions) throws(Diagnostic) -> String {
        try choice(options.version, among: versions, code: "UnknownVersion", word: "version")
    }

    private func choice(
        _ wanted: String?, among known: [String], code: String, word: String
    ) throws(Diagnostic) -> String {
        guard let wanted else { return known.first ?? "" }
        if known.contains(wanted) { return wanted }
        let near = NearNames.suggestions(for: wanted, among: known)
        let hint =
            near.first.map { "did you mean '\($0)'?" }
            ?? (known.isEmpty
                ? "the format has only one" : "choose one of \(known.joined(separator: ", "))")
        throw Diagnostic(.usage, code, "'\(name)' has no \(word) '\(wanted)'", hint: hint)
    }
}

/// What can be asked of an export.
package struct ExportOptions: Sendable {
    /// The tool to adapt to, one of the descriptor's profiles; nil for the default.
    package var profile: String?
    /// The version of the format, one of the descriptor's; nil for the default.
    package var version: String?
    /// The language of names a person sees: `nb`, `nn` or `en`.
    package var language: String
    /// What the graph is called.
    package var title: String

    package init(
        profile: String? = nil, version: String? = nil, language: String = "nb",
        title: String = "Veiviser"
    ) {
        self.profile = profile
        self.version = version
        self.language = language
        self.title = title
    }
}
