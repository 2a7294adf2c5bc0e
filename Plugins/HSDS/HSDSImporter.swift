import GraphModel
import ImporterKit

/// Reads the Human Services Data Specification of Open Referral: data packages (tables with or
/// without `datapackage.json`) and the objects its API gives.
public struct HSDSImporter: Importer {
    /// Creates the importer.
    public init() {}

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "hsds",
            summary: "human services data (Open Referral HSDS): data packages and API objects",
            extensions: ["csv", "json"], readsFolders: true, folderFiles: ["datapackage.json"])
    }

    /// By the members objects of the API have, and by `datapackage.json`.
    public func likelihood(of sample: Sample) -> Likelihood {
        if sample.fileName == "datapackage.json" { return .certain }
        if sample.fileExtension == "csv" {
            return .no
        }
        let file = InputFile(name: sample.fileName, bytes: sample.head)
        return file.content.withView { bytes in
            HSDSObjects.looksLikeHSDS(file, bytes) ? .certain : .no
        }
    }

    /// By `datapackage.json`, or by the tables every data package has.
    public func likelihood(ofFolder fileNames: [String]) -> Likelihood {
        let names = Set(fileNames)
        if names.contains("services.csv"), names.contains("organizations.csv") { return .certain }
        return names.contains("datapackage.json") ? .likely : .no
    }

    /// Reads all tables of a package, and all objects.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        var writer = HSDSWriter(sink: sink)
        let tables = input.files.filter { $0.stemAndEnding.ending == "csv" }
        let package = input.files.first { $0.baseName == "datapackage.json" }
        if package != nil || !tables.isEmpty {
            var reader = HSDSTables(writer: writer)
            try reader.read(tables, package)
            writer = reader.writer
        }
        for file in input.files
        where file.stemAndEnding.ending != "csv" && file.baseName != "datapackage.json" {
            var objects = HSDSObjects(file: file, writer: writer)
            try objects.read()
            writer = objects.writer
        }
    }
}

extension InputFile {
    /// The base name's parts, a compression's ending left out.
    var stemAndEnding: (stem: String, ending: String) {
        var parts = baseName.split(separator: ".").map(String.init)
        if let last = parts.last, ["gz", "zst"].contains(last.lowercased()) { parts.removeLast() }
        guard parts.count > 1, let ending = parts.popLast() else { return (baseName, "") }
        return (parts.joined(separator: "."), ending.lowercased())
    }
}
