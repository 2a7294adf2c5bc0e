import GraphModel

/// A program that speaks the plugin protocol, as an importer like any other.
///
/// It is run anew for each import, behind the sandbox where there is one, with limits. Whatever it
/// does, the worst that comes of it is a diagnostic: nothing is imported then.
public struct ExternalImporter: Importer {
    /// The program's path.
    public let program: String
    /// What it said of itself.
    public let descriptor: ImporterDescriptor
    let marks: [String]
    let sandbox: Sandbox
    let limits: ExternalLimits
    let triples: (any TripleReceiverSource)?

    /// Asks a program who it is.
    ///
    /// - Parameter triples: what makes a graph of triples; nil to refuse those.
    /// - Throws: a `Diagnostic` that says why it cannot be used.
    public init(
        program: String, sandbox: Sandbox, limits: ExternalLimits = ExternalLimits(),
        triples: (any TripleReceiverSource)? = nil
    ) throws(Diagnostic) {
        var connection = try PluginConnection(program, sandbox: sandbox, limits: limits)
        let hello = try PluginTalk.introduce(&connection, limits)
        _ = connection.finish()
        self.program = program
        self.sandbox = sandbox
        self.limits = limits
        self.triples = triples
        descriptor = hello.descriptor
        marks = hello.marks
    }

    /// By the name's ending, and by the texts the plugin named as marks of its format.
    public func likelihood(of sample: Sample) -> Likelihood {
        let named = descriptor.extensions.contains(sample.fileExtension)
        let head = String(decoding: sample.head.prefix(4096), as: UTF8.self)
        let isMarked = marks.contains { mark in head.containsText(mark) }
        if named { return isMarked ? .certain : .likely }
        return isMarked ? .likely : .no
    }

    /// Runs the program over the files.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        var copies = try PluginFiles()
        try copies.add(input.files)
        var connection = try PluginConnection(
            program, sandbox: sandbox, limits: limits, folder: copies.folder)
        let hello = try PluginTalk.introduce(&connection, limits)
        guard hello.descriptor.name == descriptor.name else {
            throw connection.fault("PluginProtocol", "now calls itself '\(hello.descriptor.name)'")
        }
        connection.send(copies.readMessage(options: input.options))
        var talk = PluginTalk(input: input, sink: sink, triples: triples)
        do {
            try talk.listen(&connection, limits)
        } catch {
            // The user's own stop is worth a word; a broken plugin may not be listening.
            connection.send(["type": "stop"])
            connection.stop()
            throw error
        }
        _ = connection.finish()
        try talk.reportLog(connection.logLines)
    }
}

extension String {
    /// Whether a text occurs in this one.
    fileprivate func containsText(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        let bytes = Array(utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { at in
            bytes[at] == first && bytes[at..<at + wanted.count].elementsEqual(wanted)
        }
    }
}
