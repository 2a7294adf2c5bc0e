/// A map from integers to 32-bit numbers, made for identifiers.
///
/// Identifiers that lie close together, as those of most exported tables do, are kept in an array
/// from the least to the greatest: one access a look-up. Others are hashed by open addressing.
struct IntegerTable {
    /// Marks an empty slot.
    static let absent = UInt32.max

    private(set) var count = 0
    private var isDense = true
    /// Dense: the integer of slot 0.
    private var first = 0
    /// Dense: a slot an integer. Hashed: parallel to `keys`.
    private var slots: [UInt32] = []
    private var keys: [Int] = []
    private var mask = 0

    /// The number of an integer, `absent` where it has none.
    @inline(__always)
    func find(_ key: Int) -> UInt32 {
        if isDense {
            let index = UInt(bitPattern: key &- first)
            return index < UInt(bitPattern: slots.count) ? slots[Int(index)] : Self.absent
        }
        var at = Self.hash(key) & mask
        while slots[at] != Self.absent {
            if keys[at] == key { return slots[at] }
            at = (at + 1) & mask
        }
        return Self.absent
    }

    /// The number of an integer; where it has none, the one that `make` gives it.
    @inline(__always)
    mutating func find(_ key: Int, orInsert make: () -> UInt32) -> UInt32 {
        let known = find(key)
        if known != Self.absent { return known }
        let number = make()
        insert(key, number)
        return number
    }

    /// Gives an integer that has none a number.
    mutating func insert(_ key: Int, _ number: UInt32) {
        count += 1
        if isDense {
            if placeDense(key, number) { return }
            spread()
        } else if count * 10 > slots.count * 7 {
            rehash(to: slots.count * 2)
        }
        place(key, number)
    }

    /// Calls with every integer and its number.
    func visit(_ body: (Int, UInt32) -> Void) {
        for at in slots.indices where slots[at] != Self.absent {
            body(isDense ? first &+ at : keys[at], slots[at])
        }
    }

    /// False where the array would be mostly holes.
    private mutating func placeDense(_ key: Int, _ number: UInt32) -> Bool {
        let room = count * 4 + 1024
        if slots.isEmpty { first = key }
        let (index, overflowed) = key.subtractingReportingOverflow(first)
        if overflowed || index >= room || index < -room { return false }
        if index < 0 {
            // Room below as well, so that descending identifiers do not shift the array each time.
            let gap = max(-index, min(slots.count, room / 2))
            let (lower, wrapped) = first.subtractingReportingOverflow(gap)
            if wrapped || slots.count + gap > room { return false }
            slots.insert(contentsOf: repeatElement(Self.absent, count: gap), at: 0)
            first = lower
        } else if index >= slots.count {
            slots.append(contentsOf: repeatElement(Self.absent, count: index + 1 - slots.count))
        }
        slots[key - first] = number
        return true
    }

    /// Turns the array into a hash table.
    private mutating func spread() {
        let old = slots
        isDense = false
        allocate(for: count * 2)
        for (index, number) in old.enumerated() where number != Self.absent {
            place(first &+ index, number)
        }
    }

    private mutating func rehash(to size: Int) {
        let oldKeys = keys
        let oldSlots = slots
        allocate(for: size / 2)
        for (index, number) in oldSlots.enumerated() where number != Self.absent {
            place(oldKeys[index], number)
        }
    }

    private mutating func allocate(for entries: Int) {
        var size = 64
        while size < entries * 2 { size *= 2 }
        mask = size - 1
        slots = [UInt32](repeating: Self.absent, count: size)
        keys = [Int](repeating: 0, count: size)
    }

    private mutating func place(_ key: Int, _ number: UInt32) {
        var at = Self.hash(key) & mask
        while slots[at] != Self.absent { at = (at + 1) & mask }
        slots[at] = number
        keys[at] = key
    }

    @inline(__always)
    private static func hash(_ key: Int) -> Int {
        var bits = UInt(bitPattern: key)
        bits ^= bits >> 32
        bits = bits &* 0x9E37_79B9_7F4A_7C15
        return Int(bitPattern: bits ^ bits >> 29)
    }
}
