import GraphModel
import GuideXML
import ImporterKit
import Testing
import XMLReading

/// Numbers that look random and are the same each time.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

struct XMLMutations {
    private static let pieces = [
        "<", ">", "&", "</", "/>", "\"", "'", "<!--", "-->", "<![CDATA[", "]]>", "<?x ?>", "&lt;",
        "&#0;", "&#x110000;", "&e;", "\u{0}", "\u{FEFF}", "æ", "xmlns=''", " xmlns:a='urn:a'",
        "<!DOCTYPE a [<!ENTITY e '&e;'>]>", "<!DOCTYPE a [<!ENTITY % p '<!ENTITY e \"x\">'>%p;]>",
    ]

    /// A document with a few bytes changed, removed, repeated or put in.
    static func spoil(_ document: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = document
        for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &dice)
            let end = min(bytes.count, at + Int.random(in: 1...40, using: &dice))
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes.removeSubrange(at..<end)
            case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
            case 3: bytes.removeSubrange(end...)
            default:
                let piece = pieces.randomElement(using: &dice) ?? ""
                bytes.insert(contentsOf: Array(piece.utf8), at: at)
            }
        }
        return bytes
    }

    /// Spoilt documents are read or refused with a place; none crashes, hangs or says nothing.
    @Test(arguments: 0..<8)
    func spoiltDocuments(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let documents = BuiltinFiles.graph.map { $0.content.prefix(4_000) + Array("</guide>".utf8) }
        var refused = 0
        for _ in 0..<250 {
            let bytes = XMLMutations.spoil(documents.randomElement(using: &dice) ?? [], &dice)
            let sink = RecordingSink()
            do {
                try GuideXMLImporter(schema: BuiltinFiles.schema).read(
                    ImportInput(files: [InputFile(name: "t.xml", bytes: bytes)]), into: sink)
                // A part of the graph names nodes of the rest: there is always a fault.
                #expect(!sink.diagnostics.isEmpty)
                for fault in sink.diagnostics { #expect((fault.place?.line ?? 0) > 0, "\(fault)") }
            } catch let fault as Diagnostic {
                refused += 1
                #expect((fault.place?.line ?? 0) > 0, "\(fault)")
                #expect((fault.place?.column ?? 0) > 0, "\(fault)")
            }
        }
        #expect(refused > 100)
    }
}
