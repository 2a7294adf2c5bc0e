/// What the files of one folder say by their names: `Person.csv` holds nodes with a label,
/// `Person_knows_Person.csv` relationships with a type between labels.
struct CSVFileNames {
    /// The parts of a relationship file's name.
    struct Parts: Equatable {
        var start: String
        var type: String
        var end: String
    }

    private let stems: Set<String>
    private let referenced: Set<String>

    init(_ baseNames: [String]) {
        let stems = Set(baseNames.map(CSVFileNames.stem(of:)))
        self.stems = stems
        var referenced: Set<String> = []
        for stem in stems {
            guard let parts = CSVFileNames.parts(of: stem, among: stems) else { continue }
            referenced.insert(parts.start)
            referenced.insert(parts.end)
        }
        self.referenced = referenced.intersection(stems)
    }

    /// The parts of a relationship file's name, nil where it is not of that form.
    func parts(of baseName: String) -> Parts? {
        CSVFileNames.parts(of: CSVFileNames.stem(of: baseName), among: stems)
    }

    /// Whether both ends of the parts are files of nodes at hand.
    func areKnown(_ parts: Parts) -> Bool {
        stems.contains(parts.start) && stems.contains(parts.end)
    }

    /// Whether a relationship file names this file as the label of its ends.
    func isReferenced(_ baseName: String) -> Bool {
        referenced.contains(CSVFileNames.stem(of: baseName))
    }

    /// The name without its endings.
    static func stem(of baseName: String) -> String {
        var parts = baseName.split(separator: ".", omittingEmptySubsequences: false)
        let endings: Set<Substring> = ["csv", "tsv", "tab", "txt", "gz", "zst"]
        while parts.count > 1, let last = parts.last, endings.contains(Substring(last.lowercased()))
        {
            parts.removeLast()
        }
        return parts.joined(separator: ".")
    }

    /// The name where it says what the rows are; nil for `nodes.csv`, `got-edges.csv` and such.
    static func meaning(of baseName: String) -> String? {
        let stem = stem(of: baseName)
        let words = stem.lowercased().split { !$0.isLetter && !$0.isNumber }
        let empty: Set<Substring> = [
            "nodes", "node", "vertices", "vertex", "edges", "edge", "links", "link",
            "relationships", "relationship", "stdin",
        ]
        if words.isEmpty || words.contains(where: empty.contains) { return nil }
        return stem
    }

    private static func parts(of stem: String, among stems: Set<String>) -> Parts? {
        let starts = stems.filter { $0 != stem && stem.hasPrefix($0 + "_") }
        let ends = stems.filter { $0 != stem && stem.hasSuffix("_" + $0) }
        let longest = { (names: Set<String>) in names.max { ($0.count, $0) < ($1.count, $1) } }
        if let start = longest(starts), let end = longest(ends),
            start.count + end.count + 2 < stem.count
        {
            let type = stem.dropFirst(start.count + 1).dropLast(end.count + 1)
            return Parts(start: start, type: String(type), end: end)
        }
        let words = stem.split(separator: "_", omittingEmptySubsequences: false)
        guard words.count == 3, !words.contains(where: \.isEmpty) else { return nil }
        return Parts(start: String(words[0]), type: String(words[1]), end: String(words[2]))
    }
}
