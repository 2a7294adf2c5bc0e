import GraphModel
import ImporterKit
import XMLReading

extension GraphMLReader {
    /// What gets a property.
    enum Element {
        case node(NodeToken)
        case relationship(RelationshipToken)
    }

    // MARK: - Data elements

    mutating func startData(
        _ tag: borrowing XMLTag<GraphMLName>, within outer: GraphMLScope
    ) throws {
        data.start(.value, at: text.count, tag)
        let domain: GraphMLDomain
        switch outer {
        case .node: domain = .node
        case .edge: domain = .edge
        case .hyperedge: domain = .hyperedge
        default:
            data.purpose = .nothing
            leftOut.add(tag.text(.key).map(keyName) ?? "", of: outer, mark: tag.mark)
            return
        }
        guard let id = tag[.key] else {
            data.purpose = .nothing
            let place = tag.place
            try complaints.report("MissingKey", .warning, line: tag.line) {
                Diagnostic(
                    .data, "MissingKey", "the data does not say of which attribute it is",
                    place: place, hint: "name a <key> in 'key'", severity: .warning)
            }
            return
        }
        data.key = try keys.find(id, for: domain) ?? findOrDeclare(id, for: domain, tag)
        let role =
            domain == .edge ? keys.columns[data.key].edgeRole : keys.columns[data.key].nodeRole
        if role == .derived || domain == .hyperedge && !conventions.hyperedgesAreNodes {
            data.purpose = .nothing
        }
    }

    mutating func endData() throws {
        guard data.purpose == .value, let frame = frames.last else { return }
        let range = data.start..<text.count
        if data.hasMarkup, text.withView({ $0.trimmed(range).isEmpty }) {
            text.cut(at: data.start)
            if !addDrawing(to: frame) {
                leftOut.add(keys[data.key].name, of: .markup, mark: data.mark)
            }
            return
        }
        if data.hasMarkup { _ = addDrawing(to: frame) }
        values.append(
            GraphMLValue(key: data.key, text: range, mark: data.mark, line: frame.line))
    }

    mutating func startDescription(
        _ tag: borrowing XMLTag<GraphMLName>, within outer: GraphMLScope
    ) {
        let isOfElement = outer == .node || outer == .edge
        data.start(isOfElement ? .description : .nothing, at: text.count, tag)
    }

    /// A description in words is the property `desc`.
    mutating func endDescription() {
        if data.purpose == .description {
            extras.append((names.key("desc"), .string(text.text(data.start..<text.count))))
        }
        text.cut(at: data.start)
    }

    /// What a drawing shows of its element: its text, its place, its look.
    private mutating func addDrawing(to frame: GraphMLFrame) -> Bool {
        let drawing = data.drawing
        guard let label = drawing.labels.first else {
            for (name, value) in drawing.properties { extras.append((names.key(name), value)) }
            return !drawing.properties.isEmpty
        }
        extras.append((names.key(GraphConventions.labelKey), .string(label)))
        if drawing.labels.count > 1 {
            let others = drawing.labels.dropFirst().map(Value.string)
            extras.append((names.key("otherLabels"), .list(others)))
        }
        for (name, value) in drawing.properties { extras.append((names.key(name), value)) }
        return true
    }

    // MARK: - Keys

    mutating func declare(_ declaration: GraphMLDeclaration) throws {
        let token = sink.propertyKey(declaration.name)
        let isNew = keys.add(declaration, token)
        lastDeclared = declaration.mark
        func warn(_ code: String, _ message: String, _ attribute: String) throws {
            try complaints.report(code, .warning, line: declaration.line) {
                Diagnostic(
                    .data, code, message,
                    place: document.place(of: attribute, inTagBefore: declaration.mark),
                    severity: .warning)
            }
        }
        if !isNew {
            try warn(
                "DuplicateKey", "the key '\(declaration.id)' is declared already; the first counts",
                "id")
        } else if declaration.kind == nil {
            try warn(
                "UnknownType",
                "'\(declaration.typeName ?? "")' is no type; the values are taken as texts",
                "attr.type")
        } else if declaration.domain == nil {
            try warn("UnknownDomain", "no element is called so; the key is taken for all", "for")
        }
    }

