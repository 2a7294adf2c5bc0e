import GraphModel
import GraphStore
import Guidance

#if canImport(Glibc)
    import Glibc
#endif

extension CommandSpec.Option {
    /// `--lang`: the language of what is shown.
    static let language = CommandSpec.Option(
        name: "lang", value: "LANGUAGE", choices: Language.allCases.map(\.rawValue),
        summary: "the language of names and titles; default: the system's, else English")

    /// `--as-of`: the date the graph is looked at.
    static let asOf = CommandSpec.Option(
        name: "as-of", value: "DATE", summary: "the graph as in force that day, month or year")
}

extension ParsedArguments {
    /// A value that must be a date: a year, a month or a day.
    func date(_ name: String) throws -> DayRange? {
        guard let text = self[name] else { return nil }
        guard let range = DayRange(iso: text) else {
            throw Diagnostic(
                .usage, "InvalidDate", "'\(text)' is not a date",
                hint: "write it as 2012-01-31, 2012-01 or 2012")
        }
        return range
    }

    /// The language given, nil where none was.
    var language: Language? { self["lang"].flatMap(Language.init(rawValue:)) }

    /// The language given, else the one the system is set to, else English.
    var shownLanguage: Language {
        if let language { return language }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else {
                continue
            }
            if value.hasPrefix("nn") { return .nn }
            return value.hasPrefix("nb") || value.hasPrefix("no") ? .nb : .en
        }
        return .en
    }
}
