/// Makes phrasings ready for comparison: words become notions, names in braces become slots.
struct PhrasingCompiler: ~Copyable {
    /// The sets of types slots take.
    private(set) var slotTypes: [[ParameterType]] = []

    private var builder: LexiconBuilder
    private var matcher = WordMatcher()
    private var words: [Word] = []

    private struct Word {
        var id: Int32
        var isForced: Bool
    }

    /// What a preposition weighs that a phrasing insists on.
    private static let forcedWeight = 0.5

    /// Begins with a lexicon that has the vocabulary.
    init(_ builder: LexiconBuilder) {
        self.builder = builder
    }

    /// The lexicon with the words only phrasings use.
    consuming func finish() -> LexiconBuilder { builder }

    /// One phrasing of a query.
    mutating func compile(
        _ number: Int, of query: SavedQuery, _ index: Int
    ) -> CompiledPhrasing {
        let phrasing = query.phrasings[number]
        var parts = PhrasingParts(
            asksYesNo: query.kind == .truth || query.kind == .modality)
        var text = phrasing.text
        text.withUTF8 { bytes in
            var rest = bytes.span
            while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
                addWords(rest.extracting(..<open), phrasing.language, to: &parts)
                rest = rest.extracting((open + 1)...)
                let close = rest.firstIndex(of: UInt8(ascii: "}")) ?? rest.count
                addSlot(rest.extracting(..<close), query, to: &parts)
                rest = rest.extracting(min(close + 1, rest.count)...)
            }
            addWords(rest, phrasing.language, to: &parts)
        }
        return CompiledPhrasing(
            query: index, phrasing: number, language: phrasing.language, items: parts.items,
            form: parts.form, weight: parts.weight,
            interrogativeWeight: parts.interrogativeWeight)
    }

    // MARK: - Slots

    private mutating func addSlot(
        _ name: Span<UInt8>, _ query: SavedQuery, to parts: inout PhrasingParts
    ) {
        let name = name.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        guard let at = query.parameters.firstIndex(where: { $0.name == name }) else { return }
        let types = query.parameters[at].types
        let number = slotTypes.firstIndex(of: types) ?? slotTypes.count
        if number == slotTypes.count { slotTypes.append(types) }
        parts.addSlot(at, number, types)
    }

    // MARK: - Words

    /// Adds words between slots; one written `=for` counts although it is a preposition.
    private mutating func addWords(
        _ text: Span<UInt8>, _ language: Language, to parts: inout PhrasingParts
    ) {
        words.removeAll(keepingCapacity: true)
        var scanner = WordScanner()
        while scanner.next(in: text) {
            let id = builder.intern(scanner.folded, language)
            words.append(Word(id: id, isForced: scanner.isMarked))
        }
        var at = 0
        while at < words.count {
            if words[at].isForced {
                addLiteral(words[at].id, weight: Self.forcedWeight, to: &parts)
                at += 1
            } else if let (end, state) = longestPath(from: at) {
                if !addNotions(at: state, to: &parts) {
                    for word in words[at..<end] { addLiteral(word.id, to: &parts) }
                }
                at = end
            } else if !addOtherForm(of: words[at].id, to: &parts) {
                addLiteral(words[at].id, to: &parts)
                at += 1
            } else {
                at += 1
            }
        }
    }

    /// The longest stretch of words that means something, and the state it leads to.
    private func longestPath(from start: Int) -> (end: Int, state: Int32)? {
        let paths = builder.lexicon.paths
        var state = WordPaths.root
        var found: (end: Int, state: Int32)?
        var at = start
        while at < words.count, !words[at].isForced, let next = paths.next(state, words[at].id) {
            state = next
            at += 1
            if paths.hasEntries(at: state) { found = (at, state) }
        }
        return found
    }

    /// Adds what another form of a word means, where the word itself is no entry.
    private mutating func addOtherForm(of word: Int32, to parts: inout PhrasingParts) -> Bool {
        let lexicon = builder.lexicon
        let forms = lexicon.words.withLetters(word) { matcher.forms($0, lexicon) }
        for form in forms where form.word != word {
            if let state = lexicon.paths.next(WordPaths.root, form.word),
                lexicon.paths.hasEntries(at: state), addNotions(at: state, to: &parts)
            {
                return true
            }
        }
        return false
    }

    private mutating func addLiteral(
        _ word: Int32, weight: Double = 1, to parts: inout PhrasingParts
    ) {
        parts.addWord([builder.addLiteral(word, weight: weight)], weight, isInterrogative: false)
    }

    /// Adds the notions at the end of a path; false where it only names kinds of node.
    private func addNotions(at state: Int32, to parts: inout PhrasingParts) -> Bool {
        let lexicon = builder.lexicon
        var ids: [Int32] = []
        var weight = Double.infinity
        var isInterrogative = false
        // «Kvar» asks where, though it may also mean «each».
        var asks = false
        lexicon.paths.forEachEntry(at: state) { asks = asks || $0.wordClass == .interrogative }
        lexicon.paths.forEachEntry(at: state) { entry in
            guard case .concept(let id) = entry.sense, !asks || entry.wordClass != .filler
            else { return }
            ids.append(id)
            weight = min(weight, entry.weight)
            isInterrogative = isInterrogative || entry.wordClass == .interrogative
            parts.note(entry.wordClass, isOpener: lexicon.concept(id).name == "opener")
        }
        guard !ids.isEmpty else { return false }
        if weight > 0 { parts.addWord(ids, weight, isInterrogative: isInterrogative) }
        return true
    }
}

extension Span<UInt8> {
    /// The first place of a byte.
    fileprivate func firstIndex(of byte: UInt8) -> Int? {
        for index in indices where self[index] == byte { return index }
        return nil
    }
}

/// The items, form and weight of a phrasing, gathered part by part.
private struct PhrasingParts {
    private(set) var items: [PhrasingItem] = []
    private(set) var weight = 0.0
    private(set) var interrogativeWeight = 0.0
    private let asksYesNo: Bool
    private var parts = 0
    private var beginsPolar = false
    private var isOpen = false

    init(asksYesNo: Bool) {
        self.asksYesNo = asksYesNo
    }

    var form: QuestionForm {
        if isOpen { return .open }
        return beginsPolar ? .polar : .bare
    }

    mutating func addSlot(_ parameter: Int, _ accepts: Int, _ types: [ParameterType]) {
        // «{role} {actor} {stage}» begins with its verb, as «tilbyr {actor}» does.
        if parts == 0, types == [.handlingRole] || types == [.modality] { beginsPolar = true }
        let weight = CompiledLibrary.weight(of: types)
        items.append(.slot(parameter: parameter, accepts: accepts, weight: weight))
        self.weight += weight
        parts += 1
    }

    mutating func note(_ wordClass: WordClass, isOpener: Bool) {
        if wordClass == .interrogative { isOpen = true }
        guard parts == 0 else { return }
        // «Tilbyr KOM …» asks for a yes or no, «tilbud ved retur» for a list.
        let isAsking = asksYesNo && (wordClass == .verb || wordClass == .modal)
        if isOpener || isAsking { beginsPolar = true }
    }

    mutating func addWord(_ ids: [Int32], _ weight: Double, isInterrogative: Bool) {
        items.append(.concept(ids, weight: weight, isInterrogative: isInterrogative))
        self.weight += weight
        if isInterrogative { interrogativeWeight += weight }
        parts += 1
    }
}
