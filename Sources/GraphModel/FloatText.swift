/// How floats are written: the shortest digits that read back as the same number.
public enum FloatText {
    /// The text of a float: `1.0`, `0.00001`, `1e-10`, `1.5e300`, `NaN`, `Infinity`.
    ///
    /// Numbers from a millionth up to 10^21 are written in full, others with an exponent.
    public static func text(of value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        if value == 0 { return value.sign == .minus ? "-0.0" : "0.0" }
        let (digits, exponent) = decimal(of: value.magnitude)
        let body =
            (-5...21).contains(exponent)
            ? plain(digits, exponent) : scientific(digits, exponent)
        return value < 0 ? "-" + body : body
    }

    /// The digits d1d2… without trailing zeros and the exponent e of `0.d1d2… × 10^e`.
    private static func decimal(of value: Double) -> (digits: [UInt8], exponent: Int) {
        var digits: [UInt8] = []
        var pointAt: Int?
        var power = 0
        let text = value.description.utf8
        var rest = text.startIndex
        while rest < text.endIndex, text[rest] != UInt8(ascii: "e") {
            if text[rest] == UInt8(ascii: ".") {
                pointAt = digits.count
            } else {
                digits.append(text[rest])
            }
            rest = text.index(after: rest)
        }
        if rest < text.endIndex {
            power = Int(Substring(text[text.index(after: rest)...])) ?? 0
        }
        var exponent = (pointAt ?? digits.count) + power
        let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leading)
        exponent -= leading
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return (digits, exponent)
    }

    /// The digits d1d2… (each 0 to 9) and the exponent e of `0.d1d2… × 10^e` for a positive
    /// number, as it is written.
    public static func decimalDigits(of value: Double) -> (digits: [UInt8], exponent: Int) {
        let (digits, exponent) = decimal(of: value)
        return (digits.map { $0 - 48 }, exponent)
    }

    private static func plain(_ digits: [UInt8], _ exponent: Int) -> String {
        let zero = UInt8(ascii: "0")
        let point = UInt8(ascii: ".")
        var text: [UInt8] = []
        if exponent <= 0 {
            text = [zero, point] + [UInt8](repeating: zero, count: -exponent) + digits
        } else if digits.count <= exponent {
            text =
                digits + [UInt8](repeating: zero, count: exponent - digits.count) + [point, zero]
        } else {
            text = digits[..<exponent] + [point] + digits[exponent...]
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func scientific(_ digits: [UInt8], _ exponent: Int) -> String {
        var text = Array(digits.prefix(1))
        if digits.count > 1 { text += [UInt8(ascii: ".")] + digits.dropFirst() }
        return String(decoding: text, as: UTF8.self) + "e\(exponent - 1)"
    }
}
