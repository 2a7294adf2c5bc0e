/// A span that may fill a slot, with the readings that fit the slot's types.
struct SlotFilling: Sendable {
    var span: Int
    var readings: [Reading]

    var quality: Double { readings.reduce(0) { max($0, $1.effectiveQuality) } }

    /// Whether both name the same.
    func isSame(as other: SlotFilling) -> Bool {
        readings.count == other.readings.count
            && zip(readings, other.readings).allSatisfy {
                $0.sense == $1.sense && $0.others == $1.others
            }
    }
}

extension Reading {
    /// The quality, lower for a name that usually means another node.
    var effectiveQuality: Double { isWeak ? quality * 0.93 : quality }
}

/// Finds what may fill slots of given types.
struct SlotCandidates {
    let lexicon: Lexicon

    /// The fillings for a set of types, the longest and best first, at most six.
    func fillings(_ types: [ParameterType], in question: Question) -> [SlotFilling] {
        var fillings: [SlotFilling] = []
        for (index, span) in question.spans.enumerated() {
            let readings = span.readings.filter {
                fits($0, types) && !isWithinCondition($0, span.range, question)
                    && !isWithinExpression($0, span.range, question)
            }
            if !readings.isEmpty { fillings.append(SlotFilling(span: index, readings: readings)) }
        }
        fillings.sort { a, b in
            let lengthA = question.spans[a.span].range.count
            let lengthB = question.spans[b.span].range.count
            return (lengthA, a.quality) > (lengthB, b.quality)
        }
        // «the Red Cross» and «Red Cross» are one filling.
        var distinct: [SlotFilling] = []
        for filling in fillings where !distinct.contains(where: { $0.isSame(as: filling) }) {
            distinct.append(filling)
        }
        return Array(distinct.prefix(8))
    }

    /// «Lovlig opphold» within «uten lovlig opphold» does not say that a condition is not met.
    private func isWithinCondition(
        _ reading: Reading, _ range: Range<Int>, _ question: Question
    ) -> Bool {
        guard case .unmet(let condition) = reading.sense else { return false }
        return question.spans.contains { whole in
            whole.range.count > range.count && whole.range.contains(range.lowerBound)
                && whole.range.upperBound >= range.upperBound
                && whole.readings.contains { $0.sense == .entity(condition) }
        }
    }

    /// «Force» within «in force»: a name is not meant there. «Report» in «report to» may be.
    private func isWithinExpression(
        _ reading: Reading, _ range: Range<Int>, _ question: Question
    ) -> Bool {
        guard case .entity = reading.sense else { return false }
        return question.spans.contains { whole in
            whole.range.lowerBound < range.lowerBound
                && whole.range.upperBound >= range.upperBound && whole.isWord(.verb)
                && !whole.readings.contains { if case .entity = $0.sense { true } else { false } }
        }
    }

    private func fits(_ reading: Reading, _ types: [ParameterType]) -> Bool {
        switch reading.sense {
        case .entity(let id):
            let entity = lexicon.entity(id)
            return types.contains { accepts($0, entity) }
        case .kind(let id):
            let kind = lexicon.kind(id)
            return types.contains(.property(label: kind.label, name: kind.property))
        case .unmet: return types.contains(.unmetCondition)
        case .concept(let id):
            let concept = lexicon.concept(id)
            return (concept.role != nil && types.contains(.handlingRole))
                || (concept.modality != nil && types.contains(.modality))
        }
    }

    private func accepts(_ type: ParameterType, _ entity: Entity) -> Bool {
        switch type {
        case .label(let label): entity.labels.contains(label)
        case .any: true
        case .concept(let kind): entity.kind == kind && entity.labels.contains("Concept")
        case .property, .handlingRole, .modality, .unmetCondition: false
        }
    }

    /// What the reading gives to a parameter.
    func binding(_ reading: Reading) -> Binding {
        switch reading.sense {
        case .entity(let id): .entities([id] + reading.others)
        case .unmet(let id): .entities([id])
        case .kind(let id): .words([lexicon.kind(id).value])
        case .concept(let id):
            .words(
                ([id] + reading.others).compactMap {
                    lexicon.concept($0).role ?? lexicon.concept($0).modality?.rawValue
                })
        }
    }
}
