import ImporterKit

/// Where the graphs of a file lie, and on which lines their nodes and edges stand.
///
/// Graphviz keeps no lines and reads one graph at a time, hence this pass before it. What it makes
/// of a broken file does not matter: Graphviz judges.
struct DOTOutline {
    /// One graph of the file.
    struct Graph {
        /// Its bytes, from after the graph before it.
        var range: Range<Int>
        /// The line its range starts on.
        var line: Int
        /// The line its first token stands on.
        var firstLine: Int
        /// Where lines begin that are remarks after `#`.
        var remarks: [Int] = []
        /// The line each node is first named on.
        var nodeLines: [String: Int] = [:]
        /// The lines of the edges between two nodes, in order, by `DOTOutline.pair`.
        var edgeLines: [String: [Int]] = [:]
    }

    private(set) var graphs: [Graph] = []
    /// Deepest nesting of braces.
    private(set) var depth = 0
    /// The line where the nesting first passes `maximumDepth`, 0 if nowhere.
    private(set) var tooDeepLine = 0
    /// Where a quoted text opens that is never closed, nil for none.
    private(set) var unclosedQuote: Int?

    /// Deeper nesting is refused: Graphviz recurses.
    static let maximumDepth = 200

    /// The key of an edge.
    static func pair(_ tail: String, _ head: String) -> String { "\(tail)\u{0}\(head)" }

    init(_ bytes: ByteView, from start: Int) {
        var scanner = DOTScanner(bytes, from: start)
        var walk = Walk(start: start)
        while true {
            let token = scanner.next()
            if token == .end { break }
            walk.take(token, line: scanner.tokenLine)
            if walk.braces > depth {
                depth = walk.braces
                if depth > DOTOutline.maximumDepth, tooDeepLine == 0 {
                    tooDeepLine = scanner.tokenLine
                }
            }
            if walk.isComplete {
                graphs.append(
                    walk.finish(end: scanner.position, remarks: scanner.takeRemarks()))
                walk = Walk(start: scanner.position, line: scanner.line)
            }
        }
        unclosedQuote = scanner.unclosedQuote
        if walk.hasTokens {
            graphs.append(walk.finish(end: bytes.count, remarks: scanner.takeRemarks()))
        }
    }

    /// The state within one graph.
    private struct Walk {
        private var graph: Graph
        private(set) var braces = 0
        private(set) var hasTokens = false
        private(set) var isComplete = false
        private var brackets = 0
        /// A name that is a node unless `=` follows.
        private var candidate: (name: String, line: Int)?
        private var lastOperand: String?
        private var tail: String?
        private var skipsNext = false
        private var joinsNext = false

        init(start: Int, line: Int = 1) {
            graph = Graph(range: start..<start, line: line, firstLine: line)
        }

        mutating func finish(end: Int, remarks: [Int]) -> Graph {
            commit()
            graph.remarks = remarks
            graph.range = graph.range.lowerBound..<end
            return graph
        }

        mutating func take(_ token: DOTScanner.Token, line: Int) {
            if !hasTokens { graph.firstLine = line }
            hasTokens = true
            switch token {
            case .identifier(let name, let isQuoted): takeName(name, isQuoted, line)
            case .edge:
                commit()
                tail = lastOperand
            case .mark(let byte): takeMark(byte)
            case .end: break
            }
        }

        private mutating func takeName(_ name: String, _ isQuoted: Bool, _ line: Int) {
            guard braces > 0, brackets == 0 else { return }
            if skipsNext {
                skipsNext = false
                return
            }
            if joinsNext {
                joinsNext = false
                candidate?.name += name
                return
            }
            commit()
            if !isQuoted {
                switch name.lowercased() {
                case "subgraph":
                    skipsNext = true
                    return
                case "node", "edge", "graph", "strict", "digraph":
                    return
                default:
                    break
                }
            }
            candidate = (name, line)
        }

        private mutating func takeMark(_ byte: UInt8) {
            switch byte {
            case 0x7B:
                if !skipsNext { commit() }
                endOfStatement()
                braces += 1
            case 0x7D:
                commit()
                endOfStatement()
                braces = max(braces - 1, 0)
                if braces == 0 { isComplete = true }
            case 0x5B:
                commit()
                brackets += 1
            case 0x5D: brackets = max(brackets - 1, 0)
            case 0x3D where brackets == 0:
                candidate = nil
                skipsNext = true
            case 0x3A where brackets == 0: skipsNext = true
            case 0x2B where brackets == 0 && candidate != nil: joinsNext = true
            case 0x3B,
                0x2C where brackets == 0:
                commit()
                endOfStatement()
            default: break
            }
        }

        private mutating func endOfStatement() {
            lastOperand = nil
            tail = nil
            skipsNext = false
            joinsNext = false
        }

        private mutating func commit() {
            guard let (name, line) = candidate else { return }
            candidate = nil
            if graph.nodeLines[name] == nil { graph.nodeLines[name] = line }
            if let tail {
                graph.edgeLines[DOTOutline.pair(tail, name), default: []].append(line)
            }
            tail = nil
            lastOperand = name
        }
    }
}
