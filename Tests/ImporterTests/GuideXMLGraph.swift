import CBuiltinData
import GraphModel
import GuideXML
import ImporterKit
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The files built into the program.
enum BuiltinFiles {
    static let all: [InputFile] = (0..<builtin_file_count()).map { index in
        let file = builtin_file_at(index).pointee
        return InputFile(
            name: String(cString: file.path),
            bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }

    static let schema = all.first { $0.name == "Graph/schema.rng" }

    static var graph: [InputFile] {
        all.filter { $0.name.hasPrefix("Graph/") && $0.name.hasSuffix(".xml") }
    }

    /// The package's folder.
    static let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
}

/// The curated graph as the importer gives it to a sink, read once.
struct GuideGraph: Sendable {
    struct Edge: Sendable {
        let from: String
        let type: String
        let to: String
        let properties: [String: String]
    }

    let diagnostics: [Diagnostic]
    let properties: [String: [String: String]]
    let labels: [String: Set<String>]
    let edges: [Edge]

    static let builtin: GuideGraph? = try? GuideGraph(BuiltinFiles.graph)

    init(_ files: [InputFile]) throws {
        let sink = RecordingSink()
        try GuideXMLImporter(schema: BuiltinFiles.schema).read(
            ImportInput(files: files), into: sink)
        diagnostics = sink.diagnostics
        let names = sink.nodes.map { $0.identifier ?? "" }
        properties = Dictionary(
            zip(names, sink.nodes.map(\.properties)), uniquingKeysWith: { first, _ in first })
        labels = Dictionary(
            zip(names, sink.nodes.map(\.labels)), uniquingKeysWith: { first, _ in first })
        edges = sink.relationships.map {
            Edge(from: names[$0.from], type: $0.type, to: names[$0.to], properties: $0.properties)
        }
    }

    func edges(_ from: String, _ type: String) -> [Edge] {
        edges.filter { $0.from == from && $0.type == type }
    }
}

/// The domain tables, where they are at hand.
enum Domain {
    static let folder: String? = Corpus.folder.map { $0.dropLast("corpus".count) + "domain" }
    static let isThere = folder.map { access($0 + "/facts.tsv", R_OK) == 0 } ?? false

    /// The rows of a table by column name.
    static func rows(_ name: String) -> [[String: String]] {
        guard let folder, let file = try? FileContent(path: "\(folder)/\(name)") else { return [] }
        let lines = file.withView { $0.text(0..<$0.count) }.split(separator: "\n")
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        guard let head = lines.first else { return [] }
        return lines.dropFirst().map { cells in
            Dictionary(zip(head, cells), uniquingKeysWith: { first, _ in first })
        }
    }
}

/// One row of facts.tsv against the graph.
struct FactCheck {
    let graph: GuideGraph
    let identifiers: Set<String>
    let row: [String: String]

    private var subject: String { row["subject"] ?? "" }
    private var relation: String { row["relation"] ?? "" }
    private var object: String { row["object"] ?? "" }

    /// The relationship's type; `issuedBy` is ISSUED_BY.
    static func type(_ relation: String) -> String {
        if relation == relation.uppercased() { return relation }
        return relation.map { $0.isUppercase ? "_\($0)" : $0.uppercased() }.joined()
    }

    /// Values that are compared as they are; texts are worded anew.
    private static let exact: Set<String> = [
        "level", "maxPenaltyYears", "ratifiedByNorway", "openList", "staff", "locatedIn",
    ]

    /// What is wrong; nil where the graph has the fact with its line and time.
    var fault: String? {
        if identifiers.contains(object) {
            return edgeFault(
                graph.edges(subject, FactCheck.type(relation)).filter { $0.to == object })
        }
        let edges = graph.edges(subject, FactCheck.type(relation))
        if !edges.isEmpty { return edgeFault(edges) }
        guard let value = graph.properties[subject]?[relation] else { return "no property" }
        if FactCheck.exact.contains(relation), value != object, value != "'\(object)'" {
            return "the value is \(value)"
        }
        let sources = graph.properties[subject]?["sources"] ?? ""
        let own = graph.properties[subject]?["\(relation)_sources"] ?? sources
        return names(line: sources) && names(line: own) ? nil : "no line in \(sources) or \(own)"
    }

