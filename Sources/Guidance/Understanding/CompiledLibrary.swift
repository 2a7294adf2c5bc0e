import GraphModel
import GraphStore

/// One part of a phrasing, ready for comparison.
enum PhrasingItem: Sendable {
    /// A word: any of these notions will do.
    case concept([Int32], weight: Double, isInterrogative: Bool)
    /// A slot: the parameter's position and the number of its set of types.
    case slot(parameter: Int, accepts: Int, weight: Double)
}

/// A phrasing, ready for comparison.
struct CompiledPhrasing: Sendable {
    /// The query's position in the library.
    var query: Int
    /// The phrasing's position among its query's.
    var phrasing: Int
    var language: Language
    var items: [PhrasingItem]
    var form: QuestionForm
    /// What all words weigh together, and the question words among them.
    var weight: Double
    var interrogativeWeight: Double
}

/// The lexicon and the phrasings of a library, made once for a graph and a vocabulary.
struct CompiledLibrary: Sendable {
    let library: SavedQueryLibrary
    private(set) var lexicon: Lexicon
    private(set) var phrasings: [CompiledPhrasing] = []
    /// What can be told of the phrasings at a glance.
    let bounds: PhrasingBounds
    /// The sets of types slots take.
    private(set) var slotTypes: [[ParameterType]] = []

    /// What a slot weighs.
    static func weight(of types: [ParameterType]) -> Double {
        switch types.first {
        case .handlingRole, .property: 1
        case .modality: 0.5
        case .unmetCondition: 1
        default: LexiconBuilder.nodeWeight
        }
    }

    /// A library that was compiled before.
    init(
        library: SavedQueryLibrary, lexicon: Lexicon, phrasings: [CompiledPhrasing],
        slotTypes: [[ParameterType]]
    ) {
        self.library = library
        self.lexicon = lexicon
        self.phrasings = phrasings
        self.slotTypes = slotTypes
        bounds = PhrasingBounds(phrasings, library)
    }

    /// Compiles a library.
    init(library: SavedQueryLibrary, vocabulary: Vocabulary, view: GraphView) {
        self.library = library
        var builder = LexiconBuilder()
        builder.addConcepts(of: vocabulary)
        var compiler = PhrasingCompiler(builder)
        for (index, query) in library.queries.enumerated() {
            for number in query.phrasings.indices {
                phrasings.append(compiler.compile(number, of: query, index))
            }
        }
        slotTypes = compiler.slotTypes
        bounds = PhrasingBounds(phrasings, library)
        builder = compiler.finish()
        builder.addNames(of: view, vocabulary)
        lexicon = builder.lexicon
    }
}
