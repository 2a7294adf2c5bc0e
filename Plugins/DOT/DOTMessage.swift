import GraphModel
import ImporterKit

/// One message of Graphviz, taken apart.
struct DOTMessage {
    var isError: Bool
    var text: String
    /// The line it names, 0 for none.
    var line = 0
    /// The word it names.
    var word = ""

    static let libraryMissing = Diagnostic(
        .resource, "LibraryMissing", "DOT cannot be read: Graphviz is not installed",
        hint: "apt-get install graphviz")

    /// Splits Graphviz's output into messages.
    static func parse(_ output: String) -> [DOTMessage] {
        var messages: [DOTMessage] = []
        for row in output.split(separator: "\n") {
            if let rest = row.after("Error: ") {
                messages.append(DOTMessage(isError: true, rest))
            } else if let rest = row.after("Warning: ") {
                messages.append(DOTMessage(isError: false, rest))
            }
        }
        return messages
    }

    private init(isError: Bool, _ text: Substring) {
        self.isError = isError
        self.text = String(text)
        let words = text.split(separator: " ")
        guard let at = words.firstIndex(of: "line"), at + 1 < words.count else { return }
        line = Int(words[at + 1]) ?? 0
        if let quote = text.firstIndex(of: "'"), text.last == "'" {
            word = String(text[text.index(after: quote)...].dropLast())
        }
    }

    static func diagnostic(
        _ message: DOTMessage?, _ outline: DOTOutline.Graph, _ file: InputFile
    ) -> Diagnostic {
        guard let message else {
            return Diagnostic(
                .data, "SyntaxError", "Graphviz cannot read this graph",
                place: SourcePlace(file: file.name, line: outline.firstLine))
        }
        let line = message.line > 0 ? message.line : outline.firstLine
        let place = place(of: message.word, line, file)
        if !message.isError {
            return Diagnostic(
                .data, "DOTWarning", "Graphviz warns: \(message.text)", place: place,
                severity: .warning)
        }
        if message.text.contains("quoted string") {
            return Diagnostic(
                .data, "TextTooLong",
                "a quoted text is longer than 16384 bytes",
                place: place)
        }
        let at = message.word.isEmpty ? "at the end of the graph" : "at '\(message.word)'"
        return Diagnostic(
            .data, "SyntaxError", "this is not DOT, \(at)", place: place,
            hint: message.word == ":" || message.word == "-"
                ? "put names with marks in them in double quotes" : nil)
    }

    /// The place of a word on a line; the line alone where the word is not on it.
    private static func place(of word: String, _ line: Int, _ file: InputFile) -> SourcePlace {
        var place = file.place(line: line, byteColumn: 1)
        guard !word.isEmpty, let text = place.excerpt else {
            place.column = 0
            return place
        }
        var at = text.startIndex
        while at < text.endIndex {
            if text[at...].hasPrefix(word) {
                place.column = text.distance(from: text.startIndex, to: at) + 1
                place.length = word.count
                return place
            }
            at = text.index(after: at)
        }
        place.column = 0
        return place
    }
}

extension Substring {
    /// What follows a start; nil where it has another.
    fileprivate func after(_ start: String) -> Substring? {
        hasPrefix(start) ? dropFirst(start.count) : nil
    }
}
