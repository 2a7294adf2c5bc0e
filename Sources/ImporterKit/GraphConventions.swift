/// Names that importers share where a format leaves them open.
public enum GraphConventions {
    /// The property that holds a node's or a relationship's own identifier in its format.
    public static let identifierKey = "id"
    /// The property that holds the text a format shows for a node or an edge.
    public static let labelKey = "label"
    /// The type of a relationship whose format gives it none.
    public static let relationshipType = "EDGE"
    /// The property, false, of a relationship that stands for an undirected edge.
    public static let directedKey = "directed"
    /// The property that holds a node's IRI.
    public static let iriKey = "uri"
    /// The property that holds where a fact was read, a list of `file#Lnumber`.
    public static let sourcesKey = "sources"
}

/// Spaces of identifiers: the same text names two nodes in two spaces.
public enum IdentifierSpace {
    /// The space all files of an import share.
    public static let shared = 0
    /// A space of the file at hand alone: what it names there, no other file can.
    public static let file = -1

    /// The space with this name, the same number for every file (FNV-1a, 62 bits).
    public static func named(_ name: String) -> Int {
        if name.isEmpty { return shared }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(hash >> 2) + 1
    }
}
