import CSerd
import GraphModel
import ImporterKit

/// One run of serd over a file: what its callbacks work on.
///
/// serd knows lines only where it fails. In line syntaxes the lines are counted along here; in the
/// others serd is fed byte by byte, which tells how far it has got.
struct SerdSession {
    var writer: RDFGraphWriter
    let bytes: ByteView
    let syntax: RDFSyntax
    /// Texts of statements are made only where somebody reads them.
    let wantsText: Bool
    /// Whether escapes may have made what is no Unicode text.
    let hasEscapes: Bool

    var base: String?
    var prefixes: [(prefix: [UInt8], namespace: [UInt8])] = []
    /// Predicates by their prefixed names, until a prefix changes.
    var curies = ByteTable()
    var scratch: [UInt8] = []
    /// The latest subject, until a prefix or the base changes.
    var latest: (type: UInt32, bytes: [UInt8], node: NodeToken)?
    /// What serd reads from, while it reads.
    private var source: UnsafeMutablePointer<vv_serd_input>?

    /// Where the current statement's line was found, and its number.
    private var lineStart = 0
    private var line = 0
    /// Up to where newlines are counted (byte by byte syntaxes).
    private var counted = 0
    private var lineBase = 1
    private(set) var statementCount = 0

    /// The first fault that ends reading, from serd or from here.
    var failure: (any Error)?
    private(set) var serdFault: (line: Int, column: Int, text: String)?

    init(writer: RDFGraphWriter, bytes: ByteView, syntax: RDFSyntax, base: String?) {
        self.writer = writer
        self.bytes = bytes
        self.syntax = syntax
        self.base = base
        wantsText = writer.sink.wantsStatements
        hasEscapes = bytes.hasCodePointEscapes
    }

    /// Reads the whole file.
    ///
    /// - Throws: the first fault; in line syntaxes faults are reported and the next line is read.
    mutating func run() throws {
        let start = bytes.starts(with: "\u{FEFF}", at: 0) ? 3 : 0
        var next: Int? = start
        while let position = next { next = try read(from: position) }
        try writer.finish()
    }

    /// Reads from a position to the end or to a fault; gives where to go on after one.
    private mutating func read(from start: Int) throws -> Int? {
        lineBase = bytes.occurrences(of: 0x0A, in: 0..<start) + 1
        (lineStart, line) = (start, lineBase - 1)
        (counted, failure, serdFault) = (start, nil, nil)
        let syntax = syntax
        let bytes = bytes
        let status = bytes.withPointer { pointer in
            var input = vv_serd_input(bytes: pointer, count: bytes.count, position: start)
            return withUnsafeMutablePointer(to: &input) { source in
                self.source = source
                return withUnsafeMutablePointer(to: &self) { session in
                    SerdSession.drive(session, source, syntax)
                }
            }
        }
        source = nil
        var fault: Diagnostic?
        if let failure {
            // What is wrong with one line leaves the others as they are.
            guard syntax.isByLine, let own = failure as? Diagnostic, own.kind == .data else {
                throw failure
            }
            fault = own
            serdFault = nil
        } else if status.rawValue > SERD_FAILURE.rawValue || serdFault != nil {
            fault = diagnostic()
        }
        guard let fault else { return nil }
        guard syntax.isByLine else { throw fault }
        try writer.sink.report(fault)
        return lineAfterFault()
    }

    private static func drive(
        _ session: UnsafeMutablePointer<SerdSession>,
        _ source: UnsafeMutablePointer<vv_serd_input>, _ syntax: RDFSyntax
    ) -> SerdStatus {
        guard
            let reader = serd_reader_new(
                syntax.serd, session, nil, SerdCallbacks.base, SerdCallbacks.prefix,
                SerdCallbacks.statement, nil)
        else { return SERD_ERR_INTERNAL }
        defer { serd_reader_free(reader) }
        serd_reader_set_strict(reader, true)
        serd_reader_set_error_sink(reader, SerdCallbacks.error, session)
        if syntax.isByLine {
            return serd_reader_read_source(
                reader, vv_serd_read, vv_serd_failed, source, nil, 4096)
        }
        return serd_reader_read_source(
            reader, vv_serd_read_byte, vv_serd_failed, source, nil, 1)
    }

