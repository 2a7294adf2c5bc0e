import CSerd
import GraphModel
import ImporterKit

/// The functions serd calls; each gets the session as its handle.
enum SerdCallbacks {
    static let base: SerdBaseSink = { handle, iri in
        guard let session = handle?.assumingMemoryBound(to: SerdSession.self) else {
            return SERD_ERR_INTERNAL
        }
        return SerdCallbacks.guarded(session) { session in
            let text = iri.pointee.text
            session.latest = nil
            session.base = try session.resolve(text)
        }
    }

    static let prefix: SerdPrefixSink = { handle, name, iri in
        guard let session = handle?.assumingMemoryBound(to: SerdSession.self) else {
            return SERD_ERR_INTERNAL
        }
        return SerdCallbacks.guarded(session) { session in
            try session.declare(name.pointee.text, iri.pointee.text)
        }
    }

    static let statement: SerdStatementSink = {
        handle, _, graph, subject, predicate, object, datatype, language in
        guard let session = handle?.assumingMemoryBound(to: SerdSession.self) else {
            return SERD_ERR_INTERNAL
        }
        return SerdCallbacks.guarded(session) { session in
            try session.take(
                SerdStatement(
                    graph: graph?.pointee, subject: subject.pointee, predicate: predicate.pointee,
                    object: object.pointee, datatype: datatype?.pointee,
                    language: language?.pointee))
        }
    }

    static let error: SerdErrorSink = { handle, error in
        guard let session = handle?.assumingMemoryBound(to: SerdSession.self) else {
            return SERD_ERR_INTERNAL
        }
        var buffer = [CChar](repeating: 0, count: 512)
        _ = vv_serd_error_text(error, &buffer, buffer.count - 1)
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let text = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n").joined(separator: " ")
        session.pointee.noteSerdFault(
            Int(error.pointee.line), Int(error.pointee.col), SerdCallbacks.plain(text))
        return SERD_SUCCESS
    }

    /// serd's backquotes as this program writes quotes.
    private static func plain(_ text: String) -> String {
        String(text.map { $0 == "`" ? "'" : $0 })
    }

    /// Keeps what a callback throws, as no error can pass through C.
    private static func guarded(
        _ session: UnsafeMutablePointer<SerdSession>,
        _ body: (inout SerdSession) throws -> Void
    ) -> SerdStatus {
        if session.pointee.failure != nil { return SERD_ERR_INTERNAL }
        do {
            try body(&session.pointee)
            return SERD_SUCCESS
        } catch {
            session.pointee.failure = error
            return SERD_ERR_INTERNAL
        }
    }
}

/// The terms of a statement as serd gives them.
struct SerdStatement {
    let graph: SerdNode?
    let subject: SerdNode
    let predicate: SerdNode
    let object: SerdNode
    let datatype: SerdNode?
    let language: SerdNode?
}

extension SerdNode {
    /// Lends the bytes of the term, for the length of the callback.
    @inline(__always)
    func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        try body(UnsafeBufferPointer(start: buf, count: n_bytes).span)
    }

    /// The term as a text.
    var text: String { withBytes { String($0) } }
}
