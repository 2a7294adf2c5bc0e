import XMLReading

/// The names of elements and attributes that are told apart.
enum GEXFName: String, XMLName {
    // Elements; some are attributes as well.
    case gexf
    case meta
    case graph
    case attributes
    case attribute
    case defaultValue = "default"
    case options
    case nodes
    case node
    case edges
    case edge
    case attvalues
    case attvalue
    case spells
    case spell
    case slices
    case slice
    case parents
    case parent

    // Looks.
    case color
    case position
    case size
    case thickness
    case shape

    // Attributes.
    case id
    case label
    case kind
    case type
    case source
    case target
    case weight
    case title
    case group = "class"
    case reference = "for"
    case value
    case parentID = "pid"
    case start
    case end
    case startOpen = "startopen"
    case endOpen = "endopen"
    case timestamp
    case timestamps
    case intervals
    case mode
    case timeFormat = "timeformat"
    case defaultEdgeType = "defaultedgetype"
    case red = "r"
    case green = "g"
    case blue = "b"
    case alpha = "a"
    case hex
}

/// What an element is part of, which decides what it means.
enum GEXFScope {
    case gexf
    case meta
    case graph
    case attributes
    case attribute
    /// The default or the options of an attribute.
    case attributePart
    case nodes
    case edges
    case node
    case edge
    /// What holds attribute values, spells or parents together.
    case list
    /// An element without content that says something of its node or edge.
    case statement
    /// Nothing within means anything here.
    case skipped

    /// What an element directly within is, nil where it has no business there.
    func within(_ name: GEXFName?) -> GEXFScope? {
        switch (self, name) {
        case (.skipped, _), (.meta, _), (.attributePart, _): .skipped
        case (.gexf, .meta): .meta
        case (.gexf, .graph): .graph
        case (.graph, .attributes): .attributes
        case (.attributes, .attribute): .attribute
        case (.attribute, .defaultValue), (.attribute, .options): .attributePart
        case (.graph, .nodes), (.node, .nodes): .nodes
        case (.graph, .edges), (.node, .edges): .edges
        case (.nodes, .node): .node
        case (.edges, .edge): .edge
        case (.node, .attvalues), (.edge, .attvalues), (.node, .spells), (.edge, .spells),
            (.node, .slices), (.edge, .slices), (.node, .parents):
            .list
        case (.list, .attvalue), (.list, .spell), (.list, .slice), (.list, .parent),
            (.node, .attvalue), (.edge, .attvalue), (.node, .color), (.edge, .color),
            (.node, .position), (.node, .size), (.node, .shape), (.edge, .shape),
            (.edge, .thickness):
            .statement
        // The looks may have spells of their own, which are those of the look alone.
        case (.statement, _): .skipped
        default: nil
        }
    }
}
