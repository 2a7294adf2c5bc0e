import CSerd
import ImporterKit

/// One run of serd over a stretch of a file, which fills batches: what its callbacks work on.
struct SerdParser {
    /// Takes a full batch and gives an empty one; nil ends the run.
    private let deliver: (SerdBatch) -> SerdBatch?
    private var batch = SerdBatch()
    private var isStopped = false
    private var fault: SerdFault?
    /// What serd reads from, while it reads.
    private let source: UnsafeMutablePointer<vv_serd_input>

    /// Reads from a position to the end or to the first fault, which it returns.
    static func run(
        _ bytes: ByteView, from start: Int, as syntax: RDFSyntax,
        deliver: @escaping (SerdBatch) -> SerdBatch?
    ) -> SerdFault? {
        bytes.withPointer { pointer in
            var input = vv_serd_input(bytes: pointer, count: bytes.count, position: start)
            return withUnsafeMutablePointer(to: &input) { source in
                var parser = SerdParser(deliver: deliver, source: source)
                let status = withUnsafeMutablePointer(to: &parser) {
                    read(source, into: $0, syntax)
                }
                if !parser.isStopped, !parser.batch.isEmpty { _ = deliver(parser.batch) }
                if parser.isStopped { return nil }
                return parser.fault
                    ?? (status.rawValue > SERD_FAILURE.rawValue
                        ? SerdFault(line: 1, column: 1, text: "it ends too early") : nil)
            }
        }
    }

    private init(
        deliver: @escaping (SerdBatch) -> SerdBatch?, source: UnsafeMutablePointer<vv_serd_input>
    ) {
        self.deliver = deliver
        self.source = source
    }

    private static func read(
        _ source: UnsafeMutablePointer<vv_serd_input>,
        into parser: UnsafeMutablePointer<SerdParser>,
        _ syntax: RDFSyntax
    ) -> SerdStatus {
        guard
            let reader = serd_reader_new(
                syntax.serd, parser, nil, SerdCallbacks.base, SerdCallbacks.prefix,
                SerdCallbacks.statement, nil)
        else { return SERD_ERR_INTERNAL }
        defer { serd_reader_free(reader) }
        serd_reader_set_strict(reader, true)
        serd_reader_set_error_sink(reader, SerdCallbacks.error, parser)
        if syntax.isByLine {
            return serd_reader_read_source(
                reader, vv_serd_read, vv_serd_failed, source, nil, 4096)
        }
        // Byte by byte, which tells how far serd has got: it knows lines only where it fails.
        return serd_reader_read_source(
            reader, vv_serd_read_byte, vv_serd_failed, source, nil, 1)
    }

    // MARK: - What serd calls

    /// Takes an event; serd stops where it is told so.
    @inline(__always)
    fileprivate mutating func take(
        _ kind: SerdEvent.Kind, _ subject: SerdNode, _ predicate: SerdNode, _ object: SerdNode,
        datatype: SerdNode? = nil, language: SerdNode? = nil, graph: SerdNode? = nil
    ) -> SerdStatus {
        if isStopped { return SERD_ERR_INTERNAL }
        batch.append(
            kind, subject: subject, predicate: predicate, object: object, datatype: datatype,
            language: language, graph: graph, position: Int(source.pointee.position))
        guard batch.isFull else { return SERD_SUCCESS }
        // Given away whole, so that whoever empties it need not copy it first.
        var full = SerdBatch()
        swap(&full, &batch)
        guard let empty = deliver(full) else {
            isStopped = true
            return SERD_ERR_INTERNAL
        }
        batch = empty
        return SERD_SUCCESS
    }

    /// Keeps the first fault.
    fileprivate mutating func note(_ fault: SerdFault) {
        if self.fault == nil { self.fault = fault }
    }
}

/// The functions serd calls; each gets the parser as its handle.
private enum SerdCallbacks {
    static let base: SerdBaseSink = { handle, iri in
        guard let parser = handle?.assumingMemoryBound(to: SerdParser.self) else {
            return SERD_ERR_INTERNAL
        }
        return parser.pointee.take(.base, iri.pointee, iri.pointee, iri.pointee)
    }

    static let prefix: SerdPrefixSink = { handle, name, iri in
        guard let parser = handle?.assumingMemoryBound(to: SerdParser.self) else {
            return SERD_ERR_INTERNAL
        }
        return parser.pointee.take(.prefix, name.pointee, iri.pointee, iri.pointee)
    }

    static let statement: SerdStatementSink = {
        handle, _, graph, subject, predicate, object, datatype, language in
        guard let parser = handle?.assumingMemoryBound(to: SerdParser.self) else {
            return SERD_ERR_INTERNAL
        }
        return parser.pointee.take(
            .statement, subject.pointee, predicate.pointee, object.pointee,
            datatype: datatype.flatMap(given), language: language.flatMap(given),
            graph: graph?.pointee)
    }

    static let error: SerdErrorSink = { handle, error in
        guard let parser = handle?.assumingMemoryBound(to: SerdParser.self) else {
            return SERD_ERR_INTERNAL
        }
        var buffer = [CChar](repeating: 0, count: 512)
        _ = vv_serd_error_text(error, &buffer, buffer.count - 1)
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let text = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n").joined(separator: " ")
        parser.pointee.note(
            SerdFault(
                line: Int(error.pointee.line), column: Int(error.pointee.col),
                text: String(text.map { $0 == "`" ? "'" : $0 })))
        return SERD_SUCCESS
    }

    /// A node that says something; serd gives empty ones for what is absent.
    private static func given(_ node: UnsafePointer<SerdNode>) -> SerdNode? {
        node.pointee.n_bytes > 0 ? node.pointee : nil
    }
}
