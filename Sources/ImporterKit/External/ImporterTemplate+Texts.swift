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

            /// By the name's ending.
            public func likelihood(of sample: Sample) -> Likelihood {
                descriptor.extensions.contains(sample.fileExtension) ? .likely : .no
            }

            /// Reads the file line by line.
            public func read(_ input: ImportInput, into sink: any GraphSink) throws {
                let type = sink.relationshipType("KNOWS")
                let key = sink.propertyKey("id")
                let text = input.file.content.withView { $0.text(0..<$0.count) }
                let lines = text.split(separator: "\\n", omittingEmptySubsequences: false)
                for (number, line) in lines.enumerated() where !line.isEmpty {
                    sink.at(line: number + 1, file: input.file)
                    let words = line.split(separator: " ").map(String.init)
                    guard words.count == 2 else {
                        try sink.report(
                            Diagnostic(
                                .data, "BadLine", "expected two words",
                                place: SourcePlace(file: input.file.name, line: number + 1)))
                        continue
                    }
                    let ends = words.map { word in
                        let node = sink.node(word)
                        if sink.define(node) { sink.set(key, of: node, to: .string(word)) }
                        return node
                    }
                    _ = sink.relationship(type, from: ends[0], to: ends[1])
                }
            }
        }

        """

    static let swiftTest = """
        import GraphModel
        import ImporterKit
        import Testing
        import @TYPE@

        @Suite struct @TYPE@Tests {
            @Test func readsLines() throws {
                let sink = try RecordingSink.read(@TYPE@Importer(), "anna berit\\nberit carl\\n")
                #expect(sink.relationshipTexts == ["anna-KNOWS->berit", "berit-KNOWS->carl"])
            }

            @Test func saysWhereALineIsBad() throws {
                let sink = try RecordingSink.read(@TYPE@Importer(), "anna berit\\ncarl\\n")
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
        """Reads lines of two words for veiviser: the ends of a relationship."""
        import json
        import sys


        def send(**message):
            print(json.dumps(message, ensure_ascii=False))


        def read(file):
            nodes, edges = set(), 0
            with open(file["path"], encoding="utf-8", errors="replace") as lines:
                for number, line in enumerate(lines, 1):
                    words = line.split()
                    if not words:
                        continue
                    if len(words) != 2:
                        send(type="diagnostic", code="BadLine", message="expected two words", line=number)
                        continue
                    for word in words:
                        if word not in nodes:
                            nodes.add(word)
                            send(type="node", id=word, labels=["Person"], line=number)
                    edges += 1
                    send(type="edge", **{"from": words[0]}, to=words[1], relationship="KNOWS", line=number)
            return len(nodes), edges


        def main():
            sys.stdin.readline()  # the host's hello
            send(type="hello", protocol=1, name="@NAME@", version="1.0",
                 summary="lines of two words", extensions=["@NAME@"])
            sys.stdout.flush()
            request = sys.stdin.readline()
            if not request.strip():
                return
            request = json.loads(request)
            if request["type"] != "read":
                return
            nodes, edges = read(request["files"][0])
            send(type="done", nodes=nodes, edges=edges)


        main()

        """#

    static let shell = #"""
        #!/bin/sh
        # Reads lines of two words for veiviser: the ends of a relationship.
        read -r hello
        echo '{"type":"hello","protocol":1,"name":"@NAME@","version":"1.0","summary":"lines of two words","extensions":["@NAME@"]}'
        read -r request || exit 0
        path=$(printf '%s' "$request" | sed 's/.*"path":"\([^"]*\)".*/\1/')
        # JSON is UTF-8 without control characters; what else the file holds is left out.
        iconv -c -f UTF-8 -t UTF-8 "$path" 2> /dev/null | tr -d '\000-\010\013-\037' | awk '
            function quoted(text) { gsub(/[\\"]/, "\\\\&", text); return "\"" text "\"" }
            function node(word) {
                if (word in seen) return
                seen[word] = 1
                nodes++
                print "{\"type\":\"node\",\"id\":" quoted(word) ",\"labels\":[\"Person\"],\"line\":" NR "}"
            }
            NF == 0 { next }
            NF != 2 {
                print "{\"type\":\"diagnostic\",\"code\":\"BadLine\",\"message\":\"expected two words\",\"line\":" NR "}"
                next
            }
            {
                node($1)
                node($2)
                edges++
                print "{\"type\":\"edge\",\"from\":" quoted($1) ",\"to\":" quoted($2) ",\"relationship\":\"KNOWS\",\"line\":" NR "}"
            }
            END { print "{\"type\":\"done\",\"nodes\":" nodes + 0 ",\"edges\":" edges + 0 "}" }
        '

        """#
}
