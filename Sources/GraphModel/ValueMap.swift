/// A map from text keys to values, kept sorted by key: look-up by bisection, one order of output.
public struct ValueMap: Sendable {
    /// One entry.
    public struct Entry: Sendable {
        /// The key.
        public let key: String
        /// The value; may be null.
        public var value: Value
    }

    /// The entries, ascending by key.
    public private(set) var entries: [Entry]

    /// An empty map.
    public init() {
        entries = []
    }

    /// A map of the pairs; the last of several with one key wins.
    public init(_ pairs: some Sequence<(String, Value)>) {
        entries = []
        for (key, value) in pairs { self[key] = value }
    }

    /// Number of entries.
    public var count: Int { entries.count }

    /// Whether there is none.
    public var isEmpty: Bool { entries.isEmpty }

    /// The keys, ascending.
    public var keys: [String] { entries.map(\.key) }

    /// The value of a key, nil where the key is absent; setting nil removes the key.
    ///
    /// - Complexity: look-up O(log n); a new key O(n).
    public subscript(key: String) -> Value? {
        get {
            let at = position(of: key)
            return isKey(key, at: at) ? entries[at].value : nil
        }
        set {
            if let last = entries.last, last.key.scalarOrder(to: key) < 0 {
                if let newValue { entries.append(Entry(key: key, value: newValue)) }
                return
            }
            let at = position(of: key)
            let present = isKey(key, at: at)
            switch (newValue, present) {
            case (.some(let value), true): entries[at].value = value
            case (.some(let value), false): entries.insert(Entry(key: key, value: value), at: at)
            case (.none, true): entries.remove(at: at)
            case (.none, false): break
            }
        }
    }

    /// Keys are the same when their scalars are, as all texts of the language.
    private func isKey(_ key: String, at index: Int) -> Bool {
        index < entries.count && entries[index].key.hasSameScalars(as: key)
    }

    private func position(of key: String) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key.scalarOrder(to: key) < 0 {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}

extension ValueMap: ExpressibleByDictionaryLiteral {
    /// Creates a map from a literal.
    public init(dictionaryLiteral elements: (String, Value)...) {
        self.init(elements)
    }
}
