import GraphModel

/// A statement of the graph that carries an answer, with where it stands.
package struct Fact: Sendable {
    /// The stable id of the node it starts from, or whose property it is.
    package var from: String
    /// The relationship's type, or the property's name.
    package var type: String
    /// The stable id of the node it leads to; nil for a property.
    package var to: String?
    /// The value of a property.
    package var value: Value?
    /// Where it stands: source and line, or source and section.
    package var sources: [String]
    /// How sure it is: stated, inferred, corrected or overlay.
    package var confidence: String?
    /// When it holds.
    package var validity: Validity
    /// What the source or the graph says of it beside: roles, a remark.
    package var details: FactDetails

    /// Whether it became known after the source.
    package var isOverlay: Bool { confidence == "overlay" }

    /// Whether both state the same.
    func isSame(as other: Fact) -> Bool {
        from == other.from && type == other.type && to == other.to
            && (to != nil || value.map(AnswerValue.text) == other.value.map(AnswerValue.text))
    }
}

/// What belongs to a fact beside its ends.
package struct FactDetails: Sendable {
    /// The positions of the ends in the graph the fact came from.
    var fromNode: UInt32
    var toNode: UInt32?
    /// The position of the relationship; nil for a property.
    var relationship: UInt32?
    /// What the actor does, for a stage.
    var roles: [String] = []
    /// When the source says it.
    var assertedOn: String?
    /// A remark, per language.
    var remarks: [Language: String] = [:]
}

/// Literal values of answers as texts.
enum AnswerValue {
    /// A number, year or text as it is read.
    static func text(_ value: Value) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .boolean(let truth): truth ? "true" : "false"
        case .date(let date): date.description
        default: ValuePrinter().text(of: value)
        }
    }
}
