import GraphModel
import GraphStore

/// The way of a case: its stages in order, and what is so at each, with the evidence.
package struct Journey: Sendable {
    /// Something a fact says beside an entry: who bears a right, what it requires.
    package struct Part: Sendable {
        /// The node, nil for a text.
        package var node: Answer.Node?
        /// The name of the node, or the text.
        package var text: String
        /// A remark of the source or the graph.
        package var remark: String?
        /// What it rests on.
        package var fact: Fact
    }

    /// What a detail says of an entry; the saved queries name their columns so.
    package enum DetailKind: String, Sendable, CaseIterable {
        /// Who has the right or the duty.
        case bearers
        /// Who offers the service.
        case providers
        /// From whom the right is claimed.
        case from
        /// Whom the duty or service is for.
        case recipients
        /// What must be met.
        case conditions
        /// What the stage is for.
        case purpose
        /// How long it lasts.
        case duration
        /// The legal ground.
        case grounds
        /// What the legal ground requires.
        case groundConditions
    }

    /// All parts of one kind.
    package struct Detail: Sendable {
        package var kind: DetailKind
        package var parts: [Part]
    }

    /// A node that a section names: an actor, a right, a duty, a service, something excluded.
    package struct Entry: Sendable {
        package var node: Answer.Node
        /// Whom the entry is said of, where that is not the stage.
        package var subject: Answer.Node?
        /// What carries the entry.
        package var facts: [Fact]
        /// What the actor does.
        package var roles: [String]
        /// Obligation, permission or prohibition, of a duty.
        package var modality: String?
        package var remark: String?
        package var details: [Detail]
    }

    /// The answer of one saved query, at one stage.
    package struct Section: Sendable {
        /// What it holds: `actors`, `rights`, …
        package var name: String
        package var title: String
        package var entries: [Entry]
    }

    /// A step of the way.
    package struct Stage: Sendable {
        package var node: Answer.Node
        package var facts: [Fact]
        package var details: [Detail]
        package var sections: [Section]
        /// The stages that follow.
        package var next: [Part]
    }

    /// The stages of one kind of case.
    package struct Track: Sendable {
        package var id: String
        package var title: String
        package var stages: [Stage]
    }

    package var tracks: [Track] = []
    /// What is tied to no stage.
    package var anyStage: [Section] = []
    /// The documents cited; a citation gives the position, from 1.
    package var sources: [SourceDocument] = []
    /// What else should be known, one sentence each.
    package var notes: [String] = []
    /// The date it stands for.
    package var asOf = ""
    package var language = Language.nb
    /// Every fact shown, each once.
    package var facts: [Fact] = []
    /// The stages, as positions in the graph.
    package var stageNodes: [UInt32] = []
    /// The graph it is of.
    package let view: GraphView
}

extension Journey {
    /// The nodes and relationships of the journey, for an exporter.
    package var rows: [[Value]] {
        stageNodes.map { [.node(NodeIndex($0))] }
            + facts.compactMap { fact in
                fact.details.relationship.map { [.relationship(RelationshipIndex($0))] }
            }
    }
}
