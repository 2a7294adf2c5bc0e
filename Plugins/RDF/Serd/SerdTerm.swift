import CSerd
import ImporterKit

/// A term as serd has read it, lent out by its batch.
///
/// The only place that holds a pointer into a batch; it is read-only and lives as long as the call
/// it is handed to.
struct SerdTerm {
    /// What serd takes a term for.
    enum Kind: UInt8 {
        case iri
        /// A prefixed name, not yet an IRI.
        case name
        case blank
        case literal

        init(_ type: SerdType) {
            switch type {
            case SERD_CURIE: self = .name
            case SERD_BLANK: self = .blank
            case SERD_LITERAL: self = .literal
            default: self = .iri
            }
        }
    }

    let kind: Kind
    private let bytes: UnsafeBufferPointer<UInt8>

    init(kind: Kind, bytes: UnsafeBufferPointer<UInt8>) {
        self.kind = kind
        self.bytes = bytes
    }

    /// Lends the bytes of the term.
    @inline(__always)
    func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        try body(bytes.span)
    }

    /// The term as a text.
    var text: String { withBytes { String($0) } }
}

/// What serd reports: a statement, or a directive.
struct SerdEvent {
    /// What it is.
    enum Kind: UInt8 {
        case statement
        /// The subject is a prefix, the object the namespace it stands for.
        case prefix
        /// The object is the new base.
        case base
    }

    let kind: Kind
    let subject: SerdTerm
    let predicate: SerdTerm
    let object: SerdTerm
    let datatype: SerdTerm?
    let language: SerdTerm?
    let graph: SerdTerm?
    /// Whether the subject is that of the statement before.
    let hasSameSubject: Bool
    /// How far serd had read.
    let position: Int
}

/// Where serd gave up, and why.
struct SerdFault: Sendable {
    /// Its line, from 1 at the start of what was read.
    let line: Int
    /// Its column, in bytes.
    let column: Int
    let text: String
}
