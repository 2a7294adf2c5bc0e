import GraphModel
import ImporterKit
import XMLReading

/// Reads a mapping file and finds what is wrong with it, all of it in one run.
struct MappingReader {
    private let document: XMLDocument
    private var prefixes: [String: String] = [:]
    /// What is wrong; then the mapping is not to be used.
    private(set) var faults: [Diagnostic] = []

    init(_ document: XMLDocument) {
        self.document = document
    }

    /// The mapping; what is wrong with it is in `faults`.
    ///
    /// - Throws: faults of the XML itself, and `NotAMapping`.
    mutating func read() throws -> XMLMapping {
        let root = try document.tree(byteLimit: 1 << 20)
        guard root.name == "mapping" else {
            throw Diagnostic(
                .data, "NotAMapping", "the outer element is '\(root.name)', not 'mapping'",
                place: document.place(ofTagAt: root.offset),
                hint: "Plugins/MappedXML/README.md shows a mapping")
        }
        check(root, [])
        for element in root.children where element.name == "namespace" { readNamespace(element) }
        var mapping = XMLMapping()
        for element in root.children {
            switch element.name {
            case "namespace": break
            case "node": if let rule = node(element) { mapping.nodes.append(rule) }
            case "relationship":
                if let rule = relationship(element, isInNode: false) {
                    mapping.relationships.append(rule)
                }
            default: unknown(element, ["namespace", "node", "relationship"])
            }
        }
        if mapping.nodes.isEmpty, faults.isEmpty {
            fault("EmptyMapping", "the mapping makes no node", root, hint: "add <node path=\"…\">")
        }
        return mapping
    }

    // MARK: - rules

    private mutating func readNamespace(_ element: XMLElement) {
        check(element, ["prefix", "uri"])
        guard let prefix = required("prefix", element), let uri = required("uri", element) else {
            return
        }
        prefixes[prefix] = uri
    }

    private mutating func node(_ element: XMLElement) -> XMLMapping.NodeRule? {
        check(element, ["path", "label", "id", "space", "parent"])
        let path = requiredPath(element, isValue: false)
        let labels = required("label", element)?.split(separator: " ").map(String.init)
        let id = optionalPath(element["id"], "id", element, isValue: true)
        var properties: [XMLMapping.PropertyRule] = []
        var relationships: [XMLMapping.RelationshipRule] = []
        for child in element.children {
            switch child.name {
            case "property": if let rule = property(child) { properties.append(rule) }
            case "relationship":
                if let rule = relationship(child, isInNode: true) { relationships.append(rule) }
            default: unknown(child, ["property", "relationship"])
            }
        }
        guard let path, let labels else { return nil }
        return XMLMapping.NodeRule(
            path: path, labels: labels, id: id,
            space: IdentifierSpace.named(element["space"] ?? ""), parent: element["parent"],
            properties: properties, relationships: relationships)
    }

    private mutating func relationship(
        _ element: XMLElement, isInNode: Bool
    ) -> XMLMapping.RelationshipRule? {
        let ends = [
            "from", "from-space", "from-label", "to", "to-space", "to-label", "split",
        ]
        check(element, ["path", "type"] + ends)
        let type = required("type", element)
        let separator = separator(element)
        // In a node one end is the node, and without a path the node's element is meant.
        let place = isInNode ? element["path"] ?? "." : required("path", element)
        let path = optionalPath(place, "path", element, isValue: isInNode)
        if isInNode, element["from"] == nil, element["to"] == nil {
            fault(
                "MissingAttribute", "'relationship' in a node needs 'to' or 'from'", element,
                hint: "write to=\"@…\": where the other node's identifier stands")
            return nil
        }
        let from = end("from", element, isInNode, separator)
        let to = end("to", element, isInNode, separator)
        var properties: [XMLMapping.PropertyRule] = []
        for child in element.children {
            if child.name == "property" {
                if let rule = property(child) { properties.append(rule) }
            } else {
                unknown(child, ["property"])
            }
        }
        guard let type, let path, let from, let to else { return nil }
        return XMLMapping.RelationshipRule(
            path: path, type: type, from: from, to: to, properties: properties)
    }

    private mutating func end(
        _ name: String, _ element: XMLElement, _ isInNode: Bool, _ separator: Character?
    ) -> XMLMapping.EndRule? {
        guard let text = isInNode ? element[name] : required(name, element) else {
            return isInNode ? .enclosing : nil
        }
        if text == ".." { return .enclosing }
        return path(text, name, element, isValue: true).map {
            .identifiers(
                $0, space: IdentifierSpace.named(element[name + "-space"] ?? ""),
                separator: separator, label: element[name + "-label"])
        }
    }

