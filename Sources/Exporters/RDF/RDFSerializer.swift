/// Writes statements as N-Triples, or as Turtle with statements of one subject together.
struct RDFSerializer {
    private let isTurtle: Bool
    private var subject = ""
    private var predicate = ""
    private(set) var text = ""

    init(isTurtle: Bool) {
        self.isTurtle = isTurtle
        guard isTurtle else { return }
        for (name, iri) in RDFNames.prefixes { text += "@prefix \(name): <\(iri)> .\n" }
    }

    mutating func add(_ subject: String, _ predicate: String, _ object: RDFTerm) {
        guard isTurtle else {
            text += "<\(subject)> <\(predicate)> "
            write(object)
            text += " .\n"
            return
        }
        if subject == self.subject {
            if predicate == self.predicate {
                text += " ,\n        "
            } else {
                text += " ;\n    \(verb(predicate)) "
            }
        } else {
            finish()
            text += "\n<\(subject)> \(verb(predicate)) "
        }
        self.subject = subject
        self.predicate = predicate
        write(object)
    }

    /// Ends the last statement.
    mutating func finish() {
        if isTurtle, !subject.isEmpty { text += " .\n" }
        subject = ""
    }

    private func verb(_ iri: String) -> String {
        iri == RDFNames.rdf + "type" ? "a" : name(iri)
    }

    private func name(_ iri: String) -> String {
        guard isTurtle else { return "<\(iri)>" }
        for (prefix, space) in RDFNames.prefixes where iri.hasPrefix(space) {
            let local = iri.dropFirst(space.count)
            let isPlain = local.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "_")
            }
            if isPlain, !local.isEmpty { return "\(prefix):\(local)" }
        }
        return "<\(iri)>"
    }

    private mutating func write(_ term: RDFTerm) {
        switch term {
        case .iri(let iri): text += name(iri)
        case .literal(let value, let datatype, let language):
            text += "\""
            for scalar in value.unicodeScalars { escape(scalar) }
            text += "\""
            if let language { text += "@\(language)" }
            if let datatype { text += "^^\(name(datatype))" }
        }
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
    }
}
