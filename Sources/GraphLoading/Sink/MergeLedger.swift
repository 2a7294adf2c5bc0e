import GraphModel

/// Remembers what each input said of each node, to find where two disagree.
struct MergeLedger {
    /// A property of a node.
    struct Fact: Hashable {
        let node: UInt32
        let key: UInt32
    }

    /// What was said of it.
    struct Entry {
        let value: Value
        let input: Int
        let file: UInt32
    }

    private var entries: [Fact: Entry] = [:]

    /// Takes down a value; returns the earlier one of another input where it differs.
    mutating func note(_ fact: Fact, _ value: Value, input: Int, file: UInt32) -> Entry? {
        let before = entries.updateValue(
            Entry(value: value, input: input, file: file), forKey: fact)
        guard let before, before.input != input,
            MergeLedger.text(before.value) != MergeLedger.text(value)
        else { return nil }
        return before
    }

    /// A value for a message; two texts are the same where the values are.
    static func text(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .boolean(let flag): flag ? "true" : "false"
        case .integer(let number): "\(number)"
        case .float(let number): "\(number)"
        case .string(let text): "'\(text)'"
        case .list(let elements): "[" + elements.map(text).joined(separator: ", ") + "]"
        default: "\(value)"
        }
    }
}
