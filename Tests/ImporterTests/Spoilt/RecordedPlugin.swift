import GraphModel
import RDF

@testable import ImporterKit

/// Reads what an external plugin would send from a file, for tests of the protocol alone.
struct RecordedPlugin: Importer {
    static let ending = "messages"

    var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "recorded-plugin", summary: "messages of the plugin protocol",
            extensions: [Self.ending])
    }

    func read(_ input: ImportInput, into sink: any GraphSink) throws {
        var limits = ExternalLimits()
        limits.messageBytes = 5_000
        limits.outputBytes = 20_000
        var lines = PluginLines("recorded", limits: limits)
        var talk = PluginTalk(input: input, sink: sink, triples: RDFTriples())
        var isGreeted = false
        do {
            for piece in Self.pieces(input.file) {
                try lines.take(piece)
                while let message = try lines.next() {
                    if !isGreeted, case .hello = message {
                        isGreeted = true
                    } else if try hear(message, &talk, lines) {
                        return
                    }
                }
            }
        } catch let fault as PluginFault {
            throw input.file.fault(fault.code, fault.what, line: max(1, lines.messageCount))
        }
        throw input.file.fault("PluginUnfinished", "it ends too early", line: 1)
    }

    private func hear(
        _ message: PluginMessage, _ talk: inout PluginTalk, _ lines: PluginLines
    ) throws -> Bool {
        do {
            return try talk.hear(message)
        } catch let reason as PluginMessageFault {
            throw lines.fault(reason)
        }
    }

    /// The content as pipes give it: in pieces that end anywhere.
    private static func pieces(_ file: InputFile) -> [[UInt8]] {
        let bytes = file.content.prefix(file.content.count)
        let size = 1 + bytes.count % 211
        return stride(from: 0, to: bytes.count, by: size).map {
            Array(bytes[$0..<min(bytes.count, $0 + size)])
        }
    }

    private static let hello =
        #"{"type":"hello","protocol":1,"name":"bad","version":"1","summary":"s","extensions":["bad"]}"#
        + "\n"

    static let samples = [
        hello
            + #"""
            {"type":"schema","labels":["X"],"relationships":["R"]}
            {"type":"edge","from":"a","to":7,"relationship":"R","properties":{"w":0.5},"line":3}
            {"type":"node","id":"a","labels":["X"],"properties":{"n":1,"tags":["p","q"],"no":null},"line":1}
            {"type":"node","id":7,"line":2}
            {"type":"diagnostic","severity":"warning","code":"Odd","message":"odd","line":1,"column":3,"hint":"h"}
            {"type":"progress","bytes":4}
            {"type":"done","nodes":2,"edges":1}

            """#,
        hello
            + #"""
            {"type":"triple","subject":"http://a","predicate":"http://p/knows","object":"_:b"}
            {"type":"triple","subject":"_:b","predicate":"http://p/name","object":{"value":"B","language":"nb"}}
            {"type":"triple","subject":"_:b","predicate":"http://p/n","object":{"value":"1","datatype":"http://www.w3.org/2001/XMLSchema#integer"}}
            {"type":"done","triples":3}

            """#,
        hello
            + #"""
            {"type":"node","id":"å","labels":["A","B"],"properties":{"id":"x","f":1.5,"deep":{"x":[1,{"y":null}]}}}
            {"type":"edge","from":"å","to":"å","directed":false,"file":"t.messages","line":2}
            {"type":"done"}

            """#,
    ]
}
