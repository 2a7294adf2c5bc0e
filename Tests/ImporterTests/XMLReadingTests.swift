import GraphModel
import ImporterKit
import Testing
import XMLReading

/// Writes every event down, as `+name a=b`, `-name` and `"text"`.
private struct EventRecorder: XMLHandler {
    enum Name: String, XMLName {
        case edge
        case source
        case target
    }

    var events: [String] = []
    var lines: [Int] = []
    var columns: [Int] = []
    var text = XMLText()
    var edges = 0

    mutating func startElement(_ tag: borrowing XMLTag<Name>) throws {
        flush()
        var event = "+\(tag.localName)"
        if let namespace = tag.namespace { event += "{\(namespace)}" }
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            event += " \(attribute.localName)=\(attribute.value.text)"
        }
        events.append(event)
        lines.append(tag.line)
        columns.append(tag.place.column)
        if tag.name == .edge, let source = tag[.source], let target = tag[.target] {
            edges += source.count + target.count
        }
    }

    mutating func endElement(_ tag: borrowing XMLTag<Name>) throws {
        flush()
        events.append("-\(tag.localName)")
    }

    mutating func characters(_ stretch: Span<UInt8>) throws { text.append(stretch) }

    private mutating func flush() {
        if !text.isBlank { events.append("\"\(text.text)\"") }
        text.clear()
    }
}

private func parse(_ bytes: some Sequence<UInt8>) throws -> EventRecorder {
    var recorder = EventRecorder()
    try XMLReader.parse(InputFile(name: "t.xml", bytes: Array(bytes)), with: &recorder)
    return recorder
}

private func fault(_ bytes: some Sequence<UInt8>) throws -> Diagnostic {
    try #require(throws: Diagnostic.self) { try parse(bytes) }
}

struct XMLReadingEvents {
    @Test func namesAttributesTextAndPlaces() throws {
        let text = """
            <?xml version="1.0"?>
            <g xmlns="urn:g">
            æ <edge source="a"
              target="bé"/><!-- no event --><t>x &lt; <![CDATA[<y>]]></t>
            </g>
            """
        let found = try parse(text.utf8)
        #expect(
            found.events == [
                "+g{urn:g}", "\"\næ \"", "+edge{urn:g} source=a target=bé", "-edge", "+t{urn:g}",
                "\"x < <y>\"", "-t", "-g",
            ])
        #expect(found.lines == [2, 3, 4])
        #expect(found.columns == [1, 3, 33])
        #expect(found.edges == 4)
    }

    @Test func internalEntitiesAreReplaced() throws {
        let text = """
            <!DOCTYPE g [<!ENTITY x "http://x/#"><!ENTITY m "<b>bold</b>">]>
            <g a="&x;int">&m; and &m;</g>
            """
        let found = try parse(text.utf8)
        #expect(
            found.events == [
                "+g a=http://x/#int", "+b", "\"bold\"", "-b", "\" and \"", "+b", "\"bold\"", "-b",
                "-g",
            ])
    }

    @Test func anOuterSubsetIsNotRead() throws {
        let text = "<!DOCTYPE g SYSTEM 'file:///etc/passwd'><g/>"
        #expect(try parse(text.utf8).events == ["+g", "-g"])
    }

    @Test(
        arguments: [
            ("iso-8859-1", [0xE6, 0xF8]), ("windows-1252", [0xE6, 0xF8]), ("UTF-8", [0xC3, 0xA6]),
        ] as [(String, [UInt8])])
    func declaredEncodings(name: String, bytes: [UInt8]) throws {
        let head = Array("<?xml version='1.0' encoding='\(name)'?><g>".utf8)
        let found = try parse(head + bytes + Array("</g>".utf8))
        #expect(
            found.events == ["+g", bytes.count == 2 && name != "UTF-8" ? "\"æø\"" : "\"æ\"", "-g"])
    }

    @Test(arguments: [true, false])
    func utf16(bigEndian: Bool) throws {
        let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
        let units = "<?xml version='1.0' encoding='UTF-16'?><g>æ</g>".utf16
        let body = units.flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? pair : pair.reversed()
        }
        #expect(try parse(mark + body).events == ["+g", "\"æ\"", "-g"])
    }

    @Test func byteOrderMarkCountsForNoColumn() throws {
        let found = try parse([0xEF, 0xBB, 0xBF] + Array("<g/>".utf8))
        #expect(found.columns == [1])
    }

    @Test func whatAHandlerThrowsEndsTheParse() throws {
        struct Stop: Error, Equatable { var after: Int }
        struct Counter: XMLHandler {
            var count = 0
            mutating func startElement(_ tag: borrowing XMLTag<NoXMLNames>) throws {
                count += 1
                if count == 3 { throw Stop(after: count) }
            }
        }
        let text = "<a>" + String(repeating: "<b/>", count: 100_000) + "<unclosed>"
        var counter = Counter()
        #expect(throws: Stop(after: 3)) {
            try XMLReader.parse(InputFile(name: "t", bytes: Array(text.utf8)), with: &counter)
        }
        #expect(counter.count == 3)
    }
}

