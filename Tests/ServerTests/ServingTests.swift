import Foundation
import GraphModel
import Testing

@testable import Server

@Suite struct ServingTests {
    @Test func aGracefulStopCancelsWhatRuns() throws {
        let backend = FakeBackend()
        var configuration = BoltConfiguration()
        configuration.port = 0
        let server = BoltServer(configuration: configuration, backend: backend)
        try server.start()
        let client = try BoltClient.ready(server)
        let idle = try BoltClient.ready(server)
        _ = try client.exchange(.begin([:]), .run("CREATE 1"), .pullAll, .commit)
        try client.send(.run("HANG"), .pullAll)
        #expect(eventually { backend.now.hanging == 1 })
        server.stop()
        #expect(try client.response() == .failure("Neo.TransientError.General.DatabaseUnavailable"))
        #expect(client.isClosedByServer())
        #expect(idle.isClosedByServer())
        #expect(server.connectionCount == 0)
        #expect(backend.now.committed == 1)
        #expect(throws: BoltClient.Closed.self) { try BoltClient(port: server.port) }
    }

    @Test func connectionsAreCapped() throws {
        let configure = { (configuration: inout BoltConfiguration) in
            configuration.limits.connections = 2
        }
        try withServer(FakeBackend(), configure: configure) { server, _ in
            let first = try BoltClient.ready(server)
            let second = try BoltClient.ready(server)
            #expect(try BoltClient(port: server.port).isClosedByServer())
            first.vanish()
            #expect(eventually { server.connectionCount == 1 })
            let third = try BoltClient.ready(server)
            for client in [second, third] {
                #expect(try client.exchange(.run("ROWS 1"), .pullAll).count == 3)
            }
        }
    }

    @Test func whoSaysNothingIsShownTheDoor() throws {
        let configure = { (configuration: inout BoltConfiguration) in
            configuration.limits.authenticationTime = 0.1
            configuration.limits.keepAliveTime = 0.05
        }
        try withServer(FakeBackend(), configure: configure) { server, _ in
            #expect(try BoltClient(port: server.port).isClosedByServer())
            let half = try BoltClient(port: server.port)
            try half.agree(on: BoltVersion(5, 4))
            #expect(half.isClosedByServer())
        }
    }

    @Test func messagesAreBounded() throws {
        let configure = { (configuration: inout BoltConfiguration) in
            configuration.limits.messageBytes = 1 << 20
        }
        try withServer(FakeBackend(), configure: configure) { server, _ in
            // Before one has shown who one is, little may be said.
            let stranger = try BoltClient(port: server.port)
            try stranger.agree(on: BoltVersion(5, 4))
            let long = Value.string(String(repeating: "x", count: 100_000))
            try stranger.send(.hello(["user_agent": long]))
            #expect(try stranger.response() == .failure("Neo.ClientError.Request.Invalid"))
            #expect(stranger.isClosedByServer())

            // A long message right behind the credentials has them looked at first.
            let client = try BoltClient(port: server.port)
            try client.agree(on: BoltVersion(5, 4))
            let run = BoltRequest.run(text: "ECHO", parameters: ["x": long], extra: [:])
            #expect(try client.exchange(.hello([:]), .logon([:]), run, .pullAll).count == 5)
            let longer = Value.string(String(repeating: "x", count: 1 << 20))
            try client.send(.run(text: "ECHO", parameters: ["x": longer], extra: [:]))
            #expect(try client.response() == .failure("Neo.ClientError.Request.Invalid"))
            #expect(client.isClosedByServer())
        }
    }

    @Test func aMessageThatTricklesInIsGivenUp() throws {
        let configure = { (configuration: inout BoltConfiguration) in
            configuration.limits.messageTime = 0.1
            configuration.limits.keepAliveTime = 0.05
        }
        try withServer(FakeBackend(), configure: configure) { server, _ in
            let client = try BoltClient.ready(server)
            try client.sendBytes([0, 40, 0xB3])
            #expect(try client.response() == .failure("Neo.ClientError.Request.Invalid"))
            #expect(client.isClosedByServer())
        }
    }

