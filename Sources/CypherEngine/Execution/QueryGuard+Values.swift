import GraphModel

extension QueryGuard {
    /// Looks over a value that was just made: that it does not nest too deep, and that it fits the
    /// memory budget beside what is held. What several lists share counts in each, as it does for
    /// whoever walks them.
    ///
    /// - Parameter depth: How many lists and maps it will stand in.
    /// - Returns: About how many bytes it takes outside of a column.
    @inline(__always)
    func admit(_ value: Value, depth: Int = 0) throws -> Int {
        switch value {
        case .string(let text):
            return text.utf8.count > 15 ? try admit(bytes: text.utf8.count) : 0
        case .list, .map:
            var survey = ValueSurvey(guardian: self)
            try survey.visit(value, depth: depth)
            return survey.bytes
        case .path(let path): return try admit(bytes: path.nodes.count * 8)
        default: return 0
        }
    }

    private func admit(bytes: Int) throws -> Int {
        try step(1 + bytes / 64)
        try require(bytes: bytes)
        return bytes
    }

    /// Accounts for the work that a function may do on a value: the longer it is, the more.
    @inline(__always)
    func step(over value: Value) throws {
        switch value {
        case .string(let text): try step(1 + text.utf8.count / 64)
        case .list(let items): try step(1 + items.count)
        case .map(let map): try step(1 + map.count)
        default: try step()
        }
    }
}

/// A walk over a value that stops where the value turns out too deep or too large.
private struct ValueSurvey {
    let guardian: QueryGuard
    private(set) var bytes = 0

    init(guardian: QueryGuard) {
        self.guardian = guardian
    }

    mutating func visit(_ value: Value, depth: Int) throws {
        switch value {
        case .list(let items):
            try enter(depth, bytes: 32 + items.count * 24)
            for item in items {
                try guardian.step()
                try visit(item, depth: depth + 1)
            }
        case .map(let map):
            try enter(depth, bytes: 32 + map.count * 40)
            for entry in map.entries { try visit(entry.value, depth: depth + 1) }
        case .string(let text):
            if text.utf8.count > 15 { bytes += text.utf8.count + 32 }
        case .path(let path): bytes += 64 + path.nodes.count * 8
        default: break
        }
    }

    private mutating func enter(_ depth: Int, bytes more: Int) throws {
        if depth >= Value.nestingLimit { throw Value.tooDeep }
        bytes += more
        try guardian.step()
        try guardian.require(bytes: bytes)
    }
}

/// About how many bytes text and lists add to what is made of them.
func growth(_ value: Value) -> Int {
    switch value {
    case .string(let text): text.utf8.count
    case .list(let items): items.count * 24
    default: 0
    }
}
