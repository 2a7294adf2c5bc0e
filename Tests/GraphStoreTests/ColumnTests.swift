import GraphModel
import Testing

@testable import GraphStore

@Suite struct ColumnTests {
    /// What kind of column a list of values becomes; nil values are absent.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let values: [Value?]
        let kind: String

        var testDescription: String { name }
    }

    private static let date = Value.date(CalendarDate(days: 1))

    static let cases = [
        Case(name: "integers", values: [.integer(1), .integer(-2)], kind: "integers"),
        Case(
            name: "integers with gaps", values: [.integer(1), nil, .integer(3)], kind: "integers"),
        Case(name: "floats", values: [.float(1), nil], kind: "floats"),
        Case(name: "booleans", values: [nil, .boolean(true)], kind: "booleans"),
        Case(name: "strings", values: [.string("a"), nil, .string("a")], kind: "strings"),
        Case(
            name: "lists of strings", values: [.list([.string("a")]), .list([]), nil],
            kind: "stringLists"),
        Case(name: "integers and floats", values: [.integer(1), .float(1)], kind: "values"),
        Case(name: "dates", values: [date, nil], kind: "values"),
        Case(name: "lists of integers", values: [.list([.integer(1)]), nil], kind: "values"),
        Case(
            name: "few of many", values: [.integer(1)] + Array(repeating: nil, count: 20),
            kind: "sparse"),
    ]

    @Test(arguments: cases) func columnsAreTypedByWhatTheyHold(_ example: Case) throws {
        let builder = GraphBuilder()
        let key = builder.key("key")
        for value in example.values {
            let node = builder.addNode()
            if let value { try builder.set(node: node, key, value) }
        }
        let base = try builder.finish()
        base.checkInvariants()
        let column = try #require(base.nodeColumn(group: 0, key: key))
        #expect(kind(column) == example.kind)
        #expect(column.population == example.values.count { $0 != nil })
        for (index, value) in example.values.enumerated() {
            let found = column.value(at: index, base.stringPool)
            #expect(PropertyValue.areSame(found, value ?? .null))
            #expect(column.has(index) == (value != nil))
        }
    }

    private func kind(_ column: PropertyColumn) -> String {
        switch column {
        case .integers: "integers"
        case .floats: "floats"
        case .booleans: "booleans"
        case .strings: "strings"
        case .stringLists: "stringLists"
        case .lines: "lines"
        case .values: "values"
        case .sparse: "sparse"
        }
    }

    @Test func eachGroupHasItsOwnType() throws {
        let builder = GraphBuilder()
        let key = builder.key("key")
        let numbers = builder.addNodes(
            count: 100, labels: [builder.label("A")], integerKey: key, Array(0..<100))
        let texts = builder.addNodes(count: 100, labels: [builder.label("B")])
        for node in texts { try builder.set(node: node, key, .string("text \(node % 3)")) }
        let base = try builder.finish()
        #expect(numbers == 0..<100)
        let kinds = try (0..<2).map { kind(try #require(base.nodeColumn(group: $0, key: key))) }
        #expect(kinds == ["integers", "strings"])
        #expect(base.stringPool.count == 3)
        #expect(base.stringPool.id(of: "text 1") != nil)
        #expect(base.stringPool.id(of: "text 4") == nil)
    }

    @Test func linesReadAsListsOfOneText() throws {
        let builder = GraphBuilder()
        let key = builder.key("sources")
        let file = builder.intern("police.html")
        for line in 1...3 {
            builder.setLine(node: builder.addNode(), key, file: file, line: UInt32(line))
        }
        let base = try builder.finish()
        let column = try #require(base.nodeColumn(group: 0, key: key))
        #expect(kind(column) == "lines")
        let expected = Value.list([.string("police.html#L2")])
        #expect(PropertyValue.areSame(column.value(at: 1, base.stringPool), expected))
    }

    /// A fact that several files state has their lines as texts; the others stay as they are.
    @Test func fewElementsOfSeveralLinesAreKeptApart() throws {
        let builder = GraphBuilder()
        let key = builder.key("sources")
        let file = builder.intern("a.xml")
        let nodes = (0..<10).map { _ in builder.addNode() }
        for node in nodes { builder.setLine(node: node, key, file: file, line: node + 1) }
        let both = Value.list([.string("a.xml#L4"), .string("b.xml#L9")])
        try builder.set(node: nodes[3], key, both)
        try builder.set(node: nodes[5], key, both)
        builder.setLine(node: nodes[5], key, file: file, line: 60)
        try builder.set(node: nodes[6], key, both)
        try builder.set(node: nodes[6], key, .null)
        let graph = Graph(try builder.finish())
        let transaction = try graph.beginWrite()
        transaction.deleteNode(nodes[0])
        for base in [graph.snapshot().view.base, try transaction.commit().folded()] {
            base.checkInvariants()
            #expect(kind(try #require(base.nodeColumn(group: 0, key: key))) == "lines")
            let view = GraphView(base: base)
            let found = try [2, 3, 5, 6].map { id in
                view.property(node: try #require(view.node(withID: id)), key: key)
            }
            #expect(PropertyValue.areSame(found[0], .list([.string("a.xml#L3")])))
            #expect(PropertyValue.areSame(found[1], both))
            #expect(PropertyValue.areSame(found[2], .list([.string("a.xml#L60")])))
            #expect(found[3].isNull)
        }
    }

    @Test func lastOfSeveralValuesWinsAndNullRemoves() throws {
        let builder = GraphBuilder()
        let key = builder.key("key")
        let nodes = (0..<3).map { _ in builder.addNode() }
        try builder.set(node: nodes[0], key, .integer(1))
        try builder.set(node: nodes[1], key, .integer(2))
        try builder.set(node: nodes[0], key, .integer(3))
        try builder.set(node: nodes[1], key, .null)
        let view = GraphView(base: try builder.finish())
        let found = nodes.map { view.property(node: $0, key: key) }
        #expect(PropertyValue.areSame(found[0], .integer(3)))
        #expect(found[1].isNull && found[2].isNull)
    }

    static let refused: [Value] = [
        .map(ValueMap()), .node(NodeIndex(0)), .relationship(RelationshipIndex(0)),
        .list([.null]), .list([.list([])]), .list([.map(ValueMap())]),
    ]

    @Test(arguments: refused.indices) func valuesThatCannotBeStoredAreRefused(_ index: Int) throws {
        let value = ColumnTests.refused[index]
        let builder = GraphBuilder()
        let node = builder.addNode()
        let error = #expect(throws: Diagnostic.self) {
            try builder.set(node: node, builder.key("key"), value)
        }
        #expect(error?.kind == .typeError && error?.code == "InvalidPropertyType")
        let transaction = try Graph(try builder.finish()).beginWrite()
        #expect(throws: Diagnostic.self) {
            try transaction.set(node: 0, key: transaction.keyID("key"), value: value)
        }
        #expect(transaction.changes.isEmpty)
    }

    @Test func unusedTextsGoWhenTheyAreMost() throws {
        let builder = GraphBuilder()
        let key = builder.key("key")
        for number in 0..<3000 {
            try builder.set(node: builder.addNode(), key, .string("text \(number)"))
        }
        let graph = Graph(try builder.finish())
        let transaction = try graph.beginWrite()
        for node in 0..<2900 as Range<UInt32> { transaction.deleteNode(node) }
        let base = try transaction.commit().folded()
        base.checkInvariants()
        #expect(base.stringPool.count == 100)
        let view = GraphView(base: base)
        let node = try #require(view.node(withID: 2950))
        #expect(PropertyValue.areSame(view.property(node: node, key: key), .string("text 2950")))
    }
}
