import GraphModel

/// Reads a saved query file: comment lines with `key: value`, then Cypher.
struct SavedQueryParser {
    private let name: String
    private let file: String
    private var query: SavedQuery
    private var line = 0

    /// Reads the text of a file of this name.
    ///
    /// - Throws: `UnknownHeader`, `InvalidHeader`, `UnknownSlot` or `MissingQuery` with the place.
    static func parse(_ text: String, file: String) throws -> SavedQuery {
        let base = file.split(separator: "/").last.map(String.init) ?? file
        let name = base.hasSuffix(".cypher") ? String(base.dropLast(7)) : base
        var parser = SavedQueryParser(name: name, file: file, query: SavedQuery(name: name))
        try parser.read(Array(text.utf8))
        return parser.query
    }

    private mutating func read(_ text: [UInt8]) throws {
        var at = 0
        while text[at...].starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
            line += 1
            let end = text[at...].firstIndex(of: 10) ?? text.count
            try readHeader(text[(at + 2)..<end])
            at = min(end + 1, text.count)
        }
        query.cypher = trimmed(text[at...])
        query.file = file
        query.firstLine = line + 1 + text[at...].prefix { $0 <= 32 }.count { $0 == 10 }
        guard !query.cypher.isEmpty else { throw fault("MissingQuery", "no query follows") }
        try checkSlots()
    }

    private mutating func readHeader(_ header: ArraySlice<UInt8>) throws {
        guard let colon = header.firstIndex(of: UInt8(ascii: ":")) else {
            throw fault("InvalidHeader", "a header line reads 'key: value'")
        }
        let words = header[..<colon].split(separator: UInt8(ascii: " ")).map {
            String(decoding: $0, as: UTF8.self)
        }
        let value = header[(colon + 1)...]
        let language = words.count > 1 ? Language(rawValue: words[1]) : nil
        switch (words.first, language) {
        case ("title", .some(let language)): query.titles[language] = trimmed(value)
        case ("answer", .some(let language)): query.leads[language] = trimmed(value)
        case ("yes", .some(let language)): query.yesSentences[language] = trimmed(value)
        case ("no", .some(let language)): query.noSentences[language] = trimmed(value)
        case ("unknown", .some(let language)): query.unknownSentences[language] = trimmed(value)
        case ("ask", .some(let language)): addPhrasings(value, language)
        case ("kind", nil): try readKind(trimmed(value))
        case ("history", nil): query.includesHistory = trimmed(value) == "yes"
        case ("count", nil): query.isCountable = trimmed(value) != "no"
        case ("parameter", nil): try readParameter(words, trimmed(value))
        default:
            throw fault("UnknownHeader", "'\(words.joined(separator: " "))' is no header")
        }
    }

    private mutating func addPhrasings(_ value: ArraySlice<UInt8>, _ language: Language) {
        for part in value.split(separator: UInt8(ascii: "|")) {
            query.phrasings.append(
                SavedQuery.Phrasing(text: trimmed(part), language: language))
        }
    }

    private mutating func readKind(_ value: String) throws {
        guard let kind = SavedQuery.Kind(rawValue: value) else {
            let known = SavedQuery.Kind.allCases.map(\.rawValue)
            throw fault(
                "InvalidHeader", "'\(value)' is no kind of query",
                hint: "the kinds are \(known.joined(separator: ", "))")
        }
        query.kind = kind
    }

    /// `parameter NAME: Type|Type = null`
    private mutating func readParameter(_ words: [String], _ value: String) throws {
        guard words.count == 2 else {
            throw fault("InvalidHeader", "a parameter line reads 'parameter name: Type'")
        }
        let halves = value.split(separator: "=", maxSplits: 1).map(trimmed)
        var types: [ParameterType] = []
        for name in (halves.first ?? "").split(separator: "|").map(trimmed) {
            guard let type = ParameterType(name: name) else {
                let near = NearNames.suggestions(for: name, among: ParameterType.names).first
                throw fault(
                    "InvalidHeader", "'\(name)' is no type of parameter",
                    hint: near.map { "did you mean '\($0)'?" })
            }
            types.append(type)
        }
        query.parameters.append(
            SavedQuery.Parameter(
                name: words[1], types: types, isOptional: halves.count == 2, line: line))
    }

    /// Every slot of a phrasing must be a parameter.
    private func checkSlots() throws {
        let names = query.parameters.map { Array($0.name.utf8) }
        for phrasing in query.phrasings {
            let text = Array(phrasing.text.utf8)
            var rest = text[...]
            while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
                rest = rest[(open + 1)...]
                let close = rest.firstIndex(of: UInt8(ascii: "}")) ?? rest.endIndex
                guard names.contains(where: { $0[...] == rest[..<close] }) else {
                    let slot = String(decoding: rest[..<close], as: UTF8.self)
                    throw fault("UnknownSlot", "'{\(slot)}' in '\(phrasing.text)' is no parameter")
                }
            }
        }
    }

    private func fault(_ code: String, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(
            .data, code, message, place: SourcePlace(file: file, line: max(line, 1)), hint: hint)
    }

    private func trimmed(_ text: ArraySlice<UInt8>) -> String {
        var slice = text
        while let first = slice.first, first <= 32 { slice.removeFirst() }
        while let last = slice.last, last <= 32 { slice.removeLast() }
        return String(decoding: slice, as: UTF8.self)
    }

    private func trimmed(_ text: Substring) -> String { trimmed(Array(text.utf8)[...]) }
}

/// The parts of a phrasing's text: words and slots in braces.
enum PhrasingText {
    enum Part {
        case words(Substring)
        case slot(String)
    }

    /// The parts, in order.
    static func parts(_ text: String) -> [Part] {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            if open > rest.startIndex { parts.append(.words(rest[..<open])) }
            let inner = rest[rest.index(after: open)...]
            guard let close = inner.utf8.firstIndex(of: UInt8(ascii: "}")) else { return parts }
            parts.append(.slot(String(inner[..<close])))
            rest = inner[inner.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(rest)) }
        return parts
    }

    /// The names of the slots, in order.
    static func slots(_ text: String) -> [String] {
        parts(text).compactMap { if case .slot(let name) = $0 { name } else { nil } }
    }

    /// The text with its slots filled; a slot without a filling is left out.
    static func filled(_ text: String, _ fillings: [String: String]) -> String {
        var result = ""
        for part in parts(text) {
            switch part {
            case .words(let words): result += words
            case .slot(let name): result += fillings[name] ?? ""
            }
        }
        return result
    }
}
