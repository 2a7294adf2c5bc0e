import GraphModel
import ImporterKit

/// What a datatype's literals become.
enum RDFDatatype: Equatable {
    case text
    case integer
    case float
    case boolean
    case temporal(ValueText.Kind)
    /// Kept as a text; the datatype itself is lost, which is said once.
    case unknown

    /// The kind of a datatype IRI.
    init(_ iri: String) {
        guard iri.hasPrefix(RDFNames.xsd) else {
            self = iri == RDFNames.langString ? .text : .unknown
            return
        }
        switch iri.dropFirst(RDFNames.xsd.count) {
        case "string", "normalizedString", "token", "anyURI", "language", "Name", "NCName",
            "NMTOKEN":
            self = .text
        case "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger",
            "nonPositiveInteger", "negativeInteger", "unsignedInt", "unsignedLong",
            "unsignedShort", "unsignedByte", "gYear":
            self = .integer
        case "decimal", "double", "float": self = .float
        case "boolean": self = .boolean
        case "date": self = .temporal(.date)
        case "time": self = .temporal(.localTime)
        case "dateTime": self = .temporal(.localDateTime)
        case "dateTimeStamp": self = .temporal(.dateTime)
        case "duration", "dayTimeDuration", "yearMonthDuration": self = .temporal(.duration)
        default: self = .unknown
        }
    }

    /// The value of a lexical form; nil where it must stay a text.
    func value(_ text: Span<UInt8>) -> Value? {
        switch self {
        case .text, .unknown:
            return nil
        case .integer:
            return text.withUnsafeBytes { bytes in
                let view = ByteView(bytes)
                return view.integer(0..<view.count).map(Value.integer)
            }
        case .float:
            if let value = text.withUnsafeBytes({ bytes in
                let view = ByteView(bytes)
                return view.decimal(0..<view.count)
            }) {
                return .float(value)
            }
            return RDFDatatype.special(String(text))
        case .boolean:
            switch String(text) {
            case "true", "1": return .boolean(true)
            case "false", "0": return .boolean(false)
            default: return nil
            }
        case .temporal(let kind):
            return RDFDatatype.temporal(kind, String(text))
        }
    }

    private static func special(_ text: String) -> Value? {
        switch text {
        case "INF", "+INF": .float(.infinity)
        case "-INF": .float(-.infinity)
        case "NaN": .float(.nan)
        default: nil
        }
    }

    /// XML Schema allows an offset where it is optional: then the value has one too.
    private static func temporal(_ kind: ValueText.Kind, _ text: String) -> Value? {
        if let value = ValueText.parse(kind, text) { return value }
        switch kind {
        case .localDateTime: return ValueText.parse(.dateTime, text)
        case .localTime: return ValueText.parse(.time, text)
        default: return nil
        }
    }
}
