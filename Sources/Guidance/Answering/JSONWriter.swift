import GraphModel

/// Writes JSON on one line.
struct JSONWriter {
    private(set) var text = ""
    private var needsComma = false

    /// An object with the members the closure adds.
    mutating func object(_ members: (inout JSONWriter) -> Void) {
        open("{")
        members(&self)
        close("}")
    }

    /// A member with a text, or null.
    mutating func member(_ name: String, _ value: String?) {
        member(name, value.map { Value.string($0) } ?? .null)
    }

    /// A member with a value.
    mutating func member(_ name: String, _ value: Value) {
        key(name)
        self.value(value)
    }

    /// A member with an array.
    mutating func array<Element>(
        _ name: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
    ) {
        key(name)
        open("[")
        for element in elements { write(&self, element) }
        close("]")
    }

    /// A member with what the closure writes.
    mutating func nested(_ name: String, _ write: (inout JSONWriter) -> Void) {
        key(name)
        write(&self)
    }

    /// A value by itself, as an element of an array.
    mutating func value(_ value: Value) {
        separate()
        switch value {
        case .null: text += "null"
        case .boolean(let truth): text += truth ? "true" : "false"
        case .integer(let number): text += String(number)
        case .float(let number) where number.isFinite: text += String(number)
        case .list(let values):
            open("[", separates: false)
            for one in values { self.value(one) }
            close("]")
        default: quote(AnswerValue.text(value))
        }
        needsComma = true
    }

    private mutating func key(_ name: String) {
        separate()
        quote(name)
        text += ":"
        needsComma = false
    }

    private mutating func open(_ bracket: String, separates: Bool = true) {
        if separates { separate() }
        text += bracket
        needsComma = false
    }

    private mutating func close(_ bracket: String) {
        text += bracket
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { text += "," }
        needsComma = false
    }

    private mutating func quote(_ string: String) { JSONString.write(string, to: &text) }
}