    @Test(arguments: [(false, "AddressNotLocal"), (true, "AuthFileMissing")])
    func otherMachinesAreLetInOnPurpose(allowed: Bool, code: String) throws {
        var configuration = BoltConfiguration()
        configuration.host = "0.0.0.0"
        configuration.allowsOtherMachines = allowed
        configuration.port = 0
        let server = BoltServer(configuration: configuration, backend: FakeBackend())
        #expect {
            try server.start()
        } throws: {
            ($0 as? Diagnostic)?.code == code
        }
    }

    @Test(
        arguments: [
            ("127.0.0.1:7688", "127.0.0.1", 7688), ("localhost", "localhost", 7687),
            (":9", "127.0.0.1", 9), ("", "127.0.0.1", 7687), ("[::1]:7", "::1", 7),
            ("::1", "::1", 7687), ("[::]", "::", 7687),
        ])
    func addressesAreRead(text: String, host: String, port: Int) throws {
        let standard = NetworkAddress(host: "127.0.0.1", port: 7687)
        let address = try NetworkAddress(parsing: text, standard: standard)
        #expect(address == NetworkAddress(host: host, port: port))
    }

    @Test(arguments: ["localhost:", "a:b", "a:70000", "[::1", "[::1]7", "a:-1"])
    func wrongAddressesAreRefused(text: String) {
        #expect {
            _ = try NetworkAddress(parsing: text, standard: NetworkAddress(host: "", port: 1))
        } throws: {
            ($0 as? Diagnostic)?.code == "InvalidAddress"
        }
    }

    @Test func anAddressInUseIsNamed() throws {
        try withServer(FakeBackend()) { server, backend in
            var configuration = BoltConfiguration()
            configuration.port = server.port
            let second = BoltServer(configuration: configuration, backend: backend)
            #expect {
                try second.start()
            } throws: {
                ($0 as? Diagnostic)?.code == "AddressInUse"
            }
        }
    }

    // MARK: Users

    /// The password `fjord`, hashed by `openssl passwd -6`.
    static let hash =
        "$6$veiviser$A3xwYVDDCidO9UrSPGuV/c9uL0qxCm1GIpy8si9h1a34KaJVZbBNmIa4nV5j045xsLZc7k8nSOJn1cyz3sga.1"
    /// The same in yescrypt, as `mkpasswd` makes it.
    static let yescrypt =
        "$y$j75$k2XAnEHBqQ1Ct2aMXFKNa/$VFzCw6kxO1W4969oF.UpopK05Ngt9tba7r6i8JYppTB"

    /// A file that only its owner can read, removed at the end of `body`.
    private func withFile(
        _ text: String, mode: Int = 0o600, _ body: (String) throws -> Void
    ) throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("veiviser-auth-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let isMade = FileManager.default.createFile(
            atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: mode])
        try #require(isMade)
        try body(path)
    }

    @Test(
        arguments: [
            ("basic", "kari", "fjord", true), ("basic", "ola", "fjord", true),
            ("basic", "kari", "Fjord", false), ("basic", "per", "fjord", false),
            ("none", "kari", "fjord", false), ("bearer", "kari", "fjord", false),
            ("basic", "kari", "", false), ("basic", "", "", false),
            ("basic", "kari", "fjord\0", false),
        ] as [(String, String, String, Bool)])
    func credentialsAreChecked(
        scheme: String, user: String, password: String, isGood: Bool
    ) throws {
        try withFile("# users\n\nkari:\(Self.hash)\r\nola:\(Self.yescrypt)\n") { path in
            let token: ValueMap = [
                "scheme": .string(scheme), "principal": .string(user),
                "credentials": .string(password),
            ]
            let authenticator = try Authenticator(file: path)
            #expect(authenticator.admits(token) == isGood)
        }
    }

    @Test func aServerWithUsersListensToOthersAndTurnsStrangersAway() throws {
        try withFile("kari:\(Self.hash)\n") { path in
            let configure = { (configuration: inout BoltConfiguration) in
                configuration.host = "0.0.0.0"
                configuration.allowsOtherMachines = true
                configuration.authFile = path
            }
            try withServer(FakeBackend(), configure: configure) { server, _ in
                let stranger = try BoltClient(port: server.port)
                try stranger.agree(on: BoltVersion(5, 4))
                let answers = try stranger.exchange(
                    .hello([:]), .logon(["scheme": .string("none")]))
                #expect(answers.last == .failure("Neo.ClientError.Security.Unauthorized"))
                #expect(stranger.isClosedByServer())
                let known = try BoltClient(port: server.port)
                try known.agree(on: BoltVersion(5, 0))
                let hello: ValueMap = [
                    "scheme": .string("basic"), "principal": .string("kari"),
                    "credentials": .string("fjord"),
                ]
                #expect(try known.exchange(.hello(hello), .run("ROWS 1")).count == 2)
            }
        }
    }

    @Test(
        arguments: [
            ("kari:fjord\n", 0o600, "AuthFileInvalid"), ("kari\n", 0o600, "AuthFileInvalid"),
            ("kari:$1$salt$x\n", 0o600, "AuthFileInvalid"), ("# none\n", 0o600, "AuthFileInvalid"),
            ("kari:\(hash)\n", 0o644, "AuthFileTooOpen"),
        ] as [(String, Int, String)])
    func aBadFileOfUsersIsRefused(text: String, mode: Int, code: String) throws {
        try withFile(text, mode: mode) { path in
            #expect {
                _ = try Authenticator(file: path)
            } throws: {
                ($0 as? Diagnostic)?.code == code
            }
        }
    }
}
