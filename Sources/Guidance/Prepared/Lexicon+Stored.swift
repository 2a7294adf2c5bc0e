import GraphModel
import GraphStore

extension LexiconEntry: Stored {
    init(from reader: inout ByteReader) throws {
        let kind = try reader.byte()
        let number = Int32(bitPattern: try reader.word())
        let sense: Sense? =
            switch kind {
            case 0: .concept(number)
            case 1: .entity(number)
            case 2: .kind(number)
            case 3: .unmet(number)
            default: nil
            }
        guard let sense else { throw ByteReader.Malformed() }
        self.init(
            sense: sense, weight: try reader.double(), isWeak: try reader.flag(),
            isExact: try reader.flag(), quality: try reader.double(),
            wordClass: try reader.choice())
    }

    func store(in writer: inout ByteWriter) throws {
        let (kind, number): (UInt8, Int32) =
            switch sense {
            case .concept(let number): (0, number)
            case .entity(let number): (1, number)
            case .kind(let number): (2, number)
            case .unmet(let number): (3, number)
            }
        try writer.byte(kind)
        try writer.unsigned(UInt64(UInt32(bitPattern: number)))
        try writer.double(weight)
        try writer.flag(isWeak)
        try writer.flag(isExact)
        try writer.double(quality)
        try writer.choice(wordClass)
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
