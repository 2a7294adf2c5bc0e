import GraphModel
import ImporterKit

/// The fast way through tables that hold nothing but integers: one node a line, or the two ends of
/// a relationship. The first line of another form ends it; the row reader goes on from there.
enum CSVBulk {
    /// Rows handed over at a time: enough to make the hand-over free, few enough for the cache.
    private static let batch = 32_768

    /// Whether a table has the two ends of relationships and nothing else.
    static func isBare(_ table: CSVTable) -> Bool {
        table.columns.count == 2
            && table.columns.allSatisfy { $0.role == .start || $0.role == .end }
    }

    /// All identifiers of a table of one column; nil where a line is anything but an integer.
    static func identifiers(_ table: CSVTable, _ bytes: ByteView) -> [Int]? {
        var result: [Int] = []
        result.reserveCapacity((bytes.count - table.dataStart) / 4)
        var position = table.dataStart
        while position < bytes.count {
            guard let value = integer(bytes, &position), endLine(bytes, &position) else {
                return nil
            }
            result.append(value)
        }
        return result
    }

    /// Defines the nodes of a table of one column.
    static func emit(_ identifiers: [Int], _ table: CSVTable, into sink: any GraphSink) throws {
        let name = table.columns[0].name
        let key = sink.propertyKey(name.isEmpty ? GraphConventions.identifierKey : name)
        let labels = table.label.map { [sink.label($0)] } ?? []
        var rows = NodeRows(labels: labels, space: table.space, key: key)
        var done = 0
        while done < identifiers.count {
            let next = min(done + batch, identifiers.count)
            rows.identifiers.removeAll(keepingCapacity: true)
            rows.identifiers.append(contentsOf: identifiers[done..<next])
            rows.firstLine = table.dataLine + done
            try sink.defineNodes(rows, in: table.file)
            done = next
        }
    }

    /// Adds the relationships of a bare table, up to the first line of another form.
    static func emitRelationships(
        _ table: CSVTable, _ bytes: ByteView, _ reader: inout DelimitedRowReader,
        into sink: any GraphSink
    ) throws {
        let isReversed = table.columns[0].role == .end
        var rows = RelationshipRows(
            type: sink.relationshipType(table.type),
            startSpace: isReversed ? table.endSpace : table.startSpace,
            endSpace: isReversed ? table.startSpace : table.endSpace)
        rows.starts.reserveCapacity(batch)
        rows.ends.reserveCapacity(batch)
        while reader.position < bytes.count {
            rows.firstLine = reader.nextLine
            let position = fill(&rows, bytes, from: reader.position, table.dialect.delimiter)
            if rows.starts.isEmpty { return }
            reader.skip(to: position, lines: rows.starts.count)
            if isReversed { reverse(&rows) }
            try sink.addRelationships(rows, in: table.file)
            if isReversed { reverse(&rows) }
            try sink.progress(bytes: position)
        }
    }

    private static func reverse(_ rows: inout RelationshipRows) {
        (rows.starts, rows.ends) = (rows.ends, rows.starts)
        (rows.startSpace, rows.endSpace) = (rows.endSpace, rows.startSpace)
    }

    /// Reads lines of two integers until the batch is full; gives the position after the last.
    private static func fill(
        _ rows: inout RelationshipRows, _ bytes: ByteView, from start: Int, _ delimiter: UInt8
    ) -> Int {
        rows.starts.removeAll(keepingCapacity: true)
        rows.ends.removeAll(keepingCapacity: true)
        var done = start
        while done < bytes.count, rows.starts.count < batch {
            var position = done
            guard let first = integer(bytes, &position),
                bytes.peek(position) == Int(delimiter)
            else { break }
            position += 1
            guard let second = integer(bytes, &position), endLine(bytes, &position) else { break }
            rows.starts.append(first)
            rows.ends.append(second)
            done = position
        }
        return done
    }

    /// An integer in its one form, of at most 18 digits.
    @inline(__always)
    private static func integer(_ bytes: ByteView, _ position: inout Int) -> Int? {
        let isNegative = bytes.peek(position) == 0x2D
        let start = isNegative ? position + 1 : position
        var end = start
        var value = 0
        while true {
            let digit = bytes.peek(end) - 0x30
            if digit < 0 || digit > 9 { break }
            value = value &* 10 &+ digit
            end += 1
        }
        let length = end - start
        guard length > 0, length <= 18, length == 1 && !isNegative || bytes[start] != 0x30 else {
            return nil
        }
        position = end
        return isNegative ? -value : value
    }

    /// Steps over a line end or the end of the file.
    @inline(__always)
    private static func endLine(_ bytes: ByteView, _ position: inout Int) -> Bool {
        switch bytes.peek(position) {
        case 0x0A: position += 1
        case 0x0D where bytes.peek(position + 1) == 0x0A: position += 2
        case -1: break
        default: return false
        }
        return true
    }
}
