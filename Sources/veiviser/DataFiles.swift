import CBuiltinData
import GraphModel
import ImporterKit

#if canImport(Glibc)
    import Glibc
#endif

/// The data the program comes with: the folders Graph and Queries.
///
/// Looked for in the folder `VEIVISER_DATA` names, then in `../share/veiviser` beside the program,
/// then, in a debug build, in the package itself; else the copy inside the program is used.
struct DataFiles {
    private enum Place {
        case folder(String)
        case inside
    }

    private let place: Place

    /// Finds out where the data are.
    ///
    /// - Throws: `NoSuchFolder` where `VEIVISER_DATA` names none with a folder Graph.
    init() throws(Diagnostic) {
        if let named = getenv("VEIVISER_DATA").map({ String(cString: $0) }), !named.isEmpty {
            guard DataFiles.isData(named) else {
                throw Diagnostic(
                    .noInput, "NoSuchFolder",
                    "VEIVISER_DATA names '\(named)', which has no folder 'Graph'",
                    hint: "unset it to use the data inside the program")
            }
            place = .folder(named)
        } else if let found = DataFiles.usualFolders.first(where: DataFiles.isData) {
            place = .folder(found)
        } else {
            place = .inside
        }
    }

    /// The files of a folder whose names end so, in the order of their names.
    func files(in folder: String, ending: String) throws -> [InputFile] {
        switch place {
        case .inside:
            return DataFiles.inside.filter {
                $0.name.hasPrefix(folder + "/") && $0.name.hasSuffix(ending)
            }
        case .folder(let root):
            return try DataFiles.names(in: "\(root)/\(folder)", ending: ending).map {
                let path = "\(root)/\(folder)/\($0)"
                return InputFile(name: path, content: try FileContent(path: path))
            }
        }
    }

    /// A file as it is inside the program, by its path from the package's root.
    static func inside(_ path: String) -> InputFile? { inside.first { $0.name == path } }

    private static let inside: [InputFile] = (0..<builtin_file_count()).map { index in
        let file = builtin_file_at(index).pointee
        return InputFile(
            name: String(cString: file.path),
            bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }

    /// The folder the program lies in, nil where the system does not tell.
    static var programFolder: String? {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &path, path.count)
        guard length > 0 else { return nil }
        let program = path.prefix(length).map { UInt8(bitPattern: $0) }
        let folder = program.prefix(upTo: program.lastIndex(of: UInt8(ascii: "/")) ?? 0)
        return String(decoding: folder, as: UTF8.self)
    }

    private static var usualFolders: [String] {
        var folders = programFolder.map { [$0 + "/../share/veiviser"] } ?? []
        #if DEBUG
            folders.append("/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/"))
        #endif
        return folders
    }

    private static func isData(_ folder: String) -> Bool { access(folder + "/Graph", R_OK) == 0 }

    private static func names(in folder: String, ending: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix("."), name.hasSuffix(ending) { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
