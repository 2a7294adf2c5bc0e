import GraphModel
import ImporterKit

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

    /// The links met, each with how many characters stand before it.
    private var links: [(link: Int, at: Int)] = []
    /// Whether the last link names a law that changes this one, not one that sets the date.
    private(set) var isAmending = true

    /// A link begins; `before` is the note so far.
    mutating func begin(link: Int, before: String) {
        links.append((link, before.count))
        let words = before.split(separator: " ").suffix(2)
        isAmending = !words.contains { ["iflg.", "ifølge", "jf."].contains($0.lowercased()) }
    }

    /// What the note says of each link.
    func changes(_ text: String) -> [Change] {
        let letters = Array(text)
        return links.enumerated().map { index, link in
            let next = index + 1 < links.count ? links[index + 1].at : letters.count
            let rest = letters[min(link.at, letters.count)..<max(next, min(link.at, letters.count))]
            let before = String(letters[..<min(link.at, letters.count)])
            return Change(
                link: link.link, kind: LovdataChanges.kind(before),
                day: LovdataChanges.effect(String(rest)))
        }
    }

    /// The last word of change before the link.
    private static func kind(_ text: String) -> String {
        let words = text.lowercased().split { !$0.isLetter }
        for word in words.reversed() {
            switch word {
            case "endret", "endra": return "amended"
            case "tilføyd", "føyd": return "added"
            case "opphevet", "oppheva": return "repealed"
            default: continue
            }
        }
        return "amended"
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
