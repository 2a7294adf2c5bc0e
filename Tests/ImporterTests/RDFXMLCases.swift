import Testing

/// Documents of RDF/XML and the statements they make, after the productions of the W3C's syntax.
struct RDFXMLCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// What stands in `rdf:RDF`; the whole document where it begins with `<?` or `<!`.
    let text: String
    /// The statements, with `e:`, `rdf:` and `xsd:` for their namespaces, and `b:` for the base.
    let statements: [String]

    init(_ name: String, _ text: String, _ statements: [String]) {
        self.name = name
        self.text = text
        self.statements = statements
    }

    var testDescription: String { name }

    /// The whole document.
    var document: String { Self.document(text) }

    static func document(_ text: String) -> String {
        if text.hasPrefix("<?") || text.hasPrefix("<!") { return text }
        return """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
            \(text)
            </rdf:RDF>
            """
    }

    /// The statements as N-Triples.
    var lines: [String] {
        statements.map { statement in
            var line = statement
            for (prefix, namespace) in Self.namespaces {
                // Within a literal `<` follows other characters.
                for before in [" ", "^^"] {
                    line =
                        (" " + line).split(
                            separator: "\(before)<\(prefix):", omittingEmptySubsequences: false
                        ).joined(separator: "\(before)<\(namespace)").trimmed
                }
            }
            return line + " ."
        }
    }

    private static let namespaces = [
        ("e", "http://e/"), ("b", "http://base/dir/file"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    static let rdfDeclaration = "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""

    static let all = nodes + properties + parsed + lists + reified + scopes + literals + documents

    static let nodes: [RDFXMLCase] = [
        .init("nothing", "", []),
        .init("a node without statements", "<rdf:Description rdf:about=\"http://e/a\"/>", []),
        .init(
            "a typed node", "<e:T rdf:about=\"http://e/a\"/>", ["<e:a> <rdf:type> <e:T>"]),
        .init(
            "a node without a name", "<rdf:Description e:p=\"x\"/>", ["_:1 <e:p> \"x\""]),
        .init(
            "rdf:ID makes an IRI of the base",
            "<rdf:Description rdf:ID=\"i\" e:p=\"x\"/>", ["<b:#i> <e:p> \"x\""]),
        .init(
            "an empty rdf:about is the base", "<rdf:Description rdf:about=\"\" e:p=\"x\"/>",
            ["<b:> <e:p> \"x\""]),
        .init(
            "one blank node named twice",
            "<e:T rdf:nodeID=\"n\"/><rdf:Description rdf:nodeID=\"n\"><e:p rdf:nodeID=\"m\"/>"
                + "</rdf:Description>",
            ["_:n <rdf:type> <e:T>", "_:n <e:p> _:m"]),
        .init(
            "blank nodes named like fresh ones stay apart",
            "<rdf:Description rdf:nodeID=\"_1\" e:p=\"x\"/><rdf:Description e:p=\"x\"/>",
            ["_:a <e:p> \"x\"", "_:b <e:p> \"x\""]),
        .init(
            "a name that ends in a full stop",
            "<rdf:Description rdf:nodeID=\"a.\" e:p=\"x\"/><e:T rdf:nodeID=\"a.\"/>"
                + "<e:T rdf:nodeID=\"a\"/>",
            ["_:x <e:p> \"x\"", "_:x <rdf:type> <e:T>", "_:y <rdf:type> <e:T>"]),
        .init(
            "attributes that are properties",
            "<rdf:Description rdf:about=\"http://e/a\" e:p=\"x\" e:q=\"\" rdf:type=\"http://e/T\" "
                + "rdf:value=\"v\" rdf:_3=\"m\"/>",
            [
                "<e:a> <e:p> \"x\"", "<e:a> <e:q> \"\"", "<e:a> <rdf:type> <e:T>",
                "<e:a> <rdf:value> \"v\"", "<e:a> <rdf:_3> \"m\"",
            ]),
        .init(
            "rdf:type as an attribute is resolved", "<e:T rdf:about=\"#a\" rdf:type=\"U\"/>",
            ["<b:#a> <rdf:type> <e:T>", "<b:#a> <rdf:type> <http://base/dir/U>"]),
        .init(
            "rdf:Seq, rdf:Bag, rdf:List and the like are types as any other",
            "<rdf:Seq rdf:about=\"http://e/a\"/><rdf:List rdf:about=\"http://e/b\"/>"
                + "<rdf:type rdf:about=\"http://e/c\"/><rdf:nil rdf:about=\"http://e/d\"/>"
                + "<rdf:_1 rdf:about=\"http://e/f\"/>",
            [
                "<e:a> <rdf:type> <rdf:Seq>", "<e:b> <rdf:type> <rdf:List>",
                "<e:c> <rdf:type> <rdf:type>", "<e:d> <rdf:type> <rdf:nil>",
                "<e:f> <rdf:type> <rdf:_1>",
            ]),
        .init(
            "some of RDF's attributes need no prefix",
            "<rdf:Description about=\"http://e/a\" type=\"http://e/T\"><e:p resource=\"http://e/b\"/>"
                + "<e:q parseType=\"Resource\"/></rdf:Description><e:T ID=\"i\"/>",
            [
                "<e:a> <rdf:type> <e:T>", "<e:a> <e:p> <e:b>", "<e:a> <e:q> _:1",
                "<b:#i> <rdf:type> <e:T>",
            ]),
        .init(
            "attributes of XML say nothing",
            "<rdf:Description rdf:about=\"http://e/a\" xml:space=\"preserve\" xml:foo=\"x\" "
                + "xmlish=\"y\"><e:p xml:id=\"z\">v</e:p></rdf:Description>",
            ["<e:a> <e:p> \"v\""]),
        .init(
            "a statement written twice is one",
            "<rdf:Description rdf:about=\"http://e/a\" e:p=\"x\"><e:p>x</e:p></rdf:Description>",
            ["<e:a> <e:p> \"x\""]),
    ]

    static let properties: [RDFXMLCase] = [
        .init(
            "a text", "<rdf:Description rdf:about=\"http://e/a\"><e:p>x y</e:p></rdf:Description>",
            ["<e:a> <e:p> \"x y\""]),
        .init(
            "white space is a text of its own",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p> \n</e:p></rdf:Description>",
            ["<e:a> <e:p> \" \\n\""]),
        .init(
            "an empty text",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p/><e:q></e:q></rdf:Description>",
            ["<e:a> <e:p> \"\"", "<e:a> <e:q> \"\""]),
        .init(
            "a text with a datatype, whole, relative and empty",
            "<rdf:Description rdf:about=\"http://e/a\">"
                + "<e:p rdf:datatype=\"http://www.w3.org/2001/XMLSchema#int\">1</e:p>"
                + "<e:p rdf:datatype=\"#d\">1</e:p>"
                + "<e:q rdf:datatype=\"http://e/d\"/></rdf:Description>",
            [
                "<e:a> <e:p> \"1\"^^<xsd:int>", "<e:a> <e:p> \"1\"^^<b:#d>",
                "<e:a> <e:q> \"\"^^<e:d>",
            ]),
        .init(
            "comments, instructions and sections within a text",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p>a<!-- no -->b<?x y?>c<![CDATA[<d>]]>"
                + "</e:p></rdf:Description>",
            ["<e:a> <e:p> \"abc<d>\""]),
        .init(
            "a node within, with a comment beside",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p> <!-- c --> "
                + "<e:T rdf:about=\"http://e/b\"><e:q>x</e:q></e:T> </e:p></rdf:Description>",
            ["<e:a> <e:p> <e:b>", "<e:b> <rdf:type> <e:T>", "<e:b> <e:q> \"x\""]),
        .init(
            "nodes four deep",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p><rdf:Description><e:q>"
                + "<rdf:Description rdf:nodeID=\"n\"><e:r><e:T/></e:r></rdf:Description></e:q>"
                + "</rdf:Description></e:p></rdf:Description>",
            [
                "<e:a> <e:p> _:1", "_:1 <e:q> _:n", "_:n <e:r> _:2", "_:2 <rdf:type> <e:T>",
            ]),
        .init(
            "rdf:resource, whole, relative and empty",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p rdf:resource=\"http://e/b\"/>"
                + "<e:p rdf:resource=\"../c?d=e&amp;f\"> </e:p><e:p rdf:resource=\"\"/>"
                + "</rdf:Description>",
            [
                "<e:a> <e:p> <e:b>", "<e:a> <e:p> <http://base/c?d=e&f>", "<e:a> <e:p> <b:>",
            ]),
        .init(
            "attributes describe the node a property points to",
            "<rdf:Description rdf:about=\"http://e/a\">"
                + "<e:p rdf:resource=\"http://e/b\" e:q=\"x\" rdf:type=\"http://e/T\"/>"
                + "<e:p e:q=\"y\"/><e:p rdf:nodeID=\"n\" e:q=\"z\"/></rdf:Description>",
            [
                "<e:a> <e:p> <e:b>", "<e:b> <e:q> \"x\"", "<e:b> <rdf:type> <e:T>",
                "<e:a> <e:p> _:1", "_:1 <e:q> \"y\"", "<e:a> <e:p> _:n", "_:n <e:q> \"z\"",
            ]),
        .init(
            "rdf:type as an element",
            "<rdf:Description rdf:about=\"http://e/a\">"
                + "<rdf:type rdf:resource=\"http://e/T\"/><rdf:type rdf:nodeID=\"n\"/>"
                + "</rdf:Description>",
            ["<e:a> <rdf:type> <e:T>", "<e:a> <rdf:type> _:n"]),
    ]

    static let parsed: [RDFXMLCase] = [
        .init(
            "Resource",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p rdf:parseType=\"Resource\">"
                + "<e:q>x</e:q><e:r rdf:parseType=\"Resource\"/></e:p></rdf:Description>",
            ["<e:a> <e:p> _:1", "_:1 <e:q> \"x\"", "_:1 <e:r> _:2"]),
        .init(
            "Collection",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p rdf:parseType=\"Collection\">"
                + "<rdf:Description rdf:about=\"http://e/x\"/> <e:T/> </e:p></rdf:Description>",
            [
                "<e:a> <e:p> _:1", "_:1 <rdf:first> <e:x>", "_:1 <rdf:rest> _:2",
                "_:2 <rdf:first> _:3", "_:2 <rdf:rest> <rdf:nil>", "_:3 <rdf:type> <e:T>",
            ]),
        .init(
            "an empty Collection",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p rdf:parseType=\"Collection\"> </e:p>"
                + "</rdf:Description>", ["<e:a> <e:p> <rdf:nil>"]),
        .init(
            "a Collection within a Collection",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p rdf:parseType=\"Collection\">"
                + "<rdf:Description><e:q rdf:parseType=\"Collection\">"
                + "<rdf:Description rdf:about=\"http://e/x\"/></e:q></rdf:Description>"
                + "<rdf:Description rdf:about=\"http://e/y\"/></e:p></rdf:Description>",
            [
                "<e:a> <e:p> _:1", "_:1 <rdf:first> _:n", "_:n <e:q> _:2",
                "_:2 <rdf:first> <e:x>", "_:2 <rdf:rest> <rdf:nil>", "_:1 <rdf:rest> _:3",
                "_:3 <rdf:first> <e:y>", "_:3 <rdf:rest> <rdf:nil>",
            ]),
    ]

    static let lists: [RDFXMLCase] = [
        .init(
            "rdf:li counts, and what is numbered itself does not disturb it",
            "<rdf:Seq rdf:about=\"http://e/a\"><rdf:li>x</rdf:li><rdf:_5>y</rdf:_5>"
                + "<rdf:li rdf:resource=\"http://e/z\"/></rdf:Seq>",
            [
                "<e:a> <rdf:type> <rdf:Seq>", "<e:a> <rdf:_1> \"x\"", "<e:a> <rdf:_5> \"y\"",
                "<e:a> <rdf:_2> <e:z>",
            ]),
        .init(
            "each element counts for itself",
            "<rdf:Description rdf:about=\"http://e/a\"><rdf:li><rdf:Bag><rdf:li>x</rdf:li></rdf:Bag>"
                + "</rdf:li><rdf:li rdf:parseType=\"Resource\"><rdf:li>y</rdf:li></rdf:li>"
                + "</rdf:Description><rdf:Description rdf:about=\"http://e/a\"><rdf:li>z</rdf:li>"
                + "</rdf:Description>",
            [
                "<e:a> <rdf:_1> _:1", "_:1 <rdf:type> <rdf:Bag>", "_:1 <rdf:_1> \"x\"",
                "<e:a> <rdf:_2> _:2", "_:2 <rdf:_1> \"y\"", "<e:a> <rdf:_1> \"z\"",
            ]),
    ]

    static let reified: [RDFXMLCase] = [
        .init(
            "a text",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p rdf:ID=\"r\">x</e:p>"
                + "</rdf:Description>",
            ["<e:a> <e:p> \"x\""] + statement("<b:#r>", "<e:a>", "<e:p>", "\"x\"")),
        .init(
            "a node named by an attribute, and what is said of it is not reified",
            "<rdf:Description rdf:about=\"http://e/a\">"
                + "<e:p rdf:ID=\"r\" rdf:resource=\"http://e/b\" e:q=\"x\"/></rdf:Description>",
            ["<e:a> <e:p> <e:b>", "<e:b> <e:q> \"x\""]
                + statement("<b:#r>", "<e:a>", "<e:p>", "<e:b>")),
        .init(
            "a node within",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p rdf:ID=\"r\">"
                + "<rdf:Description/></e:p></rdf:Description>",
            ["<e:a> <e:p> _:1"] + statement("<b:#r>", "<e:a>", "<e:p>", "_:1")),
        .init(
            "Resource and Literal",
            "<rdf:Description rdf:about=\"http://e/a\">"
                + "<e:p rdf:ID=\"r\" rdf:parseType=\"Resource\"/>"
                + "<e:p rdf:ID=\"s\" rdf:parseType=\"Literal\">x</e:p></rdf:Description>",
            ["<e:a> <e:p> _:1", "<e:a> <e:p> \"x\"^^<rdf:XMLLiteral>"]
                + statement("<b:#r>", "<e:a>", "<e:p>", "_:1")
                + statement("<b:#s>", "<e:a>", "<e:p>", "\"x\"^^<rdf:XMLLiteral>")),
        .init(
            "Collection: the statement with the first cell, or with nothing",
            "<rdf:Description rdf:about=\"http://e/a\">"
                + "<e:p rdf:ID=\"r\" rdf:parseType=\"Collection\"><rdf:Description/>"
                + "<rdf:Description rdf:about=\"http://e/x\"/></e:p>"
                + "<e:q rdf:ID=\"s\" rdf:parseType=\"Collection\"/></rdf:Description>",
            [
                "<e:a> <e:p> _:1", "_:1 <rdf:first> _:2", "_:1 <rdf:rest> _:3",
                "_:3 <rdf:first> <e:x>", "_:3 <rdf:rest> <rdf:nil>", "<e:a> <e:q> <rdf:nil>",
            ] + statement("<b:#r>", "<e:a>", "<e:p>", "_:1")
                + statement("<b:#s>", "<e:a>", "<e:q>", "<rdf:nil>")),
        .init(
            "a member of a container",
            "<rdf:Bag rdf:about=\"http://e/a\">"
                + "<rdf:li rdf:ID=\"r\">x</rdf:li></rdf:Bag>",
            ["<e:a> <rdf:type> <rdf:Bag>", "<e:a> <rdf:_1> \"x\""]
                + statement("<b:#r>", "<e:a>", "<rdf:_1>", "\"x\"")),
    ]

    private static func statement(
        _ name: String, _ subject: String, _ predicate: String, _ object: String
    ) -> [String] {
        [
            "\(name) <rdf:type> <rdf:Statement>", "\(name) <rdf:subject> \(subject)",
            "\(name) <rdf:predicate> \(predicate)", "\(name) <rdf:object> \(object)",
        ]
    }

    static let scopes: [RDFXMLCase] = [
        .init(
            "xml:lang holds within, and ends with an empty one",
            "<rdf:Description xml:lang=\"nb\" rdf:about=\"http://e/a\" e:p=\"x\"><e:q>y</e:q>"
                + "<e:q xml:lang=\"en-GB\">y</e:q><e:q xml:lang=\"\">y</e:q>"
                + "<e:r><rdf:Description rdf:about=\"http://e/b\" e:p=\"z\"/></e:r>"
                + "<e:s rdf:resource=\"http://e/c\" e:p=\"w\" xml:lang=\"nn\"/></rdf:Description>"
                + "<rdf:Description rdf:about=\"http://e/a\" e:p=\"x\"/>",
            [
                "<e:a> <e:p> \"x\"@nb", "<e:a> <e:q> \"y\"@nb", "<e:a> <e:q> \"y\"@en-GB",
                "<e:a> <e:q> \"y\"", "<e:a> <e:r> <e:b>", "<e:b> <e:p> \"z\"@nb",
                "<e:a> <e:s> <e:c>", "<e:c> <e:p> \"w\"@nn", "<e:a> <e:p> \"x\"",
            ]),
        .init(
            "a datatype leaves no room for a language",
            "<rdf:Description rdf:about=\"http://e/a\" xml:lang=\"nb\">"
                + "<e:p rdf:datatype=\"http://e/d\">x</e:p>"
                + "<e:p rdf:parseType=\"Literal\">x</e:p></rdf:Description>",
            ["<e:a> <e:p> \"x\"^^<e:d>", "<e:a> <e:p> \"x\"^^<rdf:XMLLiteral>"]),
        .init(
            "xml:base holds within, itself resolved against the one around",
            "<rdf:Description xml:base=\"http://f/g/h#i\" rdf:ID=\"a\"><e:p rdf:resource=\"j\"/>"
                + "<e:p xml:base=\"/k/\" rdf:resource=\"j\"/>"
                + "<e:q rdf:ID=\"r\" xml:base=\"l\" rdf:resource=\"\"/></rdf:Description>"
                + "<rdf:Description rdf:ID=\"a\" e:p=\"x\"/>",
            [
                "<http://f/g/h#a> <e:p> <http://f/g/j>", "<http://f/g/h#a> <e:p> <http://f/k/j>",
                "<http://f/g/h#a> <e:q> <http://f/g/l>", "<b:#a> <e:p> \"x\"",
            ] + statement("<http://f/g/l#r>", "<http://f/g/h#a>", "<e:q>", "<http://f/g/l>")),
        .init(
            "bases without a path, with a query, and too many steps up",
            "<rdf:Description xml:base=\"http://f\" rdf:about=\"x\" e:p=\"1\"/>"
                + "<rdf:Description xml:base=\"http://f/a/b?c=/d/\" rdf:about=\"x\" e:p=\"1\"/>"
                + "<rdf:Description xml:base=\"http://f/a/b\" rdf:about=\"../../../x\" e:p=\"2\"/>"
                + "<rdf:Description xml:base=\"http://f/a/b/\" rdf:about=\"./c/./../d\" e:p=\"2\"/>"
                + "<rdf:Description xml:base=\"http://f/a\" rdf:about=\"//g/x\" e:p=\"3\"/>"
                + "<rdf:Description xml:base=\"http://f/a?b\" rdf:about=\"?y\" e:p=\"3\"/>",
            [
                "<http://f/x> <e:p> \"1\"", "<http://f/a/x> <e:p> \"1\"",
                "<http://f/x> <e:p> \"2\"", "<http://f/a/b/d> <e:p> \"2\"",
                "<http://g/x> <e:p> \"3\"", "<http://f/a?y> <e:p> \"3\"",
            ]),
        .init(
            "the same rdf:ID under two bases is two IRIs",
            "<e:T rdf:ID=\"a\"/><e:T rdf:ID=\"a\" xml:base=\"http://f/\"/>",
            ["<b:#a> <rdf:type> <e:T>", "<http://f/#a> <rdf:type> <e:T>"]),
    ]

    static let literals: [RDFXMLCase] = [
        .init(
            "XML with what its names need declared, attributes in order, no empty elements",
            literal(
                " xmlns:u=\"http://u\"",
                "<e:i b=\"2\" a=\"&lt;&quot;&#9;\" xml:lang=\"nb\" u:z=\"1\"/>t&amp;&gt;&lt;"),
            [
                "<e:a> <e:p> \"<e:i xmlns:e=\\\"http://e/\\\" xmlns:u=\\\"http://u\\\" "
                    + "a=\\\"&lt;&quot;&#x9;\\\" b=\\\"2\\\" u:z=\\\"1\\\" xml:lang=\\\"nb\\\">"
                    + "</e:i>t&amp;&gt;&lt;\"^^<rdf:XMLLiteral>"
            ]),
        .init(
            "a namespace is declared once, and again where another has come between",
            literal(
                "", "<e:x><e:y/><f:z xmlns:f=\"http://f/\" xmlns:e=\"http://g/\"><e:w/></f:z></e:x>"
            ),
            [
                "<e:a> <e:p> \"<e:x xmlns:e=\\\"http://e/\\\"><e:y></e:y>"
                    + "<f:z xmlns:f=\\\"http://f/\\\"><e:w xmlns:e=\\\"http://g/\\\"></e:w></f:z>"
                    + "</e:x>\"^^<rdf:XMLLiteral>"
            ]),
        .init(
            "the default namespace comes and goes",
            literal(" xmlns=\"http://d/\"", "<x><y xmlns=\"\"><z/></y></x><w xmlns=\"\"/>"),
            [
                "<e:a> <e:p> \"<x xmlns=\\\"http://d/\\\"><y xmlns=\\\"\\\"><z></z></y></x><w></w>\""
                    + "^^<rdf:XMLLiteral>"
            ]),
        .init(
            "comments, instructions, sections and white space are kept",
            literal("", "\n <!-- c --><?pi d ?><?pj?><![CDATA[<&]]>&#13;"),
            [
                "<e:a> <e:p> \"\\n <!-- c --><?pi d ?><?pj?>&lt;&amp;&#xD;\"^^<rdf:XMLLiteral>"
            ]),
        .init("an empty one", literal("", ""), ["<e:a> <e:p> \"\"^^<rdf:XMLLiteral>"]),
        .init(
            "RDF within is XML as any other",
            literal("", "<rdf:RDF><rdf:Description rdf:ID=\"1\" rdf:li=\"\"/></rdf:RDF>"),
            [
                "<e:a> <e:p> \"<rdf:RDF "
                    + "xmlns:rdf=\\\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\\\">"
                    + "<rdf:Description rdf:ID=\\\"1\\\" rdf:li=\\\"\\\"></rdf:Description>"
                    + "</rdf:RDF>\"^^<rdf:XMLLiteral>"
            ]),
        .init(
            "an unknown parseType is read as Literal",
            "<rdf:Description rdf:about=\"http://e/a\"><e:p rdf:parseType=\"daml:collection\"><b/>"
                + "</e:p><e:q rdf:parseType=\"resource\">x</e:q></rdf:Description>",
            [
                "<e:a> <e:p> \"<b></b>\"^^<rdf:XMLLiteral>",
                "<e:a> <e:q> \"x\"^^<rdf:XMLLiteral>",
            ]),
    ]

    private static func literal(_ attributes: String, _ content: String) -> String {
        "<rdf:Description rdf:about=\"http://e/a\"><e:p rdf:parseType=\"Literal\"\(attributes)>"
            + "\(content)</e:p></rdf:Description>"
    }

    static let documents: [RDFXMLCase] = [
        .init(
            "one node alone is a document",
            "<?xml version=\"1.0\"?><e:T \(rdfDeclaration) xmlns:e=\"http://e/\"><e:p>x</e:p></e:T>",
            ["_:1 <rdf:type> <e:T>", "_:1 <e:p> \"x\""]),
        .init(
            "entities of the document, in names, values and texts",
            "<!DOCTYPE rdf:RDF [<!ENTITY e \"http://e/\"><!ENTITY t \"a &#38;amp; b\">]>"
                + "<rdf:RDF \(rdfDeclaration) xmlns:e=\"&e;\">"
                + "<rdf:Description rdf:about=\"&e;a\"><e:p>&t;</e:p></rdf:Description></rdf:RDF>",
            ["<e:a> <e:p> \"a & b\""]),
        .init(
            "a document type that lies elsewhere is not fetched",
            "<!DOCTYPE rdf:RDF PUBLIC \"-//X//Y\" \"http://127.0.0.1:9/x.dtd\">"
                + "<rdf:RDF \(rdfDeclaration)/>",
            []),
        .init(
            "attributes a document type gives",
            "<!DOCTYPE rdf:RDF [<!ATTLIST e:T e:p CDATA \"x\">]>"
                + "<rdf:RDF \(rdfDeclaration) xmlns:e=\"http://e/\"><e:T rdf:about=\"http://e/a\"/>"
                + "</rdf:RDF>", ["<e:a> <rdf:type> <e:T>", "<e:a> <e:p> \"x\""]),
        .init(
            "RDF under another prefix, and none",
            "<?xml version=\"1.0\"?><RDF xmlns=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                + "xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"http://e/\">"
                + "<Description r:about=\"http://e/a\"><e:p r:resource=\"http://e/b\"/>"
                + "</Description></RDF>", ["<e:a> <e:p> <e:b>"]),
        .init(
            "names and IRIs beyond ASCII",
            "<e:Tjeneste rdf:about=\"http://e/å\"><e:språk>blåbær 🫐</e:språk></e:Tjeneste>",
            ["<e:å> <rdf:type> <e:Tjeneste>", "<e:å> <e:språk> \"blåbær 🫐\""]),
        .init(
            "a namespace beyond ASCII",
            "<æ:T xmlns:æ=\"http://e/æ#\" rdf:about=\"http://e/a\"/>",
            ["<e:a> <rdf:type> <e:æ#T>"]),
    ]
}

extension String {
    /// The text without the blanks at its start.
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
