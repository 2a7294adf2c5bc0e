import GraphModel
import ImporterKit

/// Takes what serd reads of a file, and gives it to the writer.
///
/// serd knows lines only where it fails. In line syntaxes the lines are counted along here; in the
/// others each event tells how far serd had got.
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
    /// The node of the latest subject, until a prefix or the base changes.
    var latest: NodeToken?
    /// How far serd had read at the event at hand.
    private var position = 0

    /// The current statement's line and where it begins, as far as is known.
    private var line = 0
    private var lineStart = 0
    /// The line reading has begun at.
    private var first = 1
    /// Up to where newlines are counted (byte by byte syntaxes), and the line there.
    private var counted = 0
    private var lineAtCounted = 1
    private(set) var statementCount = 0

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
        var start = bytes.starts(with: "\u{FEFF}", at: 0) ? 3 : 0
        var first = 1
        while let fault = try read(from: start, line: first) {
            guard syntax.isByLine else { throw fault }
            try writer.sink.report(fault)
            let faulty = fault.place?.line ?? line
            (start, first) = (lineBegin(faulty + 1), faulty + 1)
            if start >= bytes.count { break }
        }
        try writer.finish()
    }

    /// Reads from the beginning of a line to the end or to a fault.
    private mutating func read(from start: Int, line first: Int) throws -> Diagnostic? {
        (self.first, lineStart, line) = (first, start, first - 1)
        (counted, lineAtCounted) = (start, first)
        do {
            // After a fault there may be another soon: no thread for each of them.
            let fault = try SerdStream.read(
                bytes, from: start, as: syntax, inBackground: first == 1
            ) { batch in try batch.visit { try take($0) } }
            return fault.map { diagnostic($0, first) }
        } catch let fault as Diagnostic where syntax.isByLine && fault.kind == .data {
            // What is wrong with one line leaves the others as they are.
            return fault
        }
    }

    private mutating func take(_ event: SerdEvent) throws {
        position = event.position
        switch event.kind {
        case .statement: try takeStatement(event)
        case .prefix: try declare(event.subject.text, event.object.text)
        case .base:
            latest = nil
            base = try resolve(event.object.text)
        }
    }

    // MARK: places

    /// Moves on to the next statement and tells the sink its line.
    mutating func startStatement() {
        statementCount += 1
        if syntax.isByLine {
            nextLine()
        } else {
            let end = max(counted, position - 1)
            lineAtCounted += bytes.occurrences(of: 0x0A, in: counted..<end)
            counted = end
            line = lineAtCounted
        }
        writer.at(line: line)
    }

    /// The next line that is neither empty nor a comment.
    private mutating func nextLine() {
        // Before the first statement the line at hand is the one before `lineStart`.
        var position =
            line < first ? lineStart : bytes.firstIndex(of: 0x0A, from: lineStart) + 1
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

    /// Where a line at or after the current one begins.
    private func lineBegin(_ wanted: Int) -> Int {
        var at = lineStart
        for _ in max(line, first)..<max(wanted, line, first) where at < bytes.count {
            at = min(bytes.firstIndex(of: 0x0A, from: at) + 1, bytes.count)
        }
        return at
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
                    .data, code, message, place: place(at: at, length: wanted.count), hint: hint)
            }
            at -= 1
        }
        // Written with escapes, it is not found as it reads: then the place is where it ends.
        let near = syntax.isByLine ? lineStart : max(position - 1, 0)
        return Diagnostic(
            .data, code, message, place: place(at: near, length: 1), hint: hint)
    }

    private func diagnostic(_ fault: SerdFault, _ first: Int) -> Diagnostic {
        let line = fault.line + first - 1
        let place =
            syntax.isByLine
            ? place(inLine: line, from: lineBegin(line), fault.column - 1, length: 1)
            : writer.file.place(line: line, byteColumn: fault.column)
        return Diagnostic(
            .data, "SyntaxError", "this is not \(syntax.name): \(fault.text)", place: place)
    }

    private func place(at offset: Int, length: Int) -> SourcePlace {
        guard syntax.isByLine, offset >= lineStart else {
            return writer.file.place(at: offset, length: length)
        }
        return place(inLine: line, from: lineStart, offset - lineStart, length: length)
    }

    /// A place in a line that begins where it is known to: where every line may have its fault,
    /// lines cannot be counted from the start each time.
    private func place(
        inLine line: Int, from start: Int, _ distance: Int, length: Int
    ) -> SourcePlace {
        var end = bytes.firstIndex(of: 0x0A, from: start)
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        let offset = bytes.characterStart(at: min(start + max(distance, 0), end))
        guard end - start <= 4096 else { return writer.file.place(at: offset, length: length) }
        let marked = bytes.text(offset..<min(offset + length, end)).count
        return SourcePlace(
            file: writer.file.name, line: line, column: bytes.text(start..<offset).count + 1,
            length: max(marked, 1), excerpt: bytes.text(start..<end))
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
