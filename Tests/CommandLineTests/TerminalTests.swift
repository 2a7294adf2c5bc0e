import Foundation
import Testing

/// The shell on a terminal: editing, completion, several lines, Ctrl-C, history.
@Suite struct TerminalTests {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "Terminal/shell.py").path

    @Test(.enabled(if: Program.isThere, "the program is not built"))
    func theShellIsForPeople() throws {
        let folder = try TemporaryFolder()
        #expect(
            try Program.shell("python3 '\(Self.script)' \"$VEIVISER\" '\(folder.url.path)'") == 0)
    }
}
