import GraphModel
import ImporterKit

/// Properties that are lists whatever the number of their values, collected until the end.
struct RDFLists {
    private struct Place: Hashable {
        let node: UInt32
        let key: UInt32
    }

    /// In the order they were begun.
    private var lists: [(place: Place, values: [Value])] = []
    private var numbers: [Place: Int] = [:]

    /// Adds a value to a property.
    mutating func add(_ value: Value, to key: KeyToken, of node: NodeToken) {
        let place = Place(node: node.raw, key: key.raw)
        if let number = numbers[place] {
            lists[number].values.append(value)
        } else {
            numbers[place] = lists.count
            lists.append((place, [value]))
        }
    }

    /// Sets the properties.
    func give(to sink: any GraphSink) {
        for (place, values) in lists {
            sink.set(KeyToken(place.key), of: NodeToken(place.node), to: .list(values))
        }
    }
}
