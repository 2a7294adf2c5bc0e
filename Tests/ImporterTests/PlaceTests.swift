import GraphModel
import ImporterKit
import RDF
import Testing

@Suite struct PlaceTests {
    private let file = InputFile(name: "t", bytes: Array("aå€👩b\n".utf8) + [0xA5, 0xA5, 0x78])

    @Test("A byte within a character stands for the character")
    func withinACharacter() {
        let columns = (0..<12).map { file.place(at: $0).column }
        #expect(columns == [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 6])
        #expect((1...11).map { file.place(line: 1, byteColumn: $0).column } == columns.dropLast())
    }

    @Test("A byte that belongs to no character stands for itself")
    func ofNoCharacter() {
        #expect((12...15).map { file.place(at: $0).column } == [1, 2, 3, 4])
        #expect((12...15).map { file.place(at: $0).line } == [2, 2, 2, 2])
    }

    @Test("Lines are the same however far the file was counted before")
    func linesInAnyOrder() {
        var starts = [0]
        var bytes: [UInt8] = []
        for number in 0..<3_000 {
            bytes += Array(repeating: UInt8(ascii: "x"), count: number * 7 % 61)
            bytes.append(UInt8(ascii: "\n"))
            starts.append(bytes.count)
        }
        let file = InputFile(name: "t", bytes: bytes)
        for step in [1_999, 1, 2_777, 13] {
            for number in stride(from: 0, to: 3_000, by: step).reversed() {
                let start = starts[number]
                let last = starts[number + 1] - 1
                #expect(file.place(at: start).line == number + 1)
                #expect(file.place(at: last).line == number + 1)
                #expect(file.place(at: last).column == last - start + 1)
                let told = file.place(line: number + 1, byteColumn: last - start + 1)
                #expect(told.column == last - start + 1)
                #expect(told.excerpt?.count == last - start)
            }
        }
        #expect(file.place(at: bytes.count).line == 3_001)
        #expect(file.place(line: 9_999, byteColumn: 1).excerpt == "")
    }

    @Test("The columns serd gives, in bytes, do not lead past the line", arguments: ["trig", "nt"])
    func ofSerd(_ ending: String) throws {
        let text = "<http://a> <http://b> <http://c> \u{301}"
        let fault = #expect(throws: Diagnostic.self) {
            let sink = try RecordingSink.read(RDFImporter(), text, name: "t.\(ending)")
            if let error = sink.errors.first { throw error }
        }
        let place = try #require(fault?.place)
        #expect(place.column <= (place.excerpt?.count ?? 0) + 1)
    }
}
