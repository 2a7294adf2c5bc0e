import GraphModel
import GraphStore
import ImporterKit

extension BuilderSink {
    package func defineNodes(_ rows: borrowing NodeRows, in file: InputFile) throws {
        at(line: rows.firstLine, file: file)
        let table = tableIndex(rows.space)
        let first = UInt32(builder.nodeCount)
        let fresh = withTable(table) { table in
            for (row, identifier) in rows.identifiers.enumerated() {
                if table.integers.find(identifier) != IntegerTable.absent { return row }
                table.integers.insert(identifier, first + UInt32(row))
            }
            return rows.identifiers.count
        }
        let isWhole = fresh == rows.identifiers.count
        let identifiers = isWhole ? rows.identifiers : Array(rows.identifiers[..<fresh])
        builder.addNodes(
            count: fresh, labels: rows.labels.map { LabelID($0.raw) },
            integerKey: rows.key.map { KeyID($0.raw) }, identifiers)
        definedBy.append(contentsOf: repeatElement(currentFile, count: fresh))
        if let sources {
            for row in 0..<fresh {
                sources.note(
                    node: first + UInt32(row), file: currentFile,
                    line: UInt32(clamping: rows.firstLine + row))
            }
        }
        if merging != nil, let key = rows.key {
            for row in 0..<fresh {
                let node = NodeToken(first + UInt32(row))
                set(key, of: node, to: .integer(rows.identifiers[row]))
            }
        }
        if !isWhole { try defineRest(rows, from: fresh, in: file) }
    }

    /// Rows from one on whose node is known already.
    private func defineRest(
        _ rows: borrowing NodeRows, from start: Int, in file: InputFile
    ) throws {
        let table = tableIndex(rows.space)
        for row in start..<rows.identifiers.count {
            let line = rows.firstLine + row
            at(line: line, file: file)
            let identifier = rows.identifiers[row]
            let node = NodeToken(node(identifier, in: table, line: UInt32(clamping: line)))
            guard define(node) else {
                try report(
                    .duplicateNode("\(identifier)", SourcePlace(file: file.name, line: line)))
                continue
            }
            for label in rows.labels { add(label, to: node) }
            if let key = rows.key { set(key, of: node, to: .integer(identifier)) }
        }
    }

    package func addRelationships(_ rows: borrowing RelationshipRows, in file: InputFile) throws {
        at(line: rows.firstLine, file: file)
        let starts = nodes(rows.starts, space: rows.startSpace, firstLine: rows.firstLine)
        let ends = nodes(rows.ends, space: rows.endSpace, firstLine: rows.firstLine)
        let added = builder.addRelationships(TypeID(rows.type.raw), from: starts, to: ends)
        guard let sources else { return }
        for (row, relationship) in added.enumerated() {
            sources.note(
                relationship: relationship, file: currentFile,
                line: UInt32(clamping: rows.firstLine + row))
        }
    }

    private func nodes(_ identifiers: [Int], space: Int, firstLine: Int) -> [UInt32] {
        let table = tableIndex(space)
        var (nodes, isComplete) = withTable(table) { table in
            var isComplete = true
            let nodes = identifiers.map { identifier in
                let node = table.integers.find(identifier)
                if node == IntegerTable.absent { isComplete = false }
                return node
            }
            return (nodes, isComplete)
        }
        if isComplete { return nodes }
        isComplete = true
        for row in nodes.indices where nodes[row] == IntegerTable.absent {
            nodes[row] = node(
                identifiers[row], in: table, line: UInt32(clamping: firstLine + row))
        }
        return nodes
    }
}
