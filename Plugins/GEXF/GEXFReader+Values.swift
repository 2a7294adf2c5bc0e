import GraphModel
import ImporterKit
import XMLReading

extension GEXFReader {
    /// What gets a property.
    enum Element {
        case node(NodeToken)
        case relationship(RelationshipToken)
    }

    // MARK: - Attribute values

    mutating func addValue(
        _ tag: borrowing XMLTag<GEXFName>, of frame: GEXFFrame
    ) throws {
        // Files from before 1.1 say `id`.
        let name: GEXFName = tag[.reference] == nil ? .id : .reference
        guard let id = tag[name] else {
            try complaints.report("MissingAttribute", .warning, line: tag.line) {
                Diagnostic(
                    .data, "MissingAttribute", "the value does not say of which attribute it is",
                    place: tag.place, hint: "name the attribute in 'for'", severity: .warning)
            }
            return
        }
        let attribute =
            try attributes.find(id, of: frame.owner) ?? findOrDeclare(id, frame.owner, tag)
        var range = text.append([])
        if let value = tag[.value] { range = text.append(value) }
        values.append(
            GEXFValue(
                attribute: attribute, text: range, interval: try interval(of: tag),
                mark: tag.mark, line: tag.line))
    }

    /// An attribute that is not declared so far: perhaps further down, perhaps nowhere.
    private mutating func findOrDeclare(
        _ id: Span<UInt8>, _ owner: GEXFClass, _ tag: borrowing XMLTag<GEXFName>
    ) throws -> Int {
        if !hasAllAttributes {
            hasAllAttributes = true
            var collector = GEXFAttributeCollector()
            // A fault further down is the main reading's to tell.
            try? document.parse(with: &collector)
            let last = lastDeclared
            for attribute in collector.attributes where attribute.mark > last {
                try declare(attribute)
            }
            if let found = attributes.find(id, of: owner) { return found }
        }
        let name = id.text
        let own = attributes.attributes.filter { $0.owner == owner }
        let near = NearNames.suggestions(for: name, among: own.map(\.id)).first
        // Gephi has the weight of edges as an attribute it never declares.
        if name != "weight" {
            try complaints.report("UndeclaredAttribute", .warning, line: tag.line) {
                Diagnostic(
                    .data, "UndeclaredAttribute",
                    "no attribute of a \(owner.word) is '\(name)'; its values are taken as texts",
                    place: tag.place(of: tag[.reference] == nil ? .id : .reference),
                    hint: near.map { "did you mean '\($0)'?" }, severity: .warning)
            }
        }
        _ = attributes.add(GEXFAttribute(undeclared: name, of: owner))
        return attributes.find(id, of: owner) ?? attributes.attributes.count - 1
    }

    // MARK: - Properties

    mutating func setProperties(_ frame: GEXFFrame, of element: Element) throws {
        for extra in extras[frame.extrasStart...] { set(extra.key, of: element, to: extra.value) }
        let own = values[frame.valuesStart...]
        var hasLabels = false
        for (index, value) in zip(own.indices, own) {
            let isFirst = !own[..<index].contains { $0.attribute == value.attribute }
            if !isFirst { continue }
            if try addLabels(value, to: element) {
                hasLabels = true
                continue
            }
            let all = own[index...].filter { $0.attribute == value.attribute }
            try set(all, of: element)
        }
        let defaults =
            frame.owner == .node ? attributes.nodeDefaults : attributes.edgeDefaults
        for index in defaults where !own.contains(where: { $0.attribute == index }) {
            let attribute = attributes[index]
            let value = GEXFValue(
                attribute: index, text: text.append(Array((attribute.defaultText ?? "").utf8)),
                interval: GEXFInterval(), mark: attribute.mark, line: frame.line)
            if try !hasLabels && addLabels(value, to: element) { continue }
            try set([value], of: element)
        }
    }

    /// Gives a node the labels a value lists; false where it is a value like others.
    private mutating func addLabels(_ value: GEXFValue, to element: Element) throws -> Bool {
        guard case .node(let node) = element else { return false }
        let title = attributes[value.attribute].title
        let isOne = title == conventions.labelFrom
        guard isOne || title == "labels" && conventions.labelFrom == nil else { return false }
        let text = text
        return text.withView { bytes in
            guard !value.text.isEmpty, isOne || bytes.peek(value.text.lowerBound) == 0x3A else {
                return false
            }
            for label in bytes.withSpan(value.text, { names.labels($0, isOne: isOne) }) {
                sink.add(label, to: node)
            }
            return true
        }
    }

