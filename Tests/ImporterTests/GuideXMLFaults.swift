import GraphModel
import GuideXML
import ImporterKit
import Testing

/// A guide that must be refused: the code, line and column of the first fault, a word of its hint.
struct FaultyGuide: Sendable, CustomTestStringConvertible {
    let name: String
    let body: String
    let code: String
    let line: Int
    let column: Int
    let hint: String
    var testDescription: String { name }

    init(
        _ name: String, _ body: String, _ code: String, _ line: Int, _ column: Int,
        hint: String = ""
    ) {
        self.name = name
        self.body = body
        self.code = code
        self.line = line
        self.column = column
        self.hint = hint
    }

    /// The file: four sound nodes on lines 2 to 5, the faulty part from line 6.
    var text: String {
        """
        <guide xmlns="urn:veiviser:guide" source="src:x">
        <source id="src:x" kind="page"><name nb="x" en="x"/></source>
        <actor id="police" kind="police" line="1"><name nb="Politi" en="Police"/></actor>
        <stage id="st:one" track="criminal" order="1" line="1"><name nb="En" en="One"/></stage>
        <duty id="d:tell" modality="obligation" line="2"><name nb="Si" en="Tell"/></duty>
        \(body)
        </guide>
        """
    }

    private static func stage(_ id: String, _ order: Int, before: String) -> String {
        """
        <stage id="st:\(id)" track="return" order="\(order)" line="1"><name nb="x" en="x"/>
        <precedes to="st:\(before)" line="1"/></stage>
        """
    }

    static let all = [
        FaultyGuide("an unknown node", "<acter id='a'/>", "UnknownElement", 6, 1, hint: "'actor'"),
        FaultyGuide(
            "an unknown statement", "<about id='police'><mvst to='d:tell' line='1'/></about>",
            "UnknownElement", 6, 20, hint: "'must'"),
        FaultyGuide(
            "an unknown attribute",
            "<about id='police'><must to='d:tell' lime='1' line='1'/>"
                + "</about>", "UnknownAttribute", 6, 44, hint: "'line'"),
        FaultyGuide(
            "an id without its prefix",
            "<role id='victim' kind='k' line='1'><name nb='x' en='x'/></role>", "InvalidId", 6, 11,
            hint: "role:"),
        FaultyGuide(
            "an id with a letter it may not have",
            "<actor id='høyre' kind='k' line='1'><name nb='x' en='x'/></actor>", "InvalidId", 6, 12,
            hint: "ø"),
        FaultyGuide(
            "an id taken", "<actor id='police' kind='k' line='1'><name nb='x' en='x'/></actor>",
            "DuplicateId", 6, 12, hint: "about"),
        FaultyGuide(
            "a reference to nothing", "<about id='police'><must to='d:tel' line='1'/></about>",
            "UnknownReference", 6, 30, hint: "'d:tell'"),
        FaultyGuide(
            "a fact about nothing", "<about id='polise'><must to='d:tell' line='1'/></about>",
            "UnknownReference", 6, 12, hint: "'police'"),
        FaultyGuide(
            "a stage that is none",
            "<about id='police'><must to='d:tell' line='1' stage='d:tell'/></about>",
            "UnknownReference", 6, 54, hint: "st:"),
        FaultyGuide(
            "an unknown source",
            "<about id='police'><must to='d:tell' source='src:y'/></about>", "UnknownReference", 6,
            46, hint: "src:"),
        FaultyGuide(
            "an unknown relationship",
            "<about id='police'><must to='st:one' line='1'/></about>", "UnknownRelationship", 6, 30,
            hint: "duty"),
        FaultyGuide(
            "a relationship from the wrong kind",
            "<about id='st:one'><must to='d:tell' line='1'/></about>", "UnknownRelationship", 6, 20,
            hint: "actor"),
        FaultyGuide(
            "an invalid day",
            "<about id='police'><must to='d:tell' line='1' since='2011-02-29'/></about>",
            "InvalidDate", 6, 54, hint: "2011-01-31"),
        FaultyGuide(
            "a date of another form",
            "<about id='police'><must to='d:tell' line='1' until='1.1.2011'/></about>",
            "InvalidDate", 6, 54, hint: "2011"),
        FaultyGuide(
            "a period that ends before it begins",
            "<about id='police'><must to='d:tell' line='1' since='2011' until='2011-01-01'/></about>",
            "EmptyPeriod", 6, 67, hint: "until"),
        FaultyGuide(
            "a fact without a source", "<about id='police'><must to='d:tell'/></about>",
            "MissingSource", 6, 20, hint: "line="),
        FaultyGuide(
            "a node without a source", "<actor id='a' kind='k'><name nb='x' en='x'/></actor>",
            "MissingSource", 6, 1, hint: "line="),
        FaultyGuide(
            "a node without a name", "<actor id='a' kind='k' line='1'/>", "MissingName", 6, 1,
            hint: "<name"),
        FaultyGuide(
            "a name in one language", "<actor id='a' kind='k' line='1'><name nb='x'/></actor>",
            "MissingName", 6, 33, hint: "en="),
        FaultyGuide(
            "a missing attribute", "<actor id='a' line='1'><name nb='x' en='x'/></actor>",
            "MissingAttribute", 6, 1, hint: "kind"),
        FaultyGuide(
            "a property of another kind",
            "<about id='police'><test nb='x' en='x' line='1'/></about>", "MisplacedElement", 6, 20,
            hint: "condition"),
        FaultyGuide(
            "a number that is none", "<about id='police'><staff line='1'>two</staff></about>",
            "InvalidValue", 6, 20),
        FaultyGuide(
            "a word that is none",
            "<about id='police'><must to='d:tell' line='1' confidence='statd'/></about>",
            "InvalidValue", 6, 59, hint: "'stated'"),
        FaultyGuide(
            "a circle of stages",
            stage("a", 1, before: "b") + "\n" + stage("b", 2, before: "c") + "\n"
                + stage("c", 3, before: "a"), "StageCycle", 11, 15, hint: "precedes"),
    ]
}

