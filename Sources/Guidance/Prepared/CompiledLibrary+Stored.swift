import GraphModel
import GraphStore

extension CompiledLibrary: Stored {
    init(from reader: inout ByteReader) throws {
        let queries: [SavedQuery] = try reader.list()
        let lexicon = try Lexicon(from: &reader)
        let phrasings: [CompiledPhrasing] = try reader.list()
        let count = try reader.count(of: 1)
        let slotTypes: [[ParameterType]] = try (0..<count).map { _ in try reader.list() }
        self.init(
            library: SavedQueryLibrary(queries), lexicon: lexicon, phrasings: phrasings,
            slotTypes: slotTypes)
    }

    func store(in writer: inout ByteWriter) throws {
        try writer.list(library.queries)
        try lexicon.store(in: &writer)
        try writer.list(phrasings)
        try writer.count(slotTypes.count)
        for types in slotTypes { try writer.list(types) }
    }
}

extension CompiledPhrasing: Stored {
    init(from reader: inout ByteReader) throws {
        self.init(
            query: try reader.number(below: .max), phrasing: try reader.number(below: .max),
            language: try reader.choice(), items: try reader.list(), form: try reader.choice(),
            weight: try reader.double(), interrogativeWeight: try reader.double())
    }

    func store(in writer: inout ByteWriter) throws {
        try writer.count(query)
        try writer.count(phrasing)
        try writer.choice(language)
        try writer.list(items)
        try writer.choice(form)
        try writer.double(weight)
        try writer.double(interrogativeWeight)
    }
}

extension PhrasingItem: Stored {
    init(from reader: inout ByteReader) throws {
        if try reader.flag() {
            self = .slot(
                parameter: try reader.number(below: .max), accepts: try reader.number(below: .max),
                weight: try reader.double())
        } else {
            self = .concept(
                try reader.array(), weight: try reader.double(),
                isInterrogative: try reader.flag())
        }
    }

    func store(in writer: inout ByteWriter) throws {
        switch self {
        case .slot(let parameter, let accepts, let weight):
            try writer.flag(true)
            try writer.count(parameter)
            try writer.count(accepts)
            try writer.double(weight)
        case .concept(let notions, let weight, let isInterrogative):
            try writer.flag(false)
            try writer.array(notions)
            try writer.double(weight)
            try writer.flag(isInterrogative)
        }
    }
}
