import GraphModel
import ImporterKit

/// Reads the objects HSDS's API gives: one, a page of them (`contents`), or tables by file name.
struct HSDSObjects {
    private let file: InputFile
    private(set) var writer: HSDSWriter
    /// Relationships written, as one entity may stand in several places of a file.
    private var connected: Set<String> = []
    /// Rows without an identifier are told by their number.
    private var anonymous = 0

    init(file: InputFile, writer: HSDSWriter) {
        self.file = file
        self.writer = writer
    }

    /// Reads the file.
    mutating func read() throws {
        try file.content.withView { bytes in
            var reader = JSONReader(file, bytes)
            guard reader.kind == .object || reader.kind == .array else {
                throw reader.fault("expected an object or a list of objects of HSDS")
            }
            var found = 0
            if reader.kind == .array {
                try readList(&reader, HSDSObjects.rootTable(file, []), &found)
            } else {
                try readRoot(&reader, &found)
            }
            try reader.expectEnd()
            if found == 0 {
                try writer.sink.report(
                    Diagnostic(
                        .data, "NoEntities", "there is no entity of HSDS in this file",
                        place: SourcePlace(file: file.name, line: 1), severity: .warning))
            }
        }
    }

    /// An object: an entity itself, a page with `contents`, or an object of tables.
    private mutating func readRoot(_ reader: inout JSONReader, _ found: inout Int) throws {
        let start = reader.mark
        var names: [String] = []
        var pages: [(name: String, mark: JSONReader.Mark)] = []
        try reader.readMembers { reader, key in
            names.append(key)
            let isTable = key.hasSuffix(".csv") && reader.kind == .array
            if key == "contents" && reader.kind == .array || isTable {
                pages.append((key, reader.mark))
            }
            try reader.skip()
        }
        let end = reader.mark
        for (name, mark) in pages {
            reader.go(to: mark)
            let stem = String(name.dropLast(name.hasSuffix(".csv") ? 4 : 0))
            let table =
                name == "contents" ? HSDSObjects.rootTable(file, []) : HSDSModel.table(named: stem)
            try readList(&reader, table, &found)
        }
        if pages.isEmpty, names.contains("id") {
            reader.go(to: start)
            try readEntity(&reader, HSDSObjects.rootTable(file, names), &found)
        }
        reader.go(to: end)
    }

    private mutating func readList(
        _ reader: inout JSONReader, _ table: HSDSModel.Table?, _ found: inout Int
    ) throws {
        try reader.readElements { reader in
            if reader.kind == .object {
                try readEntity(&reader, table, &found)
            } else {
                try reader.skip()
            }
        }
    }

    private mutating func readEntity(
        _ reader: inout JSONReader, _ table: HSDSModel.Table?, _ found: inout Int
    ) throws {
        writer.sink.at(line: reader.line, file: file)
        let position = reader.position
        let value = try reader.value()
        let names = value.members?.map(\.key) ?? []
        guard let table = table ?? HSDSObjects.table(by: names) else {
            try writer.sink.report(
                Diagnostic(
                    .data, "UnknownEntity", "it is not clear which table of HSDS this is of",
                    place: file.place(at: position), severity: .warning))
            return
        }
        found += 1
        _ = write(value, table)
        try writer.sink.progress(bytes: position)
    }

    /// Writes an object and all objects in it.
    private mutating func write(_ value: JSONValue, _ table: HSDSModel.Table) -> NodeToken {
        anonymous += 1
        let identifier = value["id"]?.identifier ?? "\(file.name)#\(anonymous)"
        let node = writer.node(identifier, of: table.name)
        writer.define(node, identifier, of: table)
        for member in value.members ?? [] where member.key != "id" && member.value != .null {
            if let elements = member.value.elements, let other = HSDSModel.table(named: member.key),
                elements.contains(where: { $0.members != nil })
            {
                for element in elements where element.members != nil {
                    contain(write(element, other), other, in: node, table)
                }
            } else if member.value.members != nil,
                let other = HSDSModel.table(named: member.key)
            {
                refer(node, table, to: write(member.value, other), other)
            } else {
                set(member, of: node)
            }
        }
        return node
    }

