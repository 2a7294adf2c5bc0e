import GraphModel
import GraphStore
import ImporterKit

/// Turns what importers find into a graph: identifiers to nodes, tokens to ids, diagnostics into
/// one bounded list.
///
/// Made for one import by one thread; nothing of it outlives `finish`.
package final class BuilderSink: GraphSink {
    let builder = GraphBuilder()
    let options: ImportOptions
    var collector: DiagnosticCollector
    /// Facts that were left out.
    var skipped = 0

    private var tables: [IdentifierTable] = []
    /// Names of the property keys, for messages.
    private(set) var keyNames: [UInt32: String] = [:]
    /// Number of the file that describes each node, from 1; 0 for a node only mentioned.
    var definedBy: [UInt32] = []
    /// A node that is named, and where.
    typealias Mention = (node: UInt32, file: UInt32, line: UInt32)
    /// Nodes made by a mention.
    var mentions: [Mention] = []

    /// The files seen, and the one at hand.
    private(set) var fileNames: [String] = []
    private var currentContent: FileContent?
    private(set) var currentFile: UInt32 = 0
    private(set) var currentLine: UInt32 = 0

    /// The number of the input at hand: a file, or the files of a folder.
    var input = 0
    /// Where facts of more than one input meet; nil for a single input.
    var merging: MergeLedger?
    let sources: SourceKeeper?
    var statementCount: Int?
    var bytesDone = 0
    var bytesTotal = 0

    /// Creates a sink.
    ///
    /// - Parameter inputCount: how many inputs come; with more than one, what they say of the same
    ///   node is compared.
    package init(options: ImportOptions, inputCount: Int = 1) {
        self.options = options
        collector = DiagnosticCollector(limit: options.diagnosticLimit)
        sources =
            options.keepsSources
            ? SourceKeeper(builder, placesKey: options.placesKey) : nil
        merging = inputCount > 1 ? MergeLedger() : nil
    }

    // MARK: names

    package func label(_ name: String) -> LabelToken { LabelToken(builder.label(name).raw) }

    package func relationshipType(_ name: String) -> TypeToken {
        TypeToken(builder.type(name).raw)
    }

    package func propertyKey(_ name: String) -> KeyToken {
        let key = builder.key(name).raw
        keyNames[key] = name
        return KeyToken(key)
    }

    // MARK: nodes

    package func node(_ identifier: Span<UInt8>, space: Int) -> NodeToken {
        let table = tableIndex(space)
        return NodeToken(tables[table].find(identifier) { mention(line: currentLine) })
    }

    /// The node with an integer identifier, made on first mention.
    func node(_ identifier: Int, in table: Int, line: UInt32) -> UInt32 {
        tables[table].integers.find(identifier) { mention(line: line) }
    }

    private func mention(line: UInt32) -> UInt32 {
        let node = builder.addNode()
        definedBy.append(0)
        mentions.append((node, currentFile, line))
        return node
    }

    /// Number of the table of a space; there are few, and the last is tried first.
    func tableIndex(_ space: Int) -> Int {
        for index in tables.indices.reversed() where tables[index].space == space { return index }
        tables.append(IdentifierTable(space: space))
        return tables.count - 1
    }

    /// Changes a table in place.
    func withTable<Result>(_ index: Int, _ body: (inout IdentifierTable) -> Result) -> Result {
        body(&tables[index])
    }

    /// Every table, for messages.
    var identifierTables: [IdentifierTable] { tables }

    package func anonymousNode() -> NodeToken {
        let node = builder.addNode()
        definedBy.append(currentFile)
        sources?.note(node: node, file: currentFile, line: currentLine)
        return NodeToken(node)
    }

    @discardableResult
    package func define(_ node: NodeToken) -> Bool {
        // Where one file describes all it names, a known node is a described one.
        if mentions.isEmpty, fileNames.count == 1 { return false }
        let before = definedBy[Int(node.raw)]
        if before == currentFile, before != 0 { return false }
        definedBy[Int(node.raw)] = currentFile
        // The common case, a definition at first mention, leaves no trace.
        if mentions.last?.node == node.raw { mentions.removeLast() }
        if before == 0 {
            sources?.note(node: node.raw, file: currentFile, line: currentLine)
        } else {
            sources?.noteAgain(node: node.raw, file: currentFile, line: currentLine)
        }
        return true
    }

    package func add(_ label: LabelToken, to node: NodeToken) {
        builder.addLabel(node.raw, LabelID(label.raw))
    }

    // MARK: places

    package func at(line: Int, file: InputFile) {
        if file.content !== currentContent { enter(file) }
        currentLine = UInt32(clamping: line)
    }

    /// Makes a file the one at hand.
    func enter(_ file: InputFile) {
        currentContent = file.content
        let known = fileNames.firstIndex(of: file.name)
        if let known {
            currentFile = UInt32(known + 1)
        } else {
            fileNames.append(file.name)
            currentFile = UInt32(fileNames.count)
            sources?.enter(file.name)
        }
    }

    /// Ends an input: what its files named for themselves alone is forgotten.
    func endInput() {
        tables.removeAll { $0.space < 0 }
        input += 1
    }

    /// The name of a file by its number.
    func fileName(_ number: UInt32) -> String? {
        number > 0 ? fileNames[Int(number) - 1] : nil
    }
}
