import GraphLoading
import GraphModel

extension CommandSpec {
    /// Options of every command that reads files with importers.
    static let importing: [Option] = [
        Option(name: "importer", value: "NAME", summary: "read as this format"),
        Option(name: "base", value: "IRI", summary: "resolve relative IRIs of RDF against this"),
        Option(
            name: "option", value: "NAME=VALUE", repeats: true,
            summary: "a setting of the importer"),
    ]
}

extension ParsedArguments {
    /// How files are to be read.
    func importOptions() throws -> ImportOptions {
        var options = ImportOptions()
        options.importer = self["importer"]
        for pair in all("option") {
            let parts = pair.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw Diagnostic(
                    .usage, "InvalidOptionValue", "'\(pair)' is not NAME=VALUE",
                    hint: "write --option name=value")
            }
            options.settings[String(parts[0])] = String(parts[1])
        }
        if let base = self["base"] { options.settings["base"] = base }
        return options
    }
}
