// Names and their numbers.
extension GraphView {
    package func labelID(_ name: String) -> LabelID? {
        catalog.labels.number(of: name).map { LabelID($0) }
    }

    package func labelName(_ id: LabelID) -> String { catalog.labels.name(id.raw) }

    package func typeID(_ name: String) -> TypeID? {
        catalog.types.number(of: name).map { TypeID($0) }
    }

    package func typeName(_ id: TypeID) -> String { catalog.types.name(id.raw) }

    package func keyID(_ name: String) -> KeyID? {
        catalog.keys.number(of: name).map { KeyID($0) }
    }

    package func keyName(_ id: KeyID) -> String { catalog.keys.name(id.raw) }

    /// Number of label ids handed out, in use or not.
    package var labelCount: Int { catalog.labels.count }

    /// Number of type ids handed out, in use or not.
    package var typeCount: Int { catalog.types.count }

    /// Number of key ids handed out, in use or not.
    package var keyCount: Int { catalog.keys.count }

    /// The labels that some node has, in order of first mention.
    package var allLabels: [String] {
        names(catalog.labels, overlay?.state.labelCounts ?? base.labelCounts)
    }

    /// The types that some relationship has, in order of first mention.
    package var allTypes: [String] {
        names(catalog.types, overlay?.state.typeCounts ?? base.typeCounts)
    }

    /// The keys that some node or relationship has, in order of first mention.
    package var allKeys: [String] {
        names(catalog.keys, overlay?.state.keyCounts ?? base.keyCounts)
    }

    /// Number of nodes with a label.
    package func nodeCount(label: LabelID) -> Int {
        count(overlay?.state.labelCounts ?? base.labelCounts, label.raw)
    }

    /// Number of relationships of a type.
    package func relationshipCount(type: TypeID) -> Int {
        count(overlay?.state.typeCounts ?? base.typeCounts, type.raw)
    }

    /// The indexes somebody asked for.
    package var indexes: [PropertyIndex] { catalog.indexes }

    private func names(_ table: NameTable, _ counts: [Int]) -> [String] {
        zip(table.names, counts).filter { $1 > 0 }.map(\.0)
    }

    private func count(_ counts: [Int], _ index: UInt32) -> Int {
        Int(index) < counts.count ? counts[Int(index)] : 0
    }
}
