import CBuiltinData
import GraphModel
import Guidance
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

    /// The data inside the program, whatever else there is.
    static let builtin = DataFiles(.inside)

    private init(_ place: Place) { self.place = place }

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

    /// The data that belong to a graph: the guide's own where no other is named; beside a folder
    /// `Graph` with a vocabulary the folder it lies in; nil for any other graph.
    init?(beside graph: String?) throws(Diagnostic) {
        guard let graph else {
            try self.init()
            return
        }
        let folder = graph.hasSuffix("/") ? String(graph.dropLast()) : graph
        guard folder == "Graph" || folder.hasSuffix("/Graph"),
            access(folder + "/vocabulary.xml", R_OK) == 0
        else { return nil }
        self.init(.folder(folder == "Graph" ? "." : String(folder.dropLast("/Graph".count))))
    }

    /// The files of a folder whose names end so, in the order of their names.
    func files(in folder: String, ending: String) throws -> [InputFile] {
        switch place {
        case .inside:
            return DataFiles.inside { $0.hasPrefix(folder + "/") && $0.hasSuffix(ending) }
        case .folder(let root):
            return try DataFiles.names(in: "\(root)/\(folder)", ending: ending).map {
                let path = "\(root)/\(folder)/\($0)"
                return InputFile(name: path, content: try FileContent(path: path))
            }
        }
    }

    /// The XML files of the graph; the words people ask with are beside it and not part of it.
    func graphFiles() throws -> [InputFile] {
        try files(in: "Graph", ending: ".xml").filter { $0.baseName != "vocabulary.xml" }
    }

    /// A file as it is inside the program, by its path from the package's root.
    static func inside(_ path: String) -> InputFile? { inside { $0 == path }.first }

    /// The files inside the program whose paths are as asked; only these are copied.
    static func inside(where isAsked: (String) -> Bool) -> [InputFile] {
        (0..<builtin_file_count()).compactMap { index in
            let file = builtin_file_at(index).pointee
            let name = String(cString: file.path)
            guard isAsked(name) else { return nil }
            return InputFile(
                name: name, bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
        }
    }

    // MARK: - Prepared data

    /// The prepared form of the data, where the data inside the program are used and it is of them.
    var prepared: PreparedGuide? {
        guard case .inside = place else { return nil }
        let bytes = builtin_prepared()
        return PreparedGuide(
            Array(UnsafeBufferPointer(start: bytes.bytes, count: bytes.count)),
            fingerprint: DataFiles.fingerprint)
    }

    /// The fingerprint of what the prepared form is made of.
    static var fingerprint: UInt64 {
        var fingerprint = TextFingerprint()
        for index in 0..<builtin_file_count() {
            let file = builtin_file_at(index).pointee
            let name = String(cString: file.path)
            guard name.hasSuffix(".xml") || name.hasSuffix(".cypher") else { continue }
            fingerprint.add(
                name: name, content: UnsafeRawBufferPointer(start: file.bytes, count: file.count))
        }
        return fingerprint.value
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
