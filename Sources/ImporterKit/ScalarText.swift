import GraphModel

/// The plain types that files declare for their columns.
public enum ScalarKind: Sendable, Hashable {
    case boolean
    case integer
    case float
    case string

    /// What a value of the kind is called in a message.
    public var article: String {
        switch self {
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .float: "a number"
        case .string: "a text"
        }
    }
}

extension ByteView {
    /// The value a range spells in a kind, nil where it spells none; white space at the ends counts
    /// in texts only.
    ///
    /// Booleans are `true`, `false`, `1` and `0` in any case; integers may have a fraction of
    /// zeros; numbers may be `INF`, `Infinity` or `NaN` with a sign.
    public func value(_ range: Range<Int>, as kind: ScalarKind) -> Value? {
        switch kind {
        case .string: return .string(text(range))
        case .boolean: return boolean(trimmed(range)).map(Value.boolean)
        case .integer: return wholeNumber(trimmed(range)).map(Value.integer)
        case .float: return floatingPoint(trimmed(range)).map(Value.float)
        }
    }

    /// The range without white space (of XML) at its ends.
    public func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = checked(range).lowerBound
        var end = range.upperBound
        while start < end, isSpace(start) { start += 1 }
        while end > start, isSpace(end - 1) { end -= 1 }
        return start..<end
    }

    private func isSpace(_ position: Int) -> Bool {
        let byte = base[position]
        return byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    private func boolean(_ range: Range<Int>) -> Bool? {
        if matches(range, "true") || matches(range, "1") { return true }
        if matches(range, "false") || matches(range, "0") { return false }
        return nil
    }

    private func wholeNumber(_ range: Range<Int>) -> Int? {
        if let number = integer(range) { return number }
        guard let number = decimal(range), number.rounded() == number, abs(number) < 0x1p53 else {
            return nil
        }
        return Int(number)
    }

    private func floatingPoint(_ range: Range<Int>) -> Double? {
        if let number = decimal(range) { return number }
        let sign = peek(range.lowerBound)
        let isSigned = !range.isEmpty && (sign == 0x2D || sign == 0x2B)
        let rest = isSigned ? range.lowerBound + 1..<range.upperBound : range
        if matches(rest, "nan") { return .nan }
        guard matches(rest, "inf") || matches(rest, "infinity") else { return nil }
        return isSigned && sign == 0x2D ? -.infinity : .infinity
    }

    /// Whether a range is an ASCII word in lower case, letters of either case.
    private func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        for index in 0..<range.count {
            let byte = base[range.lowerBound + index]
            let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            if lower != word.utf8Start[index] { return false }
        }
        return true
    }
}
