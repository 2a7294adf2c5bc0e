import Fuzzing
import ImporterKit
import RDF

extension SpoiltFileTests {
    static let rdfSubjects = [
        rdfSubject("turtle", "ttl", [turtle, own]), rdfSubject("trig", "trig", [trig]),
        rdfSubject("n-triples", "nt", [triples]), rdfSubject("n-quads", "nq", [quads]),
        rdfSubject(
            "rdf-xml", "rdf", RDFXMLCase.all.map(\.document),
            pieces: xmlPieces + [
                " xml:base='%zz'", " rdf:ID='a'", " rdf:about='a'", " rdf:parseType='Literal'",
                " rdf:parseType='Collection'", " rdf:parseType='Resource'", " rdf:nodeID='a'",
                " rdf:datatype='d'", "<rdf:li/>", "<rdf:_1/>", " rdf:aboutEach='a'",
            ]),
    ]

    private static func rdfSubject(
        _ name: String, _ ending: String, _ texts: [String], pieces: [String] = marks
    ) -> FuzzSubject {
        let tests = RDFTests.cases.filter { $0.file.hasSuffix(".\(ending)") }
        let base = ["base": "http://b/"]
        var seeds = texts.map { FuzzInput($0, name: "t.\(ending)", options: base) }
        seeds += tests.map { FuzzInput($0.text, name: $0.file, options: $0.options) }
        for format in [
            "rdf_public_service", "w3c_rdf_tests/rdf-turtle", "w3c_rdf_tests/rdf-n-triples",
        ] {
            seeds += Corpus.small(format, ending: ending).map {
                FuzzInput($0.files, options: base)
            }
        }
        return FuzzSubject(name, RDFImporter(), seeds, pieces: pieces)
    }

    private static let marks = [
        "<", ">", "\"", "'", "\"\"\"", "'''", "\\", "\\u12", "\\U00110000", "\\uD800", "@",
        "@prefix", "PREFIX", "@base", "BASE <x>", "^^", "_:", ":", ".", ";", ",", "[", "]", "(",
        ")", "{", "}", "#", "a", "1e", "+", "%", "true", "_:b", "<http://e/a>", "GRAPH", "@en-",
        "<<", ">>", "=>", "\"x\"^^<d>", "@prefix : <> .", "e:%41\\-",
    ]

    private static let turtle = """
        @prefix e: <http://e/> . @base <http://b/> . PREFIX x: <#>
        e:a a e:T ; e:p "l"@nb-NO , 'x\\u00E5'^^e:d , \"\"\"long
        "text\\"\"\"\" ; x:q 1 , -2.5 , 3e4 , true , ( e:c [ e:r _:b ] ) . # comment
        <å> e:p%41\\-b <http://e/\\u00e6> .

        """

    private static let trig = turtle + "e:g { e:a e:p e:b } GRAPH <h> { e:a e:p 1 . }"

    private static let triples = """
        <http://e/a> <http://e/p> "l\\n\\u00E5"@nb .
        # c
        _:a <http://e/p> <http://e/b> .
        <http://e/a> <http://e/q> "1"^^<http://d> .

        """

    private static let quads = """
        <http://e/a> <http://e/p> _:b <http://e/g> .
        _:b <http://e/p> "x" _:g .

        """

    /// As this program's own exporter writes it.
    private static let own = """
        @prefix vv: <urn:veiviser:term:> . @prefix r: <urn:veiviser:relationship:> .
        @prefix n: <urn:veiviser:node:> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        vv:k a vv:ListProperty . n:a a vv:T ; vv:k "x" ; vv:R n:b . n:b a vv:T .
        r:0 a rdf:Statement ; rdf:subject n:a ; rdf:predicate vv:R ; rdf:object n:b ;
          vv:relationshipType "R" ; vv:k 1 .
        """
}
