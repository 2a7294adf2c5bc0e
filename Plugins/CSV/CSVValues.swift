import GraphModel
import ImporterKit

/// Turns fields into values.
enum CSVValues {
    /// The value of a field that is not missing; nil where it is not of the column's type.
    static func value(
        _ field: DelimitedField, _ column: CSVColumn, _ bytes: ByteView, arrayDelimiter: UInt8
    ) -> Value? {
        guard column.isList else { return scalar(field, column.type, bytes) }
        if field.hasEscapes {
            let copy = field.unescaped(bytes)
            return FileContent(bytes: copy).withView {
                list(0..<copy.count, column.type, $0, arrayDelimiter)
            }
        }
        return list(field.range, column.type, bytes, arrayDelimiter)
    }

    private static func list(
        _ range: Range<Int>, _ type: CSVValueType, _ bytes: ByteView, _ delimiter: UInt8
    ) -> Value? {
        if range.isEmpty { return .list([]) }
        var elements: [Value] = []
        var start = range.lowerBound
        while true {
            let end = min(bytes.firstIndex(of: delimiter, from: start), range.upperBound)
            guard let value = scalar(DelimitedField(start: start, end: end), type, bytes) else {
                return nil
            }
            elements.append(value)
            if end == range.upperBound { return .list(elements) }
            start = end + 1
        }
    }

    private static func scalar(
        _ field: DelimitedField, _ type: CSVValueType, _ bytes: ByteView
    ) -> Value? {
        switch type {
        case .text, .inferred:
            guard let text = bytes.validText(field.range) else { return nil }
            return .string(field.hasEscapes ? field.text(bytes) : text)
        case .integer: return bytes.integer(trimmed(field, bytes)).map(Value.integer)
        case .float: return float(trimmed(field, bytes), bytes).map(Value.float)
        case .boolean: return boolean(trimmed(field, bytes), bytes).map(Value.boolean)
        case .temporal(let kind): return ValueText.parse(kind, field.text(bytes))
        }
    }

    static func boolean(_ range: Range<Int>, _ bytes: ByteView) -> Bool? {
        guard range.count == 4 || range.count == 5 else { return nil }
        switch bytes.text(range).lowercased() {
        case "true": return true
        case "false": return false
        default: return nil
        }
    }

    private static func float(_ range: Range<Int>, _ bytes: ByteView) -> Double? {
        if let value = bytes.decimal(range) { return value }
        switch bytes.text(range) {
        case "NaN": return .nan
        case "Infinity", "+Infinity", "Inf": return .infinity
        case "-Infinity", "-Inf": return -.infinity
        default: return nil
        }
    }

    private static func trimmed(_ field: DelimitedField, _ bytes: ByteView) -> Range<Int> {
        var start = field.start
        var end = field.end
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }
}
