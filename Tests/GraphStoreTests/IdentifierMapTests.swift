import Testing

@testable import GraphStore

@Suite struct IdentifierMapTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let identifiers: [Int]
        let next: Int
    }

    static let cases = [
        Case(testDescription: "none", identifiers: [], next: 5),
        Case(testDescription: "positions", identifiers: [0, 1, 2], next: 3),
        Case(testDescription: "in another order", identifiers: [2, 0, 1], next: 3),
        Case(testDescription: "with gaps", identifiers: [7, 3, 9], next: 12),
        Case(testDescription: "most gone", identifiers: [90_000, 3, 99_999], next: 100_000),
        Case(testDescription: "of 64 bits", identifiers: [5_000_000_000, 2], next: 5_000_000_001),
    ]

    @Test(arguments: cases) func positionsAndIdsAreEachOthersInverse(_ example: Case) {
        let map = IdentifierMap(identifiers: example.identifiers, next: example.next)
        #expect(map.covers(example.identifiers.count))
        for (position, identifier) in example.identifiers.enumerated() {
            #expect(map.identifier(at: UInt32(position)) == identifier)
            #expect(map.position(of: identifier) == UInt32(position))
        }
        for gone in [-1, 4, 8, 50_000, example.next, example.next + 1]
        where !example.identifiers.contains(gone) {
            #expect(map.position(of: gone) == nil)
        }
    }

    @Test func idsThatWereNeverHandedOutAreNoticed() {
        #expect(!IdentifierMap(identifiers: [0, 4], next: 4).covers(2))
        #expect(!IdentifierMap(identifiers: [0, 3], next: 4).covers(3))
        #expect(!IdentifierMap(next: 4).covers(3))
    }
}
