import GraphModel

/// How a property's value is held until the columns are made: a kind and 64 bits.
enum LoggedKind: UInt8, Sendable {
    case null
    case integer
    case float
    case boolean
    /// Number in the string pool.
    case string
    /// Where a count and that many string numbers stand in `lists`.
    case stringList
    /// File name's number in the string pool (upper half) and line.
    case line
    /// Index in `others`.
    case other

    var bit: UInt8 { 1 << rawValue }
}

/// All values given for one key, in the order given.
///
/// Costs eight bytes a value where all elements have one of the same kind in order, as a file's
/// columns do, and thirteen otherwise.
struct PropertyLog {
    private(set) var payloads: [UInt64] = []
    /// The elements the values belong to; nil while they count up from `firstOrdinal`.
    private(set) var ordinals: [UInt32]?
    private(set) var firstOrdinal: UInt32 = 0
    /// The kinds; nil while all are `uniformKind`.
    private(set) var kinds: [UInt8]?
    private(set) var uniformKind = LoggedKind.null
    private(set) var others: [Value] = []
    private(set) var lists: [UInt32] = []
    /// Whether values of one element come together in a list, instead of the last one staying.
    var collects = false

    var count: Int { payloads.count }

    mutating func append(_ ordinal: UInt32, _ kind: LoggedKind, _ payload: UInt64) {
        note(ordinal)
        note(kind)
        payloads.append(payload)
    }

    mutating func append(_ ordinal: UInt32, other value: Value) {
        append(ordinal, .other, UInt64(others.count))
        others.append(value)
    }

    mutating func append(_ ordinal: UInt32, stringList ids: some Collection<UInt32>) {
        append(ordinal, .stringList, UInt64(lists.count))
        lists.append(UInt32(ids.count))
        lists.append(contentsOf: ids)
    }

    /// Appends integers of elements that count up.
    mutating func append(from ordinal: UInt32, integers: [Int]) {
        guard let first = integers.first else { return }
        append(ordinal, .integer, UInt64(bitPattern: Int64(first)))
        if ordinals != nil {
            for offset in 1..<UInt32(integers.count) { ordinals?.append(ordinal + offset) }
        }
        if kinds != nil {
            kinds?.append(
                contentsOf: repeatElement(LoggedKind.integer.rawValue, count: integers.count - 1))
        }
        payloads.append(
            contentsOf: integers.dropFirst().lazy.map { UInt64(bitPattern: Int64($0)) })
    }

    /// Makes room for more values.
    mutating func reserve(_ more: Int) {
        // Doubling as appending does: exact room for each of many columns would copy each time.
        if payloads.capacity < payloads.count + more {
            payloads.reserveCapacity(max(payloads.count + more, 2 * payloads.count))
        }
    }

    @inline(__always)
    private mutating func note(_ ordinal: UInt32) {
        if payloads.isEmpty { firstOrdinal = ordinal }
        if ordinals != nil {
            ordinals?.append(ordinal)
        } else if ordinal != firstOrdinal &+ UInt32(truncatingIfNeeded: payloads.count) {
            ordinals = (0..<UInt32(payloads.count)).map { firstOrdinal + $0 }
            ordinals?.append(ordinal)
        }
    }

    @inline(__always)
    private mutating func note(_ kind: LoggedKind) {
        if payloads.isEmpty { uniformKind = kind }
        if kinds != nil {
            kinds?.append(kind.rawValue)
        } else if kind != uniformKind {
            kinds = [UInt8](repeating: uniformKind.rawValue, count: payloads.count)
            kinds?.append(kind.rawValue)
        }
    }

    func ordinal(at index: Int) -> UInt32 {
        ordinals?[index] ?? firstOrdinal + UInt32(index)
    }

    func kind(at index: Int) -> LoggedKind {
        kinds.map { LoggedKind(rawValue: $0[index]) ?? .null } ?? uniformKind
    }

    /// The string numbers of a list.
    func list(_ payload: UInt64) -> ArraySlice<UInt32> {
        let start = Int(payload)
        return lists[start + 1..<start + 1 + Int(lists[start])]
    }
}

extension PropertyLog {
    /// Calls with the number of every string in it.
    func visitStrings(_ body: (UInt32) -> Void) {
        for (index, payload) in payloads.enumerated() {
            switch kind(at: index) {
            case .string: body(UInt32(truncatingIfNeeded: payload))
            case .line: body(UInt32(truncatingIfNeeded: payload >> 32))
            case .stringList: for id in list(payload) { body(id) }
            default: continue
            }
        }
    }

    /// Gives every string the number that stands in its place.
    mutating func renumberStrings(_ numbers: [UInt32]) {
        for (index, payload) in payloads.enumerated() {
            switch kind(at: index) {
            case .string: payloads[index] = UInt64(numbers[Int(payload)])
            case .line:
                let file = numbers[Int(payload >> 32)]
                payloads[index] = UInt64(file) << 32 | payload & 0xFFFF_FFFF
            case .stringList:
                let start = Int(payload) + 1
                for at in start..<start + Int(lists[start - 1]) {
                    lists[at] = numbers[Int(lists[at])]
                }
            default: continue
            }
        }
    }
}

/// The logs of all keys of the nodes, or of the relationships.
struct PropertyLogs {
    private(set) var logs: [PropertyLog] = []

    subscript(key: KeyID) -> PropertyLog {
        _read {
            yield logs[Int(key.raw)]
        }
        _modify {
            while logs.count <= Int(key.raw) { logs.append(PropertyLog()) }
            yield &logs[Int(key.raw)]
        }
    }

    var isEmpty: Bool { logs.allSatisfy { $0.count == 0 } }
}
