import CEdit

#if canImport(Glibc)
    import Glibc
#endif

/// Reads lines from a terminal, with editing, history and completion by libedit.
///
/// The only place that holds the editor's pointers; used from one thread.
final class LineEditor {
    /// What came of reading a line.
    enum Reading {
        case line(String)
        /// Ctrl-C: what was typed is dropped.
        case dropped
        case end
    }

    private let editor: OpaquePointer
    private let history: OpaquePointer?
    private let historyPath: String?
    private let context: UnsafeMutablePointer<vv_edit_context>
    /// What could follow the text before the cursor.
    private let complete: (String) -> ShellCompletion.Choice
    private static let historyLimit: Int32 = 1000

    /// - Parameter historyPath: where lines are kept from one time to the next; nil for nowhere.
    init?(
        historyPath: String?, complete: @escaping (String) -> ShellCompletion.Choice
    ) {
        LineEditor.useUTF8()
        guard let editor = vv_edit_open("veiviser") else { return nil }
        self.editor = editor
        self.historyPath = historyPath
        self.complete = complete
        history = history_init()
        context = .allocate(capacity: 1)
        context.initialize(
            to: vv_edit_context(
                prompt: nil, interrupted: 0, owner: nil,
                complete: { owner, editor in
                    guard let owner else { return UInt8(CC_ERROR) }
                    return Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
                        .completeName()
                }))
        context.pointee.owner = Unmanaged.passUnretained(self).toOpaque()
        vv_edit_configure(editor, context)
        if let history {
            vv_history_limit(history, LineEditor.historyLimit)
            if let historyPath { _ = vv_history_load(history, historyPath) }
            vv_edit_use_history(editor, history)
        }
    }

    deinit {
        el_end(editor)
        if let history { history_end(history) }
        context.deallocate()
    }

    /// Reads a line, without its line feed.
    func read(prompt: String) -> Reading {
        let text = strdup(prompt)
        defer { free(text) }
        context.pointee.prompt = text
        context.pointee.interrupted = 0
        var count: Int32 = 0
        guard let line = el_gets(editor, &count), count > 0 else { return .end }
        if context.pointee.interrupted != 0 { return .dropped }
        let whole = String(cString: line)
        return .line(whole.hasSuffix("\n") ? String(whole.dropLast()) : whole)
    }

    /// Adds an entry to the history, and to its file, which only its owner can read.
    func remember(_ entry: String) {
        guard let history else { return }
        vv_history_enter(history, entry)
        guard let historyPath else { return }
        let descriptor = open(historyPath, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        fchmod(descriptor, 0o600)
        close(descriptor)
        _ = vv_history_save(history, historyPath)
    }

    private func completeName() -> UInt8 {
        guard let info = el_line(editor), let start = info.pointee.buffer,
            let cursor = info.pointee.cursor
        else { return UInt8(CC_ERROR) }
        let bytes = UnsafeRawBufferPointer(start: start, count: cursor - start)
        let choice = complete(String(decoding: bytes, as: UTF8.self))
        if !choice.insertion.isEmpty {
            return el_insertstr(editor, choice.insertion) == 0 ? UInt8(CC_REFRESH) : UInt8(CC_ERROR)
        }
        guard choice.names.count > 1 else { return UInt8(CC_ERROR) }
        let shown = choice.names.prefix(60).joined(separator: "  ")
        vv_edit_show(shown + (choice.names.count > 60 ? "  …" : ""))
        return UInt8(CC_REDISPLAY)
    }

    /// Takes what is typed as UTF-8, whatever the system is set to.
    private static func useUTF8() {
        setlocale(LC_CTYPE, "")
        let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
        if codeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    }
}
