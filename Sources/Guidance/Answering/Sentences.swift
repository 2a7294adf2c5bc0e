/// The fixed sentences of answers, short and plain, in each language.
enum Sentence {
    case yes
    case no
    case must
    case may
    case mayNotMust
    case unknown
    case notUnderstood
    case ambiguous
    case openList
    case closedList
    case notInForce(String, until: String)
    case replacedBy(String, String)
    case correction(printed: String, right: String)
    case dated(String, String)
    case undated
    case checkAge
    case overlay
    case sourceOnly
    case partUnknown(String)
    case line(String)
    case conditions
    case source
    case standsFor(String)
    case today

    /// The sentence in a language.
    func text(_ language: Language) -> String {
        switch language {
        case .nb: bokmal
        case .nn: nynorsk
        case .en: english
        }
    }

    private var bokmal: String {
        switch self {
        case .yes: "Ja."
        case .no: "Nei."
        case .must: "Ja. Det er en plikt."
        case .may: "Det er lov, men ingen plikt."
        case .mayNotMust: "Nei. Det er lov (kan), men ingen plikt."
        case .unknown: "Det er ikke oppgitt i kilden."
        case .notUnderstood: "Jeg forstår ikke spørsmålet godt nok til å svare."
        case .ambiguous: "Spørsmålet kan forstås på flere måter."
        case .openList: "Listen er ikke uttømmende. Det kan finnes flere."
        case .closedList: "Kilden navngir alle."
        case .notInForce(let name, let until): "\(name) gjaldt til \(until)."
        case .replacedBy(let old, let new): "\(old) er erstattet av \(new)."
        case .correction(let printed, let right):
            "Kilden skriver «\(printed)». Det riktige er \(right)."
        case .dated(let title, let date): "\(title) er datert \(date)."
        case .undated: "Kilden sier ikke fra når dette gjelder."
        case .checkAge: "Kilden er gammel. Kontroller at det fortsatt stemmer."
        case .overlay: "Noe her står ikke i kilden, men i nyere dokumenter."
        case .sourceOnly: "Svaret følger kilden. Senere endringer er ikke med."
        case .partUnknown(let part): "Dette er ikke oppgitt: \(part)."
        case .line(let number): "linje \(number)"
        case .conditions: "vilkår"
        case .source: "kilde"
        case .standsFor(let date): "Svaret gjelder \(date)."
        case .today: "i dag"
        }
    }

    private var nynorsk: String {
        switch self {
        case .yes: "Ja."
        case .no: "Nei."
        case .must: "Ja. Det er ei plikt."
        case .may: "Det er lov, men inga plikt."
        case .mayNotMust: "Nei. Det er lov (kan), men inga plikt."
        case .unknown: "Det er ikkje oppgjeve i kjelda."
        case .notUnderstood: "Eg forstår ikkje spørsmålet godt nok til å svare."
        case .ambiguous: "Spørsmålet kan forståast på fleire måtar."
        case .openList: "Lista er ikkje uttømmande. Det kan finnast fleire."
        case .closedList: "Kjelda nemner alle."
        case .notInForce(let name, let until): "\(name) galdt til \(until)."
        case .replacedBy(let old, let new): "\(old) er erstatta av \(new)."
        case .correction(let printed, let right):
            "Kjelda skriv «\(printed)». Det rette er \(right)."
        case .dated(let title, let date): "\(title) er datert \(date)."
        case .undated: "Kjelda seier ikkje frå når dette gjeld."
        case .checkAge: "Kjelda er gammal. Kontroller at det framleis stemmer."
        case .overlay: "Noko her står ikkje i kjelda, men i nyare dokument."
        case .sourceOnly: "Svaret følgjer kjelda. Seinare endringar er ikkje med."
        case .partUnknown(let part): "Dette er ikkje oppgjeve: \(part)."
        case .line(let number): "linje \(number)"
        case .conditions: "vilkår"
        case .source: "kjelde"
        case .standsFor(let date): "Svaret gjeld \(date)."
        case .today: "i dag"
        }
    }

    private var english: String {
        switch self {
        case .yes: "Yes."
        case .no: "No."
        case .must: "Yes. It is a duty."
        case .may: "It is allowed, but not a duty."
        case .mayNotMust: "No. It is allowed (may), but not a duty."
        case .unknown: "The source does not say."
        case .notUnderstood: "I do not understand the question well enough to answer."
        case .ambiguous: "The question can be read in several ways."
        case .openList: "The list is not exhaustive. There may be more."
        case .closedList: "The source names all of them."
        case .notInForce(let name, let until): "\(name) was in force until \(until)."
        case .replacedBy(let old, let new): "\(old) was replaced by \(new)."
        case .correction(let printed, let right):
            "The source prints “\(printed)”. The right one is \(right)."
        case .dated(let title, let date): "\(title) is dated \(date)."
        case .undated: "The source does not say since when this holds."
        case .checkAge: "The source is old. Check that this still holds."
        case .overlay: "Some of this is not in the source, but in later documents."
        case .sourceOnly: "The answer follows the source. Later changes are left out."
        case .partUnknown(let part): "This is not stated: \(part)."
        case .line(let number): "line \(number)"
        case .conditions: "conditions"
        case .source: "source"
        case .standsFor(let date): "The answer stands for \(date)."
        case .today: "today"
        }
    }
}
