import Foundation

/// Questions with what they must be answered with, one JSON object a line.
struct QuestionBank {
    /// One question.
    struct Item: Decodable, Sendable {
        let id: String
        let type: String
        let q: String
        let expected: [String]
        let why: String?
    }

    let items: [Item]

    /// Reads a file.
    init(path: String) throws {
        let text = try GuideFixture.text(path)
        let decoder = JSONDecoder()
        items = try text.split(separator: "\n").map {
            try decoder.decode(Item.self, from: Data($0.utf8))
        }
    }

    /// Reads a file of the folder Fixtures.
    init(_ name: String) throws {
        try self.init(path: "\(GuideFixture.root)/Tests/GuidanceTests/Fixtures/\(name)")
    }
}