/// A document that must be refused: code, line and column, a word of the message.
struct RefusedXML: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let code: String
    let line: Int
    let column: Int
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ code: String, _ line: Int, _ column: Int) {
        self.name = name
        self.text = text
        self.code = code
        self.line = line
        self.column = column
    }

    static let laughs =
        "<!DOCTYPE g [<!ENTITY a0 \"ha\">"
        + (1...9).map { level in
            let inner = String(repeating: "&a\(level - 1);", count: 10)
            return "<!ENTITY a\(level) \"\(inner)\">"
        }.joined() + "]>\n<g>&a9;</g>"

    static let quadratic =
        "<!DOCTYPE g [<!ENTITY a \"\(String(repeating: "x", count: 100_000))\">]>\n<g>"
        + String(repeating: "&a;", count: 5_000) + "</g>"

    static let all = [
        RefusedXML("mismatched tags", "<a>\n <b>\n</a>", "MalformedXML", 3, 1),
        RefusedXML("open at the end", "<a>\n<b></b>", "MalformedXML", 2, 8),
        RefusedXML("two outer elements", "<a/>\n<b/>", "MalformedXML", 2, 1),
        RefusedXML("not XML", "\n hello", "MalformedXML", 2, 2),
        RefusedXML("a bare ampersand", "<a>æ & b</a>", "MalformedXML", 1, 7),
        RefusedXML("a bare less-than", "<a>1 < 2</a>", "MalformedXML", 1, 7),
        RefusedXML("an unquoted value", "<a>\n<b c=1/></a>", "MalformedXML", 2, 6),
        RefusedXML("an attribute twice", "<a>\n<b c='' c=''/></a>", "MalformedXML", 2, 1),
        RefusedXML("less-than in a value", "<a b='<'/>", "MalformedXML", 1, 7),
        RefusedXML("an undeclared prefix", "<a>\n  <x:b/></a>", "MalformedXML", 2, 3),
        RefusedXML("a late declaration", "\n<?xml version='1.0'?><a/>", "MalformedXML", 2, 6),
        RefusedXML("a control character", "<a>\u{1}</a>", "MalformedXML", 1, 4),
        RefusedXML("a zero", "<a>\n\u{0}</a>", "MalformedXML", 2, 1),
        RefusedXML("an unknown entity", "<a>&nbsp;</a>", "UndefinedEntity", 1, 10),
        RefusedXML(
            "an unknown entity with a DTD", "<!DOCTYPE a SYSTEM 'a.dtd'><a b='&nbsp;'/>",
            "UndefinedEntity", 1, 40),
        RefusedXML("a billion laughs", laughs, "EntityExpansion", 2, 8),
        RefusedXML("quadratic growth", quadratic, "EntityExpansion", 2, 0),
        RefusedXML(
            "an external entity",
            "<!DOCTYPE a [\n<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
            "ExternalEntity", 2, 0),
        RefusedXML(
            "an external parameter entity",
            "<!DOCTYPE a [\n<!ENTITY % x SYSTEM 'http://127.0.0.1/x'> %x;]><a/>",
            "ExternalEntity", 2, 0),
        RefusedXML(
            "200 levels",
            String(repeating: "<a>\n", count: 200) + String(repeating: "</a>", count: 200),
            "NestingTooDeep", 200, 1),
        RefusedXML("nothing", "", "EmptyFile", 1, 1),
        RefusedXML("nothing but blanks", " \n\t\r\n", "EmptyFile", 1, 1),
        RefusedXML(
            "an unknown encoding", "<?xml version='1.0' encoding='KLINGON'?><a/>",
            "UnsupportedEncoding", 1, 1),
    ]
}

