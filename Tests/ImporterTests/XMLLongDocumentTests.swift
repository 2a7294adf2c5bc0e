import GraphModel
import ImporterKit
import Testing
import XMLReading

/// Every event with its line.
private struct LineRecorder: XMLHandler {
    struct Stop: Error, Equatable { let line: Int }

    var events: [String] = []
    /// The element at which to throw, by its name.
    var refused: String?

    mutating func startElement(_ tag: borrowing XMLTag<NoXMLNames>) throws {
        if tag.localName == refused { throw Stop(line: tag.line) }
        var event = "\(tag.line)+\(tag.prefix ?? "").\(tag.localName).\(tag.namespace ?? "")"
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            event += " \(attribute.localName).\(attribute.namespace ?? "")=\(attribute.value.text)"
        }
        for (prefix, namespace) in tag.declaredNamespaces {
            event += " xmlns:\(prefix ?? "")=\(namespace)"
        }
        events.append(event)
    }

    mutating func endElement(_ tag: borrowing XMLTag<NoXMLNames>) throws {
        events.append("\(tag.line)-\(tag.prefix ?? "").\(tag.localName)")
    }

    mutating func characters(_ text: Span<UInt8>) throws {
        // One text may come in several stretches.
        if events.last?.first == "'" {
            events[events.count - 1] += text.text
        } else {
            events.append("'" + text.text)
        }
    }

    mutating func comment(_ text: Span<UInt8>) throws { events.append("!" + text.text) }

    mutating func instruction(target: Span<UInt8>, _ data: Span<UInt8>) throws {
        events.append("?\(target.text) \(data.text)")
    }
}

/// A document of more than a million bytes is parsed on a thread of its own; nothing of what is told
/// of it may differ.
@Suite struct XMLLongDocumentTests {
    private static let head =
        "<?xml version=\"1.0\"?><!-- før -->\n<a xmlns=\"urn:a\" xmlns:b='urn:b'>"
    private static let fragment = """
        <!-- a <comment> --><?target some data?><?bare?><b:c b:x="1" x="&lt;å&#233;"
          y=''>text &amp; more<![CDATA[<raw>]]></b:c><d xmlns="urn:d" xmlns:e="urn:e" e:f="g"/>
        <h
        i="j"/>

        """

    private func events(_ text: String) throws -> [String] {
        var recorder = LineRecorder()
        try XMLReader.parse(InputFile(name: "t.xml", bytes: Array(text.utf8)), with: &recorder)
        return recorder.events
    }

    /// The events with their lines moved.
    private func moved(_ events: ArraySlice<String>, by lines: Int) -> [String] {
        events.map { event in
            guard let mark = event.firstIndex(where: { $0 == "+" || $0 == "-" }),
                let line = Int(event[..<mark])
            else { return event }
            return "\(line + lines)\(event[mark...])"
        }
    }

    @Test func tellsWhatAShortOneTells() throws {
        let short = try events(Self.head + Self.fragment + "</a><!-- etter -->")
        // The comment before, the root; at the end the root's end and the comment after.
        let begin = Array(short[..<2])
        let middle = short[2..<short.count - 2]
        let count = (1 << 21) / Self.fragment.utf8.count
        let lines = Self.fragment.count { $0 == "\n" }
        var expected = begin
        for number in 0..<count { expected += moved(middle, by: number * lines) }
        expected += moved(short[(short.count - 2)...], by: (count - 1) * lines)
        let body = String(repeating: Self.fragment, count: count)
        let found = try events(Self.head + body + "</a><!-- etter -->")
        #expect(found.count == expected.count)
        for (one, other) in zip(found, expected) where one != other {
            Issue.record("\(one) instead of \(other)")
            break
        }
    }

    @Test func manyNamesAndAttributes() throws {
        let names = (0..<60_000).map { "<n\($0) a\($0)='\($0)'/>" }.joined()
        let attributes = (0..<20_000).map { " b\($0)='\($0)'" }.joined()
        let found = try events("<r>\(names)<w\(attributes)/></r>")
        #expect(found.count == 2 + 2 * 60_000 + 2)
        #expect(found[1 + 2 * 59_999] == "1+.n59999. a59999.=59999")
        let wide = found[found.count - 3]
        #expect(wide.hasPrefix("1+.w. b0.=0 b1.=1 "))
        #expect(wide.hasSuffix(" b19998.=19998 b19999.=19999"))
    }

    @Test func aHugeValueAndAHugeText() throws {
        let long = String(repeating: "å", count: 1 << 20)
        let found = try events("<r a='\(long)'>\(long)<!--\(long)--></r>")
        #expect(found == ["1+.r. a.=\(long)", "'\(long)", "!\(long)", "1-.r"])
    }

    @Test func whatTheHandlerThrowsEndsIt() throws {
        let body = String(repeating: Self.fragment, count: 6_000)
        let text = "\(Self.head)\(body)\n<stop/>\(body)</a"
        var recorder = LineRecorder(refused: "stop")
        let lines = 1 + 6_000 * Self.fragment.count { $0 == "\n" } + 1 + 1
        #expect(throws: LineRecorder.Stop(line: lines)) {
            try XMLReader.parse(InputFile(name: "t.xml", bytes: Array(text.utf8)), with: &recorder)
        }
    }

    @Test func aFaultHasItsPlaceAndComesAfterWhatIsBeforeIt() throws {
        let body = String(repeating: Self.fragment, count: 6_000)
        let text = "\(Self.head)\(body)<last/></b>"
        var recorder = LineRecorder()
        let fault = try #require(throws: Diagnostic.self) {
            try XMLReader.parse(InputFile(name: "t.xml", bytes: Array(text.utf8)), with: &recorder)
        }
        #expect(fault.code == "MalformedXML")
        #expect(fault.place?.line == 2 + 6_000 * Self.fragment.count { $0 == "\n" })
        #expect(recorder.events.last?.hasSuffix("-.last") == true)
    }
}
