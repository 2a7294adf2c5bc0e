import GraphModel
import ImporterKit

/// The options of one run, checked.
struct CSVOptions {
    var delimiter: UInt8?
    var header: Bool?
    var kind: CSVTable.Kind?
    var label: String?
    var type: String?
    var arrayDelimiter: UInt8 = 0x3B
    var comment: UInt8?
    var encoding = "utf-8"

    /// The defaults.
    init() {}

    init(_ options: [String: String]) throws {
        delimiter = try CSVOptions.character("delimiter", options)
        comment = try CSVOptions.character("comment", options)
        if let mark = try CSVOptions.character("array-delimiter", options) {
            arrayDelimiter = mark
        }
        label = options["label"]
        type = options["type"]
        encoding = options["encoding"] ?? "utf-8"
        switch options["header"] {
        case "yes": header = true
        case "no": header = false
        default: break
        }
        switch options["kind"] {
        case "nodes": kind = .nodes
        case "edges": kind = .relationships
        default: break
        }
    }

    private static func character(_ name: String, _ options: [String: String]) throws -> UInt8? {
        guard let text = options[name] else { return nil }
        if text == "tab" || text == "\\t" { return 0x09 }
        let bytes = Array(text.utf8)
        guard bytes.count == 1, bytes[0] < 0x80, bytes[0] != 0x22, bytes[0] > 0x0D || bytes[0] == 9
        else {
            throw Diagnostic(
                .usage, "BadOption", "the option '\(name)' is not one plain character: '\(text)'",
                hint: "write one ASCII character, or tab")
        }
        return bytes[0]
    }
}
