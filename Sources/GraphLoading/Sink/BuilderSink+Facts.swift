import GraphModel
import GraphStore
import ImporterKit

extension BuilderSink {
    package func set(_ key: KeyToken, of node: NodeToken, to value: Value) {
        merge(key, of: node, value)
        keep { () throws(Diagnostic) in try builder.set(node: node.raw, KeyID(key.raw), value) }
    }

    package func set(_ key: KeyToken, of node: NodeToken, toText text: Span<UInt8>) {
        if merging != nil { merge(key, of: node, .string(String(text))) }
        builder.setString(node: node.raw, KeyID(key.raw), text)
    }

    package func append(_ value: Value, to key: KeyToken, of node: NodeToken) {
        keep { () throws(Diagnostic) in
            try builder.append(node: node.raw, KeyID(key.raw), value)
        }
    }

    package func append(text: Span<UInt8>, to key: KeyToken, of node: NodeToken) {
        builder.appendString(node: node.raw, KeyID(key.raw), text)
    }

    package func relationship(
        _ type: TypeToken, from: NodeToken, to: NodeToken
    ) -> RelationshipToken {
        let relationship = builder.addRelationship(TypeID(type.raw), from: from.raw, to: to.raw)
        sources?.note(relationship: relationship, file: currentFile, line: currentLine)
        return RelationshipToken(relationship)
    }

    package func set(_ key: KeyToken, of relationship: RelationshipToken, to value: Value) {
        keep { () throws(Diagnostic) in
            try builder.set(relationship: relationship.raw, KeyID(key.raw), value)
        }
    }

    package func set(
        _ key: KeyToken, of relationship: RelationshipToken, toText text: Span<UInt8>
    ) {
        builder.setString(relationship: relationship.raw, KeyID(key.raw), text)
    }

    /// A value that no property can hold is a fault of the importer; it is reported, not stored.
    private func keep(_ store: () throws(Diagnostic) -> Void) {
        do throws(Diagnostic) {
            try store()
        } catch {
            var diagnostic = error
            diagnostic.place = fileName(currentFile).map {
                SourcePlace(file: $0, line: Int(currentLine))
            }
            collector.add(diagnostic)
            skipped += 1
        }
    }

    /// Compares with what an earlier input said of the same property.
    private func merge(_ key: KeyToken, of node: NodeToken, _ value: Value) {
        guard var ledger = merging else { return }
        merging = nil
        let place = fileName(currentFile).map { SourcePlace(file: $0, line: Int(currentLine)) }
        let conflict = ledger.note(
            MergeLedger.Fact(node: node.raw, key: key.raw), value, input: input,
            file: currentFile)
        merging = ledger
        guard let conflict else { return }
        let name = keyNames[key.raw] ?? "?"
        let other = fileName(conflict.file).map { "'\($0)'" } ?? "an earlier file"
        collector.add(
            Diagnostic(
                .data, "MergeConflict",
                "\(other) gives '\(name)' of the same node another value", place: place,
                notes: [
                    "before: \(MergeLedger.text(conflict.value))",
                    "now, and kept: \(MergeLedger.text(value))",
                ], severity: .warning))
    }

    package var wantsStatements: Bool { options.onStatement != nil }

    package func statement(_ text: @autoclosure () -> String) {
        statementCount = (statementCount ?? 0) + 1
        options.onStatement?(text())
    }

    package func report(_ diagnostic: Diagnostic) throws {
        collector.add(diagnostic)
        guard diagnostic.severity == .error else { return }
        skipped += 1
        if options.onError == .stop, collector.errorCount >= options.diagnosticLimit {
            throw ImportStop()
        }
    }

    package func progress(bytes: Int) throws {
        if let isCancelled = options.isCancelled, isCancelled() {
            throw Diagnostic(.resource, "Cancelled", "the import was cancelled")
        }
        options.onProgress?(bytesDone + bytes, bytesTotal)
    }
}

/// Ends reading after enough errors; what to say of them is in the collector.
struct ImportStop: Error {}
