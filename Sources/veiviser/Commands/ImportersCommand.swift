import GraphLoading
import GraphModel
import ImporterKit

/// `veiviser importers`: lists the importers.
struct ImportersCommand: Command {
    static let spec = CommandSpec(
        name: "importers",
        abstract: "List the importers: name, version, formats, where they are",
        discussion: """
            Programs that speak the plugin protocol are looked for in the folders and programs \
            VEIVISER_PLUGINS names (colons between several), then in share/veiviser/plugins beside \
            an installed binary. One that could not be loaded is listed with the reason.
            """,
        options: [
            .init(
                name: "format", value: "FORMAT", choices: ["text", "json"],
                summary: "how to print the list")
        ],
        examples: [
            ("VEIVISER_PLUGINS=my-format veiviser importers", "shows whether a plugin is found")
        ])

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        let rows = ImporterRow.all
        let faults = ExternalPlugins.found.compactMap { ExternalPlugins.fault(of: $0) }
        if arguments["format"] == "json" {
            try console.write(json(rows, ExternalPlugins.found))
        } else {
            for row in rows { try console.write(row.text) }
            for fault in faults { try console.write(fault + "\n") }
        }
        return 0
    }

    private static func json(_ rows: [ImporterRow], _ found: [PluginFolders.Found]) -> String {
        let lines =
            rows.map(\.json)
            + found.compactMap { plugin in
                guard case .failure(let fault) = plugin.result else { return nil }
                let row: JSONValue = [
                    "program": .string(plugin.program), "code": .string(fault.code),
                    "message": .string(fault.message),
                ]
                return row.description
            }
        return "[" + lines.joined(separator: ",\n ") + "]\n"
    }
}

/// An importer and where it is.
private struct ImporterRow {
    let descriptor: ImporterDescriptor
    /// The program's path; nil for one that is built in.
    let program: String?

    /// The built-in ones, then the programs.
    static var all: [ImporterRow] {
        GraphSource.registry.importers.map { ImporterRow(descriptor: $0.descriptor, program: nil) }
            + ExternalPlugins.found.compactMap { plugin in
                (try? plugin.result.get()).map {
                    ImporterRow(descriptor: $0.descriptor, program: plugin.program)
                }
            }
    }

    private var formats: [String] { descriptor.extensions.map { ".\($0)" } + descriptor.mediaTypes }

    var text: String {
        var text = "\(descriptor.name) \(descriptor.version)  \(descriptor.summary)\n"
        text +=
            "    reads   \(formats.isEmpty ? "by --importer only" : formats.joined(separator: " "))"
        text += "\n    found   \(program ?? "built in")\n"
        for option in descriptor.options {
            text += "    option  \(option.name)=\(option.type.text)  \(option.summary)\n"
        }
        return text
    }

    var json: String {
        let row: JSONValue = [
            "name": .string(descriptor.name), "version": .string(descriptor.version),
            "summary": .string(descriptor.summary),
            "extensions": .array(descriptor.extensions.map { .string($0) }),
            "mediaTypes": .array(descriptor.mediaTypes.map { .string($0) }),
            "options": .array(descriptor.options.map { .string($0.name) }),
            "builtIn": .boolean(program == nil),
            "program": program.map { .string($0) } ?? .null,
        ]
        return row.description
    }
}

extension ImporterDescriptor.OptionType {
    /// What may stand after the equals sign.
    fileprivate var text: String {
        switch self {
        case .text: "TEXT"
        case .boolean: "true|false"
        case .integer: "NUMBER"
        case .choice(let words): words.joined(separator: "|")
        }
    }
}
