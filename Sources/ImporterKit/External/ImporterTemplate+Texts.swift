// The texts of the templates; @NAME@ and @TYPE@ stand for the importer's name and its Swift type.
extension ImporterTemplate {
    static let sample = """
        anna berit
        berit carl

        """

    static let readme = """
        # @NAME@

        What it reads, how it maps to nodes and relationships, its options, an example.

            veiviser inspect sample.@NAME@

        """

    static let swiftImporter = """
        import GraphModel
        import ImporterKit

        /// Reads lines of two words: the ends of a relationship.
        public struct @TYPE@Importer: Importer {
            /// Creates the importer.
            public init() {}

            /// What it is.
            public var descriptor: ImporterDescriptor {
                ImporterDescriptor(
                    name: "@NAME@", summary: "lines of two words", extensions: ["@NAME@"])
            }

            /// Reads the file line by line.
            public func read(_ input: ImportInput, into sink: any GraphSink) throws {
                let graph = NamedSink(sink)
                try input.file.forEachLine { number, line in
                    sink.at(line: number, file: input.file)
                    guard !line.isEmpty, let fault = read(line, into: graph) else { return }
                    try sink.report(input.file.fault("BadLine", fault, line: number))
                }
            }

            /// Reads a line; gives what is wrong with it. This is the part to change.
            private func read(_ line: String, into graph: NamedSink) -> String? {
                let words = line.split(separator: " ").map(String.init)
                guard words.count == 2 else { return "expected two words" }
                let ends = words.map { graph.node($0, "Person") }
                graph.relate(ends[0], "KNOWS", ends[1])
                return nil
            }
        }

        """

    static let swiftTest = """
        import @TYPE@
        import GraphModel
        import ImporterKit
        import Testing

        @Suite struct @TYPE@Tests {
            @Test func readsLines() throws {
                let sink = try RecordingSink.read(@TYPE@Importer(), "anna berit\\nberit carl\\n")
                #expect(sink.relationshipTexts == ["anna-KNOWS->berit", "berit-KNOWS->carl"])
            }

            @Test func saysWhereALineIsBad() throws {
                let sink = try RecordingSink.read(@TYPE@Importer(), "\\nthis line says nothing at all\\n")
                #expect(sink.errors.map { $0.place?.line } == [2])
            }
        }

        """

    static let swiftSteps = [
        "add to the plugins in Package.swift: "
            + "Module(name: \"@TYPE@\", kind: .plugin, uses: [\"GraphModel\", \"ImporterKit\"]),",
        "add to Sources/veiviser/GraphSource.swift: import @TYPE@",
        "add to the list in the same file: @TYPE@Importer(),",
        "swift test --filter @TYPE@Tests",
    ]

    static let programSteps = [
        "@NAME@/test",
        "veiviser importer check @NAME@/@NAME@ @NAME@/sample.@NAME@",
        "VEIVISER_PLUGINS=@NAME@ veiviser inspect @NAME@/sample.@NAME@",
    ]

    static let test = """
        #!/bin/sh
        # Runs the importer over the sample and compares what it says of it.
        here=$(cd "$(dirname "$0")" && pwd)
        found=$({
            echo '{"type":"hello","protocol":1,"host":"test"}'
            echo "{\\"type\\":\\"read\\",\\"files\\":[{\\"path\\":\\"$here/sample.@NAME@\\",\\"name\\":\\"sample.@NAME@\\"}],\\"options\\":{}}"
        } | "$here/@NAME@" | grep -c '"edge"')
        if [ "$found" = 2 ]; then
            echo "passed: 2 edges"
        else
            echo "failed: $found edges, not 2"
            exit 1
        fi

        """

    static let python = #"""
        #!/usr/bin/env python3
        """Reads @NAME@ for veiviser: lines of two words, the ends of a relationship."""
        import json
        import sys


        def read_line(line, number):
            """Reads a line of the file. This is the part to change."""
            words = line.split()
            if len(words) != 2:
                fault("expected two words", number)
                return
            for word in words:
                node(word, "Person", number)
            edge(words[0], "KNOWS", words[1], number)


        def send(**message):
            print(json.dumps(message, ensure_ascii=False))


        def node(name, label, number):
            if name not in nodes:
                nodes.add(name)
                send(type="node", id=name, labels=[label], line=number)


        def edge(start, relationship, end, number):
            edges.append(number)
            send(type="edge", **{"from": start}, to=end, relationship=relationship, line=number)


        def fault(text, number):
            send(type="diagnostic", code="BadLine", message=text, line=number)


        def main():
            sys.stdin.readline()  # the host's hello
            send(type="hello", protocol=1, name="@NAME@", version="1.0",
                 summary="lines of two words", extensions=["@NAME@"])
            sys.stdout.flush()
            request = json.loads(sys.stdin.readline() or "{}")
            if request.get("type") != "read":
                return
            path = request["files"][0]["path"]
            with open(path, encoding="utf-8", errors="replace") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        read_line(line, number)
            send(type="done", nodes=len(nodes), edges=len(edges))


        nodes, edges = set(), []
        main()

        """#

    static let shell = #"""
        #!/bin/sh
        # Reads @NAME@ for veiviser: lines of two words, the ends of a relationship.
        read -r hello
        echo '{"type":"hello","protocol":1,"name":"@NAME@","version":"1.0","summary":"lines of two words","extensions":["@NAME@"]}'
        read -r request || exit 0
        path=$(printf '%s' "$request" | sed 's/.*"path":"\([^"]*\)".*/\1/')
        # JSON is UTF-8 without control characters; what else the file holds is left out.
        iconv -c -f UTF-8 -t UTF-8 "$path" 2> /dev/null | tr -d '\000-\010\013-\037' | awk '
            function quoted(text) { gsub(/[\\"]/, "\\\\&", text); return "\"" text "\"" }
            function node(name, label) {
                if (name in seen) return
                seen[name] = 1
                nodes++
                print "{\"type\":\"node\",\"id\":" quoted(name) ",\"labels\":[" quoted(label) "],\"line\":" NR "}"
            }
            function edge(start, type, end) {
                edges++
                print "{\"type\":\"edge\",\"from\":" quoted(start) ",\"to\":" quoted(end) ",\"relationship\":" quoted(type) ",\"line\":" NR "}"
            }
            function fault(text) {
                print "{\"type\":\"diagnostic\",\"code\":\"BadLine\",\"message\":" quoted(text) ",\"line\":" NR "}"
            }
            NF == 0 { next }
            # What a line says. This is the part to change.
            NF != 2 { fault("expected two words"); next }
            { node($1, "Person"); node($2, "Person"); edge($1, "KNOWS", $2) }
            END { print "{\"type\":\"done\",\"nodes\":" nodes + 0 ",\"edges\":" edges + 0 "}" }
        '

        """#
}
