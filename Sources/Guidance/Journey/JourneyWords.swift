import GraphModel

/// The fixed words of a journey, in each language.
struct JourneyWords {
    let language: Language

    /// The word in one of the languages.
    private func pick(_ nb: String, _ nn: String, _ en: String) -> String {
        switch language {
        case .nb: nb
        case .nn: nn
        case .en: en
        }
    }

    var next: String { pick("Deretter", "Deretter", "Then") }
    var anyStage: String {
        pick("Ikke knyttet til et stadium", "Ikkje knytt til eit stadium", "Tied to no stage")
    }
    var remember: String { pick("Merk", "Merk", "Note") }
    var sources: String { pick("Kilder", "Kjelder", "Sources") }
    var inferred: String {
        pick("kilden sier det ikke rett ut", "kjelda seier det ikkje rett ut", "not said outright")
    }
    var silent: String {
        pick("Kilden sier ikke noe om", "Kjelda seier ikkje noko om", "The source is silent on")
    }

    /// What stands before the parts of a detail.
    func label(_ kind: Journey.DetailKind, modality: String?) -> String {
        switch kind {
        case .bearers: bearers(modality)
        case .providers: pick("tilbys av", "blir tilbode av", "offered by")
        case .from: pick("gjelder overfor", "gjeld overfor", "claimed from")
        case .recipients: pick("til", "til", "for")
        case .conditions: pick("vilkår", "vilkår", "condition")
        case .purpose: pick("hensikt", "føremål", "purpose")
        case .duration: pick("varighet", "lengd", "duration")
        case .grounds: pick("hjemmel", "heimel", "legal ground")
        case .groundConditions:
            pick("hjemmelen krever også", "heimelen krev òg", "the legal ground also requires")
        }
    }

    private func bearers(_ modality: String?) -> String {
        switch modality {
        case "permission": pick("kan, men må ikke", "kan, men må ikkje", "may, but need not")
        case "prohibition": pick("forbudt for", "forbode for", "forbidden for")
        case .some: pick("plikt for", "plikt for", "duty of")
        case nil: pick("gjelder", "gjeld", "held by")
        }
    }

    /// `linje 48`, or `48` after another line; a section stands for itself.
    func place(_ place: String, isFirst: Bool = true) -> String {
        guard let line = SourceBook.line(place) else { return place }
        return isFirst ? Sentence.line(String(line)).text(language) : String(line)
    }

    // MARK: - Faults

    /// No kind of case has the name.
    func unknownTrack(_ name: String, near: String?, known: [String]) -> Diagnostic {
        let all = known.joined(separator: ", ")
        return Diagnostic(
            .usage, "UnknownTrack",
            pick(
                "det finnes ikke noe saksforløp '\(name)'",
                "det finst ikkje noko saksforløp '\(name)'", "there is no track '\(name)'"),
            hint: near.map {
                pick("mente du '\($0)'?", "meinte du '\($0)'?", "did you mean '\($0)'?")
            } ?? pick("disse finnes: \(all)", "desse finst: \(all)", "one of: \(all)"))
    }

    /// There is nothing to show.
    var noStages: Diagnostic {
        Diagnostic(
            .data, "NoStages",
            pick(
                "grafen har ingen stadier som gjelder på denne datoen",
                "grafen har ingen stadium som gjeld på denne datoen",
                "the graph has no stages that hold at this date"),
            hint: pick(
                "utelat --graph for den innebygde grafen, eller velg en annen dato",
                "utelat --graph for den innebygde grafen, eller vel ein annan dato",
                "leave out --graph for the built-in graph, or ask for another date"))
    }
}
