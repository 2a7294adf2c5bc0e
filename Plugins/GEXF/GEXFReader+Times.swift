import GraphModel
import ImporterKit
import XMLReading

extension GEXFReader {
    /// The times in a start tag: of a node or an edge.
    mutating func readTimes(
        of tag: borrowing XMLTag<GEXFName>, into frame: inout GEXFFrame
    ) throws {
        if isOwnExport { return }
        frame.interval = try interval(of: tag)
        for name in [GEXFName.timestamps, .intervals] {
            guard let text = tag.text(name) else { continue }
            for interval in GEXFIntervals.parse(text, numbersAreYears: numbersAreYears) {
                spells.append(interval)
            }
        }
    }

    /// The interval a tag gives; a bound that is no time is reported and left out.
    mutating func interval(of tag: borrowing XMLTag<GEXFName>) throws -> GEXFInterval {
        var interval = GEXFInterval()
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            guard let name = attribute.name, !attribute.hasNamespace else { continue }
            switch name {
            case .start, .startOpen:
                interval.start = try time(attribute.value.text, tag, name)
                interval.isStartOpen = name == .startOpen
            case .end, .endOpen:
                interval.end = try time(attribute.value.text, tag, name)
                interval.isEndOpen = name == .endOpen
            case .timestamp:
                interval.start = try time(attribute.value.text, tag, name)
                interval.end = interval.start
            default: break
            }
        }
        return interval
    }

    private func time(
        _ text: String, _ tag: borrowing XMLTag<GEXFName>, _ name: GEXFName
    ) throws -> GEXFTime? {
        if let time = GEXFTime(text, numbersAreYears: numbersAreYears) { return time }
        if GEXFTime.isUnbounded(text) { return nil }
        try complaints.report("BadTime", .warning, line: tag.line) {
            Diagnostic(
                .data, "BadTime", "'\(text)' is no time", place: tag.place(of: name),
                hint: "write a date as 2009-03-31, a point in time as 2009-03-31T12:00:00",
                severity: .warning)
        }
        return nil
    }

    /// Says from when to when an element holds: days and years as `validFrom` and `validTo`,
    /// numbers as `start` and `end`, several spells also one by one.
    mutating func setValidity(_ frame: GEXFFrame, of element: Element) {
        let own = spells[frame.spellsStart...]
        let whole = own.isEmpty ? frame.interval : GEXFIntervals.span(Array(own))
        if whole.isUnbounded, own.count < 2 { return }
        if own.count > 1 {
            gaps = (gaps.count + 1, gaps.count == 0 ? frame.mark : gaps.mark)
            set(names.key("spells"), of: element, to: .list(own.map { .string($0.text) }))
        }
        if whole.isNumeric {
            numericTime = (
                numericTime.count + 1, numericTime.count == 0 ? frame.mark : numericTime.mark
            )
        }
        let hasPoints = GEXFIntervals.isMoment(whole.start) || GEXFIntervals.isMoment(whole.end)
        if whole.isNumeric || hasPoints {
            if let start = whole.start { set(names.key("start"), of: element, to: start.value) }
            if let end = whole.end { set(names.key("end"), of: element, to: end.value) }
        }
        if whole.isNumeric { return }
        if let from = whole.validFrom { set(names.key("validFrom"), of: element, to: from) }
        if let to = whole.validTo { set(names.key("validTo"), of: element, to: to) }
    }
}

/// Several intervals.
enum GEXFIntervals {
    /// The lists Gephi writes: `<[2001.0, 2002.5]; [2003.0, 2004.0]>`, `<[2001.0, 2002.0]>` being
    /// two points in time where they are timestamps and one interval where they are intervals.
    static func parse(_ text: String, numbersAreYears: Bool) -> [GEXFInterval] {
        let groups = text.split(separator: "]").compactMap { part -> [String]? in
            guard let open = part.lastIndex(where: { $0 == "[" }) else { return nil }
            return part[part.index(after: open)...].split(separator: ",").map { bound in
                String(bound.drop { $0 == " " }.prefix { $0 != " " })
            }
        }
        return groups.compactMap { bounds in
            guard let first = bounds.first, let last = bounds.last else { return nil }
            return GEXFInterval(
                start: GEXFTime(first, numbersAreYears: numbersAreYears),
                end: GEXFTime(last, numbersAreYears: numbersAreYears))
        }
    }

    /// The least interval that has all of some in it.
    static func span(_ intervals: [GEXFInterval]) -> GEXFInterval {
        guard var whole = intervals.first else { return GEXFInterval() }
        for interval in intervals.dropFirst() {
            let start = GEXFInterval.rank(interval.start) ?? -.infinity
            if start < GEXFInterval.rank(whole.start) ?? -.infinity {
                whole.start = interval.start
                whole.isStartOpen = interval.isStartOpen
            }
            let end = GEXFInterval.rank(interval.end) ?? .infinity
            if end > GEXFInterval.rank(whole.end) ?? .infinity {
                whole.end = interval.end
                whole.isEndOpen = interval.isEndOpen
            }
        }
        return whole
    }

    static func isMoment(_ time: GEXFTime?) -> Bool {
        if case .moment? = time { true } else { false }
    }
}