    private mutating func set(_ member: JSONValue.Member, of node: NodeToken) {
        let property = HSDSModel.property(member.key)
        if let text = member.value.text, let value = HSDSWriter.value(text, of: member.key) {
            writer.set(property, of: node, to: value)
        } else {
            writer.set(property, of: node, to: member.value.propertyValue)
        }
    }

    /// A row in a list within another belongs to that one, as if it had a column `<table>_id`.
    private mutating func contain(
        _ child: NodeToken, _ childTable: HSDSModel.Table, in parent: NodeToken,
        _ parentTable: HSDSModel.Table
    ) {
        let column = parentTable.name + "_id"
        let reference =
            HSDSModel.reference(column, of: childTable.name)
            ?? HSDSModel.Reference(
                table: parentTable.name, type: HSDSModel.openType(of: childTable.name),
                isForward: false)
        connect(child, reference, parent)
    }

    /// A single object within a row is what the row refers to.
    private mutating func refer(
        _ node: NodeToken, _ table: HSDSModel.Table, to other: NodeToken,
        _ otherTable: HSDSModel.Table
    ) {
        guard let reference = HSDSModel.reference(otherTable.name + "_id", of: table.name) else {
            return
        }
        connect(node, reference, other)
    }

    private mutating func connect(
        _ node: NodeToken, _ reference: HSDSModel.Reference, _ other: NodeToken
    ) {
        let name = "\(node.raw) \(reference.type) \(other.raw)"
        if connected.insert(name).inserted { writer.connect(node, reference, other) }
    }

    // MARK: recognising

    /// The table of the root, by the file's name (`service_full.json`) or its members.
    private static func rootTable(_ file: InputFile, _ names: [String]) -> HSDSModel.Table? {
        var stem = file.stemAndEnding.stem
        for ending in ["_full", "_list"] where stem.hasSuffix(ending) {
            stem.removeLast(ending.count)
        }
        return HSDSModel.table(named: stem) ?? table(by: names)
    }

    /// The table whose rows have these members, where they are telling.
    private static func table(by names: [String]) -> HSDSModel.Table? {
        let names = Set(names)
        let marks: [(String, [String])] = [
            ("service_at_location", ["location"]), ("service", ["service_at_locations"]),
            ("service", ["organization", "status"]), ("service", ["organization_id", "status"]),
            ("organization", ["legal_status"]), ("organization", ["tax_status"]),
            ("organization", ["organization_identifiers"]),
            ("location", ["latitude", "longitude"]),
            ("location", ["location_type"]), ("taxonomy_term", ["code", "taxonomy"]),
            ("taxonomy_term", ["term_uri"]), ("taxonomy", ["uri", "version"]),
        ]
        let found = marks.first { names.isSuperset(of: $0.1) }
        return found.flatMap { HSDSModel.table(named: $0.0) }
    }

    /// Whether the start of a file has members only HSDS's objects have.
    static func looksLikeHSDS(_ file: InputFile, _ bytes: ByteView) -> Bool {
        var reader = JSONReader(file, bytes)
        var names: [String] = []
        var inner: [String] = []
        guard reader.kind == .object else { return false }
        // A cut-off sample ends in a fault that says nothing.
        try? reader.readMembers { reader, key in
            names.append(key)
            if key == "contents", reader.kind == .array {
                try reader.readElements { reader in
                    try reader.readMembers { reader, key in
                        inner.append(key)
                        try reader.skip()
                    }
                }
            } else {
                try reader.skip()
            }
        }
        let all = Set(names)
        if all.isSuperset(of: ["version", "profile", "openapi_url"]) { return true }
        if all.contains("organizations.csv") || all.contains("services.csv") { return true }
        if all.contains("contents"), all.contains("total_items") {
            return table(by: inner) != nil || rootTable(file, []) != nil
        }
        return all.contains("id") && (table(by: names) != nil)
    }
}
