import GraphModel
import ImporterKit
import RDF
import Testing

/// Spoilt files of every syntax are read or refused with a place; none crashes or hangs.
@Suite struct RDFMutationTests {
    private static let turtle = """
        @prefix e: <http://e/> . @base <http://b/> . PREFIX x: <#>
        e:a a e:T ; e:p "l"@nb-NO , 'x\\u00E5'^^e:d , \"\"\"long
        "text\\"\"\"\" ; x:q 1 , -2.5 , 3e4 , true , ( e:c [ e:r _:b ] ) . # comment
        <å> e:p%41\\-b <http://e/\\u00e6> .

        """
    private static let seeds: [(ending: String, documents: [String])] = [
        ("ttl", [turtle]), ("trig", [turtle + "e:g { e:a e:p e:b } GRAPH <h> { e:a e:p 1 . }"]),
        (
            "nt",
            [
                "<http://e/a> <http://e/p> \"l\\n\\u00E5\"@nb .\n# c\n"
                    + "_:a <http://e/p> <http://e/b> .\n<http://e/a> <http://e/q> \"1\"^^<http://d> .\n"
            ]
        ),
        ("nq", ["<http://e/a> <http://e/p> _:b <http://e/g> .\n_:b <http://e/p> \"x\" _:g .\n"]),
        ("rdf", RDFXMLCase.all.map(\.document)),
        (
            "ttl",
            [
                """
                @prefix vv: <urn:veiviser:term:> . @prefix r: <urn:veiviser:relationship:> .
                @prefix n: <urn:veiviser:node:> .
                @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
                vv:k a vv:ListProperty . n:a a vv:T ; vv:k "x" ; vv:R n:b . n:b a vv:T .
                r:0 a rdf:Statement ; rdf:subject n:a ; rdf:predicate vv:R ; rdf:object n:b ;
                  vv:relationshipType "R" ; vv:k 1 .
                """
            ]
        ),
    ]

    private static let pieces = [
        "<", ">", "\"", "'", "\"\"\"", "'''", "\\", "\\u12", "\\U00110000", "\\uD800", "@",
        "@prefix",
        "^^", "_:", ":", ".", ";", ",", "[", "]", "(", ")", "{", "}", "#", "a", "1e", "+", "\n",
        "\r",
        "\u{0}", "\u{FEFF}", "å", "%", "&e;", "&#x0;", "<!--", "]]>", " xml:lang='å'",
        " xml:base='%zz'", " rdf:ID='a'", " rdf:parseType='Literal'", " rdf:nodeID='a'",
        "<rdf:li/>",
    ]

    @Test(arguments: 0..<seeds.count)
    func readsOrRefuses(_ number: Int) throws {
        let (ending, documents) = Self.seeds[number]
        var dice = RDFDice(state: UInt64(number))
        var refused = 0
        for _ in 0..<1500 {
            let document = documents[dice.roll(documents.count)]
            let bytes = Self.spoil(Array(document.utf8), &dice)
            let file = InputFile(name: "x.\(ending)", bytes: bytes)
            let sink = RecordingSink()
            var faults: [Diagnostic] = []
            do {
                let input = ImportInput(files: [file], options: ["base": "http://b/"])
                try RDFImporter().read(input, into: sink)
            } catch let fault as Diagnostic {
                faults.append(fault)
            }
            faults += sink.diagnostics
            refused += faults.contains { $0.severity == .error } ? 1 : 0
            for fault in faults {
                let line = fault.place?.line ?? 0
                #expect(line > 0 && fault.kind != .internalError, "\(fault)")
                #expect(fault.severity == .note || fault.place?.column ?? 1 > 0, "\(fault)")
            }
        }
        #expect(refused > 300)
    }

    /// A document with a few bytes changed, removed, repeated or put in.
    private static func spoil(_ document: [UInt8], _ dice: inout RDFDice) -> [UInt8] {
        var bytes = document
        for _ in 0...dice.roll(3) where !bytes.isEmpty {
            let at = dice.roll(bytes.count)
            let end = min(bytes.count, at + 1 + dice.roll(20))
            switch dice.roll(6) {
            case 0: bytes[at] = UInt8(dice.roll(256))
            case 1: bytes.removeSubrange(at..<end)
            case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
            case 3: bytes.removeSubrange(end...)
            default: bytes.insert(contentsOf: Array(pieces[dice.roll(pieces.count)].utf8), at: at)
            }
        }
        return bytes
    }
}

/// Numbers that look random and are the same each time.
private struct RDFDice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }
}
