import GraphLoading
import GraphModel
import ImporterKit
import RDF

/// Programs that read formats: looked for in `VEIVISER_PLUGINS`, in `../share/veiviser/plugins`
/// beside the program, and in the package the program was built in.
enum ExternalPlugins {
    /// What is there, each asked once who it is.
    static let found = PluginFolders(folders).discover(triples: RDFTriples())

    /// Those that can be used, and why the others cannot.
    static var further: FurtherImporters {
        FurtherImporters(
            importers: found.compactMap { try? $0.result.get() },
            faults: found.compactMap { ExternalPlugins.fault(of: $0) })
    }

    /// Why one cannot be used, in one line; nil where it can.
    static func fault(of plugin: PluginFolders.Found) -> String? {
        guard case .failure(let fault) = plugin.result else { return nil }
        let said = ([fault.message] + fault.notes).joined(separator: "; ")
        return "'\(plugin.program)' was not loaded: [\(fault.code)] \(said)"
            .replacing("\n", with: " ")
    }

    private static var folders: [String] {
        guard let program = DataFiles.programFolder else { return [] }
        var folders = [program + "/../share/veiviser/plugins"]
        // .build/TRIPLE/CONFIGURATION lies three deep in the package.
        if let package = program.split(separator: "/.build/").first, package.count < program.count {
            folders.append(package + "/Plugins/external")
        }
        return folders
    }
}