    /// Sets a property; one that changes with time has a list of its values, and lists of the same
    /// length of when each began and ended.
    private mutating func set(_ all: [GEXFValue], of element: Element) throws {
        guard let last = all.last else { return }
        let attribute = attributes[last.attribute]
        if attribute.title == conventions.typeFrom, case .relationship = element { return }
        let key = names.key(attribute.title)
        let dated = all.filter { !$0.interval.isUnbounded }
        if dated.isEmpty {
            if let value = try self.value(last, attribute) { set(key, of: element, to: value) }
            return
        }
        let starts = names.key(attribute.title + "_validFrom")
        let ends = names.key(attribute.title + "_validTo")
        if all.count == 1 {
            guard let value = try self.value(last, attribute) else { return }
            set(key, of: element, to: value)
            if let start = last.interval.validFrom { set(starts, of: element, to: start) }
            if let end = last.interval.validTo { set(ends, of: element, to: end) }
            return
        }
        var list: [Value] = []
        var bounds: [(start: Value, end: Value)] = []
        for value in all {
            guard let typed = try self.value(value, attribute) else { continue }
            list.append(typed)
            let parts = value.interval.text.split(separator: "/").map { part in
                Value.string(part == ".." ? "" : String(part))
            }
            bounds.append((parts[0], parts[1]))
        }
        set(key, of: element, to: .list(GEXFReader.flat(list)))
        set(starts, of: element, to: .list(bounds.map(\.start)))
        set(ends, of: element, to: .list(bounds.map(\.end)))
    }

    /// Elements of a list, all of one type: texts where they are not.
    private static func flat(_ values: [Value]) -> [Value] {
        let names = Set(values.map(\.typeName))
        if names.count <= 1, names.first?.hasPrefix("List") != true { return values }
        return values.map { .string(text($0)) }
    }

    private static func text(_ value: Value) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .float(let number): FloatText.text(of: number)
        case .boolean(let truth): "\(truth)"
        case .list(let elements): "[" + elements.map(text).joined(separator: ", ") + "]"
        default: ""
        }
    }

    /// A value in its type; else the text it is, with a warning. Nil where there is none.
    private func value(_ value: GEXFValue, _ attribute: GEXFAttribute) throws -> Value? {
        if attribute.isList { return try list(value, attribute) }
        let word = text.text(value.text)
        try check([word], value, attribute)
        if attribute.kind == .string { return .string(word) }
        let (typed, isBlank) = text.withView { bytes in
            (bytes.value(value.text, as: attribute.kind), bytes.trimmed(value.text).isEmpty)
        }
        // Gephi writes `null` for what has no value.
        if isBlank || word == "null" { return nil }
        if let typed { return typed }
        try reportBadValue(word, value, attribute)
        return .string(word)
    }

    private func list(_ value: GEXFValue, _ attribute: GEXFAttribute) throws -> Value? {
        let elements = GEXFList.elements(text.text(value.text))
        try check(elements, value, attribute)
        if attribute.kind == .string { return .list(elements.map(Value.string)) }
        let typed = elements.compactMap { element -> Value? in
            var element = element
            return element.withUTF8 { bytes in
                let view = ByteView(UnsafeRawBufferPointer(bytes))
                return view.value(0..<view.count, as: attribute.kind)
            }
        }
        if typed.count == elements.count { return .list(typed) }
        try reportBadValue(text.text(value.text), value, attribute)
        return .list(elements.map(Value.string))
    }

    private func reportBadValue(
        _ word: String, _ value: GEXFValue, _ attribute: GEXFAttribute
    ) throws {
        try complaints.report("BadValue", .warning, line: value.line) {
            Diagnostic(
                .data, "BadValue",
                "'\(word.prefix(60))' is not of the type '\(attribute.typeName)' that "
                    + "'\(attribute.title)' is declared to have",
                place: document.place(of: "value", inTagBefore: value.mark),
                hint: "it was kept as a text", severity: .warning)
        }
    }

    private func check(
        _ words: [String], _ value: GEXFValue, _ attribute: GEXFAttribute
    ) throws {
        if attribute.options.isEmpty { return }
        for word in words where !attribute.options.contains(word) {
            try complaints.report("NotAnOption", .warning, line: value.line) {
                Diagnostic(
                    .data, "NotAnOption",
                    "'\(word.prefix(60))' is none of the options of '\(attribute.title)'",
                    place: document.place(of: "value", inTagBefore: value.mark),
                    hint: "the options are \(attribute.options.joined(separator: ", "))",
                    severity: .warning)
            }
        }
    }

    func set(_ key: KeyToken, of element: Element, to value: Value) {
        switch element {
        case .node(let node): sink.set(key, of: node, to: value)
        case .relationship(let relationship): sink.set(key, of: relationship, to: value)
        }
    }

    func setText(_ key: KeyToken, of element: Element, _ range: Range<Int>) {
        text.withView { bytes in
            bytes.withSpan(range) { span in
                switch element {
                case .node(let node): sink.set(key, of: node, toText: span)
                case .relationship(let edge): sink.set(key, of: edge, toText: span)
                }
            }
        }
    }
}
