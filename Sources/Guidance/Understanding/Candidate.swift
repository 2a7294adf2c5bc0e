/// What a parameter is given.
enum Binding: Hashable, Sendable {
    /// Nodes, by their entity numbers.
    case entities([Int32])
    /// Words that are no nodes: kinds, roles, modality.
    case words([String])
}

/// A saved query that may be meant, with what its parameters are given.
struct Candidate: Sendable {
    /// The query's position in the library.
    var query: Int
    /// The phrasing that fits best, by its position among its query's.
    var phrasing: Int
    /// What each parameter is given; nil for one that is left out.
    var bindings: [Binding?]
    /// How well it fits, from 0 to 1.
    var score: Double
    /// How the score came about.
    var reasons: ScoreReasons
    /// The pieces each slot stands on.
    var slotRanges: [Int: Range<Int>]
    /// Whether a node was bound by a name that usually means another.
    var isWeak: Bool

    /// Whether two candidates run the same query with the same values.
    func isSame(as other: Candidate) -> Bool {
        query == other.query && bindings == other.bindings
    }
}

/// The factors of a score, for `--explain`.
struct ScoreReasons: Sendable {
    /// The weight in common, of both texts.
    var overlap = 0.0
    /// Content words that the phrasing does not explain.
    var uncovered = 0.0
    /// Less than 1 where the shapes of question and phrasing differ.
    var form = 1.0
    /// Less than 1 where the order of words differs.
    var order = 1.0
    /// Less than 1 for each content word of the phrasing that the question lacks.
    var completeness = 1.0
    /// A little less than 1 where the phrasing is of another language, or says little.
    var closeness = 1.0
    /// How well the words of the slots fit.
    var quality = 1.0
    /// Less than 1 for each word that is not understood.
    var understanding = 1.0

    var score: Double {
        overlap * max(0.3, 1 - 0.3 * uncovered) * form * order * quality * understanding
            * completeness * closeness
    }
}
