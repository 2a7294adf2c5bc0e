import Testing

@testable import Fuzzing

#if canImport(Glibc)
    import Glibc
#endif

/// What watches the parsers is watched itself.
@Suite struct FuzzRunTests {
    private static let seeds = ["<a b='1'>x<c/></a>", "{\"a\": [1, 2]}\n(b)"].map { FuzzInput($0) }

    private func subject(
        _ name: String, _ judge: @escaping @Sendable (FuzzInput) -> FuzzVerdict
    ) -> FuzzSubject {
        FuzzSubject(name, seeds: Self.seeds, pieces: ["</", "]"], ordinaryCount: 300, judge: judge)
    }

    @Test func anInputDependsOnItsNumberAlone() {
        let mutators = (0..<2).map { _ in FuzzMutator(subject("same") { _ in .accepted }) }
        let texts = (0..<300).map { mutators[0].input($0).text }
        #expect((0..<300).reversed().map { mutators[1].input($0).text } == texts.reversed())
        #expect(Set(texts).count > 200)
        let whole = Self.seeds.map(\.text)
        #expect(texts.count { whole.contains($0) } < 30)
    }

    @Test(.disabled(if: FuzzSettings().isLong, "the counts are those of a short run"))
    func countsWhatIsRefused() {
        let report = FuzzRun(subject("counted") { $0.number % 3 == 0 ? .refused : .accepted })
            .report()
        #expect(report?.inputs == 300)
        #expect(report?.refused == 100)
        #expect(report?.findings == [])
        #expect(report?.isBalanced == true)
    }

    @Test(.disabled(if: FuzzSettings().isLong, "the counts are those of a short run"))
    func keepsWhatIsFlawed() throws {
        let flawed = subject("flawed") { $0.number == 7 ? .flawed("is odd") : .refused }
        let report = try #require(FuzzRun(flawed).report())
        let finding = try #require(report.findings.first)
        #expect(report.findings.count == 1)
        #expect(!report.isBalanced)
        let path = try #require(finding.split(separator: " ").last.map(String.init))
        defer { unlink(path) }
        #expect(finding == "input 7 is odd, kept in \(path)")
        let text = FuzzMutator(flawed).input(7).text
        let kept = try #require(contents(path))
        #expect(kept == "flawed, input 7, input: \(text.utf8.count) bytes\n" + text)
    }

    @Test func findsThePartsOfATextInBrackets() {
        let text = Array("<a b='1'>x<c/></a>".utf8)
        let parts = Outline(text).parts.filter { $0.kind == .element || $0.kind == .quoted }
        let texts = parts.map { String(decoding: text[$0.range], as: UTF8.self) }
        #expect(texts == ["'1'", "<c/>", "<a b='1'>x<c/></a>"])
    }

    private func contents(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 100_000)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
