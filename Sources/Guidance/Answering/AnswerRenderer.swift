import GraphModel

/// Shows answers as text for people and as JSON for programs.
package enum AnswerRenderer {
    /// The answer as text, ending in a line feed.
    ///
    /// - Parameter quotes: The lines of the documents word by word, by source (`id#L50`).
    package static func text(_ answer: Answer, quotes: [String: String] = [:]) -> String {
        var lines = answer.explanation
        if !lines.isEmpty { lines.append("") }
        lines += answer.lead
        for line in answer.lines {
            lines.append("- \(line.text)\(citation(line.sources, answer))")
            for source in line.sources {
                if let quote = quotes[source] { lines.append("    «\(quote)»") }
            }
        }
        // That it is allowed is said already; the word is for programs.
        lines += answer.notes.filter { !$0.hasPrefix("may: ") }
        if answer.verdict != .unknown {
            lines.append(Sentence.standsFor(answer.asOf).text(answer.language))
        }
        for question in answer.didYouMean { lines.append("? \(question)") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// « [Title, line 50]»
    private static func citation(_ sources: [String], _ answer: Answer) -> String {
        var byDocument: [(title: String, places: [String])] = []
        for source in sources {
            let (id, place) = SourceBook.parts(source)
            let title = answer.sources.first { $0.id == id }?.title ?? id
            let shown =
                SourceBook.line(place).map { Sentence.line(String($0)).text(answer.language) }
                ?? place
            if let at = byDocument.firstIndex(where: { $0.title == title }) {
                if let shown, !byDocument[at].places.contains(shown) {
                    byDocument[at].places.append(shown)
                }
            } else {
                byDocument.append((title, shown.map { [$0] } ?? []))
            }
        }
        guard !byDocument.isEmpty else { return "" }
        let texts = byDocument.map { ([$0.title] + $0.places).joined(separator: ", ") }
        return " [\(texts.joined(separator: "; "))]"
    }

    // MARK: - JSON

    /// The answer as one JSON object on one line, without a line feed.
    ///
    /// - Parameter quotes: The lines of the documents word by word, by source; nil where no
    ///   documents are at hand.
    package static func json(_ answer: Answer, quotes: [String: String]? = nil) -> String {
        var writer = JSONWriter()
        writer.object { object in
            object.member("verdict", answer.verdict.rawValue)
            object.array("answers", answer.answers) { element, node in
                element.object {
                    $0.member("id", node.id)
                    $0.member("label", node.label)
                    $0.member("name", node.name)
                }
            }
            object.member("count", answer.count.map { Value.integer($0) } ?? .null)
            object.array("values", answer.values) { $0.value($1) }
            object.array("facts", answer.facts) { write($1, to: &$0) }
            object.member("query", answer.query)
            object.member("savedQuery", answer.savedQuery)
            object.member("asOf", answer.asOf)
            object.member("language", answer.language.rawValue)
            object.member("note", answer.notes.isEmpty ? nil : answer.notes.joined(separator: " "))
            object.array("didYouMean", answer.didYouMean) { $0.value(.string($1)) }
            if let quotes {
                object.nested("quotes") { writer in
                    writer.object { object in
                        for (source, line) in quotes.sorted(by: { $0.key < $1.key }) {
                            object.member(source, line)
                        }
                    }
                }
            }
            if !answer.explanation.isEmpty {
                object.array("explanation", answer.explanation) { $0.value(.string($1)) }
            }
        }
        return writer.text
    }

    /// A fact as a JSON object.
    static func write(_ fact: Fact, to writer: inout JSONWriter) {
        writer.object { object in
            object.member("from", fact.from)
            object.member("type", fact.type)
            object.member("to", fact.to)
            if let value = fact.value { object.member("value", value) }
            object.array("sources", fact.sources) { $0.value(.string($1)) }
            object.member("confidence", fact.confidence)
            object.member("validFrom", fact.validity.from)
            object.member("validTo", fact.validity.to)
        }
    }
}
