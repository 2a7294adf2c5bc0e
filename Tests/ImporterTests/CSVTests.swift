import CSV
import GraphModel
import ImporterKit
import Testing

@Suite struct CSVTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let files: [(String, String)]
        var options: [String: String] = [:]
        let nodes: [String]
        let relationships: [String]
        var errors: [String] = []

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "Neo4j headers with types, labels and lists",
            files: [
                (
                    "people.csv",
                    "id:ID,name,age:int,tags:string[],:LABEL\n1,Åse,30,a;b,Person;Boss\n2,,,,Person\n"
                ),
                ("knows.csv", ":START_ID,:END_ID,:TYPE,since:date\n1,2,KNOWS,2018-06-15\n"),
            ],
            nodes: [
                "1:Boss:Person{age=30,id=1,name='Åse',tags=['a', 'b']}", "2:Person{id=2}",
            ],
            relationships: ["1-KNOWS->2{since=17697d}"]),
        Case(
            name: "LSQB layout: label and type from the file names",
            files: [
                ("Person.csv", "id:ID(Person)\n10\n11\n"), ("Forum.csv", "id:ID(Forum)\n20\n"),
                ("Forum_hasMember_Person.csv", ":START_ID(Forum)|:END_ID(Person)\n20|10\n20|11\n"),
            ],
            nodes: ["10:Person{id=10}", "11:Person{id=11}", "20:Forum{id=20}"],
            relationships: ["20-hasMember->10", "20-hasMember->11"]),
        Case(
            name: "one identifier in two spaces is two nodes",
            files: [
                ("A.csv", "id:ID(A)\n1\n"), ("B.csv", "id:ID(B)\n1\n"),
                ("A_to_B.csv", ":END_ID(B),:START_ID(A)\n1,1\n"),
            ],
            nodes: ["1:A{id=1}", "1:B{id=1}"], relationships: ["1-to->1"]),
        Case(
            name: "identifiers are texts as soon as one is",
            files: [("Thing.csv", "id:ID\n7\n07\n")],
            nodes: ["7:Thing{id='7'}", "07:Thing{id='07'}"], relationships: []),
        Case(
            name: "Gephi's lists, byte order mark, CRLF",
            files: [
                ("x-nodes.csv", "\u{FEFF}Id,Label\r\na,\"A \"\"quoted\"\", one\"\r\nb,B\r\n"),
                (
                    "x-edges.csv",
                    "Source,Target,Type,Weight\r\na,b,Undirected,0.5\r\na,b,Directed,2\r\n"
                ),
            ],
            nodes: ["a{id='a',label='A \"quoted\", one'}", "b{id='b',label='B'}"],
            relationships: ["a-EDGE->b{directed=false,weight=0.5}", "a-EDGE->b{weight=2.0}"]),
        Case(
            name: "edges alone make their ends",
            files: [("edges.csv", "Source;Target;Weight\n1;2;3\n2;1;4\n")],
            nodes: ["1{id=1}", "2{id=2}"],
            relationships: ["1-EDGE->2{weight=3}", "2-EDGE->1{weight=4}"]),
        Case(
            name: "numbers without a header are edges",
            files: [("pairs.csv", "1\t2\n2\t3\n")], nodes: ["1{id=1}", "2{id=2}", "3{id=3}"],
            relationships: ["1-EDGE->2", "2-EDGE->3"]),
        Case(
            name: "any other table is a node a row",
            files: [
                ("cities.csv", "city,people,code,open\nOslo,700000,0150,true\nBergen,,5003,false\n")
            ],
            nodes: [
                ":cities{city='Oslo',code='0150',open=true,people=700000}",
                ":cities{city='Bergen',code='5003',open=false}",
            ], relationships: []),
        Case(
            name: "newlines in quotes, empty text, comments, Excel's separator line",
            files: [("T.csv", "sep=;\nid:ID;text\n# a remark\n1;\"two\nlines\"\n2;\"\"\n")],
            options: ["comment": "#"],
            nodes: ["1:T{id=1,text='two\nlines'}", "2:T{id=2,text=''}"], relationships: []),
        Case(
            name: "bad values are reported and the rest goes on",
            files: [("T.csv", "id:ID,n:int\n1,x\n2,5,6\n\"3\n")],
            nodes: ["1:T{id=1}"], relationships: [],
            errors: [
                "BadValue 2:3", "RowLength 3:1", "UnclosedQuote 4:1",
            ]),
        Case(
            name: "duplicates and missing identifiers",
            files: [
                ("T.csv", "id:ID\n1\n1\n"), ("T_r_T.csv", ":START_ID,:END_ID\n1,\n"),
            ],
            nodes: ["1:T{id=1}"], relationships: [],
            errors: ["DuplicateIdentifier 3:0", "MissingIdentifier 2:3"]),
    ]

    @Test(arguments: cases)
    func reads(_ test: Case) throws {
        let sink = try RecordingSink.read(CSVImporter(), files: test.files, options: test.options)
        #expect(sink.nodeTexts == test.nodes)
        #expect(sink.relationshipTexts == test.relationships)
        let errors = sink.errors.map {
            "\($0.code) \($0.place?.line ?? 0):\($0.place?.column ?? 0)"
        }
        #expect(errors == test.errors)
        let undefined = sink.nodes.filter { !$0.isDefined }
        #expect(undefined.isEmpty)
    }

    @Test(arguments: [
        ("id:ID,:ID\n1,2\n", "DuplicateColumn", 7), (":START_ID,x\n1,2\n", "MissingColumn", 1),
        ("id:ID,a:itn\n1,2\n", "UnknownColumnType", 7), ("id:ID,a,a\n", "DuplicateColumn", 9),
        ("id:ID,\"a\n", "BadQuote", 7),
    ])
    func refusesHeaders(_ text: String, _ code: String, _ column: Int) {
        let fault = #expect(throws: Diagnostic.self) {
            try RecordingSink.read(CSVImporter(), text, name: "T.csv")
        }
        #expect(fault?.code == code)
        #expect(fault?.place?.line == 1)
        #expect(fault?.place?.column == column)
    }

    @Test(arguments: [("|", "'|'"), (";", "';'"), ("\t", "tab"), (",", "','")])
    func saysTheDelimiter(_ mark: String, _ name: String) throws {
        let text = ["id:ID", "a", "b"].joined(separator: mark) + "\n"
        let sink = try RecordingSink.read(CSVImporter(), text, name: "T.csv")
        #expect(sink.diagnostics.map(\.code) == ["CSVDialect"])
        #expect(sink.diagnostics[0].message.contains(name))
        #expect(sink.diagnostics[0].severity == .note)
    }

    @Test func keepsLinesAcrossTheFastPath() throws {
        let sink = try RecordingSink.read(
            CSVImporter(),
            files: [
                ("T.csv", "id:ID\n1\n2\n"),
                ("T_r_T.csv", ":START_ID|:END_ID\n1|2\n2|1\n\n\"1\"|1\n"),
            ])
        #expect(sink.relationships.map(\.line) == [2, 3, 5])
    }

    @Test(arguments: [
        ("latin-1", [0xE5] as [UInt8], "å"), ("windows-1252", [0x80], "€"),
    ])
    func decodes(_ encoding: String, _ bytes: [UInt8], _ text: String) throws {
        let sink = RecordingSink()
        let file = InputFile(name: "T.csv", bytes: Array("id:ID,n\n1,".utf8) + bytes)
        try CSVImporter().read(
            ImportInput(files: [file], options: ["encoding": encoding]), into: sink)
        #expect(sink.nodeTexts == ["1:T{id=1,n='\(text)'}"])
        let strict = RecordingSink()
        try CSVImporter().read(ImportInput(files: [file]), into: strict)
        #expect(strict.errors.map(\.code) == ["InvalidUTF8"])
    }
}
