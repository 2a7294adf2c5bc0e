import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// External plugins found in folders.
public struct PluginFolders: Sendable {
    /// A program that was found, and what came of asking it who it is.
    public struct Found: Sendable {
        /// Its path.
        public let program: String
        /// The importer, or why there is none.
        public let result: Result<ExternalImporter, Diagnostic>
    }

    /// The folders and programs looked at, in order.
    public let paths: [String]

    /// Looks where the user says in `VEIVISER_PLUGINS` (folders or programs, colons between them),
    /// then in the folders given.
    public init(_ folders: [String] = []) {
        let named = getenv("VEIVISER_PLUGINS").map { String(cString: $0) } ?? ""
        paths = named.split(separator: ":").map(String.init) + folders
    }

    /// The programs there are: plain files that may be executed, and those in folders of their own
    /// name (`my-format/my-format`); of several with one name the first.
    public var programs: [String] {
        var found: [String] = []
        var names: Set<String> = []
        for path in paths {
            for program in PluginFolders.programs(in: path) {
                let name = program.split(separator: "/").last.map(String.init) ?? program
                if names.insert(name).inserted { found.append(program) }
            }
        }
        return found
    }

    private static func programs(in path: String) -> [String] {
        if let own = program(ofFolder: path) { return [own] }
        guard let folder = opendir(path) else { return isProgram(path) ? [path] : [] }
        defer { closedir(folder) }
        var found: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            let entry = path + "/" + name
            if isProgram(entry) {
                found.append(entry)
            } else if let own = program(ofFolder: entry) {
                found.append(own)
            }
        }
        return found.sorted()
    }

    /// The program in a folder that has the folder's name, as `importer new` lays it out: what else
    /// may be executed there is no plugin.
    private static func program(ofFolder path: String) -> String? {
        guard let name = path.split(separator: "/").last else { return nil }
        let program = "\(path)/\(name)"
        return isProgram(program) ? program : nil
    }

    private static func isProgram(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    /// Asks every program who it is.
    public func discover(
        sandbox: Sandbox = .detect(), limits: ExternalLimits = ExternalLimits(),
        triples: (any TripleReceiverSource)? = nil
    ) -> [Found] {
        programs.map { program in
            do throws(Diagnostic) {
                let importer = try ExternalImporter(
                    program: program, sandbox: sandbox, limits: limits, triples: triples)
                return Found(program: program, result: .success(importer))
            } catch {
                return Found(program: program, result: .failure(error))
            }
        }
    }
}
