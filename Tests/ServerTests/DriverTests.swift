import CypherEngine
import Foundation
import GraphModel
import GraphStore
import Testing

@testable import Server

/// The official Neo4j drivers for Python, unmodified, against the server and the engine.
///
/// The tests themselves are in Python, in `Drivers/`; `.ci/python` installs the drivers.
@Suite struct DriverTests {
    /// A Python that has one version of the driver.
    struct Environment: Sendable, CustomTestStringConvertible {
        let name: String

        var python: String {
            DriverTests.packageRoot.appendingPathComponent(".build/\(name)/bin/python").path
        }

        var testDescription: String { name }
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Drivers")
    static let packageRoot = folder.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let environments = ["venv5", "venv6"].map(Environment.init).filter {
        FileManager.default.isExecutableFile(atPath: $0.python)
    }

    /// The files of tests, by name.
    static let modules =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasPrefix("test_") && $0.hasSuffix(".py") }
        .map { String($0.dropLast(3)) }.sorted()

    @Test(
        .enabled(
            if: !environments.isEmpty,
            "no driver is installed; run .ci/python"),
        arguments: environments, modules)
    func theDriverIsServed(environment: Environment, module: String) throws {
        var options = EngineBackend.Options()
        options.allowsWriting = true
        let backend = EngineBackend(engine: CypherEngine(graph: Graph()), options: options)
        try withServer(backend) { server, _ in
            try withServerForUsers { users in
                try expectSuccess(
                    environment, module,
                    ["BOLT_ADDRESS": server.address, "BOLT_USERS": users.address])
            }
        }
    }

    @Test(
        .enabled(
            if: !environments.isEmpty && ServedProgram.path != nil,
            "no driver is installed; run .ci/python"),
        arguments: environments)
    func theDocumentationRunsAsItStands(environment: Environment) throws {
        let served = try ServedProgram()
        defer { served.end() }
        try expectSuccess(
            environment, "documentation", ["BOLT_ADDRESS": "127.0.0.1:\(served.port)"])
    }

    private func expectSuccess(
        _ environment: Environment, _ module: String, _ variables: [String: String]
    ) throws {
        let run = try runPython(environment, module, variables)
        #expect(run.status == 0, "\(run.output.suffix(4000))")
        #expect(run.output.contains("\nOK"))
    }

    /// A server that knows one user.
    private func withServerForUsers(_ body: (BoltServer) throws -> Void) throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("veiviser-users-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let isMade = FileManager.default.createFile(
            atPath: file, contents: Data("kari:\(ServingTests.hash)\n".utf8),
            attributes: [.posixPermissions: 0o600])
        try #require(isMade)
        let backend = EngineBackend(engine: CypherEngine(graph: Graph()))
        let configure = { (configuration: inout BoltConfiguration) in
            configuration.authFile = file
        }
        try withServer(backend, configure: configure) { server, _ in try body(server) }
    }

    /// Runs one file of tests; what it printed and its exit status.
    private func runPython(
        _ environment: Environment, _ module: String, _ variables: [String: String]
    ) throws -> (output: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: environment.python)
        process.arguments = ["-W", "ignore", "-m", "unittest", "-v", module]
        process.currentDirectoryURL = Self.folder
        let settings = ["PYTHONDONTWRITEBYTECODE": "1"].merging(variables) { $1 }
        process.environment = ProcessInfo.processInfo.environment.merging(settings) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: output, as: UTF8.self), process.terminationStatus)
    }
}
