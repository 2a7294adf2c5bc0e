import GraphModel

/// How a plugin introduces itself.
struct PluginHello {
    let version: Int
    let descriptor: ImporterDescriptor
    let capabilities: [String]
    /// Texts that tell its format, looked for in a file's first bytes.
    let marks: [String]

    init(_ fields: PluginFields) throws(PluginMessageFault) {
        guard let version = try fields.count("protocol") else {
            throw PluginMessageFault("'protocol' is missing")
        }
        self.version = version
        let name = try fields.text("name")
        guard PluginHello.isName(name) else {
            throw PluginMessageFault(
                "the name '\(name)' has other characters than a-z, 0-9 and hyphens")
        }
        capabilities = try fields.texts("capabilities")
        marks = try fields.texts("marks")
        let extensions = try fields.texts("extensions")
        for ending in extensions where ending.hasPrefix(".") || ending != ending.lowercased() {
            throw PluginMessageFault(
                "the name ending '\(ending)' is to be lower case, without the dot")
        }
        var options: [ImporterDescriptor.Option] = []
        for option in try fields.objects("options") {
            options.append(try PluginHello.option(option))
        }
        descriptor = ImporterDescriptor(
            name: name, version: try fields.text("version"), summary: try fields.text("summary"),
            extensions: extensions, mediaTypes: try fields.texts("mediaTypes"), options: options,
            readsFolders: capabilities.contains("folders"))
    }

    private static func option(
        _ fields: PluginFields
    ) throws(PluginMessageFault) -> ImporterDescriptor.Option {
        let name = try fields.text("name")
        let kind = try fields.optionalText("kind") ?? "text"
        let type: ImporterDescriptor.OptionType
        switch kind {
        case "text": type = .text
        case "boolean": type = .boolean
        case "integer": type = .integer
        case "choice": type = .choice(try fields.texts("choices"))
        default:
            throw PluginMessageFault(
                "the option '\(name)' is none of text, boolean, integer, choice but '\(kind)'")
        }
        return ImporterDescriptor.Option(
            name: name, type: type, summary: try fields.optionalText("summary") ?? "")
    }

    static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D
            }
    }
}
