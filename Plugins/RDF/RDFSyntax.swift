import CSerd
import ImporterKit

/// The syntaxes serd reads.
enum RDFSyntax: String {
    case turtle
    case ntriples
    case nquads
    case trig

    /// The syntax a file name's ending stands for.
    init?(fileExtension: String) {
        switch fileExtension {
        case "ttl", "turtle", "n3": self = .turtle
        case "nt", "ntriples": self = .ntriples
        case "nq", "nquads": self = .nquads
        case "trig": self = .trig
        default: return nil
        }
    }

    /// How a message calls it.
    var name: String {
        switch self {
        case .turtle: "Turtle"
        case .ntriples: "N-Triples"
        case .nquads: "N-Quads"
        case .trig: "TriG"
        }
    }

    /// Whether a statement is a line.
    var isByLine: Bool { self == .ntriples || self == .nquads }

    var serd: SerdSyntax {
        switch self {
        case .turtle: SERD_TURTLE
        case .ntriples: SERD_NTRIPLES
        case .nquads: SERD_NQUADS
        case .trig: SERD_TRIG
        }
    }
}

/// A look at the start of a text, for what kind of RDF it is, if any.
struct RDFSniffer {
    private(set) var likelihood = Likelihood.no
    /// The narrowest syntax that fits.
    private(set) var syntax = RDFSyntax.turtle
    /// Whether a tag, a declaration or a comment of XML stands at the start.
    private(set) var isXML = false

    init(_ bytes: ByteView) {
        var position = bytes.starts(with: "\u{FEFF}", at: 0) ? 3 : 0
        position = RDFSniffer.skipSpace(bytes, position)
        guard position < bytes.count else { return }
        isXML = RDFSniffer.startsAsXML(bytes, position)
        let head = bytes.text(position..<min(position + 16, bytes.count)).lowercased()
        if head.hasPrefix("@prefix") || head.hasPrefix("@base") || head.hasPrefix("prefix ") {
            likelihood = .certain
            syntax = RDFSniffer.hasGraphs(bytes, position) ? .trig : .turtle
        } else if head.hasPrefix("base <") {
            likelihood = .certain
        } else {
            lookAtLine(bytes, position)
        }
    }

    /// `<` and a declaration, or a name that no colon makes an IRI of.
    private static func startsAsXML(_ bytes: ByteView, _ start: Int) -> Bool {
        guard bytes[start] == 0x3C else { return false }
        if bytes.peek(start + 1) == 0x3F || bytes.peek(start + 1) == 0x21 { return true }
        var position = start + 1
        while bytes.peek(position) > 0x20, bytes.peek(position) != 0x3E { position += 1 }
        return !bytes.text(start..<position).contains("://")
    }

    private static func skipSpace(_ bytes: ByteView, _ start: Int) -> Int {
        var position = start
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case 0x23: position = bytes.firstIndex(of: 0x0A, from: position)
            default: return position
            }
        }
        return position
    }

    /// A line of terms and a full stop: three terms are N-Triples, four are N-Quads.
    private mutating func lookAtLine(_ bytes: ByteView, _ start: Int) {
        var position = start
        let end = bytes.firstIndex(of: 0x0A, from: start)
        var terms = 0
        while position < end {
            switch bytes[position] {
            case 0x20, 0x09, 0x0D:
                position += 1
                continue
            case 0x2E where terms >= 3:
                likelihood = .certain
                syntax = terms > 3 ? .nquads : .ntriples
                return
            case 0x3C:
                position = bytes.firstIndex(of: 0x3E, from: position) + 1
            case 0x22 where terms == 2:
                position = RDFSniffer.endOfText(bytes, position + 1)
            case 0x5F where bytes.peek(position + 1) == 0x3A:
                while position < end, bytes[position] != 0x20 { position += 1 }
            default:
                // An IRI at the start of a line that is not XML: perhaps Turtle.
                if terms > 0 { likelihood = .likely }
                return
            }
            terms += 1
        }
    }

    /// The position after a literal, its language and datatype included.
    private static func endOfText(_ bytes: ByteView, _ start: Int) -> Int {
        var position = start
        while position < bytes.count, bytes[position] != 0x22 {
            position += bytes[position] == 0x5C ? 2 : 1
        }
        position += 1
        while position < bytes.count, bytes[position] != 0x20, bytes[position] != 0x09,
            bytes[position] != 0x2E || bytes.peek(position + 1) > 0x20
        {
            position =
                bytes[position] == 0x3C
                ? bytes.firstIndex(of: 0x3E, from: position) + 1
                : position + 1
        }
        return position
    }

    /// Whether a brace opens a graph somewhere in the sample.
    private static func hasGraphs(_ bytes: ByteView, _ start: Int) -> Bool {
        var position = start
        while position < bytes.count {
            switch bytes[position] {
            case 0x7B: return true
            case 0x22: position = endOfText(bytes, position + 1)
            case 0x3C: position = bytes.firstIndex(of: 0x3E, from: position) + 1
            case 0x23: position = bytes.firstIndex(of: 0x0A, from: position)
            default: position += 1
            }
        }
        return false
    }
}

/// How deeply brackets are nested: serd recurses, so there is a limit.
enum RDFNesting {
    static let limit = 500

    /// Where the nesting passes the limit, nil where it does not.
    static func tooDeep(_ bytes: ByteView) -> Int? {
        let opening =
            bytes.occurrences(of: 0x5B, in: 0..<bytes.count)
            + bytes.occurrences(of: 0x28, in: 0..<bytes.count)
        if opening <= limit { return nil }
        var depth = 0
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case 0x5B, 0x28:
                depth += 1
                if depth > limit { return position }
            case 0x5D, 0x29: depth = max(depth - 1, 0)
            case 0x22, 0x27:
                position = skipText(bytes, position)
                continue
            case 0x3C:
                position = skipIRI(bytes, position)
                continue
            case 0x23 where position == 0 || bytes[position - 1] <= 0x20:
                position = bytes.firstIndex(of: 0x0A, from: position)
            case 0x5C: position += 1
            default: break
            }
            position += 1
        }
        return nil
    }

    private static func skipText(_ bytes: ByteView, _ start: Int) -> Int {
        let quote = bytes[start]
        let isLong =
            bytes.peek(start + 1) == Int(quote) && bytes.peek(start + 2) == Int(quote)
        var position = start + (isLong ? 3 : 1)
        while position < bytes.count {
            if bytes[position] == 0x5C {
                position += 2
                continue
            }
            if bytes[position] == quote {
                if !isLong { return position + 1 }
                if bytes.peek(position + 1) == Int(quote), bytes.peek(position + 2) == Int(quote) {
                    return position + 3
                }
            }
            if bytes[position] == 0x0A, !isLong { return position }
            position += 1
        }
        return position
    }

    private static func skipIRI(_ bytes: ByteView, _ start: Int) -> Int {
        var position = start + 1
        while position < bytes.count, bytes[position] > 0x20 {
            if bytes[position] == 0x3E { return position + 1 }
            position += 1
        }
        return position
    }
}