    private func edgeFault(_ edges: [GuideGraph.Edge]) -> String? {
        if edges.isEmpty { return "not in the graph" }
        let lined = edges.filter { names(line: $0.properties["sources"] ?? "") }
        if lined.isEmpty { return "no line in \(edges.map(\.properties))" }
        if lined.contains(where: isOf) { return nil }
        return "another time: \(lined.map(\.properties))"
    }

    private func names(line sources: String) -> Bool {
        sources.contains("'src:police-page#L\(row["source_line"] ?? "")'")
    }

    private func isOf(_ edge: GuideGraph.Edge) -> Bool {
        let time = (row["valid_time"] ?? "").split(
            separator: "/", omittingEmptySubsequences: false)
        guard time.count == 2 else { return true }
        func quoted(_ bound: Substring) -> String? { bound == ".." ? nil : "'\(bound)'" }
        return edge.properties["validFrom"] == quoted(time[0])
            && edge.properties["validTo"] == quoted(time[1])
    }
}

struct GuideXMLGraph {
    @Test func theBuiltinGraphIsSound() throws {
        let graph = try GuideGraph(BuiltinFiles.graph)
        #expect(graph.diagnostics.isEmpty, "\(graph.diagnostics.prefix(5))")
        #expect(graph.labels.count > 150)
        #expect(graph.edges.count > 200)
    }

    @Test func everythingHasASourceAndAConfidence() throws {
        let graph = try #require(GuideGraph.builtin)
        for (id, properties) in graph.properties {
            #expect(properties["sources"]?.contains("'src:") == true, "\(id)")
            #expect(properties["confidence"] != nil, "\(id)")
            #expect(properties["name_nb"] != nil && properties["name_en"] != nil, "\(id)")
        }
        for edge in graph.edges {
            #expect(edge.properties["sources"]?.contains("'src:") == true, "\(edge)")
            #expect(edge.properties["confidence"] != nil, "\(edge)")
        }
    }

    @Test(.enabled(if: Domain.isThere, "the domain tables are not there; see VEIVISER_CORPUS"))
    func everyFactOfTheTable() throws {
        let graph = try #require(GuideGraph.builtin)
        let identifiers = Set(Domain.rows("entities.tsv").compactMap { $0["id"] })
        let rows = Domain.rows("facts.tsv")
        #expect(rows.count > 200)
        var faults = 0
        for row in rows {
            let check = FactCheck(graph: graph, identifiers: identifiers, row: row)
            guard let fault = check.fault else { continue }
            faults += 1
            Issue.record("\(row["subject"] ?? "") \(row["relation"] ?? ""): \(fault)")
        }
        print("facts.tsv: \(rows.count - faults) passed, \(faults) failed, 0 skipped")
    }

    /// What the graph says the page says must be in the table.
    @Test(.enabled(if: Domain.isThere, "the domain tables are not there; see VEIVISER_CORPUS"))
    func nothingElseClaimsToComeFromThePage() throws {
        let graph = try #require(GuideGraph.builtin)
        let identifiers = Set(Domain.rows("entities.tsv").compactMap { $0["id"] })
        let known = Set(
            Domain.rows("facts.tsv").compactMap { row -> String? in
                guard let object = row["object"], identifiers.contains(object) else { return nil }
                return "\(row["subject"] ?? "") \(FactCheck.type(row["relation"] ?? "")) \(object)"
            })
        let types = Set(known.map { $0.split(separator: " ")[1] })
        for edge in graph.edges where types.contains(edge.type[...]) {
            let isOverlay = edge.properties["confidence"] == "'overlay'"
            #expect(
                isOverlay || known.contains("\(edge.from) \(edge.type) \(edge.to)"),
                "\(edge)")
            let isFromThePage = edge.properties["sources"]?.contains("police-page") == true
            #expect(isOverlay != isFromThePage, "\(edge)")
        }
    }

