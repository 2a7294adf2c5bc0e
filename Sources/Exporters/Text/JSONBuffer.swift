import GraphModel

/// Writes JSON text: compact, members in the order given.
struct JSONBuffer {
    private(set) var text = ""
    private var needsComma = false

    /// An object with the members the closure adds.
    mutating func object(_ members: (inout JSONBuffer) -> Void) {
        open("{")
        members(&self)
        close("}")
    }

    /// An array with the values the closure adds.
    mutating func array(_ values: (inout JSONBuffer) -> Void) {
        open("[")
        values(&self)
        close("]")
    }

    /// The key of the member whose value comes next.
    mutating func key(_ name: String) {
        separate()
        quote(name)
        text += ":"
        needsComma = false
    }

    mutating func member(_ name: String, _ value: Value) {
        key(name)
        self.value(value)
    }

    mutating func member(_ name: String, _ text: String) { member(name, .string(text)) }

    /// A value; temporal values and numbers JSON does not have as text.
    mutating func value(_ value: Value) {
        separate()
        switch value {
        case .null, .node, .relationship, .path: text += "null"
        case .boolean(let truth): text += truth ? "true" : "false"
        case .integer(let number): text += String(number)
        case .float(let number) where number.isFinite: text += FloatText.text(of: number)
        case .list(let values):
            needsComma = false
            array { json in
                for one in values { json.value(one) }
            }
        case .map(let map):
            needsComma = false
            object { json in
                for entry in map.entries { json.member(entry.key, entry.value) }
            }
        case .string(let string): quote(string)
        default: quote(value.plainText)
        }
        needsComma = true
    }

    /// A line feed between values, so that files can be compared line by line.
    mutating func newLine() {
        if needsComma { text += "," }
        needsComma = false
        text += "\n"
    }

    private mutating func open(_ bracket: String) {
        separate()
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

    private mutating func quote(_ string: String) {
        JSONString.write(string, to: &text, escapesLineSeparators: true)
    }
}