    /// A key that is not declared for such elements: perhaps further down, perhaps for others,
    /// perhaps nowhere.
    private mutating func findOrDeclare(
        _ id: Span<UInt8>, for domain: GraphMLDomain, _ tag: borrowing XMLTag<GraphMLName>
    ) throws -> Int {
        try readAllKeys()
        if let found = keys.find(id, for: domain) { return found }
        let name = id.text
        let place = tag.place(of: .key)
        func warn(_ code: String, _ message: String, hint: String?) throws {
            try complaints.report(code, .warning, line: tag.line) {
                Diagnostic(
                    .data, code, message, place: place, hint: hint, severity: .warning)
            }
        }
        if let other = keys.findElsewhere(id, notFor: domain) {
            try warn(
                "WrongDomain",
                "the key '\(name)' is declared for a \(keys[other].domain.word), "
                    + "not for a \(domain.word)", hint: "it is taken all the same")
            keys.use(other, id, for: domain)
            return other
        }
        let near = NearNames.suggestions(for: name, among: keys.keys.map(\.id)).first
        try warn(
            "UndeclaredKey", "no <key> declares '\(name)'; its values are taken as texts",
            hint: near.map { "did you mean '\($0)'?" })
        let token = sink.propertyKey(name)
        _ = keys.add(GraphMLDeclaration(undeclared: name, domain), token)
        return keys.find(id, for: domain) ?? keys.keys.count - 1
    }

    /// Some programs declare keys at the end of the file.
    private mutating func readAllKeys() throws {
        if hasAllKeys { return }
        hasAllKeys = true
        var collector = GraphMLKeyCollector()
        // A fault further down is the main reading's to tell.
        try? document.parse(with: &collector)
        let last = lastDeclared
        for declaration in collector.declarations where declaration.mark > last {
            try declare(declaration)
        }
    }

    private func keyName(_ id: String) -> String {
        keys.keys.first { $0.id == id }?.name ?? id
    }

    // MARK: - Values

    /// The default of a key as a value of an element.
    mutating func defaultValue(_ index: Int, _ frame: GraphMLFrame) -> GraphMLValue {
        GraphMLValue(
            key: index, text: text.append(keys[index].defaultText ?? []), mark: keys[index].mark,
            line: frame.line)
    }

    /// Sets a property from its text: in its type, else as the text it is, with a warning.
    mutating func set(_ value: GraphMLValue, of element: Element) throws {
        let column = keys.columns[value.key]
        if let kind = column.elements {
            if let list = GraphMLList.parse(text.text(value.text), kind) {
                return set(column.token, of: element, to: list)
            }
            try reportBadValue(value, "is not a list, each element \(kind.article)")
        } else if column.kind != .string {
            let number = text.withView { $0.value(value.text, as: column.kind) }
            if let number { return set(column.token, of: element, to: number) }
            if text.withView({ $0.trimmed(value.text).isEmpty }) { return }
            try reportBadValue(value, "is not \(column.kind.article)")
        }
        let sink = sink
        text.withView { bytes in
            bytes.withSpan(value.text) { span in
                switch element {
                case .node(let node): sink.set(column.token, of: node, toText: span)
                case .relationship(let edge): sink.set(column.token, of: edge, toText: span)
                }
            }
        }
    }

    private func set(_ key: KeyToken, of element: Element, to value: Value) {
        switch element {
        case .node(let node): sink.set(key, of: node, to: value)
        case .relationship(let relationship): sink.set(key, of: relationship, to: value)
        }
    }

    private func reportBadValue(_ value: GraphMLValue, _ what: String) throws {
        try complaints.report("BadValue", .warning, line: value.line) {
            let shown = String(text.text(value.text).prefix(60))
            return Diagnostic(
                .data, "BadValue",
                "'\(shown)' \(what), which '\(keys[value.key].name)' is declared to be",
                place: document.place(ofTagBefore: value.mark),
                hint: "it was kept as a text", severity: .warning)
        }
    }
}

/// Lists as Neo4j writes them: JSON, with the type of the elements declared.
enum GraphMLList {
    /// The list a text spells, nil where it spells none of that type.
    static func parse(_ text: String, _ kind: ScalarKind) -> Value? {
        let file = InputFile(name: "", bytes: Array(text.utf8))
        guard let elements = (try? JSONReader.read(file))?.elements else { return nil }
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for element in elements {
            guard let value = value(element, kind) else { return nil }
            values.append(value)
        }
        return .list(values)
    }

    private static func value(_ element: JSONValue, _ kind: ScalarKind) -> Value? {
        switch (element, kind) {
        case (.boolean(let truth), .boolean): return .boolean(truth)
        case (.integer(let number), .integer): return .integer(number)
        case (.integer(let number), .float): return .float(Double(number))
        case (.number(let number), .float): return .float(number)
        case (.string(let text), .string): return .string(text)
        case (.string(let text), .float):
            // JSON has no infinity: it comes as a word.
            return FileContent(bytes: Array(text.utf8)).withView {
                $0.value(0..<$0.count, as: kind)
            }
        default: return nil
        }
    }
}
