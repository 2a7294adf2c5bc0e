/// Makes spoilt inputs out of whole ones; each by its number, the same each time.
struct FuzzMutator: Sendable {
    private typealias Place = (seed: Int, file: Int, part: Outline.Part)

    private let seeds: [FuzzInput]
    private let pieces: [[UInt8]]
    /// The parts of each file of each seed.
    private let outlines: [[Outline]]
    /// All parts of all seeds, by kind.
    private let places: [[Place]]
    /// The seeds that are quick to read; most inputs are made of them.
    private let small: [Int]

    init(_ subject: FuzzSubject) {
        seeds = subject.seeds
        pieces = subject.pieces + Self.commonPieces
        outlines = seeds.map { $0.files.map { Outline($0.bytes) } }
        var places: [[Place]] = Outline.Kind.allCases.map { _ in [] }
        for (seed, files) in outlines.enumerated() {
            for (file, outline) in files.enumerated() {
                for part in outline.parts { places[part.kind.rawValue].append((seed, file, part)) }
            }
        }
        self.places = places
        let small = subject.seeds.indices.filter { subject.seeds[$0].count <= 2_000 }
        self.small = small.isEmpty ? Array(subject.seeds.indices) : small
    }

    /// What no parser may stumble over.
    private static let commonPieces: [[UInt8]] =
        [
            "\u{0}", "\u{FEFF}", "\u{FFFE}", "\u{2028}", "\u{85}", "\u{301}", "\u{202E}",
            "å", "👩‍👩‍👧", "\r", "\n", "\r\n", "\t", " ", "\u{1}", "\u{7F}", "\\", "\\u0000",
            String(repeating: "a", count: 70), String(repeating: "9", count: 400),
        ].map { Array($0.utf8) }
        + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80]]

    /// What numbers go wrong at.
    private static let numbers: [[UInt8]] = [
        "0", "-0", "-1", "00", "1.", ".5", "1e400", "-1e400", "1e-400", "0x7F", "127", "128", "255",
        "256", "32768", "65536", "2147483647", "2147483648", "4294967295", "4294967296",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "-9223372036854775809", "18446744073709551616", "NaN", "INF", "1_000", "0000", "9999-12-31",
        "99999999999-01-01", "2001-02-30", "24:00:00", "+19:00",
    ].map { Array($0.utf8) }

    /// The input of a number.
    func input(_ number: Int) -> FuzzInput {
        // Two steps, so that neighbouring numbers have nothing in common.
        var start = Dice(seed: UInt64(bitPattern: Int64(number)))
        var dice = Dice(seed: start.next())
        let seed = dice.isOne(in: 4) ? dice.below(seeds.count) : dice.pick(small)
        var input = seeds[seed]
        input.number = number
        for file in input.files.indices where input.files.count == 1 || !dice.isOne(in: 3) {
            input.files[file].bytes = spoil(seed, file, &dice)
        }
        if input.files.count > 1, dice.isOne(in: 16) { rearrange(&input.files, &dice) }
        return input
    }

    /// Files that belong together: one missing, one twice, two under each other's name.
    private func rearrange(_ files: inout [FuzzInput.File], _ dice: inout Dice) {
        let one = dice.below(files.count)
        let other = dice.below(files.count)
        switch dice.below(3) {
        case 0: files.remove(at: one)
        case 1: files.append(files[one])
        default:
            let name = files[one].name
            files[one].name = files[other].name
            files[other].name = name
        }
    }

    private func spoil(_ seed: Int, _ file: Int, _ dice: inout Dice) -> [UInt8] {
        let parts = outlines[seed][file].parts
        var bytes = seeds[seed].files[file].bytes
        // Mostly one change: a parser that is stopped at once has shown little of itself.
        var changes = 1
        while changes < 6, dice.isOne(in: 2) { changes += 1 }
        let structural = (0..<changes).filter { _ in !parts.isEmpty && !dice.isOne(in: 3) }.count
        // From the end backwards, so that the parts before keep their places.
        let chosen = (0..<structural).map { _ in choose(parts, &dice) }
            .sorted { $0.range.lowerBound > $1.range.lowerBound }
        var limit = bytes.count
        for part in chosen where part.range.upperBound <= limit {
            exchange(part, in: &bytes, &dice)
            limit = part.range.lowerBound
        }
        for _ in structural..<changes { spoilBytes(&bytes, &dice) }
        return bytes
    }

    /// A part; large ones are rarer in a text than words and marks, yet more telling.
    private func choose(_ parts: [Outline.Part], _ dice: inout Dice) -> Outline.Part {
        var part = dice.pick(parts)
        for _ in 0..<3 where part.kind.rawValue <= Outline.Kind.mark.rawValue {
            if !dice.isOne(in: 3) { part = dice.pick(parts) }
        }
        return part
    }

    // MARK: parts

    /// Changes a part; mostly so that what it stands in stays well formed.
    private func exchange(_ part: Outline.Part, in bytes: inout [UInt8], _ dice: inout Dice) {
        let range = part.range
        let old = bytes[range]
        let inner = range.lowerBound + part.opening..<range.upperBound - part.closing
        switch dice.below(12) {
        case 0: bytes.removeSubrange(range)
        case 1: bytes.insert(contentsOf: old, at: range.upperBound)
        case 2: bytes.insert(contentsOf: repeated(Array(old), &dice), at: range.upperBound)
        case 3: bytes.insert(contentsOf: alike(part.kind, &dice), at: range.lowerBound)
        case 4 where part.kind == .number || part.kind == .quoted:
            bytes.replaceSubrange(inner, with: dice.pick(Self.numbers))
        case 5 where part.kind == .word || part.kind == .quoted:
            bytes.replaceSubrange(inner, with: dice.pick(pieces))
        case 6 where part.opening > 0: nest(part, in: &bytes, &dice)
        case 7 where part.opening > 0 && dice.isOne(in: 3):
            bytes.removeSubrange(inner.upperBound..<range.upperBound)
        case 8 where part.opening > 0 && dice.isOne(in: 3):
            bytes.removeSubrange(range.lowerBound..<inner.lowerBound)
        default: bytes.replaceSubrange(range, with: alike(part.kind, &dice))
        }
    }

    /// A part of a kind from any seed.
    private func alike(_ kind: Outline.Kind, _ dice: inout Dice) -> ArraySlice<UInt8> {
        let all = places[kind.rawValue]
        guard !all.isEmpty else { return [] }
        let place = dice.pick(all)
        return seeds[place.seed].files[place.file].bytes[place.part.range]
    }

    /// Something often: mostly a few times, now and then by the hundred; never endlessly long.
    private func repeated(_ part: [UInt8], _ dice: inout Dice) -> [UInt8] {
        let most = dice.isOne(in: 20) ? 600 : 8
        let times = min(1 + dice.below(most), max(1, 20_000 / max(part.count, 1)))
        return Array(repeatElement(part, count: times).joined())
    }

    /// A part within itself, again and again.
    private func nest(_ part: Outline.Part, in bytes: inout [UInt8], _ dice: inout Dice) {
        let opening = Array(bytes[part.range.prefix(part.opening)])
        let closing = Array(bytes[part.range.suffix(part.closing)])
        let most = dice.isOne(in: 8) ? 3_000 : 6
        let depth = min(1 + dice.below(most), 20_000 / (opening.count + closing.count))
        if !dice.isOne(in: 4) {
            bytes.insert(
                contentsOf: repeatElement(closing, count: depth).joined(), at: part.range.upperBound
            )
        }
        bytes.insert(
            contentsOf: repeatElement(opening, count: depth).joined(), at: part.range.lowerBound)
    }

    // MARK: bytes

    private func spoilBytes(_ bytes: inout [UInt8], _ dice: inout Dice) {
        guard !bytes.isEmpty else {
            bytes = dice.pick(pieces)
            return
        }
        let at = dice.below(bytes.count)
        let end = min(bytes.count, at + 1 + dice.below(30))
        switch dice.below(11) {
        case 0: bytes[at] = UInt8(dice.below(256))
        case 1: bytes[at] ^= 1 << UInt8(dice.below(8))
        case 2: bytes.removeSubrange(at..<end)
        case 3: bytes.insert(contentsOf: bytes[at..<end], at: dice.below(bytes.count))
        case 4 where dice.isOne(in: 3): bytes.removeSubrange(end...)
        case 5 where dice.isOne(in: 3): splice(&bytes, at, &dice)
        case 6: bytes.swapAt(at, dice.below(bytes.count))
        case 7:
            bytes.insert(
                contentsOf: (0...dice.below(4)).map { _ in UInt8(dice.below(256)) }, at: at)
        default: bytes.insert(contentsOf: dice.pick(pieces), at: at)
        }
    }

    /// From some place on another seed.
    private func splice(_ bytes: inout [UInt8], _ at: Int, _ dice: inout Dice) {
        let other = dice.pick(seeds[dice.pick(small)].files).bytes
        bytes.removeSubrange(at...)
        if !other.isEmpty { bytes += other[dice.below(other.count)...] }
    }
}
