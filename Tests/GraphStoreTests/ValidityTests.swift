import GraphModel
import Testing

@testable import GraphStore

@Suite struct ValidityTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let from: String?
        let to: String?
        let date: String
        let isInForce: Bool

        var testDescription: String { "\(from ?? "?")…\(to ?? "?") on \(date)" }
    }

    static let cases = [
        Case(from: "2010-06-15", to: "2012-01-01", date: "2010-06-14", isInForce: false),
        Case(from: "2010-06-15", to: "2012-01-01", date: "2010-06-15", isInForce: true),
        Case(from: "2010-06-15", to: "2012-01-01", date: "2011-12-31", isInForce: true),
        Case(from: "2010-06-15", to: "2012-01-01", date: "2012-01-01", isInForce: false),
        // A bound of year or month precision is its first day.
        Case(from: "2010", to: nil, date: "2009-12-31", isInForce: false),
        Case(from: "2010", to: nil, date: "2010-01-01", isInForce: true),
        Case(from: nil, to: "2010", date: "2009-12-31", isInForce: true),
        Case(from: nil, to: "2010", date: "2010-01-01", isInForce: false),
        Case(from: "2010-03", to: "2010-04", date: "2010-03-31", isInForce: true),
        Case(from: "2010-03", to: "2010-04", date: "2010-04-01", isInForce: false),
        // What is not known, or cannot be read, excludes nothing.
        Case(from: nil, to: nil, date: "1814-05-17", isInForce: true),
        Case(from: "some day", to: "2010-13", date: "2010-05-17", isInForce: true),
        // A year or month asked about: on any day of it.
        Case(from: "2010-06-15", to: nil, date: "2010", isInForce: true),
        Case(from: "2010-06-15", to: nil, date: "2010-05", isInForce: false),
        Case(from: nil, to: "2010-06-15", date: "2010", isInForce: true),
        Case(from: nil, to: "2010-06-15", date: "2010-07", isInForce: false),
        Case(from: "2010-03-05", to: "2010-03-06", date: "2010-03", isInForce: true),
        // Nothing is in force in an empty interval.
        Case(from: "2010-01-01", to: "2010-01-01", date: "2010-01-01", isInForce: false),
        Case(from: "2000-02-29", to: "2000-03-01", date: "2000-02-29", isInForce: true),
    ]

    private func properties(_ example: Case, _ transaction: GraphTransaction) -> [(KeyID, Value)] {
        [("validFrom", example.from), ("validTo", example.to)].compactMap { name, text in
            text.map { (transaction.keyID(name), .string($0)) }
        }
    }

    @Test(arguments: cases) func elementsAreInForceBetweenTheirBounds(_ example: Case) throws {
        let graph = Graph()
        let transaction = try graph.beginWrite()
        let always = try transaction.createNode()
        let type = transaction.typeID("T")
        _ = try transaction.createNode(properties: properties(example, transaction))
        _ = try transaction.createRelationship(
            type: type, from: always, to: always, properties: properties(example, transaction))
        let snapshot = try transaction.commit()
        let date = try #require(DayRange(iso: example.date))
        let part = snapshot.asOf(date).base
        #expect(part.nodeCount == (example.isInForce ? 2 : 1))
        #expect(part.relationshipCount == (example.isInForce ? 1 : 0))
        part.checkInvariants()
    }

    @Test func relationshipsGoWithTheirNodesAndIdsStay() throws {
        let graph = Graph()
        let transaction = try graph.beginWrite()
        let from = transaction.keyID("validFrom")
        let nodes = try (0..<3).map { number in
            try transaction.createNode(
                properties: number == 1 ? [(from, .date(CalendarDate(days: 100)))] : [])
        }
        let type = transaction.typeID("T")
        for (source, target) in [(0, 1), (1, 2), (2, 0)] {
            _ = try transaction.createRelationship(
                type: type, from: nodes[source], to: nodes[target])
        }
        let snapshot = try transaction.commit()
        let before = snapshot.asOf(CalendarDate(days: 99))
        let view = GraphView(base: before.base)
        #expect(view.nodeCount == 2 && view.relationshipCount == 1)
        #expect(view.node(withID: 1) == nil)
        let last = try #require(view.relationship(withID: 2))
        #expect(view.nodeID(of: view.source(of: last)) == 2)
        #expect(before.undated == 3 && before.halfDated == 0)
        let after = snapshot.asOf(CalendarDate(days: 100))
        #expect(after.base.nodeCount == 3 && after.base.relationshipCount == 3)
        #expect(after.undated == 5 && after.halfDated == 1)
        #expect(snapshot.asOf(CalendarDate(days: 100)).base === after.base)
    }

    @Test(arguments: [
        ("2012", 15340, 15706), ("2012-02", 15371, 15400), ("2012-02-29", 15399, 15400),
        ("1970-01-01", 0, 1), ("0001-01-01", -719_162, -719_161), ("1900-02", -25536, -25508),
    ])
    func datesOfAnyPrecision(_ text: String, _ first: Int, _ end: Int) throws {
        #expect(DayRange(iso: text) == DayRange(first: first, end: end))
    }

    @Test(arguments: ["", "12", "2012-", "2012-2", "2012-00", "2012-02-30", "2012-01-01T", "x"])
    func otherTextsAreNoDates(_ text: String) {
        #expect(DayRange(iso: text) == nil)
    }
}
