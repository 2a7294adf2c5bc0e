import GraphModel
import XMLReading

/// Attributes, content and places.
extension GuideReader {
    func place(_ element: XMLElement, attribute: String? = nil) -> GuidePlace {
        GuidePlace(
            document: document, offset: element.offset, line: element.line, attribute: attribute)
    }

    func words(_ text: String) -> [String] {
        text.utf8.split(whereSeparator: isXMLSpace).map { String(Substring($0)) }
    }

    /// The text without white space at its ends and with single spaces within.
    func normalized(_ text: String) -> String {
        var before = UInt8(ascii: " ")
        let isNormal = text.utf8.allSatisfy { byte in
            let isFine = !isXMLSpace(byte) || (byte == UInt8(ascii: " ") && before != byte)
            before = byte
            return isFine
        }
        return isNormal && before != UInt8(ascii: " ") ? text : words(text).joined(separator: " ")
    }

    mutating func content(of element: XMLElement) -> String? {
        let text = element.text
        if !text.isEmpty { return text }
        data.fault(
            "MissingContent", "'\(element.name)' is empty", at: place(element),
            hint: "write <\(element.name)>…</\(element.name)>, or remove it")
        return nil
    }

    /// The texts of an element as `key`, `key_nn` and `key_en`.
    mutating func texts(
        of element: XMLElement, key: String
    ) -> [(key: String, value: Value)] {
        var values: [(key: String, value: Value)] = []
        for language in GuideName.languages {
            if let text = element[language].map(normalized), !text.isEmpty {
                let suffix = key == GuideName.note || language != "nb" ? "_\(language)" : ""
                values.append((key + suffix, .string(text)))
            } else if language != "nn" {
                data.fault(
                    "MissingText", "'\(element.name)' has no text in '\(language)'",
                    at: place(element), hint: "add \(language)=\"…\"")
            }
        }
        return values
    }

    mutating func checkAttributes(of element: XMLElement, allowed: [String]) {
        for attribute in element.attributes
        where attribute.namespace == nil && !allowed.contains(attribute.name) {
            data.fault(
                "UnknownAttribute", "'\(element.name)' has no attribute '\(attribute.name)'",
                at: place(element, attribute: attribute.name),
                hint: didYouMean(attribute.name, among: allowed)
                    ?? (allowed.isEmpty
                        ? "it has none at all" : "it can have \(allowed.joined(separator: ", "))"))
        }
    }

    mutating func required(_ name: String, of element: XMLElement) -> String? {
        if let value = element[name].map(normalized), !value.isEmpty { return value }
        data.fault(
            "MissingAttribute", "'\(element.name)' lacks its attribute '\(name)'",
            at: place(element), hint: "add \(name)=\"…\"")
        return nil
    }

    mutating func word(
        _ name: String, of element: XMLElement, among known: [String]
    ) -> String? {
        guard let value = element[name] else { return nil }
        if known.contains(value) { return value }
        data.fault(
            "InvalidValue", "'\(value)' is no value of '\(name)'",
            at: place(element, attribute: name),
            hint: didYouMean(value, among: known) ?? "it can be \(known.joined(separator: ", "))")
        return nil
    }

    mutating func number(_ name: String, of element: XMLElement) -> Int? {
        guard let text = element[name] else { return nil }
        if let number = Int(text), number > 0 { return number }
        invalidValue(text, "a whole number", at: place(element, attribute: name))
        return nil
    }

    mutating func date(_ name: String, of element: XMLElement) -> GuideDate? {
        guard let text = element[name] else { return nil }
        if let date = GuideDate(text) { return date }
        invalidDate(text, name, of: element)
        return nil
    }

    mutating func invalidDate(_ text: String, _ name: String, of element: XMLElement) {
        data.fault(
            "InvalidDate", "'\(text)' is no date", at: place(element, attribute: name),
            hint: "write as much of it as is known: 2011, 2011-01 or 2011-01-31")
    }

    mutating func invalidValue(_ text: String, _ wanted: String, at place: GuidePlace) {
        data.fault("InvalidValue", "'\(text)' is not \(wanted)", at: place)
    }
}
