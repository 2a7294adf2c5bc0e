import GraphModel

extension RDFTerm {
    /// The literal for a value that is no list; `isExact` tells whether nothing of it was lost.
    static func literal(of value: Value) -> (term: RDFTerm, isExact: Bool) {
        switch value {
        case .null, .node, .relationship, .path: return (.text(""), false)
        case .boolean(let truth): return (.typed(truth ? "true" : "false", "boolean"), true)
        case .integer(let number): return (.typed(String(number), "integer"), true)
        case .float(let number): return (.typed(number.xsdText, "double"), true)
        case .string(let text): return (.text(text), true)
        case .list, .map:
            let json = RDFNames.rdf + "JSON"
            return (.literal(value.plainText, datatype: json, language: nil), false)
        case .date: return temporal(value.plainText, "date")
        case .localTime, .time: return temporal(value.plainText, "time")
        case .localDateTime: return temporal(value.plainText, "dateTime")
        case .dateTime(let moment):
            let text = value.plainText
            let end = text.firstIndex(of: "[") ?? text.endIndex
            let (term, isExact) = temporal(String(text[..<end]), "dateTime")
            return (term, isExact && moment.zoneName == nil)
        case .duration:
            let text = value.plainText
            // XML Schema has one sign for the whole, before the P.
            return text.contains("-") || text.contains("W")
                ? (.text(text), false) : (.typed(text, "duration"), true)
        }
    }

    /// The literal for a date that is known to the year, the month or the day.
    static func date(_ value: Value) -> RDFTerm {
        guard case .string(let text) = value, ValidityInterval.start(value) != nil else {
            return literal(of: value).term
        }
        switch text.utf8.count {
        case 4: return .typed(text, "gYear")
        case 7: return .typed(text, "gYearMonth")
        default: return .typed(text, "date")
        }
    }

    /// XML Schema wants the seconds, no plus sign before a year, and no seconds in an offset.
    private static func temporal(_ text: String, _ type: String) -> (RDFTerm, Bool) {
        var text = text
        if text.hasPrefix("+") { text.removeFirst() }
        guard type != "date" else { return (.typed(text, type), true) }
        let timeStart = text.firstIndex(of: "T").map { text.index(after: $0) } ?? text.startIndex
        let time = text[timeStart...]
        let offset = time.firstIndex { "Z+-".contains($0) } ?? text.endIndex
        guard text[offset...].utf8.count <= 6 else { return (.text(text), false) }
        if time[..<offset].utf8.count == 5 { text.insert(contentsOf: ":00", at: offset) }
        return (.typed(text, type), true)
    }
}

extension Double {
    /// The number as XML Schema writes it.
    fileprivate var xsdText: String {
        if isInfinite { return self < 0 ? "-INF" : "INF" }
        return FloatText.text(of: self)
    }
}
