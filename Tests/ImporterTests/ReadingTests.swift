import CSV
import DOT
import GraphLoading
import GraphModel
import GraphStore
import ImporterKit
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A folder that is removed with the object.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/veiviser-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Diagnostic(.inputOutput, "NoFolder", "cannot make a temporary folder")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }

    private var names: [String] = []

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) -> String {
        names.append(name)
        let full = path + "/" + name
        guard let file = fopen(full, "w") else { return full }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
        return full
    }
}

@Suite struct ReadingTests {
    private let session = ImportSession(
        registry: ImporterRegistry([CSVImporter(), DOTImporter()]))

    /// `id:ID`, 1, 2, compressed.
    private static let gzipped: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xcb, 0x4c, 0xb1, 0xf2, 0x74,
        0xe1, 0x32, 0xe4, 0x32, 0xe2, 0x02, 0x00, 0xdd, 0x1f, 0xb5, 0x9c, 0x0a, 0x00, 0x00, 0x00,
    ]
    private static let zstandard: [UInt8] = [
        0x28, 0xb5, 0x2f, 0xfd, 0x24, 0x0a, 0x51, 0x00, 0x00, 0x69, 0x64, 0x3a, 0x49, 0x44, 0x0a,
        0x31, 0x0a, 0x32, 0x0a, 0x2c, 0xf7, 0xa1, 0x52,
    ]

    @Test(arguments: [
        ("x.csv.gz", gzipped, 2), ("x.csv.zst", zstandard, 2),
        ("twice.csv.gz", gzipped + gzipped, 3),
        ("padded.csv.gz", gzipped + [0, 0], 2),
    ])
    func decompresses(_ name: String, _ bytes: [UInt8], _ nodes: Int) throws {
        let folder = try TemporaryFolder()
        var options = ImportOptions()
        // Twice the same identifiers, and the header as one.
        options.onError = .skip
        let loaded = try session.load([folder.write(name, bytes)], options: options)
        #expect(loaded.graph.nodeCount == nodes)
    }

    @Test(arguments: [
        ("cut.gz", Array(gzipped.dropLast(9))),
        ("bad.gz", Array(gzipped.prefix(12)) + [1, 2, 3, 4]),
        ("cut.zst", Array(zstandard.dropLast(6))),
        ("bad.zst", Array(zstandard.prefix(4)) + [0xFF, 0xFF]),
        ("checksum.gz", gzipped.dropLast(8) + [1, 2, 3, 4, 10, 0, 0, 0]),
    ])
    func refusesDamage(_ name: String, _ bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        let path = folder.write(name, bytes)
        let failure = #expect(throws: ImportFailure.self) { try session.load([path]) }
        #expect(failure?.diagnostic.code == "BadCompression")
    }

    @Test func boundsExpansion() throws {
        let folder = try TemporaryFolder()
        var options = ImportOptions()
        options.contentLimit = 5
        for (name, bytes) in [
            ("a.csv.gz", ReadingTests.gzipped), ("a.csv.zst", ReadingTests.zstandard),
        ] {
            let path = folder.write(name, bytes)
            let failure = #expect(throws: ImportFailure.self) {
                try session.load([path], options: options)
            }
            #expect(failure?.diagnostic.code == "ContentTooLarge")
        }
    }

    @Test func readsFolders() throws {
        let folder = try TemporaryFolder()
        folder.write("A.csv", Array("id:ID(A)\n1\n".utf8))
        folder.write("A_r_A.csv", Array(":START_ID(A)|:END_ID(A)\n1|1\n".utf8))
        folder.write(".hidden", [1, 2, 3])
        let loaded = try session.load([folder.path])
        #expect(loaded.graph.nodeCount == 1)
        #expect(loaded.graph.relationshipCount == 1)
        #expect(loaded.summary.diagnostics.map(\.code) == ["CSVDialect", "CSVDialect"])
    }

    @Test func readsMixedFolders() throws {
        let folder = try TemporaryFolder()
        folder.write("a.csv", Array("id:ID\n1\n".utf8))
        folder.write("b.gv", Array("graph { x }".utf8))
        folder.write("notes.txt", Array("words".utf8))
        let summary = session.inspect([folder.path])
        #expect(summary.nodes == 2)
        #expect(summary.importer == "csv, dot")
        #expect(summary.diagnostics.contains { $0.code == "IgnoredFile" })
        #expect(summary.firstError == nil)
    }

    @Test func saysWhatIsMissing() throws {
        let folder = try TemporaryFolder()
        for (path, code) in [("/nowhere/x.csv", "NoSuchFile"), (folder.path, "EmptyFolder")] {
            let failure = #expect(throws: ImportFailure.self) { try session.load([path]) }
            #expect(failure?.diagnostic.code == code)
            #expect(failure?.diagnostic.exitStatus == 66)
        }
    }
}
