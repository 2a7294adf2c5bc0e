import GraphModel

/// A sink that counts and keeps a digest of what it gets, for checking an importer.
final class TallySink: GraphSink {
    private var nodes: [String: Int] = [:]
    private var isDefined: [Bool] = []
    private(set) var relationships = 0
    private(set) var statements = 0
    private(set) var factsWithLine = 0
    private(set) var facts = 0
    private(set) var diagnostics: [Diagnostic] = []
    /// Two runs that gave the same have the same digest.
    private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    private var names: [String: UInt32] = [:]
    private var line = 0

    /// Identifiers that are named and never described.
    var undefined: [String] { nodes.filter { !isDefined[$0.value] }.keys.sorted() }

    var nodeCount: Int { isDefined.count }

    private func note(_ text: String) {
        for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    private func number(_ name: String) -> UInt32 {
        if let known = names[name] { return known }
        let fresh = UInt32(names.count)
        names[name] = fresh
        note(name)
        return fresh
    }

    private func fact() {
        facts += 1
        if line > 0 { factsWithLine += 1 }
    }

    func label(_ name: String) -> LabelToken { LabelToken(number(name)) }
    func relationshipType(_ name: String) -> TypeToken { TypeToken(number(name)) }
    func propertyKey(_ name: String) -> KeyToken { KeyToken(number(name)) }

    func node(_ identifier: Span<UInt8>, space: Int) -> NodeToken {
        let key = "\(space) " + String(identifier)
        if let known = nodes[key] { return NodeToken(UInt32(known)) }
        nodes[key] = isDefined.count
        isDefined.append(false)
        note(key)
        return NodeToken(UInt32(isDefined.count - 1))
    }

    func anonymousNode() -> NodeToken {
        isDefined.append(true)
        fact()
        return NodeToken(UInt32(isDefined.count - 1))
    }

    func define(_ node: NodeToken) -> Bool {
        if isDefined[Int(node.raw)] { return false }
        isDefined[Int(node.raw)] = true
        fact()
        return true
    }

    func add(_ label: LabelToken, to node: NodeToken) { note("\(label.raw):\(node.raw)") }

    func set(_ key: KeyToken, of node: NodeToken, to value: Value) {
        note("\(key.raw).\(node.raw)=\(value)")
    }

    func append(_ value: Value, to key: KeyToken, of node: NodeToken) {
        note("\(key.raw).\(node.raw)+\(value)")
    }

    func relationship(_ type: TypeToken, from: NodeToken, to: NodeToken) -> RelationshipToken {
        note("\(from.raw)-\(type.raw)-\(to.raw)")
        relationships += 1
        fact()
        return RelationshipToken(UInt32(relationships - 1))
    }

    func set(_ key: KeyToken, of relationship: RelationshipToken, to value: Value) {
        note("\(key.raw),\(relationship.raw)=\(value)")
    }

    var wantsStatements: Bool { false }
    func statement(_ text: @autoclosure () -> String) { statements += 1 }
    func at(line: Int, file: InputFile) { self.line = line }
    func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
    func progress(bytes: Int) {}
}
