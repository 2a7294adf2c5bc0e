#if canImport(Glibc)
    import Glibc
#endif

/// Comparison of texts by Unicode scalars, as the language asks.
///
/// Swift's own `==` and `<` treat canonically equivalent texts as one (`é` written in one or two
/// scalars), which would merge values that the store keeps apart. The order of UTF-8 bytes is the
/// order of the scalars.
extension String {
    /// Whether both consist of the same scalars.
    public func hasSameScalars(as other: String) -> Bool {
        let count = utf8.count
        guard count == other.utf8.count else { return false }
        return scalarOrder(to: other) == 0
    }

    /// Negative, zero or positive as this text comes before, equals or comes after the other.
    public func scalarOrder(to other: String) -> Int {
        let result = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { right in
                left.byteOrder(to: right)
            }
        }
        if case .some(.some(let order)) = result { return order }
        return utf8.elementsEqual(other.utf8)
            ? 0 : utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
    }

    /// Feeds the scalars to a hasher, so that texts of the same scalars hash alike.
    func hashScalars(into hasher: inout Hasher) {
        let isDone: Void? = utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isDone == nil {
            for byte in utf8 { hasher.combine(byte) }
        }
        hasher.combine(0xFF as UInt8)
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Negative, zero or positive as these bytes come before, equal or come after the others; of
    /// UTF-8 it is the order of the scalars.
    public func byteOrder(to other: UnsafeBufferPointer<UInt8>) -> Int {
        let shared = Swift.min(count, other.count)
        if shared > 0, let a = baseAddress, let b = other.baseAddress {
            let order = memcmp(a, b, shared)
            if order != 0 { return Int(order) }
        }
        return count - other.count
    }
}