    @Test(.enabled(if: Domain.isThere, "the domain tables are not there; see VEIVISER_CORPUS"))
    func everyEntityWithItsNames() throws {
        let graph = try #require(GuideGraph.builtin)
        let rows = Domain.rows("entities.tsv")
        #expect(rows.count > 100)
        for row in rows {
            let id = row["id"] ?? ""
            let properties = graph.properties[id] ?? [:]
            #expect(graph.labels[id] == [row["label"] ?? ""], "\(id)")
            #expect(properties["name_nb"] == "'\(row["name_nb"] ?? "")'", "\(id)")
            #expect(properties["name_en"] == "'\(row["name_en"] ?? "")'", "\(id)")
            if let short = row["abbreviation"], !short.isEmpty {
                #expect(properties["abbr"] == "'\(short)'", "\(id)")
            }
            let others = (properties["aliases"] ?? "") + (properties["hiddenLabels"] ?? "")
            for alias in (row["aliases"] ?? "").split(separator: "|") {
                #expect(others.contains("'\(alias)'"), "\(id) \(alias)")
            }
            if row["note"]?.contains("OVERLAY ONLY") == true {
                #expect(properties["confidence"] == "'overlay'", "\(id)")
            }
        }
    }

    /// What an answer needs of a few facts, to the letter.
    @Test func qualifiersStandWithTheirFacts() throws {
        let graph = try #require(GuideGraph.builtin)
        let may = try #require(
            graph.edges("politiet", "HAS_DUTY").first { $0.to == "d:vitnebeskyttelse" })
        #expect(may.properties["modality"] == "'permission'")
        #expect(may.properties["stages"] == "['st:anmeldelse']")
        let decides = try #require(
            graph.edges("udi", "HANDLES").first { $0.to == "st:refleksjon-soknad" })
        #expect(decides.properties["role"] == "['decides']")
        let before = try #require(graph.edges("r:advokat-for", "APPLIES_AT").first)
        #expect(before.properties["from"] == "'st:identifisering'")
        #expect(before.properties["until"] == "'st:anmeldelse'")
        let provision = try #require(graph.properties["prov:utlf-8-3-2"])
        #expect(provision["correction"] == "'§ 83, 2. ledd'")
        #expect(provision["hiddenLabels"]?.contains("'§ 83, 2. ledd'") == true)
        let penalty = try #require(graph.properties["prov:strl-224"])
        #expect(penalty["maxPenaltyYears"] == "10")
        #expect(penalty["maxPenaltyYears_sources"] == "['src:police-page#L23']")
        #expect(penalty["validTo"] == "'2015-10-01'")
        #expect(penalty["valid_confidence"] == "'overlay'")
        let replaced = graph.edges("prov:strl-224", "REPLACED_BY")
        #expect(replaced.map(\.to).sorted() == ["prov:strl2005-257", "prov:strl2005-258"])
        #expect(replaced.allSatisfy { $0.properties["on"] == "'2015-10-01'" })
        #expect(replaced.allSatisfy { $0.properties["assertedOn"] == "'2026-05'" })
    }

    /// The table is made by .ci/embed; this says when it is due.
    @Test func theTableOfFilesIsThatOfTheFolders() throws {
        let found = Set(BuiltinFiles.all.map(\.name))
        var expected: Set<String> = []
        for folder in ["Graph", "Queries"] {
            guard let entries = opendir("\(BuiltinFiles.package)/\(folder)") else { continue }
            defer { closedir(entries) }
            while let entry = readdir(entries) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                    tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if !name.hasPrefix(".") { expected.insert("\(folder)/\(name)") }
            }
        }
        #expect(expected.subtracting(found).isEmpty, "run .ci/embed")
        #expect(found.subtracting(expected).isEmpty, "run .ci/embed")
        for file in BuiltinFiles.all {
            let onDisk = try FileContent(path: "\(BuiltinFiles.package)/\(file.name)")
            #expect(onDisk.count == file.content.count, "\(file.name)")
        }
    }
}
