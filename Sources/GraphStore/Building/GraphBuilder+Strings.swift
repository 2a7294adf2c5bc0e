extension GraphBuilder {
    /// Drops the texts no property refers to, where they are the larger part.
    ///
    /// A graph that is edited for long would otherwise keep every text it ever had.
    func compactStrings() {
        var used = Bitmap(count: interner.count)
        nodeLogs.visitStrings { used[Int($0)] = true }
        relationshipLogs.visitStrings { used[Int($0)] = true }
        guard used.population * 2 < used.count, used.count > 1024 else { return }
        var fresh = StringInterner()
        var numbers = [UInt32](repeating: 0, count: used.count)
        for id in 0..<used.count where used[id] {
            numbers[id] = interner.withUTF8(of: UInt32(id)) { fresh.intern($0) }
        }
        interner = fresh
        nodeLogs.renumberStrings(numbers)
        relationshipLogs.renumberStrings(numbers)
    }
}

extension PropertyLogs {
    fileprivate func visitStrings(_ body: (UInt32) -> Void) {
        for log in logs { log.visitStrings(body) }
    }

    fileprivate mutating func renumberStrings(_ numbers: [UInt32]) {
        for key in logs.indices { self[KeyID(UInt32(key))].renumberStrings(numbers) }
    }
}
