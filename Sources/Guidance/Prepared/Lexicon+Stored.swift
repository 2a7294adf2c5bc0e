import GraphModel
import GraphStore

/// Entries as columns: there are thousands, of few distinct forms.
struct LexiconEntries: Stored {
    let entries: [LexiconEntry]

    /// All of an entry but what it stands for.
    private struct Form: Stored, Hashable {
        var sense: UInt8
        var weight: Double
        var isWeak: Bool
        var isExact: Bool
        var quality: Double
        var wordClass: WordClass

        init(_ entry: LexiconEntry) {
            sense = LexiconEntries.parts(entry.sense).kind
            weight = entry.weight
            isWeak = entry.isWeak
            isExact = entry.isExact
            quality = entry.quality
            wordClass = entry.wordClass
        }

        init(from reader: inout ByteReader) throws {
            sense = try reader.byte()
            weight = try reader.double()
            isWeak = try reader.flag()
            isExact = try reader.flag()
            quality = try reader.double()
            wordClass = try reader.choice()
        }

        func store(in writer: inout ByteWriter) throws {
            try writer.byte(sense)
            try writer.double(weight)
            try writer.flag(isWeak)
            try writer.flag(isExact)
            try writer.double(quality)
            try writer.choice(wordClass)
        }

        func entry(_ number: Int32) throws -> LexiconEntry {
            LexiconEntry(
                sense: try LexiconEntries.sense(sense, number), weight: weight, isWeak: isWeak,
                isExact: isExact, quality: quality, wordClass: wordClass)
        }
    }

    init(_ entries: [LexiconEntry]) { self.entries = entries }

    init(from reader: inout ByteReader) throws {
        let forms: [Form] = try reader.list()
        let formNumbers: [UInt16] = try reader.array()
        let senseNumbers: [Int32] = try reader.array()
        guard formNumbers.count == senseNumbers.count,
            formNumbers.allSatisfy({ $0 < forms.count })
        else { throw ByteReader.Malformed() }
        entries = try zip(formNumbers, senseNumbers).map { try forms[Int($0)].entry($1) }
    }

    func store(in writer: inout ByteWriter) throws {
        var forms: [Form] = []
        var known: [Form: UInt16] = [:]
        let numbers = entries.map { entry in
            let form = Form(entry)
            if let number = known[form] { return number }
            let number = UInt16(forms.count)
            known[form] = number
            forms.append(form)
            return number
        }
        try writer.list(forms)
        try writer.array(numbers)
        try writer.array(entries.map { Self.parts($0.sense).number })
    }

    private static func parts(_ sense: Sense) -> (kind: UInt8, number: Int32) {
        switch sense {
        case .concept(let number): (0, number)
        case .entity(let number): (1, number)
        case .kind(let number): (2, number)
        case .unmet(let number): (3, number)
        }
    }

    private static func sense(_ kind: UInt8, _ number: Int32) throws -> Sense {
        switch kind {
        case 0: .concept(number)
        case 1: .entity(number)
        case 2: .kind(number)
        case 3: .unmet(number)
        default: throw ByteReader.Malformed()
        }
    }
}

extension Entity: Stored {
    init(from reader: inout ByteReader) throws {
        self.init(
            node: try reader.word(), id: try reader.text(), labels: try reader.texts(),
            kind: try reader.optionalText(), wholes: try reader.array(),
            isLight: try reader.flag())
    }

    func store(in writer: inout ByteWriter) throws {
        try writer.unsigned(UInt64(node))
        try writer.text(id)
        try writer.texts(labels)
        try writer.optional(kind)
        try writer.array(wholes)
        try writer.flag(isLight)
    }
}

extension Concept: Stored {
    init(from reader: inout ByteReader) throws {
        self.init(
            name: try reader.text(), weight: try reader.double(), role: try reader.optionalText(),
            label: try reader.optionalText())
        if try reader.flag() { modality = try reader.choice() }
    }

    func store(in writer: inout ByteWriter) throws {
        try writer.text(name)
        try writer.double(weight)
        try writer.optional(role)
        try writer.optional(label)
        try writer.flag(modality != nil)
        if let modality { try writer.choice(modality) }
    }
}

extension NodeKind: Stored {
    init(from reader: inout ByteReader) throws {
        self.init(
            label: try reader.text(), property: try reader.text(), value: try reader.text())
    }

    func store(in writer: inout ByteWriter) throws {
        try writer.text(label)
        try writer.text(property)
        try writer.text(value)
    }
}
