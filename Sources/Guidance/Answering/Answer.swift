import GraphModel
import GraphStore

/// What a question is answered with.
package enum Verdict: String, Sendable {
    /// Nodes, values or a number.
    case answer
    /// It is so.
    case yes
    /// It is not so, on a stated ground.
    case no
    /// It is allowed.
    case may
    /// It is owed.
    case must
    /// The graph does not say, or the question was not understood.
    case unknown
    /// The question can be read in several ways.
    case ambiguous
}

/// An answer: what is so, the facts it rests on, and how it was found.
package struct Answer: Sendable {
    /// A node answered with.
    package struct Node: Sendable {
        /// Its stable id.
        package var id: String
        /// Its label.
        package var label: String
        /// Its name in the language of the answer.
        package var name: String
    }

    /// A line of the text answer, with where it stands.
    package struct Line: Sendable {
        /// The text.
        package var text: String
        /// The sources, as in `Fact.sources`.
        package var sources: [String] = []
    }

    /// What kind of answer it is.
    package var verdict: Verdict
    /// The nodes, in order.
    package var answers: [Node] = []
    /// The number asked for.
    package var count: Int?
    /// Numbers, years, texts asked for.
    package var values: [Value] = []
    /// The facts that carry the answer.
    package var facts: [Fact] = []
    /// The Cypher that was run.
    package var query = ""
    /// The saved query it came from.
    package var savedQuery: String?
    /// The date the answer stands for.
    package var asOf = ""
    /// The language of the answer.
    package var language = Language.nb
    /// What else should be known, one sentence each.
    package var notes: [String] = []
    /// Questions that may have been meant.
    package var didYouMean: [String] = []
    /// The sentences the text answer begins with.
    package var lead: [String] = []
    /// The lines below.
    package var lines: [Line] = []
    /// Titles of the sources cited, by id.
    package var sources: [SourceDocument] = []
    /// How the answer was found, where asked for.
    package var explanation: [String] = []
}

/// How a question is to be answered.
package struct AskOptions: Sendable {
    /// The date the answer is for; nil for the one in the question, or today.
    package var asOf: DayRange?
    /// The language; nil for that of the question.
    package var language: Language?
    /// Whether the answer tells how it was found.
    package var explains = false
    /// The day that counts as today; nil for the computer's.
    package var today: CalendarDate?

    /// Creates options that leave all to the question.
    package init() {}
}

/// A document that facts rest on.
package struct SourceDocument: Sendable {
    /// Its id: `src:police-page`.
    package var id: String
    /// Its title in the language of the answer.
    package var title: String
    /// When it says what it says.
    package var dated: String?
    /// The name of its file in the folder of documents.
    package var file: String?
    /// The SHA-256 of that file.
    package var sha256: String?
}
