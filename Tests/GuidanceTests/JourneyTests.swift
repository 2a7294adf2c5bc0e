import Foundation
import GraphModel
import GraphStore
import Testing

@testable import Guidance

@Suite struct JourneyTests {
    private func journey(
        _ track: String? = nil, _ language: Language = .en, asOf: String? = nil,
        goesBySource: Bool = false
    ) throws -> Journey {
        var options = JourneyOptions()
        options.asOf = asOf.flatMap(DayRange.init(iso:))
        options.goesBySource = goesBySource
        options.language = language
        options.today = GuideFixture.options.today
        return try GuideFixture.shared.get().journey(track: track, options: options)
    }

    private func ids(_ journey: Journey) -> [[String]] {
        journey.tracks.map { $0.stages.map(\.node.id) }
    }

    @Test("The stages come in the order of the graph, track by track")
    func order() throws {
        #expect(
            try ids(journey()) == [
                [
                    "st:identifisering", "st:samtale", "st:anmeldelse", "st:etterforskning",
                    "st:avhor", "st:rett",
                ],
                ["st:refleksjon-soknad", "st:refleksjon", "st:ny-tillatelse", "st:asyl"],
                ["st:retur", "st:reintegrering"],
            ])
    }

    @Test(
        "A track goes by its value, by what people call it, or by one of its stages",
        arguments: [
            ("criminal", "criminal"), ("Straffesak", "criminal"), ("straffesaka", "criminal"),
            ("residence track", "residence"), ("asyl", "residence"), ("Retur", "return"),
            ("return", "return"), ("st:avhor", "criminal"),
        ])
    func track(name: String, id: String) throws {
        #expect(try journey(name).tracks.map(\.id) == [id])
    }

    @Test("An unknown track is refused with the nearest name")
    func unknownTrack() throws {
        let fault = #expect(throws: Diagnostic.self) { try journey("residense") }
        #expect(fault?.code == "UnknownTrack")
        #expect(fault?.exitStatus == 64)
        #expect(fault?.hint?.contains("'residence'") == true)
        let bokmal = #expect(throws: Diagnostic.self) { try journey("residense", .nb) }
        #expect(bokmal?.message == "det finnes ikke noe saksforløp 'residense'")
    }

    @Test("Nothing that holds today at a stage is left out, and all has a source")
    func complete() throws {
        let journey = try journey()
        let view = journey.view
        let reader = FactReader(view)
        let frame = TimeFrame(
            asked: nil, today: GuideFixture.options.today, goesBySource: false)
        let shown = Set(journey.facts.map { "\($0.from) \($0.type) \($0.to ?? "")" })
        let types = ["HANDLES", "APPLIES_AT", "EXCLUDES", "PRECEDES"]
        var count = 0
        for relationship in 0..<view.relationshipLimit {
            guard view.isLive(relationship: relationship),
                let fact = reader.facts(in: .relationship(RelationshipIndex(relationship))).first,
                types.contains(fact.type), frame.admits(fact)
            else { continue }
            count += 1
            #expect(shown.contains("\(fact.from) \(fact.type) \(fact.to ?? "")"))
        }
        #expect(count > 60)
        #expect(journey.facts.allSatisfy { !$0.sources.isEmpty })
    }

    @Test("Roles, conditions and grounds stand with what they are of")
    func details() throws {
        let stages = try journey("residence").tracks[0].stages
        let application = try #require(stages.first { $0.node.id == "st:refleksjon-soknad" })
        let actors = try #require(application.sections.first { $0.name == "actors" }).entries
        #expect(actors.map(\.node.id) == ["utlendingsavsnittet", "udi"])
        #expect(actors.map(\.roles) == [["receives", "registers", "forwards"], ["decides"]])
        let right = try #require(
            application.sections.first { $0.name == "rights" }?.entries.first)
        func of(_ kind: Journey.DetailKind) -> [String] {
            right.details.first { $0.kind == kind }?.parts.compactMap { $0.node?.id } ?? []
        }
        #expect(right.node.id == "r:refleksjon")
        #expect(of(.bearers) == ["role:mulig-offer"])
        #expect(Set(of(.conditions)) == ["cond:identifisert", "cond:uten-opphold"])
        #expect(of(.grounds) == ["prov:utlf-8-3-1"])
        #expect(Set(of(.groundConditions)) == ["cond:tegn", "cond:vil-ha-hjelp"])
        let reflection = try #require(stages.first { $0.node.id == "st:refleksjon" })
        let excluded = reflection.sections.first { $0.name == "excluded" }?.entries ?? []
        #expect(excluded.map(\.node.id) == ["c:fornyelse"])
        #expect(reflection.next.compactMap { $0.node?.id } == ["st:ny-tillatelse"])
    }

    @Test("A date and «by the source» leave out what did not hold or was not known")
    func dates() throws {
        func ids(_ journey: Journey) -> Set<String> {
            Set(journey.facts.flatMap { [$0.from, $0.to].compactMap { $0 } })
        }
        let today = try journey()
        #expect(ids(today).contains("r:voldserstatning"))
        #expect(today.asOf == "2026-06-01")
        let then = try journey(asOf: "2012")
        #expect(!ids(then).contains("r:voldserstatning"))
        #expect(ids(then).contains("c:seks-maneder"))
        #expect(then.asOf == "2012")
        #expect(!ids(try journey(asOf: "2005")).contains("c:seks-maneder"))
        let source = try journey(goesBySource: true)
        #expect(source.facts.allSatisfy { $0.confidence != "overlay" })
        #expect(source.sources.map(\.id) == ["src:police-page"])
    }

    @Test("What belongs to no stage is told apart")
    func anyStage() throws {
        let sections = try journey("return").anyStage
        let entries = sections.flatMap(\.entries)
        #expect(entries.map(\.node.id).contains("r:fast-kontakt"))
        #expect(entries.map(\.node.id).contains("d:trussel"))
        #expect(entries.contains { $0.subject?.id == "kom" && $0.node.id == "c:enkeltsaker" })
    }

    @Test("Lines fit the width, and what is said has its source", arguments: Language.allCases)
    func text(language: Language) throws {
        let journey = try journey(nil, language)
        for width in [60, 80, 120] {
            let text = JourneyRenderer.text(journey, width: width)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let wide = lines.filter { displayWidth(String($0)) > width && $0.contains(" ") }
            #expect(wide == [])
        }
        let markdown = JourneyRenderer.markdown(journey).split(separator: "\n")
        let remember = "# \(JourneyWords(language: language).remember)"
        let said = markdown.prefix { $0 != remember }.filter { $0.contains("- ") }
        #expect(said.count > 100)
        #expect(said.allSatisfy { $0.hasSuffix("]") })
    }

    @Test("The text is in the language asked for")
    func language() throws {
        let bokmal = JourneyRenderer.text(try journey("straffesak", .nb), width: 80)
        #expect(bokmal.contains("Hvem gjør hva"))
        #expect(bokmal.contains("- Politiet: identifiserer [1, linje 31]"))
        let nynorsk = JourneyRenderer.text(try journey("straffesak", .nn), width: 80)
        #expect(nynorsk.contains("Kven gjer kva"))
        let english = JourneyRenderer.text(try journey("criminal"), width: 80)
        #expect(english.contains("Who does what"))
        #expect(english.contains("may, but need not: The police"))
    }

    @Test("The JSON has every stage with its sections")
    func json() throws {
        let json = JourneyRenderer.json(try journey())
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let tracks = try #require(object["tracks"] as? [[String: Any]])
        let stages = tracks.flatMap { $0["stages"] as? [[String: Any]] ?? [] }
        #expect(stages.count == 12)
        for stage in stages {
            let keys: Set = [
                "id", "label", "name", "facts", "actors", "rights", "duties", "services",
                "excluded", "next",
            ]
            #expect(keys.isSubset(of: Set(stage.keys)))
        }
    }

    @Test("A graph without stages is told of, not shown empty")
    func noStages() throws {
        let guide = try GuideFixture.guide(Graph())
        let fault = #expect(throws: Diagnostic.self) { try guide.journey() }
        #expect(fault?.code == "NoStages")
    }
}
