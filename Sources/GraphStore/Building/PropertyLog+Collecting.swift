import GraphModel

extension GraphBuilder {
    /// Adds a value to those a node's property has; several become a list, in order, each once.
    ///
    /// - Throws: `InvalidPropertyType` for a value that cannot be stored.
    package func append(node: UInt32, _ key: KeyID, _ value: Value) throws(Diagnostic) {
        try set(node: node, key, value)
        nodeLogs[key].collects = true
    }

    /// Adds a text, given as valid UTF-8, to the values a node's property has.
    package func appendString(node: UInt32, _ key: KeyID, _ text: Span<UInt8>) {
        setString(node: node, key, text)
        nodeLogs[key].collects = true
    }
}

extension PropertyLog {
    /// The log with one entry an element, where values of a collecting key come together.
    func collected(_ pool: StringPool) -> PropertyLog {
        guard collects, let ordinals else { return self }
        let limit = Int(ordinals.max() ?? 0) + 1
        var once = Bitmap(count: limit)
        var several = Bitmap(count: limit)
        var hasSeveral = false
        for ordinal in ordinals {
            if once[Int(ordinal)] {
                several[Int(ordinal)] = true
                hasSeveral = true
            }
            once[Int(ordinal)] = true
        }
        guard hasSeveral else { return self }
        var gathered: [UInt32: [Int]] = [:]
        for (at, ordinal) in ordinals.enumerated() where several[Int(ordinal)] {
            gathered[ordinal, default: []].append(at)
        }
        return joined(ordinals, several, gathered, pool)
    }

    private func joined(
        _ ordinals: [UInt32], _ several: Bitmap, _ gathered: [UInt32: [Int]], _ pool: StringPool
    ) -> PropertyLog {
        var result = PropertyLog()
        for (at, ordinal) in ordinals.enumerated() {
            guard several[Int(ordinal)], let entries = gathered[ordinal] else {
                copy(at, ordinal, to: &result)
                continue
            }
            if entries.first != at { continue }
            let kept = withoutRepeats(entries)
            if kept.count == 1 {
                copy(kept[0], ordinal, to: &result)
            } else if kept.allSatisfy({ kind(at: $0) == .string }) {
                let ids = kept.map { UInt32(truncatingIfNeeded: payloads[$0]) }
                result.append(ordinal, stringList: ids)
            } else {
                let values = kept.flatMap { entry -> [Value] in
                    let value = value(kind(at: entry), payloads[entry], pool)
                    if case .list(let elements) = value { return elements }
                    return [value]
                }
                result.append(ordinal, other: .list(values))
            }
        }
        return result
    }

    private func copy(_ at: Int, _ ordinal: UInt32, to result: inout PropertyLog) {
        switch kind(at: at) {
        case .other: result.append(ordinal, other: others[Int(payloads[at])])
        case .stringList: result.append(ordinal, stringList: list(payloads[at]))
        case let kind: result.append(ordinal, kind, payloads[at])
        }
    }

    private func withoutRepeats(_ entries: [Int]) -> [Int] {
        struct Bits: Hashable {
            let kind: LoggedKind
            let payload: UInt64
        }
        var seen: Set<Bits> = []
        var seenOthers: Set<ValueKey> = []
        return entries.filter { entry in
            let kind = kind(at: entry)
            if kind == .other {
                return seenOthers.insert(ValueKey(others[Int(payloads[entry])])).inserted
            }
            return seen.insert(Bits(kind: kind, payload: payloads[entry])).inserted
        }
    }
}
