import GraphLoading
import GraphModel
import ImporterKit
import RDF
import Testing

@Suite struct RDFXMLTests {
    private static let base = "http://base/dir/file"

    @Test(arguments: RDFXMLCase.all)
    func reads(_ test: RDFXMLCase) throws {
        let sink = try RecordingSink.read(
            RDFImporter(), test.document, name: "x.rdf", options: ["base": Self.base])
        #expect(sink.errors.isEmpty)
        let found = Set(sink.statements.map(RDFTriple.init))
        #expect(found.count == sink.statements.count)
        #expect(
            RDFComparing.areSame(found, Set(test.lines.map(RDFTriple.init))),
            "\(sink.statements.joined(separator: "\n"))")
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let text: String
        let code: String
        let line: Int
        let column: Int

        init(_ text: String, _ code: String, _ line: Int, _ column: Int) {
            self.text = text
            self.code = code
            self.line = line
            self.column = column
        }

        var testDescription: String { "\(code): \(text)" }
    }

    /// Names a node element, a property element and an attribute may not have.
    static let forbidden: [Fault] =
        [
            "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "li", "bagID",
            "aboutEach", "aboutEachPrefix",
        ].map { Fault("<rdf:\($0)/>", "ForbiddenName", 2, 1) }
        + [
            "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "Description",
            "bagID", "aboutEach", "aboutEachPrefix",
        ].map { Fault("<e:T><rdf:\($0)/></e:T>", "ForbiddenName", 2, 6) }
        + ["RDF", "Description", "li", "bagID", "aboutEach", "aboutEachPrefix"].flatMap {
            [
                Fault("<e:T rdf:\($0)=\"x\"/>", "ForbiddenName", 2, 12 + $0.count),
                Fault("<e:T><e:p rdf:\($0)=\"x\"/></e:T>", "ForbiddenName", 2, 17 + $0.count),
            ]
        }

    static let attributes: [Fault] = [
        .init("<e:T rdf:ID=\"a\" rdf:about=\"b\"/>", "ConflictingAttributes", 2, 28),
        .init("<e:T rdf:ID=\"a\" rdf:nodeID=\"b\"/>", "ConflictingAttributes", 2, 29),
        .init("<e:T rdf:nodeID=\"a\" rdf:about=\"b\"/>", "ConflictingAttributes", 2, 32),
        .init("<e:T about=\"a\" rdf:about=\"b\"/>", "ConflictingAttributes", 2, 27),
        .init("<e:T rdf:type=\"a\" type=\"b\"/>", "ConflictingAttributes", 2, 25),
        .init("<e:T rdf:resource=\"a\"/>", "MisplacedAttribute", 2, 20),
        .init("<e:T rdf:datatype=\"a\"/>", "MisplacedAttribute", 2, 20),
        .init("<e:T rdf:parseType=\"Literal\"/>", "MisplacedAttribute", 2, 21),
        .init("<e:T><e:p rdf:about=\"a\"/></e:T>", "MisplacedAttribute", 2, 22),
        .init(
            "<e:T><e:p rdf:resource=\"a\" rdf:nodeID=\"b\"/></e:T>", "ConflictingAttributes", 2, 40),
        .init(
            "<e:T><e:p rdf:resource=\"a\" rdf:datatype=\"b\"/></e:T>", "MisplacedAttribute", 2, 42),
        .init("<e:T><e:p e:q=\"a\" rdf:datatype=\"b\">x</e:p></e:T>", "MisplacedAttribute", 2, 33),
        .init(
            "<e:T><e:p rdf:parseType=\"Literal\" rdf:resource=\"b\"/></e:T>",
            "MisplacedAttribute", 2, 49),
        .init(
            "<e:T><e:p rdf:parseType=\"Resource\" rdf:nodeID=\"b\"/></e:T>",
            "MisplacedAttribute", 2, 48),
        .init(
            "<e:T><e:p rdf:parseType=\"Collection\" rdf:datatype=\"b\"/></e:T>",
            "MisplacedAttribute", 2, 52),
        .init(
            "<e:T><e:p rdf:parseType=\"Literal\" e:q=\"b\"/></e:T>", "MisplacedAttribute", 2, 40),
        .init("<e:T foo=\"a\"/>", "MissingNamespace", 2, 11),
        .init("<e:T nodeID=\"a\"/>", "MissingNamespace", 2, 14),
        .init("<e:T><e:p datatype=\"a\"/></e:T>", "MissingNamespace", 2, 21),
    ]

    static let names: [Fault] =
        ["", "1a", "a:b", "a b", "a/b", "-a", ".a", "a\u{D7}b"].flatMap {
            [
                Fault("<e:T rdf:ID=\"\($0)\"/>", "BadName", 2, 14),
                Fault("<e:T rdf:nodeID=\"\($0)\"/>", "BadName", 2, 18),
                Fault("<e:T><e:p rdf:nodeID=\"\($0)\"/></e:T>", "BadName", 2, 23),
                Fault("<e:T><e:p rdf:ID=\"\($0)\"/></e:T>", "BadName", 2, 19),
            ]
        } + [
            .init("<e:T rdf:ID=\"a\"/>\n<e:T rdf:ID=\"a\"/>", "DuplicateID", 3, 14),
            .init("<e:T rdf:ID=\"a\"><e:p rdf:ID=\"a\"/></e:T>", "DuplicateID", 2, 30),
            .init(
                "<e:T xml:base=\"http://x/\" rdf:ID=\"a\"/>\n<e:T xml:base=\"http://x/#f\" ID=\"a\"/>",
                "DuplicateID", 3, 33),
            .init("<T/>", "MissingNamespace", 2, 1),
            .init("<e:T><p/></e:T>", "MissingNamespace", 2, 6),
            .init("<x:T xmlns:x=\"x/\"/>", "RelativeIRI", 2, 1),
            .init("<x:T xmlns:x=\"http://x/{y}\"/>", "BadIRI", 2, 1),
            .init("<e:T rdf:about=\"http://e/a b\"/>", "BadIRI", 2, 17),
            .init("<e:T><e:p rdf:resource=\"&lt;x&gt;\"/></e:T>", "BadIRI", 2, 25),
            .init("<e:T xml:lang=\"no_NO\"/>", "BadLanguage", 2, 16),
            .init("<e:T xml:lang=\"1\"/>", "BadLanguage", 2, 16),
        ]

    static let structure: [Fault] = [
        .init("x", "UnexpectedText", 2, 1),
        .init("<e:T>\n x</e:T>", "UnexpectedText", 3, 2),
        .init("<e:T><e:p>x</e:p>y<!-- --></e:T>", "UnexpectedText", 2, 18),
        .init("<e:T><e:p>x <e:T/></e:p></e:T>", "UnexpectedText", 2, 11),
        .init("<e:T><e:p><e:T/> x</e:p></e:T>", "UnexpectedText", 2, 18),
        .init("<e:T><e:p rdf:resource=\"a\">x</e:p></e:T>", "UnexpectedText", 2, 28),
        .init("<e:T><e:p e:q=\"a > b\">x</e:p></e:T>", "UnexpectedText", 2, 23),
        .init("<e:T><e:p rdf:parseType=\"Resource\">x</e:p></e:T>", "UnexpectedText", 2, 36),
        .init("<e:T><e:p rdf:parseType=\"Collection\">x</e:p></e:T>", "UnexpectedText", 2, 38),
        .init("<e:T><e:p><e:T/><e:U/></e:p></e:T>", "UnexpectedElement", 2, 17),
        .init("<e:T><e:p rdf:resource=\"a\"><e:T/></e:p></e:T>", "UnexpectedElement", 2, 28),
        .init("<e:T><e:p e:q=\"a\"><e:T/></e:p></e:T>", "UnexpectedElement", 2, 19),
        .init("<e:T><e:p rdf:datatype=\"a\"><e:T/></e:p></e:T>", "UnexpectedElement", 2, 28),
        .init("<e:T><e:p></e:T>", "MalformedXML", 2, 11),
        .init("<e:T><f:p/></e:T>", "MalformedXML", 2, 6),
        .init("<e:T e:p=\"1\" e:p=\"2\"/>", "MalformedXML", 2, 1),
        .init("<e:T>&nothing;</e:T>", "UndefinedEntity", 2, 15),
        .init(
            String(repeating: "<e:T><e:p>", count: 120), "NestingTooDeep", 2, 991),
    ]

    static let documents: [Fault] = [
        .init("<?xml version=\"1.0\"?>", "MalformedXML", 1, 1),
        .init("<?xml version=\"1.0\"?>\n<a/>", "MissingNamespace", 2, 1),
        .init(
            "<?xml version=\"1.0\"?>\n<rdf:RDF \(RDFXMLCase.rdfDeclaration) rdf:about=\"x\"/>",
            "MisplacedAttribute", 2, 77),
        .init(
            "<?xml version=\"1.0\"?>\n<rdf:RDF \(RDFXMLCase.rdfDeclaration) foo=\"x\"/>",
            "MissingNamespace", 2, 71),
        .init(
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<a>&x;</a>",
            "ExternalEntity", 1, 52),
        .init(bomb, "EntityExpansion", 12, 93),
    ]

    /// Entities that double eleven times over.
    private static let bomb: String = {
        let entities = (1...9).map { "<!ENTITY x\($0) \"&x\($0 - 1);&x\($0 - 1);&x\($0 - 1);\">\n" }
        return "<!DOCTYPE rdf:RDF [\n<!ENTITY x0 \"\(String(repeating: "lol ", count: 1000))\">\n"
            + entities.joined() + "]><e:T \(RDFXMLCase.rdfDeclaration) xmlns:e=\"http://e/\">"
            + "<e:p>&x9;</e:p></e:T>"
    }()

    @Test(arguments: forbidden + attributes + names + structure + documents)
    func refuses(_ test: Fault) {
        let text = RDFXMLCase.document(test.text)
        let fault = #expect(throws: Diagnostic.self) {
            try RecordingSink.read(
                RDFImporter(), text, name: "x.rdf", options: ["base": Self.base])
        }
        #expect(fault?.code == test.code)
        #expect(fault?.place?.line == test.line)
        #expect(fault?.place?.column == test.column, "\(fault?.message ?? "")")
        #expect(fault?.exitStatus == 65)
    }

    @Test(arguments: [
        ("<e:T rdf:about=\"a\"/>", 17), ("<e:T rdf:ID=\"a\"/>", 14),
        ("<e:T xml:base=\"a\"/>", 16), ("<e:T><e:p rdf:resource=\"\"/></e:T>", 25),
    ])
    func refusesWhatIsRelativeWithoutABase(_ text: String, _ column: Int) {
        let fault = #expect(throws: Diagnostic.self) {
            try RecordingSink.read(RDFImporter(), RDFXMLCase.document(text), name: "<stdin>.rdf")
        }
        #expect(fault?.code == "RelativeIRI")
        #expect(fault?.place?.line == 2)
        #expect(fault?.place?.column == column)
    }

    @Test func warnsOfNamesRDFDoesNotHave() throws {
        let text = "<rdf:Sequ rdf:about=\"#a\" rdf:_0=\"x\"/>\n<rdf:Sequ rdf:about=\"#b\"/>"
        let sink = try RecordingSink.read(
            RDFImporter(), RDFXMLCase.document(text), name: "x.rdf", options: ["base": Self.base])
        #expect(sink.diagnostics.map(\.code) == ["UnknownRDFName", "UnknownRDFName"])
        #expect(sink.diagnostics.map(\.severity) == [.warning, .warning])
        #expect(sink.diagnostics.first?.hint == "did you mean 'rdf:Seq'?")
        #expect(sink.statements.count == 3)
    }

    @Test func keepsLines() throws {
        let text =
            "<e:T rdf:about=\"#a\">\n<e:p\n>x\ny</e:p><e:q>\n<e:U rdf:about=\"#b\"/></e:q></e:T>"
        let sink = try RecordingSink.read(
            RDFImporter(), RDFXMLCase.document(text), name: "x.rdf", options: ["base": Self.base])
        #expect(sink.nodes.map(\.line) == [2, 6])
        #expect(sink.relationships.map(\.line) == [6])
    }

    @Test(arguments: ["UTF-16LE", "UTF-16BE"])
    func readsOtherEncodings(_ encoding: String) throws {
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
            + "<e:T xmlns:e=\"http://e/\"><e:p>å🫐</e:p></e:T>"
        var bytes: [UInt8] = encoding == "UTF-16LE" ? [0xFF, 0xFE] : [0xFE, 0xFF]
        for unit in text.utf16 {
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            bytes += encoding == "UTF-16LE" ? pair : pair.reversed()
        }
        let sink = RecordingSink()
        let input = ImportInput(files: [InputFile(name: "x.rdf", bytes: bytes)])
        try RDFImporter().read(input, into: sink)
        #expect(sink.statements.last == "_:1 <http://e/p> \"å🫐\" .")
    }

    @Test(arguments: [
        ("x", "<rdf:RDF \(RDFXMLCase.rdfDeclaration)>", Likelihood.certain),
        ("x.xml", "<?xml version='1.0'?>\n<!-- c --><RDF xmlns='http://x'/>", .no),
        ("x.rdf", "<e:T xmlns:e='http://e/'/>", .likely), ("x.owl", "", .likely),
        ("x.html", "<html>", .no), ("x.ttl", "<s> <p> 12 .", .likely),
        ("x", "<graph> text", .possible),
    ])
    func recognises(_ name: String, _ text: String, _ expected: Likelihood) {
        let sample = Sample(fileName: name, head: Array(text.utf8))
        #expect(RDFImporter().likelihood(of: sample) == expected)
    }

    @Test(arguments: [
        ("x", "<rdf:RDF \(RDFXMLCase.rdfDeclaration)/>", [String: String](), 0),
        ("x.txt", "<rdf:RDF \(RDFXMLCase.rdfDeclaration)/>", ["syntax": "rdfxml"], 0),
        ("x.rdf", "@prefix e: <http://e/> . e:a e:b e:c .", [:], 1),
        ("x", "<http://a> <http://b> <http://c> .", [:], 1),
    ])
    func findsTheSyntax(
        _ name: String, _ text: String, _ options: [String: String], _ count: Int
    ) throws {
        let sink = try RecordingSink.read(RDFImporter(), text, name: name, options: options)
        #expect(sink.statements.count == count)
    }
}
