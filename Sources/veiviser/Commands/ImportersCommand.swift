import GraphLoading
import ImporterKit

/// `veiviser importers`: lists the importers.
struct ImportersCommand: Command {
    static let spec = CommandSpec(
        name: "importers", abstract: "List the importers: name, version, what they read")

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        var text = ""
        for importer in GraphSource.registry.importers {
            let item = importer.descriptor
            let endings = item.extensions.map { ".\($0)" }.joined(separator: " ")
            text += "\(item.name) \(item.version)  \(item.summary)  \(endings)\n"
        }
        try console.write(text)
        return 0
    }
}
