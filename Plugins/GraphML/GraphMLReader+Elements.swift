import GraphModel
import ImporterKit
import XMLReading

extension GraphMLReader {
    // MARK: - Beginnings

    mutating func startNode(_ tag: borrowing XMLTag<GraphMLName>) throws {
        var frame = frame(.node, tag)
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            if attribute.hasNamespace { continue }
            switch attribute.name {
            case .id: frame.identifier = text.append(attribute.value)
            case .labels: frame.label = text.append(attribute.value)
            default: addExtra(attribute.localName, attribute.value)
            }
        }
        sink.at(line: frame.line, file: file)
        if let identifier = frame.identifier {
            frame.node = text.withView { bytes in
                bytes.withSpan(identifier) { sink.node($0, space: space) }
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
        if let parent = graphs.last?.parent {
            sink.set(names.key("parent"), of: frame.node, to: .string(parent))
        }
        if hasSeveralGraphs, !keys.nodesHaveGraphs {
            sink.set(names.key("graph"), of: frame.node, to: .string(graphName))
        }
        frames.append(frame)
    }

    mutating func startEdge(_ tag: borrowing XMLTag<GraphMLName>) throws {
        var frame = frame(.edge, tag)
        frame.isUndirected = graphs.last?.isUndirected ?? false
        sink.at(line: frame.line, file: file)
        var ends = 0
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            if attribute.hasNamespace { continue }
            switch attribute.name {
            case .id: frame.identifier = text.append(attribute.value)
            case .source:
                frame.node = end(attribute.value, frame)
                ends |= 1
            case .target:
                frame.target = end(attribute.value, frame)
                ends |= 2
            case .label: frame.label = text.append(attribute.value)
            case .directed: try readDirected(attribute.value, tag, &frame)
            default: addExtra(attribute.localName, attribute.value)
            }
        }
        if ends != 3 {
            frame.isBroken = true
            try complaints.reportMissingEnd(
                ends & 1 == 0 ? "source" : "target", mark: frame.mark, line: frame.line,
                in: document)
        }
        frames.append(frame)
    }

    mutating func startHyperedge(_ tag: borrowing XMLTag<GraphMLName>) {
        var frame = frame(.hyperedge, tag)
        if let identifier = tag[.id] { frame.identifier = text.append(identifier) }
        if conventions.hyperedgesAreNodes {
            sink.at(line: frame.line, file: file)
            frame.node = sink.anonymousNode()
            sink.add(sink.label("Hyperedge"), to: frame.node)
        }
        frames.append(frame)
    }

    mutating func addEndpoint(_ tag: borrowing XMLTag<GraphMLName>) throws {
        guard var frame = frames.last, frame.kind == .hyperedge else { return }
        frame.endpointCount += 1
        frames[frames.count - 1] = frame
        guard conventions.hyperedgesAreNodes, let node = tag[.node] else { return }
        sink.at(line: tag.line, file: file)
        let end = end(node, frame)
        let relationship = sink.relationship(
            sink.relationshipType("ENDPOINT"), from: frame.node, to: end)
        for name in [GraphMLName.type, .port, .id] {
            guard let value = tag.text(name) else { continue }
            sink.set(names.key(name.rawValue), of: relationship, to: .string(value))
        }
    }

    /// Ports are names on their node; what is said of one is left out.
    mutating func addPort(_ tag: borrowing XMLTag<GraphMLName>) {
        guard let frame = frames.last, frame.kind == .node, let name = tag.text(.name) else {
            return
        }
        let key = names.key("ports")
        let known = extras[frame.extrasStart...].firstIndex { $0.key == key }
        if let known, case .list(let names) = extras[known].value {
            extras[known].value = .list(names + [.string(name)])
        } else {
            extras.append((key, .list([.string(name)])))
        }
    }

    private func frame(
        _ kind: GraphMLFrame.Kind, _ tag: borrowing XMLTag<GraphMLName>
    ) -> GraphMLFrame {
        GraphMLFrame(
            kind: kind, line: tag.line, mark: tag.mark, textStart: text.count,
            valuesStart: values.count, extrasStart: extras.count)
    }

    /// The node at an end of an edge.
    @inline(__always)
    private mutating func end(_ identifier: Span<UInt8>, _ frame: GraphMLFrame) -> NodeToken {
        let node = sink.node(identifier, space: space)
        if ledger.isNew(node) {
            ledger.mention(
                node, identifier.text, offset: frame.mark, line: frame.line)
        }
        return node
    }

    private mutating func readDirected(
        _ value: Span<UInt8>, _ tag: borrowing XMLTag<GraphMLName>, _ frame: inout GraphMLFrame
    ) throws {
        if value.equals("true") || value.equals("1") {
            frame.isUndirected = false
        } else if value.equals("false") || value.equals("0") {
            frame.isUndirected = true
        } else {
            let word = value.text
            try complaints.report("BadValue", .warning, line: frame.line) {
                Diagnostic(
                    .data, "BadValue", "'\(word)' does not say whether the edge is directed",
                    place: tag.place(of: .directed), hint: "it is 'true' or 'false'",
                    severity: .warning)
            }
        }
    }

    /// An attribute of the element itself that the format does not know: a property, a text.
    private mutating func addExtra(_ name: String, _ value: Span<UInt8>) {
        // Hints for parsers (how many there are, in which order) say nothing of the graph.
        if name.hasPrefix("parse.") { return }
        extras.append((names.key(name), .string(value.text)))
    }

    // MARK: - Ends

