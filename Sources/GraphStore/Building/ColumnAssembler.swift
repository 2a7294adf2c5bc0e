import GraphModel

/// Makes the column of one key and one group (segment) out of logged values.
///
/// It is told first which kinds come and how many, then the values; the last value given for an
/// element stays.
struct ColumnAssembler {
    private enum Form {
        case none
        case integers
        case floats
        case booleans
        case strings
        case stringLists
        case lines
        case values
        case sparse
    }

    private let form: Form
    private let slots: Int
    private var presence: Bitmap
    private var integers: [Int] = []
    private var floats: [Double] = []
    private var booleans: [Bool] = []
    private var strings: [UInt32] = []
    private var numbers: [UInt32] = []
    private var lists: [ArraySlice<UInt32>] = []
    private var several: [UInt32: ArraySlice<UInt32>] = [:]
    private var values: [Value] = []
    private var scattered: [(index: UInt32, value: Value)] = []

    /// - Parameters:
    ///   - slots: Number of elements of the group.
    ///   - entries: How many values come.
    ///   - kinds: The kinds that come, a bit each.
    init(slots: Int, entries: Int, kinds: UInt8) {
        self.slots = slots
        form = ColumnAssembler.form(slots: slots, entries: entries, kinds: kinds)
        switch form {
        case .none, .sparse, .values: presence = Bitmap(count: 0)
        default: presence = Bitmap(count: slots)
        }
        switch form {
        case .none: break
        case .integers: integers = [Int](repeating: 0, count: slots)
        case .floats: floats = [Double](repeating: 0, count: slots)
        case .booleans: booleans = [Bool](repeating: false, count: slots)
        case .strings: strings = [UInt32](repeating: StringPool.absent, count: slots)
        case .stringLists: lists = [ArraySlice<UInt32>](repeating: [], count: slots)
        case .lines:
            strings = [UInt32](repeating: 0, count: slots)
            numbers = strings
        case .values: values = [Value](repeating: .null, count: slots)
        case .sparse: scattered.reserveCapacity(entries)
        }
    }

    private static func form(slots: Int, entries: Int, kinds: UInt8) -> Form {
        if entries == 0 { return .none }
        if entries * 8 < slots { return .sparse }
        let given = kinds & ~LoggedKind.null.bit
        switch given {
        case LoggedKind.integer.bit: return .integers
        case LoggedKind.float.bit: return .floats
        case LoggedKind.boolean.bit: return .booleans
        case LoggedKind.string.bit: return .strings
        case LoggedKind.stringList.bit: return .stringLists
        case LoggedKind.line.bit, LoggedKind.line.bit | LoggedKind.stringList.bit: return .lines
        default: return .values
        }
    }

    mutating func put(
        _ index: Int, _ kind: LoggedKind, _ payload: UInt64, _ log: PropertyLog, _ pool: StringPool
    ) {
        switch form {
        case .values:
            values[index] = log.value(kind, payload, pool)
            return
        case .sparse:
            scattered.append((UInt32(index), log.value(kind, payload, pool)))
            return
        default:
            break
        }
        guard kind != .null else {
            presence[index] = false
            if form == .strings { strings[index] = StringPool.absent }
            return
        }
        presence[index] = true
        switch form {
        case .integers: integers[index] = Int(truncatingIfNeeded: payload)
        case .floats: floats[index] = Double(bitPattern: payload)
        case .booleans: booleans[index] = payload != 0
        case .strings: strings[index] = UInt32(truncatingIfNeeded: payload)
        case .stringLists: lists[index] = log.list(payload)
        case .lines:
            guard kind == .line else {
                several[UInt32(index)] = log.list(payload)
                return
            }
            if !several.isEmpty { several[UInt32(index)] = nil }
            strings[index] = UInt32(truncatingIfNeeded: payload >> 32)
            numbers[index] = UInt32(truncatingIfNeeded: payload)
        case .none, .values, .sparse: break
        }
    }

    /// The column, nil where no element has the property.
    consuming func finish() -> PropertyColumn? {
        switch form {
        case .none:
            return nil
        case .values:
            return values.allSatisfy(\.isNull) ? nil : .values(values)
        case .sparse:
            return finishSparse()
        default:
            break
        }
        let population = presence.population
        if population == 0 { return nil }
        let held = population == slots ? nil : presence
        switch form {
        case .integers: return .integers(integers, presence: held)
        case .floats: return .floats(floats, presence: held)
        case .booleans: return .booleans(booleans, presence: held)
        case .strings: return .strings(strings, presence: held)
        case .lines: return .lines(joinedLines(held))
        default: return .stringLists(joinedLists(held))
        }
    }

    private func joinedLines(_ held: Bitmap?) -> SourceLines {
        var joined = SourceLines.Several()
        for (index, list) in several.sorted(by: { $0.key < $1.key })
        where held?[Int(index)] ?? true {
            joined.positions.append(index)
            joined.ids.append(contentsOf: list)
            joined.offsets.append(UInt32(joined.ids.count))
        }
        return SourceLines(files: strings, lines: numbers, several: joined, presence: held)
    }

    private func joinedLists(_ held: Bitmap?) -> StringLists {
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(slots + 1)
        var ids: [UInt32] = []
        for (index, list) in lists.enumerated() {
            if held?[index] ?? true { ids.append(contentsOf: list) }
            offsets.append(UInt32(ids.count))
        }
        return StringLists(offsets: offsets, ids: ids, presence: held)
    }

    /// Sorts by element; of several values for one the last given stays.
    private func finishSparse() -> PropertyColumn? {
        let order = scattered.indices.sorted {
            (scattered[$0].index, $0) < (scattered[$1].index, $1)
        }
        var positions: [UInt32] = []
        var kept: [Value] = []
        for (at, entry) in order.enumerated() {
            let isLast =
                at + 1 == order.count
                || scattered[order[at + 1]].index != scattered[entry].index
            guard isLast, !scattered[entry].value.isNull else { continue }
            positions.append(scattered[entry].index)
            kept.append(scattered[entry].value)
        }
        return positions.isEmpty ? nil : .sparse(positions: positions, values: kept)
    }
}

extension PropertyLog {
    func value(_ kind: LoggedKind, _ payload: UInt64, _ pool: StringPool) -> Value {
        switch kind {
        case .null: .null
        case .integer: .integer(Int(truncatingIfNeeded: payload))
        case .float: .float(Double(bitPattern: payload))
        case .boolean: .boolean(payload != 0)
        case .string: .string(pool.text(UInt32(truncatingIfNeeded: payload)))
        case .stringList: .list(list(payload).map { .string(pool.text($0)) })
        case .line:
            .list([
                .string(
                    "\(pool.text(UInt32(truncatingIfNeeded: payload >> 32)))#L\(UInt32(truncatingIfNeeded: payload))"
                )
            ])
        case .other: others[Int(payload)]
        }
    }
}
