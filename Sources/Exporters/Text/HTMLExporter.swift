import GraphModel

/// Writes one page that needs nothing else: tables first, then a picture.
package struct HTMLExporter: Exporter {
    package init() {}

    package var descriptor: ExporterDescriptor {
        ExporterDescriptor(
            name: "html", fileExtension: "html",
            summary: "one page with tables and a picture, without network")
    }

    package func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport {
        try descriptor.check(options)
        var page = HTMLPage(graph, options)
        page.writeTables()
        let loss = page.writePicture()
        page.finish()
        output.write(page.text)
        return loss
    }
}

/// The page while it is written.
private struct HTMLPage {
    private let graph: ExportGraph
    private let options: ExportOptions
    private let captions: [String]
    private let words: HTMLWords
    private(set) var text = ""

    init(_ graph: ExportGraph, _ options: ExportOptions) {
        self.graph = graph
        self.options = options
        words = options.language == "en" ? .english : .norwegian
        captions = graph.nodes.indices.map {
            graph.node($0).caption(language: options.language)
        }
        text = """
            <!DOCTYPE html>
            <html lang="\(DOTText.markup(options.language))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(DOTText.markup(options.title))</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; color: #1b1f24; \
            background: #fff; }
            table { border-collapse: collapse; margin: 0 0 2rem; width: 100%; }
            caption { text-align: left; font-weight: 600; padding: .5rem 0; }
            th, td { border-bottom: 1px solid #d5d9df; padding: .35rem .6rem; text-align: left; \
            vertical-align: top; }
            thead th { background: #f4f5f7; }
            td ul { margin: 0; padding-left: 1rem; }
            tr:target { background: #fff3c9; }
            figure { margin: 0; overflow: auto; border: 1px solid #d5d9df; }
            figure svg { max-width: none; }
            </style>
            </head>
            <body>
            <main>
            <h1>\(DOTText.markup(options.title))</h1>

            """
        text += "<p>\(words.nodes): \(graph.nodes.count). "
        text += "\(words.relationships): \(graph.relationships.count).</p>\n"
    }

    // MARK: - Tables

    mutating func writeTables() {
        var groups: [String: [Int]] = [:]
        for number in graph.nodes.indices {
            groups[graph.node(number).labels.joined(separator: ", "), default: []].append(number)
        }
        text += "<h2>\(words.nodes)</h2>\n"
        for name in groups.keys.sorted(by: precedes) { writeTable(name, groups[name] ?? []) }
        guard !graph.relationships.isEmpty else { return }
        text += "<h2>\(words.relationships)</h2>\n<table>\n"
        writeHead([words.from, words.type, words.to, words.properties])
        graph.forEachRelationship { edge in
            text += "<tr><td>\(link(edge.from))</td><td>\(Self.escaped(edge.type))</td>"
            text += "<td>\(link(edge.to))</td><td>\(list(edge.properties))</td></tr>\n"
        }
        text += "</tbody>\n</table>\n"
    }

    private mutating func writeTable(_ name: String, _ numbers: [Int]) {
        let title = name.isEmpty ? words.withoutLabel : name
        text += "<table>\n<caption>\(Self.escaped(title)) (\(numbers.count))</caption>\n"
        writeHead([words.name, words.identifier, words.properties])
        for number in numbers {
            let node = graph.node(number)
            text += "<tr id=\"n\(number)\"><th scope=\"row\">\(Self.escaped(captions[number]))</th>"
            text += "<td>\(Self.escaped(node.identifier))</td>"
            let own = node.properties.filter { !($0.key == "id" && node.isIdentifiedByID) }
            text += "<td>\(list(own))</td></tr>\n"
        }
        text += "</tbody>\n</table>\n"
    }

    private mutating func writeHead(_ titles: [String]) {
        text += "<thead><tr>"
        for title in titles { text += "<th scope=\"col\">\(title)</th>" }
        text += "</tr></thead>\n<tbody>\n"
    }

    private func link(_ number: Int) -> String {
        "<a href=\"#n\(number)\">\(Self.escaped(captions[number]))</a>"
    }

    private func list(_ properties: [ExportProperty]) -> String {
        if properties.isEmpty { return "" }
        let items = properties.map { property in
            "<li>\(Self.escaped(property.key)): \(Self.escaped(Self.words(property.value)))</li>"
        }
        return "<ul>\(items.joined())</ul>"
    }

    private static func words(_ value: Value) -> String {
        guard case .list(let values) = value else { return value.plainText }
        return values.map(\.plainText).joined(separator: ", ")
    }

    private static func escaped(_ text: String) -> String {
        DOTText.markup(text.unicodeScalars.map { $0.value < 0x20 ? " " : String($0) }.joined())
    }

    // MARK: - Picture

    /// The picture, where there are not too many nodes for one.
    mutating func writePicture() -> LossReport {
        var loss = LossReport()
        guard !graph.isEmpty else { return loss }
        do throws(Diagnostic) {
            var picture = ExportOutput()
            _ = try GraphvizExporter(format: .svg).write(graph, options: options, to: &picture)
            let svg = picture.text
            guard let start = svg.range(ofTag: "<svg") else { return loss }
            text += "<h2>\(words.picture)</h2>\n<figure role=\"img\" "
            text += "aria-label=\"\(words.pictureLabel)\">\n"
            text += svg[start...] + "</figure>\n"
        } catch {
            loss.add(.other("picture could not be drawn: \(error.message)"))
        }
        return loss
    }

    mutating func finish() { text += "</main>\n</body>\n</html>\n" }
}

/// The page's own words.
private struct HTMLWords {
    let nodes: String
    let relationships: String
    let name: String
    let identifier: String
    let properties: String
    let from: String
    let type: String
    let to: String
    let withoutLabel: String
    let picture: String
    let pictureLabel: String

    static let norwegian = HTMLWords(
        nodes: "Noder", relationships: "Forbindelser", name: "Navn", identifier: "Id",
        properties: "Egenskaper", from: "Fra", type: "Type", to: "Til",
        withoutLabel: "Uten merkelapp", picture: "Bilde",
        pictureLabel: "Tegning av grafen; tabellene over sier det samme")
    static let english = HTMLWords(
        nodes: "Nodes", relationships: "Relationships", name: "Name", identifier: "Id",
        properties: "Properties", from: "From", type: "Type", to: "To",
        withoutLabel: "Without a label", picture: "Picture",
        pictureLabel: "A drawing of the graph; the tables above say the same")
}

extension String {
    /// Where a tag begins.
    fileprivate func range(ofTag tag: String) -> Index? {
        var at = startIndex
        while let found = self[at...].firstIndex(of: "<") {
            if self[found...].hasPrefix(tag) { return found }
            at = index(after: found)
        }
        return nil
    }
}
