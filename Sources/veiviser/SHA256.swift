#if canImport(Glibc)
    import Glibc
#endif

/// The SHA-256 digest of FIPS 180-4.
struct SHA256 {
    private var state: [UInt32] = SHA256.fractions(of: SHA256.primes.prefix(8), root: sqrt)
    private var schedule = [UInt32](repeating: 0, count: 64)
    private let constants: [UInt32] = SHA256.fractions(of: SHA256.primes[...], root: cbrt)

    /// The digest as 64 lower-case hexadecimal digits.
    static func hexadecimal(_ message: [UInt8]) -> String {
        var digest = SHA256()
        digest.add(padded(message))
        return digest.state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// The message, a one bit, zeros, and the length in bits.
    private static func padded(_ message: [UInt8]) -> [UInt8] {
        let zeros = (119 - message.count % 64) % 64
        let length = UInt64(message.count) * 8
        return message + [0x80] + [UInt8](repeating: 0, count: zeros)
            + (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) }
    }

    private mutating func add(_ bytes: [UInt8]) {
        for start in stride(from: 0, to: bytes.count, by: 64) {
            expand(bytes[start..<(start + 64)])
            compress()
        }
    }

    private mutating func expand(_ block: ArraySlice<UInt8>) {
        for index in 0..<16 {
            let at = block.startIndex + 4 * index
            schedule[index] = block[at..<(at + 4)].reduce(0) { $0 << 8 | UInt32($1) }
        }
        for index in 16..<64 {
            let early = schedule[index - 15]
            let late = schedule[index - 2]
            schedule[index] =
                schedule[index - 16] &+ schedule[index - 7]
                &+ (turned(early, 7) ^ turned(early, 18) ^ early >> 3)
                &+ (turned(late, 17) ^ turned(late, 19) ^ late >> 10)
        }
    }

    private mutating func compress() {
        var v = state
        for round in 0..<64 {
            let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
            let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
            let first =
                v[7] &+ (turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25)) &+ choice
                &+ constants[round] &+ schedule[round]
            let second = (turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22)) &+ majority
            v = [first &+ second, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
        }
        for index in 0..<8 { state[index] &+= v[index] }
    }

    private func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
        word >> bits | word << (32 - bits)
    }

    // MARK: - Constants

    private static let primes: [Int] = {
        var primes: [Int] = []
        var number = 2
        while primes.count < 64 {
            if primes.allSatisfy({ number % $0 != 0 }) { primes.append(number) }
            number += 1
        }
        return primes
    }()

    /// The first 32 bits of the fractional parts of roots: the standard takes its constants thus.
    private static func fractions(
        of numbers: ArraySlice<Int>, root: (Double) -> Double
    ) -> [UInt32] {
        numbers.map { number in
            let value = root(Double(number))
            return UInt32((value - value.rounded(.down)) * 4_294_967_296)
        }
    }
}
