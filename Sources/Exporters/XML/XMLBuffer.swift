/// Writes XML text.
struct XMLBuffer {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var indent = ""
    /// How many characters XML cannot hold were replaced.
    private(set) var replaced = 0

    /// Opens an element on a line of its own.
    mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
        start(name, attributes)
        text += ">\n"
        indent += "  "
    }

    /// Closes an element that has a line of its own.
    mutating func close(_ name: String) {
        indent.removeLast(2)
        text += "\(indent)</\(name)>\n"
    }

    /// An element without content.
    mutating func empty(_ name: String, _ attributes: [(String, String)]) {
        start(name, attributes)
        text += "/>\n"
    }

    /// An element that holds a text and has no attributes.
    mutating func element(_ name: String, _ content: String) { element(name, [], content) }

    /// An element that holds a text.
    mutating func element(_ name: String, _ attributes: [(String, String)], _ content: String) {
        start(name, attributes)
        text += ">"
        escape(content, isAttribute: false)
        text += "</\(name)>\n"
    }

    private mutating func start(_ name: String, _ attributes: [(String, String)]) {
        text += "\(indent)<\(name)"
        for (key, value) in attributes {
            text += " \(key)=\""
            escape(value, isAttribute: true)
            text += "\""
        }
    }

    private mutating func escape(_ content: String, isAttribute: Bool) {
        for scalar in content.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"" where isAttribute: text += "&quot;"
            case "\n" where isAttribute: text += "&#10;"
            case "\t" where isAttribute: text += "&#9;"
            case "\r": text += "&#13;"
            case "\n", "\t": text.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE:
                text += "\u{FFFD}"
                replaced += 1
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
