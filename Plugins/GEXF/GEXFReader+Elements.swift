import GraphModel
import ImporterKit
import XMLReading

extension GEXFReader {
    // MARK: - Beginnings

    mutating func startNode(_ tag: borrowing XMLTag<GEXFName>) throws {
        var frame = frame(.node, tag)
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            if attribute.hasNamespace { continue }
            switch attribute.name {
            case .id: frame.identifier = text.append(attribute.value)
            case .label: frame.label = text.append(attribute.value)
            case .parentID: frame.parents = [attribute.value.text]
            case .start, .end, .startOpen, .endOpen, .timestamp, .timestamps, .intervals: break
            default: addExtra(attribute.localName, attribute.value)
            }
        }
        try readTimes(of: tag, into: &frame)
        sink.at(line: frame.line, file: file)
        if let identifier = frame.identifier {
            frame.node = text.withView { bytes in
                bytes.withSpan(identifier) { sink.node($0, space: IdentifierSpace.shared) }
            }
            sink.define(frame.node)
            if !ledger.describe(frame.node) {
                try warn("DuplicateIdentifier", frame) {
                    "the node '\(text.text(identifier))' is described again; "
                        + "what is said of it was put together"
                }
            }
        } else {
            frame.node = sink.anonymousNode()
            try warn("MissingIdentifier", frame) { "the node has no 'id'" }
        }
        if frame.parents.isEmpty, let outer = frames.last?.identifier {
            frame.parents = [text.text(outer)]
        }
        frames.append(frame)
    }

    mutating func startEdge(_ tag: borrowing XMLTag<GEXFName>) throws {
        var frame = frame(.edge, tag)
        frame.isUndirected = isUndirected
        var source: Range<Int>?
        var target: Range<Int>?
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            if attribute.hasNamespace { continue }
            switch attribute.name {
            case .id: frame.identifier = text.append(attribute.value)
            case .label: frame.label = text.append(attribute.value)
            case .kind: frame.kind = text.append(attribute.value)
            case .source: source = text.append(attribute.value)
            case .target: target = text.append(attribute.value)
            case .type: try readDirection(attribute.value.text, tag, &frame)
            case .weight: try readWeight(attribute.value, frame)
            case .start, .end, .startOpen, .endOpen, .timestamp, .timestamps, .intervals: break
            default: addExtra(attribute.localName, attribute.value)
            }
        }
        try readTimes(of: tag, into: &frame)
        sink.at(line: frame.line, file: file)
        if let source, let target {
            frame.node = end(source, frame)
            frame.target = end(target, frame)
        } else {
            frame.isBroken = true
            try complaints.reportMissingEnd(
                source == nil ? "source" : "target", mark: frame.mark, line: frame.line,
                in: document)
        }
        frames.append(frame)
    }

    private func frame(_ owner: GEXFClass, _ tag: borrowing XMLTag<GEXFName>) -> GEXFFrame {
        GEXFFrame(
            owner: owner, line: tag.line, mark: tag.mark, textStart: text.count,
            valuesStart: values.count, extrasStart: extras.count, spellsStart: spells.count)
    }

    @inline(__always)
    private mutating func end(_ identifier: Range<Int>, _ frame: GEXFFrame) -> NodeToken {
        let node = text.withView { bytes in
            bytes.withSpan(identifier) { sink.node($0, space: IdentifierSpace.shared) }
        }
        if ledger.isNew(node) {
            ledger.mention(
                node, text.text(identifier), offset: frame.mark, line: frame.line)
        }
        return node
    }

    private mutating func readDirection(
        _ word: String, _ tag: borrowing XMLTag<GEXFName>, _ frame: inout GEXFFrame
    ) throws {
        switch word {
        case "directed": frame.isUndirected = false
        case "undirected": frame.isUndirected = true
        case "mutual":
            // One edge that holds both ways.
            frame.isUndirected = true
            extras.append((names.key("mutual"), .boolean(true)))
        default: try reportEdgeType(word, tag, .type)
        }
    }

    private mutating func readWeight(_ value: Span<UInt8>, _ frame: GEXFFrame) throws {
        let range = text.append(value)
        let weight = text.withView { $0.value(range, as: .float) }
        if let weight {
            extras.append((names.key("weight"), weight))
            return
        }
        try warn("BadValue", frame) { "'\(text.text(range))' is no weight; it was kept as a text" }
        extras.append((names.key("weight"), .string(text.text(range))))
    }

    /// An attribute of the element itself that the format does not know: a property, a text.
    private mutating func addExtra(_ name: String, _ value: Span<UInt8>) {
        extras.append((names.key(name), .string(value.text)))
    }

    func warn(_ code: String, _ frame: GEXFFrame, _ message: () -> String) throws {
        try complaints.warn(code, mark: frame.mark, line: frame.line, in: document, message)
    }

    // MARK: - What stands within

    mutating func addStatement(_ tag: borrowing XMLTag<GEXFName>) throws {
        guard let frame = frames.last else { return }
        switch tag.name {
        case .attvalue: try addValue(tag, of: frame)
        case .spell, .slice:
            if !isOwnExport { spells.append(try interval(of: tag)) }
        case .parent:
            if let parent = tag.text(.reference) {
                frames[frames.count - 1].parents.append(parent)
            }
        default: if !isOwnExport { addLook(tag) }
        }
    }

    /// Colour, place, size and form are plain properties.
    private mutating func addLook(_ tag: borrowing XMLTag<GEXFName>) {
        switch tag.name {
        case .color:
            if let color = GEXFColor.text(tag) {
                extras.append((names.key("color"), .string(color)))
            }
            addNumber(tag, .alpha, "alpha")
        case .position:
            for axis in ["x", "y", "z"] { addNumber(tag.value(of: axis), axis) }
        case .size: addNumber(tag, .value, "size")
        case .thickness: addNumber(tag, .value, "thickness")
        default:
            if let shape = tag.text(.value) {
                extras.append((names.key("shape"), .string(shape)))
            }
            if let address = tag.value(of: "uri") {
                extras.append((names.key("image"), .string(address.text)))
            }
        }
    }

    private mutating func addNumber(
        _ tag: borrowing XMLTag<GEXFName>, _ attribute: GEXFName, _ name: String
    ) {
        addNumber(tag[attribute], name)
    }

    private mutating func addNumber(_ value: Span<UInt8>?, _ name: String) {
        guard let value else { return }
        let range = text.append(value)
        if let number = text.withView({ $0.value(range, as: .float) }) {
            extras.append((names.key(name), number))
        }
    }

    // MARK: - Ends

    mutating func endNode(_ frame: GEXFFrame) throws {
        if !isOwnExport {
            if let identifier = frame.identifier, !attributes.nodesHaveIdentifiers {
                setText(names.identifier, of: .node(frame.node), identifier)
            }
            if let label = frame.label {
                setText(names.key(GraphConventions.labelKey), of: .node(frame.node), label)
            }
            setParents(frame)
            setValidity(frame, of: .node(frame.node))
        }
        try setProperties(frame, of: .node(frame.node))
    }

    private mutating func setParents(_ frame: GEXFFrame) {
        if frame.parents.isEmpty { return }
        let parents = frame.parents.map(Value.string)
        sink.set(
            names.key("parent"), of: frame.node,
            to: parents.count == 1 ? parents[0] : .list(parents))
    }

    mutating func endEdge(_ frame: GEXFFrame) throws {
        if frame.isBroken { return }
        sink.at(line: frame.line, file: file)
        let relationship = sink.relationship(
            type(of: frame), from: frame.node, to: frame.target)
        if frame.isUndirected {
            sink.set(names.directed, of: relationship, to: .boolean(false))
        }
        let edge = Element.relationship(relationship)
        if !isOwnExport {
            if let identifier = frame.identifier, !attributes.edgesHaveIdentifiers {
                setText(names.identifier, of: edge, identifier)
            }
            if let label = frame.label, conventions.typeFrom != "label" {
                setText(names.key(GraphConventions.labelKey), of: edge, label)
            }
            if let kind = frame.kind, conventions.typeFrom != "kind" {
                setText(names.key("kind"), of: edge, kind)
            }
            setValidity(frame, of: edge)
        }
        try setProperties(frame, of: edge)
    }

    private mutating func type(of frame: GEXFFrame) -> TypeToken {
        var found = conventions.typeFrom == "label" || isOwnExport ? frame.label : frame.kind
        if conventions.typeFrom != "label", conventions.typeFrom != "kind", !isOwnExport {
            found =
                values[frame.valuesStart...]
                .first { attributes[$0.attribute].title == conventions.typeFrom }?.text
        }
        guard let found, !found.isEmpty else {
            var name = conventions.defaultType
            return name.withUTF8 { names.type($0.span) }
        }
        let text = text
        return text.withView { bytes in bytes.withSpan(found) { names.type($0) } }
    }
}

/// Colours as one text.
enum GEXFColor {
    /// `#rrggbb`, from the parts or as written; nil where parts are missing or out of range.
    static func text(_ tag: borrowing XMLTag<GEXFName>) -> String? {
        if let hex = tag.text(.hex) { return hex.lowercased() }
        guard let red = part(tag, .red), let green = part(tag, .green),
            let blue = part(tag, .blue)
        else { return nil }
        return "#" + red + green + blue
    }

    private static func part(_ tag: borrowing XMLTag<GEXFName>, _ name: GEXFName) -> String? {
        guard let text = tag.text(name), let number = Int(text), (0...255).contains(number) else {
            return nil
        }
        let digits = String(number, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
    }
}
