import GraphModel
import GraphStore

extension SavedQuery: Stored {
    init(from reader: inout ByteReader) throws {
        self.init(name: try reader.text())
        titles = try reader.wordings()
        kind = try reader.choice()
        parameters = try reader.list()
        phrasings = try reader.list()
        leads = try reader.wordings()
        yesSentences = try reader.wordings()
        noSentences = try reader.wordings()
        unknownSentences = try reader.wordings()
        includesHistory = try reader.flag()
        isCountable = try reader.flag()
        cypher = try reader.text()
    }

    func store(in writer: inout ByteWriter) throws {
        try writer.text(name)
        try writer.wordings(titles)
        try writer.choice(kind)
        try writer.list(parameters)
        try writer.list(phrasings)
        try writer.wordings(leads)
        try writer.wordings(yesSentences)
        try writer.wordings(noSentences)
        try writer.wordings(unknownSentences)
        try writer.flag(includesHistory)
        try writer.flag(isCountable)
        try writer.text(cypher)
    }
}

extension SavedQuery.Parameter: Stored {
    init(from reader: inout ByteReader) throws {
        self.init(
            name: try reader.text(), types: try reader.list(), isOptional: try reader.flag())
    }

    func store(in writer: inout ByteWriter) throws {
        try writer.text(name)
        try writer.list(types)
        try writer.flag(isOptional)
    }
}

extension SavedQuery.Phrasing: Stored {
    init(from reader: inout ByteReader) throws {
        self.init(text: try reader.text(), language: try reader.choice())
    }

    func store(in writer: inout ByteWriter) throws {
        try writer.text(text)
        try writer.choice(language)
    }
}

extension ParameterType: Stored {
    init(from reader: inout ByteReader) throws {
        guard let type = ParameterType(name: try reader.text()) else {
            throw ByteReader.Malformed()
        }
        self = type
    }

    func store(in writer: inout ByteWriter) throws { try writer.text(name) }
}

extension ByteWriter {
    fileprivate mutating func wordings(_ texts: [Language: String]) throws {
        for language in Language.allCases { try optional(texts[language]) }
    }
}

extension ByteReader {
    fileprivate mutating func wordings() throws -> [Language: String] {
        var texts: [Language: String] = [:]
        for language in Language.allCases { texts[language] = try optionalText() }
        return texts
    }
}
