import Foundation
import Testing

/// The openCypher TCK, and feature files of the same form for what the project adds.
@Suite(.serialized) struct TCKTests {
    private static let suite = Corpus.folder.appending(path: "tck/features")
    private static let graphs = Corpus.folder.appending(path: "tck/graphs")
    private static let ownFeatures = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Features")

    @Test(
        "The openCypher TCK",
        .enabled(
            if: Corpus.exists(suite),
            "no tck/features in the folder VEIVISER_CORPUS names, nor in ../shared"))
    func technologyCompatibilityKit() throws {
        try run(Self.suite, name: "tck")
    }

    @Test("What the project adds to openCypher")
    func extensions() throws {
        try run(Self.ownFeatures, name: "extensions")
    }

    private func run(_ folder: URL, name: String) throws {
        var report = ConformanceReport(name: name)
        let root = folder.standardizedFileURL.pathComponents.count
        for file in Corpus.features(in: folder) {
            let parts = file.standardizedFileURL.pathComponents.dropFirst(root).dropLast()
            let place = parts.joined(separator: "/")
            let text = try String(contentsOf: file, encoding: .utf8)
            let feature: Feature
            do {
                feature = try GherkinReader.read(text)
            } catch {
                report.fail(folder: place, "\(file.lastPathComponent): \(error)")
                continue
            }
            for scenario in feature.scenarios {
                do {
                    try ScenarioRunner.run(scenario, graphs: Self.graphs)
                    report.pass(folder: place)
                } catch {
                    report.fail(
                        folder: place,
                        "\(file.lastPathComponent):\(scenario.line): \(scenario.name): \(error)")
                }
            }
        }
        report.print()
        for failure in report.failures { Issue.record(Comment(rawValue: failure)) }
        #expect(report.total.passed > 0)
    }
}
