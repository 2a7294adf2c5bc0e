/// A date as precise as it is known: a year, a month or a day.
struct GuideDate: Sendable, Equatable {
    /// The text as written, which is also the property's value.
    let text: String
    private let year: Int
    private let month: Int?
    private let day: Int?

    /// Reads `2011`, `2011-01` or `2011-01-31`; nil for anything else and for days no month has.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard (1...3).contains(parts.count),
            zip(parts, widths).allSatisfy({ part, width in
                part.utf8.count == width && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }),
            let year = Int(parts[0])
        else { return nil }
        let month = parts.count > 1 ? Int(parts[1]) : nil
        let day = parts.count > 2 ? Int(parts[2]) : nil
        if let month, !(1...12).contains(month) { return nil }
        if let day, let month, !(1...GuideDate.days(in: month, of: year)).contains(day) {
            return nil
        }
        self.text = text
        self.year = year
        self.month = month
        self.day = day
    }

    /// Whether it begins before another one does.
    func begins(before other: GuideDate) -> Bool {
        (year, month ?? 1, day ?? 1) < (other.year, other.month ?? 1, other.day ?? 1)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
