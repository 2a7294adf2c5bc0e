import GraphModel
import ImporterKit
import XMLReading

/// What an attribute is an attribute of.
enum GEXFClass {
    case node
    case edge

    var word: String {
        switch self {
        case .node: "node"
        case .edge: "edge"
        }
    }
}

/// An attribute as it stands in the file.
struct GEXFAttribute {
    let id: String
    let title: String
    let owner: GEXFClass
    let typeName: String
    let kind: ScalarKind
    let isList: Bool
    /// Whether the type is one the format knows.
    let isTypeKnown: Bool
    var defaultText: String?
    /// The values there may be; none where any may.
    var options: [String] = []
    let mark: Int
    let line: Int

    init(_ tag: borrowing XMLTag<GEXFName>, of owner: GEXFClass) {
        id = tag.text(.id) ?? ""
        title = tag.text(.title) ?? id
        self.owner = owner
        typeName = tag.text(.type) ?? "string"
        let name = typeName.lowercased()
        isList = name.hasPrefix("list")
        let known = GEXFAttribute.kind(isList ? String(name.dropFirst(4)) : name)
        kind = known ?? .string
        isTypeKnown = known != nil
        mark = tag.mark
        line = tag.line
    }

    /// An attribute that is used and nowhere declared.
    init(undeclared id: String, of owner: GEXFClass) {
        self.id = id
        title = id
        self.owner = owner
        typeName = "string"
        kind = .string
        isList = false
        isTypeKnown = true
        mark = 0
        line = 0
    }

    private static func kind(_ name: String) -> ScalarKind? {
        switch name {
        case "integer", "int", "long", "short", "byte", "biginteger": .integer
        case "double", "float", "bigdecimal": .float
        case "boolean": .boolean
        case "string", "char", "character", "anyuri": .string
        default: nil
        }
    }
}

/// Puts attributes together while their elements pass by.
struct GEXFAttributeBuilder {
    private var owner: GEXFClass?
    private var open: GEXFAttribute?
    private var text: [UInt8] = []
    private var isInPart = false

    mutating func start(_ tag: borrowing XMLTag<GEXFName>) {
        switch tag.name {
        case .attributes: owner = tag[.group]?.equals("edge") ?? false ? .edge : .node
        case .attribute: open = owner.map { GEXFAttribute(tag, of: $0) }
        case .defaultValue, .options:
            isInPart = open != nil
            text = []
        default: break
        }
    }

    mutating func characters(_ stretch: Span<UInt8>) {
        if isInPart { stretch.withUnsafeBufferPointer { text.append(contentsOf: $0) } }
    }

    /// The whole attribute, at its end.
    mutating func end(_ tag: borrowing XMLTag<GEXFName>) -> GEXFAttribute? {
        switch tag.name {
        case .defaultValue:
            if isInPart { open?.defaultText = String(decoding: text, as: UTF8.self) }
            isInPart = false
        case .options:
            if isInPart {
                open?.options = GEXFList.elements(String(decoding: text, as: UTF8.self))
            }
            isInPart = false
        case .attribute:
            defer { open = nil }
            return open
        case .attributes: owner = nil
        default: break
        }
        return nil
    }
}

/// Collects the attributes of a file in which some are declared after their use.
struct GEXFAttributeCollector: XMLHandler {
    private(set) var attributes: [GEXFAttribute] = []
    private var builder = GEXFAttributeBuilder()

    mutating func startElement(_ tag: borrowing XMLTag<GEXFName>) { builder.start(tag) }

    mutating func endElement(_ tag: borrowing XMLTag<GEXFName>) {
        if let done = builder.end(tag) { attributes.append(done) }
    }

    mutating func characters(_ text: Span<UInt8>) { builder.characters(text) }
}

/// The attributes a file declares, found by what they are of and their ids.
struct GEXFAttributeTable {
    private static let absent = UInt32.max

    private(set) var attributes: [GEXFAttribute] = []
    private var ofNodes = ByteTable()
    private var ofEdges = ByteTable()
    private(set) var nodeDefaults: [Int] = []
    private(set) var edgeDefaults: [Int] = []
    private(set) var nodesHaveIdentifiers = false
    private(set) var edgesHaveIdentifiers = false

    subscript(_ index: Int) -> GEXFAttribute { attributes[index] }

    /// The attribute with an id, nil where there is none.
    mutating func find(_ id: Span<UInt8>, of owner: GEXFClass) -> Int? {
        let number =
            owner == .node ? ofNodes.find(id) { Self.absent } : ofEdges.find(id) { Self.absent }
        return number == Self.absent ? nil : Int(number)
    }

    /// Adds an attribute; false where there is one with that id already.
    mutating func add(_ attribute: GEXFAttribute) -> Bool {
        var id = attribute.id
        let index = attributes.count
        let isNew = id.withUTF8 { bytes in
            guard find(bytes.span, of: attribute.owner) == nil else { return false }
            switch attribute.owner {
            case .node: ofNodes.update(bytes.span, UInt32(index))
            case .edge: ofEdges.update(bytes.span, UInt32(index))
            }
            return true
        }
        guard isNew else { return false }
        attributes.append(attribute)
        let isIdentifier = attribute.title == GraphConventions.identifierKey
        switch attribute.owner {
        case .node:
            if isIdentifier { nodesHaveIdentifiers = true }
            if attribute.defaultText != nil { nodeDefaults.append(index) }
        case .edge:
            if isIdentifier { edgesHaveIdentifiers = true }
            if attribute.defaultText != nil { edgeDefaults.append(index) }
        }
        return true
    }
}
