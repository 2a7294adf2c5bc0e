extension Array where Element: Comparable {
    /// Index of the last element that is not above `value` in an ascending array, -1 before all.
    @inline(__always)
    func lastIndex(notAbove value: Element) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low &+ high) / 2
            if self[middle] <= value { low = middle &+ 1 } else { high = middle }
        }
        return low &- 1
    }

    /// Index of the first element that is not below `value` in an ascending array.
    @inline(__always)
    func firstIndex(notBelow value: Element) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low &+ high) / 2
            if self[middle] < value { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    /// Index of `value` in an ascending array.
    @inline(__always)
    func position(ofSorted value: Element) -> Int? {
        let at = firstIndex(notBelow: value)
        return at < count && self[at] == value ? at : nil
    }
}
