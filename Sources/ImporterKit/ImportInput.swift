import GraphModel

/// One file's content, read or mapped, with the name for messages.
public struct InputFile: Sendable {
    /// The name as the user gave it, for messages and sources.
    public let name: String
    /// The whole content, decompressed.
    public let content: FileContent

    /// Creates a file from its name and content.
    public init(name: String, content: FileContent) {
        self.name = name
        self.content = content
    }

    /// A file held in memory, for tests and standard input.
    public init(name: String, bytes: [UInt8]) {
        self.init(name: name, content: FileContent(bytes: bytes))
    }

    /// The name without its folder.
    public var baseName: String {
        name.split(separator: "/").last.map(String.init) ?? name
    }
}

/// What an importer reads: one file, or the files of a folder, and the options given.
public struct ImportInput: Sendable {
    /// The files; one, unless the importer reads folders.
    public let files: [InputFile]
    /// Options by name, checked against the descriptor.
    public let options: [String: String]

    /// Creates an input.
    public init(files: [InputFile], options: [String: String] = [:]) {
        self.files = files
        self.options = options
    }

    /// The one file of an importer that reads no folders.
    public var file: InputFile { files[0] }
}
