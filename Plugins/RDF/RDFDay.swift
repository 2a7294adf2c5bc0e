import GraphModel
import ImporterKit

/// Bounds of validity as the schema writes them: a year, a month or a day.
enum RDFDay {
    /// The bound in a text; of a date with a time, the date. What is neither stays as it is.
    static func text(_ text: String) -> String {
        guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "T")) else { return text }
        let day = String(text[..<mark])
        return ValueText.parse(.date, day) == nil ? text : day
    }

    /// The day after one; a text that is no day stays as it is.
    static func after(_ text: String) -> String {
        let day = self.text(text)
        guard case .date(let date) = ValueText.parse(.date, day) else { return day }
        return CalendarDate(days: date.days + 1).description
    }
}
