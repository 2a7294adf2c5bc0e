import Foundation
import GraphModel
import Testing

@testable import Server

/// The program itself, serving in a process of its own on a free port.
struct ServedProgram {
    /// The program, as built beside these tests; nil where it is not.
    static let path: String? = {
        let places =
            Bundle.allBundles.map(\.bundleURL) + [URL(fileURLWithPath: CommandLine.arguments[0])]
        return places.map { $0.deletingLastPathComponent().appendingPathComponent("veiviser").path }
            .first(where: FileManager.default.isExecutableFile)
    }()

    let process = Process()
    let port: Int

    /// Serves with the options given, and waits until it listens.
    init(_ options: String...) throws {
        process.executableURL = URL(fileURLWithPath: try #require(Self.path))
        process.arguments = ["serve", "--bolt", "127.0.0.1:0"] + options
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
        port = try #require(Int(line.split(separator: ":").last?.dropLast() ?? ""), "\(line)")
    }

    /// A client that has shown who it is.
    func client() throws -> BoltClient {
        let client = try BoltClient(port: port)
        try client.agree(on: BoltVersion(5, 4))
        _ = try client.exchange(.hello([:]), .logon([:]))
        return client
    }

    func end(with signal: Int32 = SIGTERM) {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
    }
}
