import CGraphviz
import GraphModel
import ImporterKit

/// A graph Graphviz has parsed; closed at the end of its life. To be used under Graphviz's lock.
struct DOTGraph: ~Copyable {
    private let graph: UnsafeMutablePointer<Agraph_t>
    /// What Graphviz warned of.
    let warnings: [Diagnostic]

    /// Parses.
    ///
    /// - Throws: A `SyntaxError` at Graphviz's line, its column where the word it names is found.
    init(_ text: [CChar], _ outline: DOTOutline.Graph, _ file: InputFile) throws {
        let parsed = vv_graphviz_parse(text, Int32(clamping: outline.line))
        let messages = DOTMessage.parse(String(cString: vv_graphviz_messages()))
        guard let parsed else {
            let fault = messages.last { $0.isError } ?? messages.last
            throw DOTMessage.diagnostic(fault, outline, file)
        }
        graph = parsed
        warnings = messages.map { DOTMessage.diagnostic($0, outline, file) }
    }

    deinit {
        vv_agclose(graph)
    }

    var isDirected: Bool { vv_agisdirected(graph) != 0 }

    var name: DOTText { DOTText(vv_agnameof(graph)) }

    /// Calls with every node.
    func forEachNode(_ body: (DOTNode) throws -> Void) rethrows {
        var node = vv_agfstnode(graph)
        while let current = node {
            try body(DOTNode(node: current))
            node = vv_agnxtnode(graph, current)
        }
    }

    /// Calls with every edge once, by tail and order.
    func forEachEdge(_ body: (DOTEdge) throws -> Void) rethrows {
        var node = vv_agfstnode(graph)
        while let current = node {
            var edge = vv_agfstout(graph, current)
            while let found = edge {
                try body(DOTEdge(edge: found, tail: DOTText(vv_agnameof(current))))
                edge = vv_agnxtout(graph, found)
            }
            node = vv_agnxtnode(graph, current)
        }
    }

    /// Names of the attributes declared for nodes, edges or the graph itself.
    func attributes(_ kind: Int32) -> [DOTAttribute] {
        var found: [DOTAttribute] = []
        var symbol = vv_agnxtattr(graph, kind, nil)
        while let current = symbol {
            found.append(DOTAttribute(symbol: current))
            symbol = vv_agnxtattr(graph, kind, current)
        }
        return found
    }

    /// Calls with the name of every named subgraph and each of its nodes, outer ones first.
    func forEachMembership(_ body: (String, DOTText) -> Void) {
        var open = [graph]
        while let current = open.popLast() {
            var inner: [UnsafeMutablePointer<Agraph_t>] = []
            var child = vv_agfstsubg(current)
            while let found = child {
                inner.append(found)
                child = vv_agnxtsubg(found)
            }
            open.append(contentsOf: inner.reversed())
            // Graphviz names what has no name after a percent sign.
            guard current != graph, let name = vv_agnameof(current), name.pointee != 0x25 else {
                continue
            }
            let title = DOTText(name).text
            var node = vv_agfstnode(current)
            while let member = node {
                body(title, DOTText(vv_agnameof(member)))
                node = vv_agnxtnode(current, member)
            }
        }
    }

    /// The value of an attribute of the graph itself.
    func value(_ attribute: DOTAttribute) -> DOTText {
        DOTText(vv_agxget(graph, attribute.symbol))
    }
}

/// An attribute declared in a graph.
struct DOTAttribute {
    fileprivate let symbol: UnsafeMutablePointer<Agsym_t>
    var name: String { String(cString: symbol.pointee.name) }
}

/// A node of a graph at hand.
struct DOTNode {
    fileprivate let node: UnsafeMutablePointer<Agnode_t>

    var name: DOTText { DOTText(vv_agnameof(node)) }

    func value(_ attribute: DOTAttribute) -> DOTText { DOTText(vv_agxget(node, attribute.symbol)) }
}

/// An edge of a graph at hand.
struct DOTEdge {
    fileprivate let edge: UnsafeMutablePointer<Agedge_t>

    // An edge that `agfstout` gives is seen from its tail: its node is the head.
    var head: DOTText { DOTText(vv_agnameof(edge.pointee.node)) }

    let tail: DOTText

    /// The name that tells parallel edges apart; empty where there is none.
    var key: DOTText { DOTText(vv_agnameof(edge)) }

    func value(_ attribute: DOTAttribute) -> DOTText { DOTText(vv_agxget(edge, attribute.symbol)) }
}

/// A text in Graphviz's memory, valid as long as its graph.
struct DOTText {
    private let start: UnsafeMutablePointer<CChar>?

    init(_ start: UnsafeMutablePointer<CChar>?) {
        self.start = start
    }

    var isEmpty: Bool { start.map { $0.pointee == 0 } ?? true }

    /// Whether it is a `<…>` text.
    var isMarkup: Bool { start.map { vv_aghtmlstr($0) != 0 } ?? false }

    /// The text; nil where it is not UTF-8.
    var valid: String? {
        guard let start else { return "" }
        return String(validatingCString: start)
    }

    /// The text; where it is not UTF-8 it is taken as Latin-1, as Graphviz does.
    var text: String {
        if let valid { return valid }
        var result = ""
        var at = start
        while let byte = at?.pointee, byte != 0 {
            result.unicodeScalars.append(UnicodeScalar(UInt8(bitPattern: byte)))
            at = at?.successor()
        }
        return result
    }
}