struct GuideXMLFaults {
    private static func read(_ bytes: [UInt8]) throws -> RecordingSink {
        let sink = RecordingSink()
        let file = InputFile(name: "t.xml", bytes: bytes)
        try GuideXMLImporter(schema: BuiltinFiles.schema).read(
            ImportInput(files: [file]), into: sink)
        return sink
    }

    @Test(arguments: FaultyGuide.all)
    func refused(_ guide: FaultyGuide) throws {
        let sink = try GuideXMLFaults.read(Array(guide.text.utf8))
        let first = try #require(sink.diagnostics.first)
        #expect(sink.diagnostics.count == 1, "\(sink.diagnostics.map(\.message))")
        #expect(first.code == guide.code, "\(first)")
        #expect(first.severity == .error)
        #expect(first.place?.file == "t.xml")
        #expect(first.place?.line == guide.line, "\(first)")
        #expect(first.place?.column == guide.column, "\(first)")
        #expect(guide.hint.isEmpty || first.hint?.contains(guide.hint) == true, "\(first)")
    }

    @Test func aCircleIsNamed() throws {
        let guide = try #require(FaultyGuide.all.last)
        let sink = try GuideXMLFaults.read(Array(guide.text.utf8))
        let message = try #require(sink.diagnostics.first?.message)
        #expect(message.contains("st:c → st:a → st:b → st:c"), "\(message)")
    }

    /// The sound part of a faulty file is still there, for those who skip what is wrong.
    @Test func theRestIsRead() throws {
        let body =
            "<about id='police'><must to='d:no' line='1'/><must to='d:tell' line='1'/></about>"
        let sink = try GuideXMLFaults.read(
            Array(FaultyGuide("", body, "", 0, 0).text.utf8))
        #expect(sink.relationships.map(\.type) == ["HAS_DUTY"])
        #expect(sink.nodes.count == 4)
    }

    /// Not well formed, too deep, too large, in no encoding: refused before anything is read.
    @Test(arguments: RefusedXML.all)
    func refusedAsXML(_ wrong: RefusedXML) throws {
        let found = try #require(throws: Diagnostic.self) {
            try GuideXMLFaults.read(Array(wrong.text.utf8))
        }
        // Where the outer element is no guide's that is said first.
        #expect(found.code == wrong.code || found.code == "NotAGuide", "\(found)")
        #expect(found.place?.line != nil)
        #expect(found.hint?.isEmpty == false || found.code == "MalformedXML")
    }

    @Test func refusedInsideAGuide() throws {
        let start = "<guide xmlns='urn:veiviser:guide'>"
        let deep = start + String(repeating: "<actor>", count: 199)
        let latin =
            Array((start + "<actor id='a' kind='").utf8) + [0xE5] + Array("'/></guide>".utf8)
        let laughs = RefusedXML.laughs.replacing("<!DOCTYPE g", with: "<!DOCTYPE guide")
            .replacing("<g>&a9;</g>", with: start + "&a9;</guide>")
        let outer =
            "<!DOCTYPE guide [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\(start)&e;</guide>"
        let cases: [(bytes: [UInt8], code: String)] = [
            (Array(deep.utf8), "NestingTooDeep"), (latin, "UnsupportedEncoding"),
            (Array(laughs.utf8), "EntityExpansion"), (Array(outer.utf8), "ExternalEntity"),
            (Array((start + "<actor></guide>").utf8), "MalformedXML"), ([], "EmptyFile"),
        ]
        for (bytes, code) in cases {
            let found = try #require(throws: Diagnostic.self) { try GuideXMLFaults.read(bytes) }
            #expect(found.code == code, "\(found)")
            #expect(found.place != nil)
            #expect(found.hint != nil)
        }
    }

    /// What passes the importer's own checks and is still not of the form.
    @Test func theSchemaHasTheLastWord() throws {
        let body = "<about id='police'>stray words</about>"
        let sink = try GuideXMLFaults.read(Array(FaultyGuide("", body, "", 0, 0).text.utf8))
        #expect(sink.diagnostics.map(\.code) == ["AgainstSchema"])
        #expect(sink.diagnostics.first?.place?.line == 6)
    }

    @Test func recognised() {
        let importer = GuideXMLImporter()
        func likelihood(_ text: String) -> Likelihood {
            importer.likelihood(of: Sample(fileName: "a.xml", head: Array(text.utf8)))
        }
        #expect(likelihood("<guide xmlns='urn:veiviser:guide'>") == .certain)
        #expect(likelihood("<guide/>") == .no)
        #expect(likelihood("id,name") == .no)
        #expect(
            importer.likelihood(ofFolder: ["actors.xml", "schema.rng", "sources.xml"]) == .likely)
        #expect(importer.likelihood(ofFolder: ["a.xml", "b.xml"]) == .no)
    }
}
