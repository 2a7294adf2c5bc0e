import Foundation

/// Where the public suites are: `VEIVISER_CORPUS`, by default `../shared` beside the package.
enum Corpus {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["VEIVISER_CORPUS"], !path.isEmpty {
            return URL(filePath: path)
        }
        return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    }()

    /// The feature files under a folder, in order of their paths.
    static func features(in folder: URL) -> [URL] {
        guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        else { return [] }
        return walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "feature" }
            .sorted { $0.path() < $1.path() }
    }

    static func exists(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.path())
    }
}
