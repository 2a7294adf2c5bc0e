import ImporterKit

/// Looks through a file for what all values of the open columns are.
struct CSVColumnScan {
    private struct Facts {
        var integer = true
        var decimal = true
        var boolean = true
        var isEmpty = true
    }

    private var facts: [Facts]

    /// Looks at every row of the table.
    init(_ table: CSVTable, _ bytes: ByteView, comment: UInt8?) {
        facts = table.columns.map { _ in Facts() }
        let open = table.columns.indices.filter { table.columns[$0].type == .inferred }
        var reader = table.rows(bytes, comment: comment)
        var fields: [DelimitedField] = []
        while true {
            let step = reader.next(&fields)
            if step == .end { break }
            guard step == .row else { continue }
            for column in open where column < fields.count && !fields[column].isMissing {
                look(at: fields[column], column, bytes)
            }
        }
    }

    private mutating func look(at field: DelimitedField, _ column: Int, _ bytes: ByteView) {
        facts[column].isEmpty = false
        if facts[column].integer, bytes.canonicalInteger(field.range) == nil {
            facts[column].integer = false
        }
        if facts[column].decimal, !CSVColumnScan.isPlainDecimal(field.range, bytes) {
            facts[column].decimal = false
        }
        if facts[column].boolean, CSVValues.boolean(field.range, bytes) == nil {
            facts[column].boolean = false
        }
    }

    /// A decimal number that is surely none of telephone numbers, codes and house numbers.
    private static func isPlainDecimal(_ range: Range<Int>, _ bytes: ByteView) -> Bool {
        guard let first = range.first, bytes[first] != 0x2B, bytes.decimal(range) != nil else {
            return false
        }
        let digit = bytes[first] == 0x2D ? first + 1 : first
        let next = bytes.peek(digit + 1)
        return bytes[digit] != 0x30 || digit + 1 >= range.upperBound || next < 0x30 || next > 0x39
    }

    /// The type all values of a column have.
    func type(of column: Int) -> CSVValueType {
        let fact = facts[column]
        if fact.isEmpty { return .text }
        if fact.integer { return .integer }
        if fact.decimal { return .float }
        return fact.boolean ? .boolean : .text
    }

    /// Whether every value of a column is an integer in its one form.
    func isInteger(_ column: Int) -> Bool { facts[column].integer }
}

extension CSVTable {
    /// A reader at the first row of data.
    func rows(_ bytes: ByteView, comment: UInt8?) -> DelimitedRowReader {
        DelimitedRowReader(
            bytes: bytes, start: dataStart, line: dataLine, delimiter: dialect.delimiter,
            comment: comment)
    }
}
