import GraphModel
import GraphStore

/// Finds the date a question is asked for, and the words that say it.
struct DateReader {
    /// The date, as a stretch of days.
    private(set) var date: DayRange?
    /// Whether the question asks for what the source says, later changes left out.
    private(set) var goesBySource = false
    /// The words that are left.
    private(set) var tokens: [Token]

    private let isWithinName: ([Token], Int) -> Bool

    /// Reads the date off the tokens.
    ///
    /// - Parameter isWithinName: Whether a year is part of a name where it stands
    ///   (`Straffeloven 2005`).
    init(_ tokens: [Token], isWithinName: @escaping ([Token], Int) -> Bool) {
        self.tokens = tokens
        self.isWithinName = isWithinName
        takeSourceWords()
        var index = 0
        while index < self.tokens.count, date == nil {
            if takeDate(at: index) { break }
            index += 1
        }
    }

    /// A date found by other means, and the words that are left then.
    mutating func setDate(_ date: DayRange, tokens: [Token]) {
        self.date = date
        self.tokens = tokens
    }

    // MARK: - Going by the source

    private static let sourcePhrases: [[String]] = [
        ["etter", "kilden"], ["ifolge", "kilden"], ["i", "folge", "kilden"],
        ["etter", "kjelda"], ["ifolge", "kjelda"], ["i", "folge", "kjelda"],
        ["i", "kilden"], ["i", "kjelda"], ["kilden", "sier"],
        ["going", "by", "the", "source"], ["according", "to", "the", "source"],
        ["by", "the", "source"], ["in", "the", "source"], ["per", "the", "source"],
    ]

    private mutating func takeSourceWords() {
        for phrase in Self.sourcePhrases where tokens.count >= phrase.count {
            for start in 0...(tokens.count - phrase.count) {
                let stretch = tokens[start..<start + phrase.count]
                guard stretch.map(\.folded) == phrase else { continue }
                goesBySource = true
                remove(start..<start + phrase.count)
                return
            }
        }
    }

    // MARK: - Dates

    private static let before: Set<String> = ["before", "før", "foer", "føre", "prior"]
    private static let after: Set<String> = [
        "after", "etter", "siden", "since", "sidan", "fra", "from",
    ]
    private static let at: Set<String> = [
        "i", "in", "per", "pr", "of", "by", "at", "on", "den", "om", "year", "ar", "aret", "til",
        "ved", "during", "av", "as", "innen", "until", "fram",
    ]

    private mutating func takeDate(at index: Int) -> Bool {
        guard var (range, end) = dateWords(at: index) else { return false }
        var start = index
        let previous = index > 0 ? tokens[index - 1].folded : ""
        let previousText = index > 0 ? tokens[index - 1].text : ""
        if Self.before.contains(previousText) {
            range = DayRange(first: range.first - 1, end: range.first)
            start -= 1
        } else if Self.after.contains(previous) {
            start -= 1
        } else if Self.at.contains(previous) {
            if previous == "av" || (previous == "of" && !isAsOf(index)) {
                if isWithinName(tokens, index) { return false }
            }
            start -= 1
            if previous == "of", isAsOf(index) { start -= 1 }
        } else if isWithinName(tokens, index) {
            return false
        }
        date = range
        end = min(end, tokens.count)
        remove(start..<end)
        return true
    }

    private func isAsOf(_ index: Int) -> Bool { index > 1 && tokens[index - 2].folded == "as" }

    /// The date written from a word on, and where it ends.
    private func dateWords(at index: Int) -> (DayRange, Int)? {
        let word = tokens[index].folded
        if let range = Self.number(word) { return (range, index + 1) }
        // «1. januar 2011», «januar 2011», «January 1 2011»
        if let month = Self.month(word), index + 1 < tokens.count {
            if let year = Self.year(tokens[index + 1].folded) {
                return (Self.range(year, month, nil), index + 2)
            }
            if index + 2 < tokens.count, let day = Self.day(tokens[index + 1].folded),
                let year = Self.year(tokens[index + 2].folded)
            {
                return (Self.range(year, month, day), index + 3)
            }
        }
        if let day = Self.day(word), index + 2 < tokens.count,
            let month = Self.month(tokens[index + 1].folded),
            let year = Self.year(tokens[index + 2].folded)
        {
            return (Self.range(year, month, day), index + 3)
        }
        return nil
    }

    /// A year, `2011-05`, `2011-05-17` or `17.5.2011`.
    private static func number(_ word: String) -> DayRange? {
        if let year = year(word) { return DayRange(year: year) }
        if let range = DayRange(iso: word) { return range }
        let parts = word.split(separator: ".").compactMap { Int($0) }
        guard parts.count == 3, (1500...2999).contains(parts[2]), (1...12).contains(parts[1]),
            (1...31).contains(parts[0])
        else { return nil }
        return range(parts[2], parts[1], parts[0])
    }

    private static func range(_ year: Int, _ month: Int, _ day: Int?) -> DayRange {
        let monthText = "\(year)-\(month < 10 ? "0" : "")\(month)"
        let dayText = day.map { "\(monthText)-\($0 < 10 ? "0" : "")\($0)" }
        return dayText.flatMap { DayRange(iso: $0) } ?? DayRange(iso: monthText)
            ?? DayRange(year: year)
    }

    private static func year(_ word: String) -> Int? {
        guard word.utf8.count == 4, let year = Int(word), (1800...2199).contains(year)
        else { return nil }
        return year
    }

    private static func day(_ word: String) -> Int? {
        guard word.utf8.count <= 2, let day = Int(word), (1...31).contains(day) else { return nil }
        return day
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "de",
    ]
    private static let monthNames: Set<String> = [
        "januar", "february", "februar", "mars", "march", "april", "mai", "may", "juni", "june",
        "juli", "july", "august", "september", "oktober", "october", "november", "desember",
        "december", "january",
    ]

    private static func month(_ word: String) -> Int? {
        guard monthNames.contains(word) else { return nil }
        // «mar» before «ma»: the more exact beginning decides.
        let order = months.indices.sorted { months[$0].utf8.count > months[$1].utf8.count }
        return order.first { word.hasPrefix(months[$0]) }.map { $0 + 1 }
    }

    private mutating func remove(_ range: Range<Int>) {
        let startsClause = tokens[range].first?.startsClause ?? false
        tokens.removeSubrange(range)
        if startsClause, range.lowerBound < tokens.count {
            tokens[range.lowerBound].startsClause = true
        }
    }
}