struct XMLReadingFaults {
    @Test(arguments: RefusedXML.all)
    func refused(_ wrong: RefusedXML) throws {
        let found = try fault(wrong.text.utf8)
        #expect(found.code == wrong.code, "\(found)")
        #expect(found.place?.file == "t.xml")
        #expect(found.place?.line == wrong.line, "\(found)")
        if wrong.column > 0 { #expect(found.place?.column == wrong.column, "\(found)") }
        #expect(!found.message.hasSuffix("."))
        #expect(!found.message.isEmpty)
    }

    @Test func latin1WithoutDeclaration() throws {
        let found = try fault(Array("<a>\n bl".utf8) + [0xE5] + Array("b</a>".utf8))
        #expect(found.code == "UnsupportedEncoding")
        #expect(found.place?.line == 2)
        #expect(found.place?.column == 4)
        #expect(found.hint?.contains("UTF-8") == true)
    }

    @Test func depthJustBelowTheLimit() throws {
        let text = String(repeating: "<a>", count: 199) + String(repeating: "</a>", count: 199)
        #expect(try parse(text.utf8).events.count == 398)
    }

    /// Every prefix of a document is refused with a place, and none crashes.
    @Test func everyTruncation() throws {
        let text = Array(
            "<?xml version='1.0'?><!DOCTYPE g [<!ENTITY e 'x'>]><g a='1'><b>&e;</b><!-- c --></g>"
                .utf8)
        for length in text.indices {
            let found = try fault(text.prefix(length))
            #expect(found.place != nil, "\(length)")
        }
    }

    @Test func rootOfASample() {
        func root(_ text: String) -> XMLRoot? {
            XMLRoot(Sample(fileName: "x", head: Array(text.utf8)))
        }
        let found = root("<!-- c --><x:rdf xmlns:x='urn:r' version='2'><cut")
        #expect(found?.localName == "rdf")
        #expect(found?.namespace == "urn:r")
        #expect(found?.attributes == ["version": "2"])
        #expect(root("plain text") == nil)
        #expect(root("") == nil)
    }
}

struct XMLTrees {
    @Test func elementsAsValues() throws {
        let text = "<a x='1' y='2'>\n <b>one\n two</b> mid <b x:z='3' xmlns:x='urn:x'/></a>"
        let document = try XMLDocument(InputFile(name: "t.xml", bytes: Array(text.utf8)))
        let root = try document.tree()
        #expect(root.name == "a")
        #expect(root["y"] == "2")
        #expect(root["z"] == nil)
        #expect(root.text == "mid")
        #expect(root.children("b").map(\.text) == ["one two", ""])
        #expect(root.children("b")[1].attributes.map(\.namespace) == ["urn:x"])
        #expect(root.child("b")?.line == 2)
        #expect(document.place(of: "y", inTagAt: root.offset).column == 13)
        #expect(document.place(of: "absent", inTagAt: root.offset).column == 1)
    }

    @Test func sizeIsBounded() throws {
        let document = try XMLDocument(InputFile(name: "t.xml", bytes: Array("<a>long</a>".utf8)))
        let found = try #require(throws: Diagnostic.self) { try document.tree(byteLimit: 5) }
        #expect(found.code == "DocumentTooLarge")
    }
}

struct RelaxNGValidation {
    static let schema = """
        <element name="list" xmlns="http://relaxng.org/ns/structure/1.0"
            datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
          <oneOrMore><element name="item">
            <attribute name="n"><data type="integer"/></attribute>
            <optional><attribute name="k"><choice><value>a</value><value>b</value></choice></attribute></optional>
            <element name="label"><text/></element>
          </element></oneOrMore>
        </element>
        """

    private func faults(_ text: String) throws -> [Diagnostic] {
        let schema = try RelaxNGSchema(
            InputFile(name: "s.rng", bytes: Array(Self.schema.utf8)))
        return try schema.faults(
            in: XMLDocument(InputFile(name: "t.xml", bytes: Array(text.utf8))))
    }

    @Test func aValidDocument() throws {
        #expect(try faults("<list><item n='1' k='a'><label>x</label></item></list>").isEmpty)
    }

    @Test(arguments: [
        ("<list>\n<item n='x'><label/></item></list>", 2, "'x'"),
        ("<list>\n<item n='1' z=''><label/></item></list>", 2, "'z'"),
        ("<list>\n<item><label/></item></list>", 2, "'item'"),
        ("<list>\n<item n='1'/></list>", 2, "'item'"),
        ("<list>\n<item n='1'>\n<lable/></item></list>", 3, "'lable'"),
        ("<list>\n<item n='1' k='c'><label/></item></list>", 2, "'k'"),
        ("<list>\n</list>", 1, "'list'"),
        ("<other/>", 1, "'list'"),
    ])
    func faulty(text: String, line: Int, word: String) throws {
        let found = try faults(text)
        let first = try #require(found.first)
        #expect(first.code == "AgainstSchema")
        #expect(first.place?.line == line, "\(found)")
        #expect(first.place?.column == 1, "\(found)")
        #expect(first.message.contains(word), "\(found)")
        #expect(first.hint != nil)
    }

    @Test func aBrokenSchema() throws {
        let bytes = Array("<element xmlns='http://relaxng.org/ns/structure/1.0'/>".utf8)
        let found = try #require(throws: Diagnostic.self) {
            _ = try RelaxNGSchema(InputFile(name: "s.rng", bytes: bytes))
        }
        #expect(found.code == "InvalidSchema")
    }
}
