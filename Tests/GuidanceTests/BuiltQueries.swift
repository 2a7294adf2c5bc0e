import Foundation

/// The saved questions of this package.
enum BuiltQueries {
    /// Names of the files, in order.
    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".cypher") }.sorted()
    }
}
