import Foundation
import GraphModel
import Testing

/// The harness must see what is wrong, or a green run means nothing.
@Suite struct HarnessTests {
    @Test("Outlines, backgrounds, tables with escapes and indented texts")
    func gherkin() throws {
        let feature = try GherkinReader.read(
            #"""
            # a comment
            @tag
            Feature: Things
              Some words about them.

              Background:
                Given an empty graph

              @first @second
              Scenario Outline: Adding <a>
                When executing query:
                  """
                  RETURN <a>
                    + 1
                  """
                Then the result should be, in order:
                  | x\|y | z   |
                  | <a>  | 'a\nb\\' |

                Examples:
                  | a |
                  | 1 |

                @more
                Examples:
                  | a |
                  | 2 |

              Scenario: Plain
                Given any graph
            """#)
        #expect(feature.name == "Things")
        #expect(
            feature.scenarios.map(\.name) == [
                "Adding <a> (example 1)", "Adding <a> (example 2)", "Plain",
            ])
        #expect(
            feature.scenarios.map(\.tags) == [["@first", "@second"], ["@first", "@second"], []])
        let steps = feature.scenarios[1].steps
        #expect(
            steps.map(\.text) == [
                "an empty graph", "executing query:", "the result should be, in order:",
            ])
        #expect(steps[1].document == "RETURN 2\n  + 1")
        #expect(steps[2].table == [["x|y", "z"], ["2", "'a\nb\\'"]])
        #expect(feature.scenarios[2].steps.count == 2)
    }

    @Test(arguments: [
        "Scenario Outline: a\nGiven any graph", "nonsense",
        "Scenario: a\nGiven any graph\n| a | b |\n| c |", "Scenario: a\nGiven x\n| a",
        "Scenario: a\nGiven x\n\"\"\"\ntext",
    ])
    func badFeature(_ text: String) {
        #expect(throws: GherkinError.self) { try GherkinReader.read(text) }
    }

    @Test(arguments: [
        ("null", TCKValue.null), (" -12 ", .integer(-12)), ("1.0", .float(1)),
        ("1e3", .float(1000)), ("NaN", .float(.nan)), ("-Inf", .float(-.infinity)),
        (#"'it\'s'"#, .string("it's")),
        ("[1, [true]]", .list([.integer(1), .list([.boolean(true)])])),
        ("{a: {}, `b c`: 'x'}", .map(["a": .map([:]), "b c": .string("x")])),
        ("(:B:A {n: 1})", .node(labels: ["A", "B"], properties: ["n": .integer(1)])),
        ("()", .node(labels: [], properties: [:])),
        ("[:T {w: 0.5}]", .relationship(type: "T", properties: ["w": .float(0.5)])),
    ])
    func notation(_ text: String, _ value: TCKValue) throws {
        #expect(try TCKValueParser.parse(text) == value)
    }

    @Test("Paths are written in the direction they are walked")
    func pathNotation() throws {
        let text = "<(:A)-[:R {n: 1}]->(:B)<-[:S]-()>"
        let value = try TCKValueParser.parse(text)
        guard case .path(_, let steps) = value else {
            Issue.record("no path: \(value)")
            return
        }
        #expect(steps.map(\.isForward) == [true, false])
        #expect(value.description == text)
    }

    @Test(arguments: ["", "'a", "[1", "(", "{a 1}", "1 2", "<(:A)-[:R]->", "nonsense"])
    func badNotation(_ text: String) {
        #expect(throws: TCKValueParser.Failure.self) { try TCKValueParser.parse(text) }
    }

    @Test(
        "A scenario that does not hold fails",
        arguments: [
            ("RETURN 1 AS x", "the result should be, in any order:", [["x"], ["2"]]),
            ("RETURN 1 AS x", "the result should be, in any order:", [["y"], ["1"]]),
            ("RETURN 1 AS x", "the result should be, in any order:", [["x"], ["1.0"]]),
            ("RETURN 1 AS x", "the result should be, in any order:", [["x"], ["1"], ["1"]]),
            ("RETURN 1 AS x", "the result should be empty", []),
            (
                "UNWIND [1, 2] AS x RETURN x", "the result should be, in order:",
                [["x"], ["2"], ["1"]]
            ),
            ("RETURN [1, 2] AS x", "the result should be, in any order:", [["x"], ["[2, 1]"]]),
            ("RETURN 1 AS x", "a SyntaxError should be raised at compile time: *", []),
            ("RETURN x", "a SyntaxError should be raised at runtime: UndefinedVariable", []),
            ("RETURN x", "a TypeError should be raised at compile time: UndefinedVariable", []),
            ("RETURN x", "a SyntaxError should be raised at compile time: UnknownFunction", []),
            ("RETURN x", "the result should be, in any order:", [["x"]]),
            ("CREATE ()", "no side effects", []),
            ("CREATE ()", "the side effects should be:", [["+nodes", "2"]]),
            ("CREATE (:A)", "the side effects should be:", [["+nodes", "1"]]),
            ("RETURN 1 AS x", "something unheard of", []),
        ] as [(String, String, [[String]])])
    func failures(_ query: String, _ expectation: String, _ table: [[String]]) {
        let scenario = Scenario(
            name: "", tags: [],
            steps: [
                Step(text: "an empty graph", line: 1),
                Step(text: "executing query:", document: query, line: 2),
                Step(text: expectation, table: table, line: 3),
            ], line: 1)
        #expect(throws: (any Error).self) {
            try ScenarioRunner.run(scenario, graphs: Corpus.folder)
        }
    }

    @Test("What an error may be is given by stars, and rows come in any order")
    func passes() throws {
        for (query, expectation, table) in [
            ("RETURN x", "a SyntaxError should be raised at compile time: *", []),
            ("RETURN x", "a * should be raised at any time: *", []),
            (
                "UNWIND [1, 2] AS x RETURN x", "the result should be, in any order:",
                [["x"], ["2"], ["1"]]
            ),
            (
                "RETURN [1, 2] AS x", "the result should be (ignoring element order for lists):",
                [["x"], ["[2, 1]"]]
            ),
        ] as [(String, String, [[String]])] {
            let steps = [
                Step(text: "executing query:", document: query, line: 1),
                Step(text: expectation, table: table, line: 2),
            ]
            try ScenarioRunner.run(
                Scenario(name: "", tags: [], steps: steps, line: 1), graphs: Corpus.folder)
        }
    }
}
