import GraphModel
import ImporterKit
import XMLReading

/// A note of changes, «Endret ved lov 20 juni 2014 nr. 49 (ikr. 1 juli 2014).», taken apart.
struct LovdataChanges {
    /// One law's change.
    struct Change {
        let link: Int
        /// amended, added or repealed.
        let kind: String
        /// When it took effect.
        let day: CalendarDate?
    }

    /// What the note says of each law.
    private(set) var changes: [Change] = []
    /// The note, on one line.
    private(set) var text = ""
    /// Whether the last link names a law that changes this one, not one that sets the date.
    private(set) var isAmending = true
    private var kind = "amended"
    private var open: Int?
    private var needsSpace = false

    /// A link begins; `segment` is the note since the link before it.
    mutating func begin(link: Int, after segment: XMLLines) {
        take(segment)
        open = link
        let words = segment.line.split(separator: " ").suffix(2)
        isAmending = !words.contains { ["iflg.", "ifølge", "jf."].contains($0.lowercased()) }
    }

    /// The note ends; `segment` is what stands since the last link.
    mutating func end(_ segment: XMLLines) { take(segment) }

    private mutating func take(_ segment: XMLLines) {
        let line = segment.line
        if let open {
            changes.append(Change(link: open, kind: kind, day: LovdataChanges.effect(line)))
        }
        if let named = LovdataChanges.kind(line) { kind = named }
        if needsSpace, !line.isEmpty { text += " " }
        text += line
        needsSpace = segment.endsApart
    }

    /// The last word of change in a text, nil where there is none.
    private static func kind(_ text: String) -> String? {
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter }).reversed() {
            switch word {
            case "endret", "endra": return "amended"
            case "tilføyd", "føyd": return "added"
            case "opphevet", "oppheva": return "repealed"
            default: continue
            }
        }
        return nil
    }

    /// The day after «ikr.» or «i kraft».
    private static func effect(_ text: String) -> CalendarDate? {
        let separators: Set<Character> = [" ", "(", ")", ",", ";"]
        let words = text.split { separators.contains($0) }
        guard
            let start = words.firstIndex(where: { ["ikr.", "kraft"].contains($0.lowercased()) }),
            words.count >= start + 4, let day = Int(words[start + 1].filter(\.isNumber)),
            let month = month(words[start + 2]), let year = Int(words[start + 3].prefix(4))
        else { return nil }
        let iso =
            "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        guard case .date(let date)? = ValueText.parse(.date, iso) else { return nil }
        return date
    }

    private static func month(_ word: Substring) -> Int? {
        let months = [
            "jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des",
        ]
        return months.firstIndex(of: String(word.lowercased().prefix(3))).map { $0 + 1 }
    }
}
