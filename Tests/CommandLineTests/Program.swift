import Foundation
import GraphModel

/// The program under test, as it was built beside the tests.
enum Program {
    /// What a run of it came to.
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Where it is: the folder the test bundle is in.
    private static let url: URL = {
        let arguments = CommandLine.arguments.map { URL(fileURLWithPath: $0) }
        let folders = arguments.map { $0.deletingLastPathComponent() } + [package(".build/debug")]
        let places = folders.map { $0.appending(path: "veiviser") }
        return places.first { FileManager.default.isExecutableFile(atPath: $0.path) }
            ?? package(".build/debug/veiviser")
    }()

    private static func package(_ path: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: path)
    }

    /// Whether it has been built.
    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: url.path) }

    /// Runs it with some words and some text on standard input.
    static func run(
        _ words: [String], input: String = "", environment: [String: String] = [:]
    ) throws -> Outcome {
        let folder = try TemporaryFolder()
        let outputs = [try folder.file("out"), try folder.file("err")]
        let process = Process()
        process.executableURL = url
        process.arguments = words
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(
            forReadingFrom: try folder.file("in", holding: input))
        process.standardOutput = try FileHandle(forWritingTo: outputs[0])
        process.standardError = try FileHandle(forWritingTo: outputs[1])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: try String(contentsOf: outputs[0], encoding: .utf8),
            errors: try String(contentsOf: outputs[1], encoding: .utf8))
    }

    /// Runs a shell line in which `$VEIVISER` is the program.
    static func shell(_ line: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", line]
        process.environment = ProcessInfo.processInfo.environment
            .merging(["VEIVISER": url.path]) { $1 }
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// A folder that goes away with the value.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "veiviser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        // What cannot be removed is the system's to clean up.
        try? FileManager.default.removeItem(at: url)
    }

    /// A file in it.
    @discardableResult
    func file(_ name: String, holding text: String = "") throws -> URL {
        let file = url.appending(path: name)
        try text.write(to: file, atomically: false, encoding: .utf8)
        return file
    }

    /// The path of something in it, there or not.
    func path(_ name: String) -> String { url.appending(path: name).path }
}
