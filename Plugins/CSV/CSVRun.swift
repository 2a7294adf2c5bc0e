import GraphModel
import ImporterKit

/// One import: what is found out over all tables, then the tables one by one.
struct CSVRun {
    private let tables: [CSVTable]
    private let options: CSVOptions

    init(tables: [CSVTable], options: CSVOptions) {
        self.tables = tables
        self.options = options
    }

    /// Gives every row to the sink: nodes first, so that a relationship finds its ends.
    mutating func emit(into sink: any GraphSink) throws {
        let nodes = tables.filter { $0.kind == .nodes }.map { NodeTable($0, options) }
        var integerSpaces: [Int: Bool] = [:]
        for node in nodes {
            integerSpaces[node.table.space, default: true] =
                integerSpaces[node.table.space, default: true] && node.hasIntegers
        }
        for node in nodes {
            let isInteger = integerSpaces[node.table.space] ?? false
            try emit(node, isInteger: isInteger, into: sink)
        }
        let relationships = tables.filter { $0.kind == .relationships }
        let impliesNodes = nodes.isEmpty
        for table in relationships {
            try emit(table, impliesNodes: impliesNodes, into: sink)
        }
    }

    /// A table of nodes with what its values turned out to be.
    private struct NodeTable {
        let table: CSVTable
        /// All identifiers, where the table has nothing else and all are integers.
        let identifiers: [Int]?
        private let scan: CSVColumnScan?

        init(_ table: CSVTable, _ options: CSVOptions) {
            self.table = table
            (identifiers, scan) = table.file.content.withView { bytes in
                if table.columns.count == 1, table.columns[0].role == .identifier,
                    let found = CSVBulk.identifiers(table, bytes)
                {
                    return (found, nil)
                }
                return (nil, CSVColumnScan(table, bytes, comment: options.comment))
            }
        }

        var identifierColumn: Int? { table.columns.firstIndex { $0.role == .identifier } }

        var hasIntegers: Bool {
            guard let scan else { return true }
            return identifierColumn.map(scan.isInteger) ?? true
        }

        /// The columns with their open types settled.
        var columns: [CSVColumn] {
            var columns = table.columns
            guard let scan else { return columns }
            for index in columns.indices where columns[index].type == .inferred {
                columns[index].type = scan.type(of: index)
            }
            return columns
        }
    }

    private func emit(_ node: NodeTable, isInteger: Bool, into sink: any GraphSink) throws {
        let table = node.table
        if let identifiers = node.identifiers, isInteger {
            try CSVBulk.emit(identifiers, table, into: sink)
            return
        }
        var columns = node.columns
        if let identifier = node.identifierColumn {
            columns[identifier].type = isInteger ? .integer : .text
        }
        try table.file.content.withView { bytes in
            var writer = CSVNodeWriter(
                table: table, columns: columns, bytes: bytes, options: options, sink: sink)
            try writer.run()
        }
    }

    private func emit(
        _ table: CSVTable, impliesNodes: Bool, into sink: any GraphSink
    ) throws {
        try table.file.content.withView { bytes in
            var reader = table.rows(bytes, comment: options.comment)
            if !impliesNodes, CSVBulk.isBare(table) {
                try CSVBulk.emitRelationships(table, bytes, &reader, into: sink)
            }
            let scan =
                reader.position < bytes.count
                ? CSVColumnScan(table, bytes, comment: options.comment) : nil
            guard let scan else { return }
            var columns = table.columns
            for index in columns.indices where columns[index].type == .inferred {
                columns[index].type = scan.type(of: index)
            }
            var writer = CSVRelationshipWriter(
                table: table, columns: columns, bytes: bytes, options: options, sink: sink)
            if impliesNodes { writer.defineEnds(areIntegers: endsAreIntegers(table, scan)) }
            try writer.run(&reader)
        }
    }

    private func endsAreIntegers(_ table: CSVTable, _ scan: CSVColumnScan) -> Bool {
        table.columns.indices.allSatisfy { index in
            let role = table.columns[index].role
            return role != .start && role != .end || scan.isInteger(index)
        }
    }
}
