import GraphLoading
import GraphModel
import ImporterKit
import MappedXML
import Testing

@Suite struct MappedXMLTests {
    /// Reads a file by a mapping.
    private func read(_ mapping: String, _ text: String) throws -> RecordingSink {
        let folder = try TemporaryFolder()
        let path = folder.write("m.xml", Array(mapping.utf8))
        return try RecordingSink.read(
            MappedXMLImporter(), text, name: "a.xml", options: ["mapping": path])
    }

    /// The fenced blocks of the README in a language.
    private func blocks(_ language: String) throws -> [String] {
        let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let content = try FileContent(path: "/\(package)/Plugins/MappedXML/README.md")
        let text = content.withView { $0.text(0..<$0.count) }
        return text.split(separator: "```\(language)\n").dropFirst()
            .compactMap { $0.split(separator: "```").first.map(String.init) }
    }

    @Test func theExampleInTheREADMEHolds() throws {
        let files = try blocks("xml")
        try #require(files.count == 2)
        let sink = try read(files[0], files[1])
        let expected = try #require(try blocks("text").first)
        #expect(sink.diagnostics.isEmpty)
        #expect(
            (sink.nodeTexts + sink.relationshipTexts).joined(separator: "\n") + "\n" == expected)
    }

    @Test func aNodeNamedByWhatItHoldsComesLast() throws {
        let sink = try read(
            """
            <mapping><node path="unit" label="Unit" id="code" parent="PART_OF">
            <relationship type="LED_BY" to="lead" to-label="Person"/>
            <relationship type="OWNS" from="owners" split=","/></node></mapping>
            """,
            """
            <org><unit><lead>Ann</lead><unit><code>b</code></unit><code>a</code></unit>
            <unit><code>c</code><owners>a, b</owners></unit></org>
            """)
        #expect(
            sink.nodeTexts == [
                "b:Unit{id='b'}", "Ann:Person{id='Ann'}", "a:Unit{id='a'}", "c:Unit{id='c'}",
            ])
        #expect(
            sink.relationshipTexts == [
                "b-PART_OF->a", "a-LED_BY->Ann", "a-OWNS->c", "b-OWNS->c",
            ])
        #expect(sink.nodes.map(\.line) == [1, 1, 1, 2])
    }

    @Test func pathsMeanWhatTheySay() throws {
        let sink = try read(
            """
            <mapping><namespace prefix="x" uri="urn:x"/>
            <node path="/r/a" label="Outer"/><node path="a" label="Any"/>
            <node path="x:a" label="Spaced"/><node path="*/*/b" label="Deep">
            <property name="all" path="c" list="yes"/><property name="first" path="c"/>
            <property name="inner" path="c/@k" type="float"/></node></mapping>
            """,
            """
            <r><a/><s><a/><b><c k="1.5">one</c><c> two
             three </c></b></s><a xmlns="urn:x"/><b/></r>
            """)
        #expect(
            sink.nodeTexts == [
                ":Outer", ":Any", ":Any",
                ":Deep{all=['one', 'two three'],first='one',inner=1.5}", ":Outer", ":Any",
                ":Spaced",
            ])
    }

    @Test func relationshipsNameTheNodeTheyStandIn() throws {
        let sink = try read(
            """
            <mapping><node path="n" label="N" id="@id"/>
            <relationship path="n/e" type="E" from=".." to="@to"/></mapping>
            """, "<g><n id='1'><e to='2'/><e to='1'/></n><n id='2'/></g>")
        #expect(sink.relationshipTexts == ["1-E->2", "1-E->1"])
    }

    // MARK: - faults of the mapping

    struct Fault: Sendable, CustomTestStringConvertible {
        let mapping: String
        let code: String
        let line: Int
        let column: Int
        let hint: String
        var testDescription: String { code + " " + mapping }
    }

    static let faults = [
        Fault(
            mapping: "<mapping>\n<nod path=\"a\" label=\"A\"/></mapping>", code: "UnknownElement",
            line: 2, column: 1, hint: "did you mean 'node'?"),
        Fault(
            mapping: "<mapping>\n<node path=\"a\" lable=\"A\" label=\"A\"/></mapping>",
            code: "UnknownAttribute", line: 2, column: 23, hint: "did you mean 'label'?"),
        Fault(
            mapping: "<mapping><node path=\"a\"/></mapping>", code: "MissingAttribute", line: 1,
            column: 10, hint: "write label=\"…\""),
        Fault(
            mapping: "<mapping><node path=\"a//b\" label=\"A\"/></mapping>", code: "InvalidPath",
            line: 1, column: 22, hint: "write names of elements with / between"),
        Fault(
            mapping: "<mapping><node path=\"@a\" label=\"A\"/></mapping>", code: "InvalidPath",
            line: 1, column: 22, hint: "write names of elements with / between"),
        Fault(
            mapping: "<mapping><namespace prefix=\"dc\" uri=\"u\"/>\n"
                + "<node path=\"cd:a\" label=\"A\"/></mapping>", code: "UnknownPrefix", line: 2,
            column: 13, hint: "did you mean 'dc'?"),
        Fault(
            mapping: "<mapping><node path=\"a\" label=\"A\">\n"
                + "<property name=\"n\" path=\"@n\" type=\"integr\"/></node></mapping>",
            code: "UnknownType", line: 2, column: 36, hint: "did you mean 'integer'?"),
        Fault(
            mapping: "<mapping><node path=\"a\" label=\"A\">\n"
                + "<property name=\"n\" path=\"@n\" list=\"ja\"/></node></mapping>",
            code: "InvalidValue", line: 2, column: 36, hint: "write list=\"yes\""),
        Fault(
            mapping:
                "<mapping><node path=\"a\" label=\"A\">\n<relationship type=\"T\"/></node></mapping>",
            code: "MissingAttribute", line: 2, column: 1,
            hint: "write to=\"@…\": where the other node's identifier stands"),
        Fault(
            mapping: "<mapping/>", code: "EmptyMapping", line: 1, column: 1,
            hint: "add <node path=\"…\">"),
    ]

    @Test(arguments: faults) func findsFaultsOfTheMapping(_ fault: Fault) throws {
        let sink = try read(fault.mapping, "<a/>")
        let found = try #require(sink.diagnostics.first)
        #expect(sink.diagnostics.count == 1)
        #expect(found.code == fault.code)
        #expect(found.severity == .error)
        #expect(found.place?.file?.hasSuffix("/m.xml") == true)
        #expect(found.place?.line == fault.line)
        #expect(found.place?.column == fault.column)
        #expect(found.hint == fault.hint)
        #expect(sink.nodes.isEmpty)
    }

    @Test func findsAllFaultsAtOnce() throws {
        let sink = try read(
            "<mapping><nod/><node label=\"A\"><propety/></node><relationship/></mapping>", "<a/>")
        #expect(
            sink.diagnostics.map(\.code) == [
                "UnknownElement", "MissingAttribute", "UnknownElement", "MissingAttribute",
                "MissingAttribute", "MissingAttribute", "MissingAttribute",
            ])
    }

    @Test func refusesWhatIsNoMapping() throws {
        let other = #expect(throws: Diagnostic.self) { try read("<mappings/>", "<a/>") }
        #expect(other?.code == "NotAMapping")
        let broken = #expect(throws: Diagnostic.self) { try read("<mapping>", "<a/>") }
        #expect(broken?.code == "MalformedXML")
        #expect(broken?.place?.file?.hasSuffix("/m.xml") == true)
        let absent = #expect(throws: Diagnostic.self) {
            try RecordingSink.read(
                MappedXMLImporter(), "<a/>", options: ["mapping": "/nowhere/m.xml"])
        }
        #expect(absent?.code == "NoSuchFile")
        #expect(absent?.exitStatus == 66)
        let none = #expect(throws: Diagnostic.self) {
            try RecordingSink.read(MappedXMLImporter(), "<a/>")
        }
        #expect(none?.code == "MissingMapping")
        #expect(none?.hint?.contains("--option mapping=FILE") == true)
    }

    // MARK: - faults of the file

    private static let mapping = """
        <mapping><node path="n" label="N" id="@id">
        <property name="born" path="@born" type="date"/>
        <property name="name" path="name" required="yes"/></node>
        <relationship path="e" type="E" from=".." to="@to"/></mapping>
        """

    @Test(arguments: [
        ("<g>\n<n id=''><name>x</name></n></g>", "MissingIdentifier", 2, 1),
        ("<g>\n<n id='1'/></g>", "MissingValue", 2, 1),
        ("<g><n id='1'\n born='2001-02-30'><name/></n></g>", "InvalidValue", 2, 8),
        ("<g>\n <e to='1'/></g>", "MissingNode", 2, 2),
        ("<g>\n<n id='1'></g>", "MalformedXML", 2, 11),
    ])
    func saysWhereTheFileIsWrong(
        _ text: String, _ code: String, _ line: Int, _ column: Int
    ) throws {
        let folder = try TemporaryFolder()
        var options = ImportOptions()
        options.importer = "mapped-xml"
        options.settings = ["mapping": folder.write("m.xml", Array(Self.mapping.utf8))]
        let session = ImportSession(registry: ImporterRegistry([MappedXMLImporter()]))
        let found = #expect(throws: ImportFailure.self) {
            try session.load(
                files: [InputFile(name: "a.xml", bytes: Array(text.utf8))], options: options)
        }
        #expect(found?.diagnostic.code == code)
        #expect(found?.diagnostic.place?.file == "a.xml")
        #expect(found?.diagnostic.place?.line == line)
        #expect(found?.diagnostic.place?.column == column)
        #expect(found?.diagnostic.exitStatus == 65)
    }

    @Test func saysWhenNothingMatches() throws {
        let sink = try read(Self.mapping, "<other/>")
        #expect(sink.diagnostics.map(\.code) == ["NothingMatched"])
        #expect(sink.diagnostics.first?.severity == .warning)
    }
}