    private mutating func property(_ element: XMLElement) -> XMLMapping.PropertyRule? {
        check(element, ["name", "path", "type", "list", "required", "split"])
        let name = required("name", element)
        let path = requiredPath(element, isValue: true)
        var type = MappedType.string
        if let given = element["type"] {
            if let known = MappedType(rawValue: given) {
                type = known
            } else {
                let names = MappedType.allCases.map(\.rawValue)
                fault(
                    "UnknownType", "there is no type '\(given)'", element, at: "type",
                    hint: NearNames.suggestions(for: given, among: names).first
                        .map { "did you mean '\($0)'?" }
                        ?? "one of: \(names.joined(separator: ", "))"
                )
            }
        }
        let isList = flag("list", element)
        let isRequired = flag("required", element)
        let separator = separator(element)
        guard let name, let path else { return nil }
        return XMLMapping.PropertyRule(
            key: name, path: path, type: type, isList: isList || separator != nil,
            isRequired: isRequired, separator: separator)
    }

    // MARK: - attributes

    private mutating func flag(_ name: String, _ element: XMLElement) -> Bool {
        guard let text = element[name] else { return false }
        if !["yes", "no"].contains(text) {
            fault(
                "InvalidValue", "'\(name)' is '\(text)', neither yes nor no", element, at: name,
                hint: "write \(name)=\"yes\"")
        }
        return text == "yes"
    }

    private mutating func separator(_ element: XMLElement) -> Character? {
        guard let text = element["split"] else { return nil }
        if text.count != 1 {
            fault(
                "InvalidValue", "'split' is not one character", element, at: "split",
                hint: "write split=\";\", or split=\" \" for white space")
        }
        return text.first
    }

    private mutating func required(_ name: String, _ element: XMLElement) -> String? {
        if let value = element[name], !value.isEmpty { return value }
        fault(
            "MissingAttribute", "'\(element.name)' needs '\(name)'", element,
            hint: "write \(name)=\"…\"")
        return nil
    }

    private mutating func requiredPath(_ element: XMLElement, isValue: Bool) -> MappedPath? {
        optionalPath(required("path", element), "path", element, isValue: isValue)
    }

    private mutating func optionalPath(
        _ text: String?, _ attribute: String, _ element: XMLElement, isValue: Bool
    ) -> MappedPath? {
        guard let text else { return nil }
        return path(text, attribute, element, isValue: isValue)
    }

    private mutating func path(
        _ text: String, _ attribute: String, _ element: XMLElement, isValue: Bool
    ) -> MappedPath? {
        var path = MappedPath()
        var rest = text[...]
        if !isValue, rest.hasPrefix("/") {
            path.isAbsolute = true
            rest = rest.dropFirst()
        }
        if isValue, rest == "." { return path }
        let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isAttribute = part.hasPrefix("@")
            guard let step = step(isAttribute ? part.dropFirst() : part, attribute, element),
                !isAttribute || isValue && index == parts.count - 1
            else {
                fault(
                    "InvalidPath", "'\(text)' is no path", element, at: attribute,
                    hint: isValue
                        ? "write names with / between, at the end perhaps @attribute"
                        : "write names of elements with / between")
                return nil
            }
            if isAttribute { path.attribute = step } else { path.steps.append(step) }
        }
        return path
    }

    private mutating func step(
        _ text: Substring, _ attribute: String, _ element: XMLElement
    ) -> MappedPath.Step? {
        let allowed = text.allSatisfy {
            $0.isLetter || $0.isNumber || ["_", "-", ".", ":", "*"].contains($0)
        }
        guard !text.isEmpty, allowed, text != ".", text != ".." else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            return parts.count == 1 ? MappedPath.Step(name: parts[0], namespace: nil) : nil
        }
        if prefixes[parts[0]] == nil {
            fault(
                "UnknownPrefix", "no 'namespace' has the prefix '\(parts[0])'", element,
                at: attribute,
                hint: NearNames.suggestions(for: parts[0], among: prefixes.keys.sorted()).first
                    .map { "did you mean '\($0)'?" }
                    ?? "add <namespace prefix=\"\(parts[0])\" uri=\"…\"/>")
        }
        return MappedPath.Step(name: parts[1], namespace: prefixes[parts[0]] ?? "")
    }

    // MARK: - faults

    private mutating func check(_ element: XMLElement, _ known: [String]) {
        for attribute in element.attributes
        where attribute.namespace == nil && !known.contains(attribute.name) {
            fault(
                "UnknownAttribute", "'\(element.name)' has no attribute '\(attribute.name)'",
                element, at: attribute.name, hint: hint(attribute.name, known))
        }
    }

    private mutating func unknown(_ element: XMLElement, _ known: [String]) {
        fault(
            "UnknownElement", "'\(element.name)' may not stand here", element,
            hint: hint(element.name, known))
    }

    private func hint(_ name: String, _ known: [String]) -> String {
        NearNames.suggestions(for: name, among: known).first.map { "did you mean '\($0)'?" }
            ?? (known.isEmpty ? "leave it out" : "one of: \(known.joined(separator: ", "))")
    }

    private mutating func fault(
        _ code: String, _ message: String, _ element: XMLElement, at attribute: String? = nil,
        hint: String
    ) {
        let place =
            attribute.map { document.place(of: $0, inTagAt: element.offset) }
            ?? document.place(ofTagAt: element.offset)
        faults.append(Diagnostic(.data, code, message, place: place, hint: hint))
    }
}
