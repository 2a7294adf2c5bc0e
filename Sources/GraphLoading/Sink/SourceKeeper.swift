import GraphModel
import GraphStore
import ImporterKit

/// Writes down for every fact the file and line it was read from, as its property `sources`.
///
/// A fact costs eight bytes; the texts are made when asked for. An importer that sets `sources`
/// itself, as one of curated data does, overrules it.
final class SourceKeeper {
    private let builder: GraphBuilder
    private let key: KeyID
    /// Where the place is also kept, with the file's whole name; nil for nowhere.
    private let placesKey: KeyID?
    private var paths: [UInt32] = [0]
    /// Numbers of the file names in the builder's string pool.
    private var files: [UInt32] = [0]
    private var names: [String] = [""]
    /// Nodes more than one file describes, with what was said of them so far.
    private var several: [UInt32: [String]] = [:]
    /// Where each node was first described.
    private var first: [UInt64] = []

    init(_ builder: GraphBuilder, placesKey: String? = nil) {
        self.builder = builder
        self.placesKey = placesKey.map(builder.key)
        key = builder.key(GraphConventions.sourcesKey)
    }

    /// Takes up the next file.
    func enter(_ name: String) {
        let base = name.split(separator: "/").last.map(String.init) ?? name
        files.append(builder.intern(base))
        names.append(base)
        if placesKey != nil { paths.append(builder.intern(name)) }
    }

    /// A node is described for the first time.
    func note(node: UInt32, file: UInt32, line: UInt32) {
        guard file > 0, line > 0 else { return }
        if first.count <= Int(node) {
            first.append(contentsOf: repeatElement(0, count: Int(node) + 1 - first.count))
        }
        first[Int(node)] = UInt64(file) << 32 | UInt64(line)
        builder.setLine(node: node, key, file: files[Int(file)], line: line)
        if let placesKey {
            builder.setLine(node: node, placesKey, file: paths[Int(file)], line: line)
        }
    }

    /// A node is described again, in another file.
    func noteAgain(node: UInt32, file: UInt32, line: UInt32) {
        guard file > 0, line > 0 else { return }
        let before = Int(node) < first.count ? first[Int(node)] : 0
        var known = several[node] ?? (before == 0 ? [] : [text(before)])
        known.append(text(UInt64(file) << 32 | UInt64(line)))
        several[node] = known
        // Texts in a list can always be stored.
        try? builder.set(node: node, key, .list(known.map(Value.string)))
    }

    /// A relationship is added.
    func note(relationship: UInt32, file: UInt32, line: UInt32) {
        guard file > 0, line > 0 else { return }
        builder.setLine(relationship: relationship, key, file: files[Int(file)], line: line)
        if let placesKey {
            builder.setLine(
                relationship: relationship, placesKey, file: paths[Int(file)], line: line)
        }
    }

    private func text(_ place: UInt64) -> String {
        "\(names[Int(place >> 32)])#L\(place & 0xFFFF_FFFF)"
    }
}
