/// What a parser is given: one file or several that are read together, and settings.
package struct FuzzInput: Sendable {
    /// A file in memory.
    package struct File: Sendable {
        package var name: String
        package var bytes: [UInt8]

        package init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package var files: [File]
    package var options: [String: String]
    /// Its number, from which it can be made again.
    package var number = 0

    package init(_ files: [File], options: [String: String] = [:]) {
        self.files = files
        self.options = options
    }

    /// One file that holds a text.
    package init(_ text: String, name: String = "input", options: [String: String] = [:]) {
        self.init([File(name, Array(text.utf8))], options: options)
    }

    /// The bytes of the first file.
    package var bytes: [UInt8] { files.first?.bytes ?? [] }

    /// The first file as a text; what is no UTF-8 becomes replacement marks.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// How many bytes all files have.
    var count: Int { files.reduce(0) { $0 + $1.bytes.count } }
}

/// How a parser took an input.
package enum FuzzVerdict: Sendable, Equatable {
    /// It was read, and what was read is sound.
    case accepted
    /// It was refused as it should be: with a reason and a place.
    case refused
    /// The parser is wrong; one sentence.
    case flawed(String)
}

/// A parser to be given spoilt inputs, and whole ones to spoil.
package struct FuzzSubject: Sendable, CustomStringConvertible {
    package let name: String
    /// Whole inputs.
    let seeds: [FuzzInput]
    /// What is put in: marks and words that mean something to the parser.
    let pieces: [[UInt8]]
    /// How many inputs the ordinary run of the tests tries.
    let ordinaryCount: Int
    /// Gives an input to the parser and judges what comes of it.
    let judge: @Sendable (FuzzInput) -> FuzzVerdict

    package init(
        _ name: String, seeds: [FuzzInput], pieces: [[UInt8]], ordinaryCount: Int = 400,
        judge: @escaping @Sendable (FuzzInput) -> FuzzVerdict
    ) {
        self.name = name
        self.seeds = seeds
        self.pieces = pieces
        self.ordinaryCount = ordinaryCount
        self.judge = judge
    }

    package init(
        _ name: String, seeds: [FuzzInput], pieces: [String], ordinaryCount: Int = 400,
        judge: @escaping @Sendable (FuzzInput) -> FuzzVerdict
    ) {
        self.init(
            name, seeds: seeds, pieces: pieces.map { Array($0.utf8) },
            ordinaryCount: ordinaryCount, judge: judge)
    }

    package var description: String { name }
}
