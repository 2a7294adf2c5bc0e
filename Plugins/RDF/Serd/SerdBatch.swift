import CSerd
import ImporterKit

#if canImport(Glibc)
    import Glibc
#endif

/// Statements in the order of the file, copied out of serd, so that another thread may take them.
struct SerdBatch: Sendable {
    private struct Term {
        let start: Int
        let count: Int
        let kind: SerdTerm.Kind
    }

    private struct Event {
        let kind: SerdEvent.Kind
        let hasSameSubject: Bool
        let hasDatatype: Bool
        let hasLanguage: Bool
        let hasGraph: Bool
        /// Its subject; the others follow in the order of `SerdEvent`, from `rest` on.
        let subject: Int
        let rest: Int
        let position: Int
    }

    private var bytes: [UInt8] = []
    private var terms: [Term] = []
    private var events: [Event] = []

    /// Whether it is time to hand it over.
    var isFull: Bool { bytes.count >= 1 << 16 || events.count >= 1 << 11 }

    /// Whether there is nothing in it.
    var isEmpty: Bool { events.isEmpty }

    /// Forgets everything and keeps the room.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        terms.removeAll(keepingCapacity: true)
        events.removeAll(keepingCapacity: true)
    }

    // MARK: - Writing

    /// Copies an event.
    mutating func append(
        _ kind: SerdEvent.Kind, subject: SerdNode, predicate: SerdNode, object: SerdNode,
        datatype: SerdNode?, language: SerdNode?, graph: SerdNode?, position: Int
    ) {
        let isSame = hasLatestSubject(subject)
        let number = isSame ? events[events.count - 1].subject : terms.count
        if !isSame { append(subject) }
        let rest = terms.count
        append(predicate)
        append(object)
        if let datatype { append(datatype) }
        if let language { append(language) }
        if let graph { append(graph) }
        events.append(
            Event(
                kind: kind, hasSameSubject: isSame, hasDatatype: datatype != nil,
                hasLanguage: language != nil, hasGraph: graph != nil, subject: number, rest: rest,
                position: position))
    }

    @inline(__always)
    private func hasLatestSubject(_ node: SerdNode) -> Bool {
        guard let latest = events.last, latest.kind == .statement else { return false }
        let term = terms[latest.subject]
        guard term.count == node.n_bytes, term.kind == SerdTerm.Kind(node.type),
            let start = node.buf
        else { return false }
        return bytes.withUnsafeBufferPointer { own in
            guard let base = own.baseAddress else { return false }
            return memcmp(base + term.start, start, term.count) == 0
        }
    }

    private mutating func append(_ node: SerdNode) {
        terms.append(
            Term(start: bytes.count, count: node.n_bytes, kind: SerdTerm.Kind(node.type)))
        bytes.append(contentsOf: UnsafeBufferPointer(start: node.buf, count: node.n_bytes))
    }

    // MARK: - Reading

    /// Calls with every event in order.
    func visit(_ body: (SerdEvent) throws -> Void) rethrows {
        try bytes.withUnsafeBufferPointer { bytes in
            func term(_ number: Int) -> SerdTerm {
                let term = terms[number]
                return SerdTerm(
                    kind: term.kind,
                    bytes: UnsafeBufferPointer(
                        rebasing: bytes[term.start..<term.start + term.count]))
            }
            for event in events {
                var next = event.rest + 2
                func optional(_ isThere: Bool) -> SerdTerm? {
                    if !isThere { return nil }
                    next += 1
                    return term(next - 1)
                }
                let datatype = optional(event.hasDatatype)
                let language = optional(event.hasLanguage)
                let graph = optional(event.hasGraph)
                try body(
                    SerdEvent(
                        kind: event.kind, subject: term(event.subject),
                        predicate: term(event.rest), object: term(event.rest + 1),
                        datatype: datatype, language: language, graph: graph,
                        hasSameSubject: event.hasSameSubject, position: event.position))
            }
        }
    }
}
