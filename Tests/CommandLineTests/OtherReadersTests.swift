import Foundation
import Testing

/// Libraries of others read what we write, and count the same.
@Suite struct OtherReadersTests {
    /// A way to read a format.
    struct Reader: Sendable, CustomTestStringConvertible {
        let function: String
        let format: String
        let ending: String
        let options: [String]

        init(_ function: String, _ format: String, _ ending: String, _ options: [String] = []) {
            self.function = function
            self.format = format
            self.ending = ending
            self.options = options
        }

        var testDescription: String { function }
    }

    static let readers = [
        Reader("networkx_graphml", "graphml", "graphml", ["--profile", "plain"]),
        Reader("igraph_graphml", "graphml", "graphml", ["--profile", "plain"]),
        Reader(
            "networkx_gexf", "gexf", "gexf", ["--profile", "plain", "--gexf-version", "1.2"]),
        Reader("networkx_json", "json", "json"),
        Reader("networkx_cyjs", "cyjs", "cyjs"),
    ]

    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let python = package.appending(path: ".build/readers/bin/python").path
    static let isThere = Program.isThere && FileManager.default.isExecutableFile(atPath: python)

    /// Odd names, several lines, parallel edges, loops, each kind of value.
    private static let oddGraph = """
        CREATE (a:Odd {id: 'a "b" <c> & d', text: 'line one\\nline two', flag: true}),
          (b:Odd {id: 'øl/æ å', number: 3, ratio: 2.5}), (c:Other {id: '', list: ['x', 'y']}),
          (a)-[:LIKES {since: 2001}]->(b), (a)-[:LIKES {since: 2002}]->(b), (c)-[:SELF]->(c),
          (b)-[:LIKES]->(a), (b)-[:KNOWS]->(:Other {id: '😀'})
        """

    @Test(.enabled(if: isThere, "no reader is installed; run .ci/python"), arguments: readers)
    func theBuiltinGraphIsRead(reader: Reader) throws {
        let nodes = try count("MATCH (n) RETURN count(n) AS n")
        let edges = try count("MATCH ()-[r]->() RETURN count(r) AS n")
        #expect(try read(reader, []) == "\(nodes) \(edges)")
    }

    @Test(.enabled(if: isThere, "no reader is installed; run .ci/python"), arguments: readers)
    func oddNamesAreRead(reader: Reader) throws {
        let folder = try TemporaryFolder()
        let file = folder.path("odd.veiviser")
        let made = try Program.run(["query", "--graph", file, "--write", Self.oddGraph])
        #expect(made.status == 0, "\(made.errors)")
        #expect(try read(reader, ["--graph", file]) == "4 5")
    }

    @Test(.enabled(if: isThere, "no reader is installed; run .ci/python"))
    func triplesAreReadAlike() throws {
        var counts: Set<String> = []
        for function in ["rdflib_triples", "pyoxigraph_triples"] {
            counts.insert(try read(Reader(function, "turtle", "ttl"), []))
            counts.insert(try read(Reader(function, "ntriples", "nt"), []))
        }
        #expect(counts.count == 1, "\(counts)")
        #expect(!counts.contains("0 0"))
    }

    private func count(_ query: String) throws -> Int {
        let output = try Program.run(["query", "--format", "csv", query]).output
        return try #require(
            output.split(whereSeparator: \.isNewline).last.flatMap { Int($0) }, "\(output)")
    }

    /// What a library counts in what we export.
    private func read(_ reader: Reader, _ options: [String]) throws -> String {
        let folder = try TemporaryFolder()
        let file = folder.path("graph.\(reader.ending)")
        let written = try Program.run(
            ["export", "--to", reader.format, "--output", file] + reader.options + options)
        #expect(written.status == 0, "\(written.errors)")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.python)
        process.arguments = [
            Self.package.appending(path: "Tests/CommandLineTests/Readers/count.py").path,
            reader.function, file,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