    /// How far serd has read.
    private var position: Int { source.map { Int($0.pointee.position) } ?? 0 }

    // MARK: places

    /// Moves on to the next statement and tells the sink its line.
    mutating func startStatement() {
        statementCount += 1
        if syntax.isByLine {
            nextLine()
        } else {
            let end = max(counted, position - 1)
            lineBase += bytes.occurrences(of: 0x0A, in: counted..<end)
            counted = end
            line = lineBase
        }
        writer.at(line: line)
    }

    /// The next line that is neither empty nor a comment.
    private mutating func nextLine() {
        var position = line < lineBase ? lineStart : bytes.firstIndex(of: 0x0A, from: lineStart) + 1
        line += 1
        while position < bytes.count {
            var at = position
            while bytes.peek(at) == 0x20 || bytes.peek(at) == 0x09 || bytes.peek(at) == 0x0D {
                at += 1
            }
            let byte = bytes.peek(at)
            if byte != 0x0A, byte != 0x23 { break }
            position = bytes.firstIndex(of: 0x0A, from: at) + 1
            line += 1
        }
        lineStart = min(position, bytes.count)
    }

    /// A fault in the statement at hand, at the last occurrence of a text before here.
    func fault(
        _ code: String, _ message: String, at text: String, hint: String? = nil
    ) -> Diagnostic {
        let wanted = Array(text.utf8)
        let end = syntax.isByLine ? bytes.firstIndex(of: 0x0A, from: lineStart) : position
        var at = end - wanted.count
        let lowest = max(0, end - 64 * 1024)
        while at >= lowest {
            if !wanted.isEmpty, bytes[at] == wanted[0],
                bytes.bytes(at..<at + wanted.count) == wanted
            {
                return Diagnostic(
                    .data, code, message,
                    place: writer.file.place(at: at, length: wanted.count), hint: hint)
            }
            at -= 1
        }
        return Diagnostic(
            .data, code, message,
            place: SourcePlace(file: writer.file.name, line: max(line, 1)), hint: hint)
    }

    mutating func noteSerdFault(_ line: Int, _ column: Int, _ text: String) {
        guard serdFault == nil else { return }
        serdFault = (line + lineBaseAtStart - 1, column, text)
    }

    /// The line serd's own count starts at.
    private var lineBaseAtStart: Int {
        syntax.isByLine ? lineBase : 1
    }

    private func diagnostic() -> Diagnostic {
        let file = writer.file
        guard let fault = serdFault else {
            return Diagnostic(
                .data, "SyntaxError", "this is not \(syntax.name)",
                place: SourcePlace(file: file.name, line: max(line, 1)))
        }
        return Diagnostic(
            .data, "SyntaxError", "this is not \(syntax.name): \(fault.text)",
            place: file.place(line: fault.line, byteColumn: fault.column))
    }

    private func lineAfterFault() -> Int? {
        var position = 0
        var current = 1
        let faulty = serdFault?.line ?? line
        while current <= faulty {
            position = bytes.firstIndex(of: 0x0A, from: position) + 1
            if position >= bytes.count { return nil }
            current += 1
        }
        return position
    }

    /// Reports progress now and then.
    mutating func checkProgress() throws {
        if statementCount % 4096 == 0 { try writer.sink.progress(bytes: position) }
    }
}

extension ByteView {
    /// Whether there is an escape by number, `\u` or `\U`.
    fileprivate var hasCodePointEscapes: Bool {
        var position = firstIndex(of: 0x5C, from: 0)
        while position + 1 < count {
            if self[position + 1] | 0x20 == 0x75 { return true }
            position = firstIndex(of: 0x5C, from: position + 2)
        }
        return false
    }
}
