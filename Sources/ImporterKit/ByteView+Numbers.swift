extension ByteView {
    /// The integer a range spells in full: an optional sign and digits; nil for anything else,
    /// and for what 64 bits do not hold.
    public func integer(_ range: Range<Int>) -> Int? {
        var position = checked(range).lowerBound
        let sign = peek(position)
        if sign == 0x2D || sign == 0x2B { position += 1 }
        guard position < range.upperBound else { return nil }
        var value = 0
        while position < range.upperBound {
            let digit = Int(base[position]) - 0x30
            guard digit >= 0, digit <= 9 else { return nil }
            let (shifted, overflowed) = value.multipliedReportingOverflow(by: 10)
            // Counted downwards, as the least integer has no positive twin.
            let (next, wrapped) = shifted.subtractingReportingOverflow(digit)
            if overflowed || wrapped { return nil }
            value = next
            position += 1
        }
        if sign == 0x2D { return value }
        return value == Int.min ? nil : -value
    }

    /// The integer a range spells in the one way Swift would write it: `07`, `+7` and `-0` are
    /// texts, so that an identifier keeps its form.
    public func canonicalInteger(_ range: Range<Int>) -> Int? {
        guard range.count <= 20, let value = integer(range) else { return nil }
        let first = peek(range.lowerBound)
        if first == 0x2B { return nil }
        let digits = first == 0x2D ? range.lowerBound + 1 : range.lowerBound
        if base[digits] == 0x30, range.count > 1 { return nil }
        return value
    }

    /// The decimal number a range spells in full; nil for anything else, `inf` and `nan` included.
    public func decimal(_ range: Range<Int>) -> Double? {
        var digits = 0
        var mantissa = 0
        var fraction = 0
        var position = checked(range).lowerBound
        let negative = peek(position) == 0x2D
        if negative || peek(position) == 0x2B { position += 1 }
        var seenPoint = false
        while position < range.upperBound {
            let byte = base[position]
            if byte == 0x2E, !seenPoint {
                seenPoint = true
            } else if byte >= 0x30, byte <= 0x39 {
                digits += 1
                if digits <= 18 { mantissa = mantissa * 10 + Int(byte - 0x30) }
                if seenPoint { fraction += 1 }
            } else {
                break
            }
            position += 1
        }
        guard digits > 0 else { return nil }
        // Both parts are exact in a double, hence so is their rounded quotient.
        if position == range.upperBound, digits <= 15, fraction <= 22 {
            let value = Double(mantissa) / ByteView.power(of10: fraction)
            return negative ? -value : value
        }
        return slowDecimal(range, exponentAt: position)
    }

    private func slowDecimal(_ range: Range<Int>, exponentAt position: Int) -> Double? {
        var position = position
        if position < range.upperBound {
            guard base[position] | 0x20 == 0x65 else { return nil }
            position += 1
            if peek(position) == 0x2D || peek(position) == 0x2B { position += 1 }
            guard position < range.upperBound else { return nil }
            for digit in position..<range.upperBound {
                guard base[digit] >= 0x30, base[digit] <= 0x39 else { return nil }
            }
        }
        return Double(text(range))
    }

    private static func power(of10 exponent: Int) -> Double {
        var value = 1.0
        for _ in 0..<exponent { value *= 10 }
        return value
    }
}
