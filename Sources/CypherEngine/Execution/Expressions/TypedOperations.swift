import CypherSyntax
import GraphModel
import GraphStore

#if canImport(Glibc)
    import Glibc
#endif

/// Operations on whole columns of one type; nil where the columns are of another, or a row needs
/// the care of the general operation (null, overflow, division by zero).
enum TypedOperations {
    typealias Operation = (Column, Column) -> Column?

    /// What there is for an operator.
    static func operation(_ sign: Expression.BinaryOperator) -> Operation? {
        switch sign {
        case .subtract:
            { integers($0, $1) { $0.subtractingReportingOverflow($1) } ?? floats($0, $1, -) }
        case .multiply:
            { integers($0, $1) { $0.multipliedReportingOverflow(by: $1) } ?? floats($0, $1, *) }
        case .modulo:
            {
                integers($0, $1) { left, right in
                    let result = left.remainderReportingOverflow(dividingBy: right)
                    return (result.partialValue, right == 0)
                }
            }
        case .startsWith: { texts($0, $1) { text, part in starts(text, with: part) } }
        case .endsWith:
            {
                texts($0, $1) { text, part in
                    text.count >= part.count
                        && starts(
                            UnsafeBufferPointer(rebasing: text.suffix(part.count)), with: part)
                }
            }
        case .contains:
            {
                texts($0, $1) { text, part in ByteSearch.offset(of: part, in: text) != nil }
            }
        default: nil
        }
    }

    /// Whether each text of a column equals a text.
    static func equals(_ left: Column, _ right: Column) -> Column? {
        texts(left, right) { text, other in text.count == other.count && starts(text, with: other) }
    }

    @inline(__always)
    private static func integers(
        _ left: Column, _ right: Column,
        _ operation: (Int, Int) -> (partialValue: Int, overflow: Bool)
    ) -> Column? {
        guard case .integers(let items) = left else { return nil }
        var isUnfit = false
        let results: [Int]
        switch right {
        case .constant(.integer(let number)):
            results = items.map { item in
                let (value, overflow) = operation(item, number)
                isUnfit = isUnfit || overflow
                return value
            }
        case .integers(let others):
            results = items.indices.map { row in
                let (value, overflow) = operation(items[row], others[row])
                isUnfit = isUnfit || overflow
                return value
            }
        default: return nil
        }
        return isUnfit ? nil : .integers(results)
    }

    @inline(__always)
    private static func floats(
        _ left: Column, _ right: Column, _ operation: (Double, Double) -> Double
    ) -> Column? {
        switch (left, right) {
        case (.floats(let items), .floats(let others)):
            .floats(items.indices.map { operation(items[$0], others[$0]) })
        case (.floats(let items), .constant(.float(let number))):
            .floats(items.map { operation($0, number) })
        default: nil
        }
    }

    /// A test of each text of a column with one text, on their UTF-8.
    @inline(__always)
    private static func texts(
        _ left: Column, _ right: Column,
        _ test: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Column? {
        guard case .strings(let ids, let pool) = left, case .constant(.string(var part)) = right,
            !ids.contains(StringPool.absent)
        else { return nil }
        let flags = part.withUTF8 { part in
            pool.withStorage { bytes, offsets in
                ids.map { id in
                    let range = offsets[Int(id)]..<offsets[Int(id) &+ 1]
                    return test(UnsafeBufferPointer(rebasing: bytes[range]), part)
                }
            }
        }
        return .booleans(flags)
    }

    @inline(__always)
    private static func starts(
        _ text: UnsafeBufferPointer<UInt8>, with part: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard text.count >= part.count else { return false }
        guard let start = text.baseAddress, let other = part.baseAddress else { return true }
        return memcmp(start, other, part.count) == 0
    }
}
