import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// The start of a new importer: a working one for lines of two words, with a sample and a test.
public struct ImporterTemplate: Sendable {
    /// The languages there are templates for.
    public enum Language: String, Sendable, CaseIterable {
        case swift
        case python
        case shell
    }

    /// A file of the template.
    public struct File: Sendable {
        /// Its path within the folder it is written to.
        public let path: String
        /// What it holds.
        public let text: String
        /// Whether it is a program.
        public let isExecutable: Bool
    }

    /// The files.
    public let files: [File]
    /// What to do next, a step a line.
    public let steps: [String]

    /// Makes the template of an importer.
    ///
    /// - Throws: `BadName` for a name other than lower case letters, digits and hyphens.
    public init(name: String, language: Language) throws(Diagnostic) {
        guard PluginHello.isName(name), name.utf8.first.map({ $0 >= 0x61 }) ?? false else {
            throw Diagnostic(
                .usage, "BadName", "an importer cannot be called '\(name)'",
                hint: "use lower case letters, digits and hyphens, a letter first")
        }
        let type = name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined()
        let fill = { (text: String) -> String in
            ImporterTemplate.replace("@TYPE@", type, ImporterTemplate.replace("@NAME@", name, text))
        }
        switch language {
        case .swift:
            files = [
                File(
                    path: "Plugins/\(type)/\(type)Importer.swift", text: fill(Self.swiftImporter),
                    isExecutable: false),
                File(
                    path: "Plugins/\(type)/README.md", text: fill(Self.readme), isExecutable: false),
                File(
                    path: "Tests/ImporterTests/\(type)Tests.swift", text: fill(Self.swiftTest),
                    isExecutable: false),
            ]
            steps = Self.swiftSteps.map(fill)
        case .python, .shell:
            let isPython = language == .python
            files = [
                File(
                    path: "\(name)/\(name)", text: fill(isPython ? Self.python : Self.shell),
                    isExecutable: true),
                File(path: "\(name)/sample.\(name)", text: Self.sample, isExecutable: false),
                File(path: "\(name)/README.md", text: fill(Self.readme), isExecutable: false),
                File(path: "\(name)/test", text: fill(Self.test), isExecutable: true),
            ]
            steps = Self.programSteps.map(fill)
        }
    }

    /// Writes the files into a folder; none that is there already is touched.
    ///
    /// - Throws: `FileExists`, before anything is written, or `UnwritableFile`.
    public func write(into folder: String) throws(Diagnostic) {
        for file in files where access("\(folder)/\(file.path)", F_OK) == 0 {
            throw Diagnostic(
                .usage, "FileExists", "'\(folder)/\(file.path)' is there already",
                hint: "choose another name, or remove it")
        }
        for file in files {
            let path = "\(folder)/\(file.path)"
            var parent = folder
            for part in file.path.split(separator: "/").dropLast() {
                parent += "/" + part
                mkdir(parent, 0o777)
            }
            let mode: mode_t = file.isExecutable ? 0o777 : 0o666
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
            let bytes = Array(file.text.utf8)
            let isWritten =
                descriptor >= 0
                && bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
                    == bytes.count
            let reason = String(cString: strerror(errno))
            if descriptor >= 0 { close(descriptor) }
            guard isWritten else {
                throw Diagnostic(
                    .inputOutput, "UnwritableFile", "cannot write '\(path)': \(reason)")
            }
        }
    }

    /// Replaces every occurrence of a mark.
    private static func replace(_ mark: String, _ text: String, _ template: String) -> String {
        var result = ""
        var rest = template[...]
        while let at = rest.firstIndex(of: "@") {
            result += rest[..<at]
            if rest[at...].hasPrefix(mark) {
                result += text
                rest = rest[rest.index(at, offsetBy: mark.count)...]
            } else {
                result += "@"
                rest = rest[rest.index(after: at)...]
            }
        }
        return result + rest
    }
}
