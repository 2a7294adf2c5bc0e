import GraphModel
import ImporterKit
import XMLReading

extension Vocabulary {
    /// Reads a vocabulary file.
    ///
    /// - Throws: What the XML reader throws; `UnknownElement`, `MissingAttribute` or
    ///   `InvalidAttribute` with the place.
    package init(_ file: InputFile) throws {
        var reader = VocabularyReader()
        try XMLReader.parse(file, with: &reader)
        self = reader.vocabulary
    }
}

private enum Name: String, XMLName {
    case vocabulary, words, kind, name, unmet, light
    case nb, nn, en
    case concept, `class`, weight, role, modality, label, property, value, of, weak, condition
}

private struct VocabularyReader: XMLHandler {
    var vocabulary = Vocabulary()
    private var group: Vocabulary.Group?
    private var language: Language?
    private var text: [UInt8] = []

    mutating func startElement(_ tag: borrowing XMLTag<Name>) throws {
        switch tag.name {
        case .vocabulary: break
        case .words: group = try words(tag)
        case .kind: group = try kind(tag)
        case .name: group = try name(tag)
        case .unmet:
            group = Vocabulary.Group(
                meaning: .unmet(condition: try required(.condition, of: tag)), wordClass: .noun)
        case .light: vocabulary.addLightNode(try required(.of, of: tag), at: tag.place)
        case .nb, .nn, .en:
            language = Language(rawValue: tag.localName)
            text = []
        default:
            throw Diagnostic(
                .data, "UnknownElement",
                "'\(tag.localName)' is not an element of a vocabulary", place: tag.place)
        }
        if tag.name != .nb, tag.name != .nn, tag.name != .en { group?.place = tag.place }
    }

    mutating func endElement(_ tag: borrowing XMLTag<Name>) {
        switch tag.name {
        case .words, .kind, .name, .unmet:
            if let group { vocabulary.add(group) }
            group = nil
        case .nb, .nn, .en:
            addPhrases()
            language = nil
        default: break
        }
    }

    mutating func characters(_ stretch: Span<UInt8>) {
        guard language != nil else { return }
        for index in stretch.indices { text.append(stretch[index]) }
    }

    // MARK: - Elements

    private func words(_ tag: borrowing XMLTag<Name>) throws -> Vocabulary.Group {
        let classText = try required(.class, of: tag)
        guard let wordClass = WordClass(rawValue: classText) else {
            throw invalid(.class, classText, of: tag)
        }
        var group = Vocabulary.Group(
            meaning: .concept(try required(.concept, of: tag)), wordClass: wordClass)
        if let weight = tag.text(.weight) {
            guard let number = Double(weight), number >= 0 else {
                throw invalid(.weight, weight, of: tag)
            }
            group.weight = number
        }
        group.role = tag.text(.role)
        group.label = tag.text(.label)
        if let modality = tag.text(.modality) {
            guard let known = Modality(rawValue: modality) else {
                throw invalid(.modality, modality, of: tag)
            }
            group.modality = known
        }
        return group
    }

    private func kind(_ tag: borrowing XMLTag<Name>) throws -> Vocabulary.Group {
        Vocabulary.Group(
            meaning: .kind(
                label: try required(.label, of: tag), property: try required(.property, of: tag),
                value: try required(.value, of: tag)),
            wordClass: .noun)
    }

    private func name(_ tag: borrowing XMLTag<Name>) throws -> Vocabulary.Group {
        var group = Vocabulary.Group(
            meaning: .name(node: try required(.of, of: tag)), wordClass: .noun)
        group.isWeak = tag.text(.weak) == "true"
        return group
    }

    private func required(_ name: Name, of tag: borrowing XMLTag<Name>) throws -> String {
        guard let value = tag.text(name), !value.isEmpty else {
            throw Diagnostic(
                .data, "MissingAttribute",
                "'\(tag.localName)' has no '\(name.rawValue)'", place: tag.place)
        }
        return value
    }

    private func invalid(
        _ name: Name, _ value: String, of tag: borrowing XMLTag<Name>
    ) -> Diagnostic {
        Diagnostic(
            .data, "InvalidAttribute", "'\(value)' is no value of '\(name.rawValue)'",
            place: tag.place(of: name))
    }

    /// Words parted by `|`; one that starts with `=` is taken in just this form.
    private mutating func addPhrases() {
        guard let language else { return }
        for part in text.split(separator: UInt8(ascii: "|")) {
            var phrase = part.drop { $0 == 32 || $0 == 10 || $0 == 13 || $0 == 9 }
            let isExact = phrase.first == UInt8(ascii: "=")
            if isExact { phrase = phrase.dropFirst() }
            let range = vocabulary.addLetters(phrase)
            group?.phrases.append(
                Vocabulary.Phrase(range: range, language: language, isExact: isExact))
        }
    }
}
