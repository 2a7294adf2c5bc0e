import GraphModel

/// The version of the plugin API this package speaks. It rises when an importer written for an
/// older version would no longer work.
public let importerAPIVersion = 1

/// What an importer says of itself.
public struct ImporterDescriptor: Sendable {
    /// One setting an importer understands, given as `--option name=value`.
    public struct Option: Sendable {
        /// Its name.
        public let name: String
        /// The values it takes: their kind and, for a choice, the words.
        public let type: OptionType
        /// One line for a person.
        public let summary: String

        /// Creates an option.
        public init(name: String, type: OptionType, summary: String) {
            self.name = name
            self.type = type
            self.summary = summary
        }
    }

    /// The kinds of value an option takes.
    public enum OptionType: Sendable, Hashable {
        case text
        case boolean
        case integer
        case choice([String])
    }

    /// The plugin API it was written for, `importerAPIVersion`.
    public let apiVersion: Int
    /// Its name on the command line: lower case letters, digits and hyphens.
    public let name: String
    /// Its own version.
    public let version: String
    /// One line for a person.
    public let summary: String
    /// File name endings it reads, without the dot, lower case.
    public let extensions: [String]
    /// Media types it reads.
    public let mediaTypes: [String]
    /// Settings it understands.
    public let options: [Option]
    /// Whether it reads a folder of files as one graph.
    public let readsFolders: Bool
    /// Names of files that stand for the whole folder they lie in (`datapackage.json`).
    public let folderFiles: [String]

    /// Creates a descriptor.
    public init(
        apiVersion: Int = importerAPIVersion, name: String, version: String = "1.0",
        summary: String, extensions: [String], mediaTypes: [String] = [], options: [Option] = [],
        readsFolders: Bool = false, folderFiles: [String] = []
    ) {
        self.apiVersion = apiVersion
        self.name = name
        self.version = version
        self.summary = summary
        self.extensions = extensions
        self.mediaTypes = mediaTypes
        self.options = options
        self.readsFolders = readsFolders
        self.folderFiles = folderFiles
    }
}

/// How sure an importer is that a file is of its format.
public enum Likelihood: Int, Sendable, Comparable {
    /// It is something else.
    case no = 0
    /// It could be, as any text could.
    case possible = 1
    /// The content looks like it.
    case likely = 2
    /// A mark of the format is there (a root element, a magic word).
    case certain = 3

    /// Orders from no to certain.
    public static func < (left: Likelihood, right: Likelihood) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// The start of a file, for recognising its format.
public struct Sample: Sendable {
    /// The file's name without its folder; a compressed file's without `.gz` or `.zst`.
    public let fileName: String
    /// Up to the first 64 KiB, decompressed.
    public let head: [UInt8]

    /// Creates a sample.
    public init(fileName: String, head: [UInt8]) {
        self.fileName = fileName
        self.head = head
    }

    /// The file name's ending without the dot, lower case; empty where there is none.
    public var fileExtension: String {
        guard let dot = fileName.lastIndex(of: ".") else { return "" }
        return fileName[fileName.index(after: dot)...].lowercased()
    }
}

/// Reads one format into a graph.
///
/// An importer holds no state: everything of one run lives in `read`. It reports what is wrong
/// with the data to the sink and throws only where it cannot go on; it never prints, never exits.
public protocol Importer: Sendable {
    /// What it is.
    var descriptor: ImporterDescriptor { get }

    /// How likely the file is of this format, by its content first and its name second; by its
    /// name alone unless an importer knows better.
    func likelihood(of sample: Sample) -> Likelihood

    /// How likely the files of a folder, by their names, are one graph of this format.
    func likelihood(ofFolder fileNames: [String]) -> Likelihood

    /// Reads the input from start to end and gives what it finds to the sink.
    ///
    /// - Throws: A `Diagnostic` with the place, where reading cannot go on; then nothing is kept.
    func read(_ input: ImportInput, into sink: any GraphSink) throws
}

extension Importer {
    /// By the name's ending.
    public func likelihood(of sample: Sample) -> Likelihood {
        descriptor.extensions.contains(sample.fileExtension) ? .likely : .no
    }

    /// Likely where the importer reads folders and knows the ending of every name.
    public func likelihood(ofFolder fileNames: [String]) -> Likelihood {
        guard descriptor.readsFolders else { return .no }
        let known = fileNames.filter { name in
            descriptor.extensions.contains(Sample(fileName: name, head: []).fileExtension)
        }
        if known.isEmpty { return .no }
        return known.count == fileNames.count ? .likely : .possible
    }
}
