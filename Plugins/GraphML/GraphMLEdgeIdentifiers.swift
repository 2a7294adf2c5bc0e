import GraphModel
import ImporterKit

/// The identifiers of a graph's edges, as long as they may say something.
///
/// GraphML calls the edge identifiers `e0`, `e1`, … in the order of the edges canonical: they repeat
/// the order and are made up by the program that wrote the file. Where all are, none is kept; the
/// first that is not brings back those before it.
struct GraphMLEdgeIdentifiers {
    private var areCanonical = true
    /// The edges so far, while all are canonical.
    private var edges: [RelationshipToken] = []

    /// Takes an edge with its identifier, if it has one.
    mutating func take(
        _ identifier: Range<Int>?, _ text: borrowing TextStack, of edge: RelationshipToken,
        _ key: KeyToken, _ sink: any GraphSink
    ) {
        if areCanonical {
            let number = edges.count
            if let identifier, text.withView({ Self.isCanonical($0, identifier, number) }) {
                edges.append(edge)
                return
            }
            areCanonical = false
            for (number, edge) in edges.enumerated() {
                sink.set(key, of: edge, to: .string("e\(number)"))
            }
            edges = []
        }
        guard let identifier else { return }
        text.withView { bytes in
            bytes.withSpan(identifier) { sink.set(key, of: edge, toText: $0) }
        }
    }

    /// Whether a text is `e` and a number.
    private static func isCanonical(_ bytes: ByteView, _ range: Range<Int>, _ number: Int) -> Bool {
        guard range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "e") else { return false }
        return bytes.canonicalInteger(range.lowerBound + 1..<range.upperBound) == number
    }
}
