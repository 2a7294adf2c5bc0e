import Fuzzing
import GraphModel
import Testing

@Suite("Maps")
struct ValueMapTests {
    @Test("Entries are kept by key, the last of one key")
    func keys() {
        let map = ValueMap([("b", .integer(1)), ("a", .integer(2)), ("b", .integer(3))])
        #expect(map.keys == ["a", "b"])
        #expect(Value.map(map).shown == "{a: 2, b: 3}")
        #expect(map["c"].map(\.shown) == nil)
    }

    @Test("Keys of different scalars are different keys, however they look")
    func scalars() {
        var map: ValueMap = ["å": .integer(1), "a\u{30A}": .integer(2)]
        #expect(map.count == 2)
        map["å"] = nil
        #expect(map["a\u{30A}"].map(\.shown) == "2")
        #expect(map["å"].map(\.shown) == nil)
    }

    @Test("Any order of setting and removing leaves the same map as a dictionary")
    func againstDictionary() {
        var generator = Dice(seed: 9)
        var map = ValueMap()
        var model: [String: Int] = [:]
        for step in 0..<2_000 {
            let key = String(Int.random(in: 0..<50, using: &generator))
            let isRemoval = Bool.random(using: &generator)
            map[key] = isRemoval ? nil : .integer(step)
            model[key] = isRemoval ? nil : step
        }
        #expect(map.keys == model.keys.sorted())
        for (key, number) in model { #expect(map[key].map(\.shown) == String(number)) }
    }
}