    mutating func endNode() throws {
        guard let frame = frames.popLast() else { return }
        var hasLabels = false
        if let label = frame.label { hasLabels = addLabels(label, .labels, to: frame.node) }
        if let identifier = frame.identifier, !keys.isOwnExport, !keys.nodesHaveIdentifiers {
            text.withView { bytes in
                bytes.withSpan(identifier) {
                    sink.set(names.identifier, of: frame.node, toText: $0)
                }
            }
        }
        for extra in extras[frame.extrasStart...] {
            sink.set(extra.key, of: frame.node, to: extra.value)
        }
        elementNumber += 1
        for value in values[frame.valuesStart...] {
            keys.stamps[value.key] = elementNumber
            let role = keys.columns[value.key].nodeRole
            if role == .labels || role == .label, addLabels(value.text, role, to: frame.node) {
                hasLabels = true
            } else {
                try set(value, of: .node(frame.node))
            }
        }
        for index in keys.nodeDefaults where keys.stamps[index] != elementNumber {
            let value = defaultValue(index, frame)
            let role = keys.columns[index].nodeRole
            if role == .labels || role == .label {
                if hasLabels || addLabels(value.text, role, to: frame.node) { continue }
            }
            try set(value, of: .node(frame.node))
        }
        try close(frame)
    }

    mutating func endEdge() throws {
        guard let frame = frames.popLast() else { return }
        if frame.isBroken {
            try close(frame)
            return
        }
        sink.at(line: frame.line, file: file)
        elementNumber += 1
        let relationship = sink.relationship(
            type(of: frame), from: frame.node, to: frame.target)
        if frame.isUndirected {
            sink.set(names.directed, of: relationship, to: .boolean(false))
        }
        if !keys.isOwnExport, !keys.edgesHaveIdentifiers {
            edgeIdentifiers.take(frame.identifier, text, of: relationship, names.identifier, sink)
        }
        // By position: a slice would be counted as in use for every edge.
        for at in frame.extrasStart..<extras.count {
            sink.set(extras[at].key, of: relationship, to: extras[at].value)
        }
        for at in frame.valuesStart..<values.count {
            let value = values[at]
            keys.stamps[value.key] = elementNumber
            if !isType(value, of: frame) { try set(value, of: .relationship(relationship)) }
        }
        for at in 0..<keys.edgeDefaults.count {
            let index = keys.edgeDefaults[at]
            if keys.stamps[index] == elementNumber { continue }
            let value = defaultValue(index, frame)
            if !isType(value, of: frame) { try set(value, of: .relationship(relationship)) }
        }
        try close(frame)
    }

    mutating func endHyperedge() throws {
        guard let frame = frames.popLast() else { return }
        if conventions.hyperedgesAreNodes {
            if let identifier = frame.identifier {
                sink.set(names.identifier, of: frame.node, to: .string(text.text(identifier)))
            }
            for value in values[frame.valuesStart...] { try set(value, of: .node(frame.node)) }
        } else {
            try complaints.report("Hyperedge", .warning, line: frame.line) {
                Diagnostic(
                    .data, "Hyperedge",
                    "a hyperedge with \(frame.endpointCount) ends was left out: a relationship "
                        + "has two", place: document.place(ofTagBefore: frame.mark),
                    hint: "--option hyperedges=nodes makes a node of it", severity: .warning)
            }
        }
        try close(frame)
    }

    private mutating func close(_ frame: GraphMLFrame) throws {
        text.cut(at: frame.textStart)
        if values.count > frame.valuesStart { values.removeSubrange(frame.valuesStart...) }
        if extras.count > frame.extrasStart { extras.removeSubrange(frame.extrasStart...) }
        if elementNumber % 4096 == 0 { try sink.progress(bytes: frame.mark) }
    }

    // MARK: - Parts

    /// The relationship type: the edge's own label, else what its data says, else the default.
    private mutating func type(of frame: GraphMLFrame) -> TypeToken {
        let found = conventions.typeKey == nil ? frame.label : nil
        if found?.isEmpty ?? true {
            for at in frame.valuesStart..<values.count
            where keys.columns[values[at].key].edgeRole == .type {
                return typeToken(values[at].text)
            }
            for at in 0..<keys.edgeDefaults.count {
                let index = keys.edgeDefaults[at]
                guard keys.columns[index].edgeRole == .type else { continue }
                return typeToken(defaultValue(index, frame).text)
            }
        }
        return typeToken(found ?? 0..<0)
    }

    private mutating func typeToken(_ range: Range<Int>) -> TypeToken {
        if range.isEmpty {
            var name = conventions.defaultType
            return name.withUTF8 { names.type($0.span) }
        }
        let text = text
        return text.withView { bytes in bytes.withSpan(range) { names.type($0) } }
    }

    /// Whether a value says no more than the relationship's type.
    private func isType(_ value: GraphMLValue, of frame: GraphMLFrame) -> Bool {
        switch keys.columns[value.key].edgeRole {
        case .type: return !value.text.isEmpty
        case .typeAgain:
            guard let label = frame.label else { return false }
            return text.withView { bytes in
                bytes.withSpan(label) { own in
                    bytes.withSpan(value.text) { areSame(own, $0) }
                }
            }
        default: return false
        }
    }

    /// Gives a node the labels of a text; false where it is none.
    private mutating func addLabels(
        _ range: Range<Int>, _ role: GraphMLRole, to node: NodeToken
    ) -> Bool {
        let text = text
        return text.withView { bytes in
            let isMarked = bytes.peek(range.lowerBound) == 0x3A
            guard !range.isEmpty, role == .label || isMarked else { return false }
            let labels = bytes.withSpan(range) { names.labels($0, isOne: role == .label) }
            for label in labels { sink.add(label, to: node) }
            return true
        }
    }

    private func warn(_ code: String, _ frame: GraphMLFrame, _ message: () -> String) throws {
        try complaints.warn(code, mark: frame.mark, line: frame.line, in: document, message)
    }
}
