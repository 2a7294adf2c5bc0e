import GraphModel
import ImporterKit
import Testing

/// The tutorial for those who write an importer in Swift: `TriadImporter.swift` is what comes of
/// following it, and is compiled with these tests.
@Suite struct TutorialTests {
    private static let package =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    private func text(_ path: String) throws -> String {
        try FileContent(path: Self.package + "/" + path).withView { $0.text(0..<$0.count) }
    }

    /// The fenced blocks of the part for Swift.
    private func blocks(_ language: String) throws -> [String] {
        let article = try text("Sources/veiviser/Documentation.docc/Importers.md")
        let part = try #require(article.split(separator: "## In Swift").last)
        let own = try #require(part.split(separator: "## In Python").first)
        return own.split(separator: "```\(language)\n").dropFirst()
            .compactMap { $0.split(separator: "```").first.map(String.init) }
    }

    @Test func whatIsTypedMakesTheImporter() throws {
        let typed = try blocks("swift")
        try #require(typed.count == 5)
        let template = try ImporterTemplate(name: "triad", language: .swift)
        let file = try #require(template.files.first { $0.path.hasSuffix("Importer.swift") })
        let start = try #require(file.text.range(of: "    private func read"))
        let end = try #require(file.text.range(of: "    }\n}\n", after: start.lowerBound))
        var made = file.text
        made.replaceSubrange(start.lowerBound..<end.lowerBound, with: typed[3].dropLast(6))
        #expect(made == (try text("Tests/ImporterTests/TriadImporter.swift")))
        for line in typed[0...2] {
            let wanted = String(line.drop { $0 == " " }.dropLast())
            #expect(template.steps.contains { $0.hasSuffix(wanted) }, "\(wanted)")
        }
    }

    @Test func theImporterWorks() throws {
        let sink = try RecordingSink.read(TriadImporter(), "iom; ASSISTS; return\n")
        #expect(sink.relationshipTexts == ["iom-ASSISTS->return"])
        let typed = try blocks("swift")[4]
        #expect(typed.contains("\"iom; ASSISTS; return\\n\""))
        #expect(typed.contains("[\"iom-ASSISTS->return\"]"))
        let bad = try RecordingSink.read(TriadImporter(), "\nthis line says nothing at all\n")
        #expect(bad.errors.map { $0.place?.line } == [2])
        #expect(bad.errors.first?.place?.excerpt == "this line says nothing at all")
    }

    @Test func fifteenLinesAreEnough() throws {
        let lines = (try blocks("swift") + blocks("sh")).flatMap { $0.split(separator: "\n") }
        #expect(lines.count <= 15)
        #expect(lines.count > 5)
    }
}

extension String {
    /// The first place of a text at or after an index.
    fileprivate func range(of wanted: String, after start: Index) -> Range<Index>? {
        self[start...].ranges(of: wanted).first
    }

    fileprivate func range(of wanted: String) -> Range<Index>? {
        range(of: wanted, after: startIndex)
    }
}
