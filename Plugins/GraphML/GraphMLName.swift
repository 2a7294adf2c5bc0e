import XMLReading

/// The names of elements and attributes that are told apart.
enum GraphMLName: String, XMLName {
    // Elements; some are attributes as well.
    case graphml
    case key
    case defaultValue = "default"
    case graph
    case node
    case edge
    case hyperedge
    case endpoint
    case port
    case data
    case desc
    case locator

    // Attributes.
    case id
    case domain = "for"
    case attributeName = "attr.name"
    case attributeType = "attr.type"
    case attributeList = "attr.list"
    case graphicsType = "yfiles.type"
    case edgeDefault = "edgedefault"
    case source
    case target
    case directed
    case sourcePort = "sourceport"
    case targetPort = "targetport"
    case labels
    case label
    case name
    case type

    // What yEd and yFiles draw.
    case nodeLabel = "NodeLabel"
    case edgeLabel = "EdgeLabel"
    case plainLabel = "Label"
    case labelText = "Label.Text"
    case geometry = "Geometry"
    case rectangle = "RectD"
    case fill = "Fill"
    case shape = "Shape"
}

/// Namespaces that are told apart.
enum GraphMLNamespace {
    /// Of the attribute by which this program's own exports say for whom they were made.
    static let export: StaticString = "urn:veiviser:export"
}

/// What an element is part of, which decides what it means.
enum GraphMLScope {
    case graphml
    case key
    case keyDefault
    case graph
    case node
    case edge
    case hyperedge
    case endpoint
    case port
    case data
    case desc
    /// Elements within the data of an element, which are of other vocabularies.
    case markup
    /// Nothing within means anything here.
    case skipped

    /// What an element directly within is, nil where it has no business there.
    func within(_ name: GraphMLName?) -> GraphMLScope? {
        switch (self, name) {
        case (.data, _), (.markup, _): .markup
        case (.skipped, _), (.desc, _), (.keyDefault, _): .skipped
        case (.graphml, .key), (.graph, .key): .key
        case (.key, .defaultValue): .keyDefault
        case (.graphml, .graph), (.node, .graph), (.edge, .graph), (.hyperedge, .graph): .graph
        case (.graph, .node): .node
        case (.graph, .edge): .edge
        case (.graph, .hyperedge): .hyperedge
        case (.hyperedge, .endpoint): .endpoint
        case (.node, .port), (.port, .port): .port
        case (.key, .desc), (.endpoint, .desc), (.port, .desc): .skipped
        case (_, .desc): .desc
        case (.graphml, .data), (.graph, .data), (.node, .data), (.edge, .data),
            (.hyperedge, .data), (.port, .data), (.endpoint, .data):
            .data
        default: nil
        }
    }
}
