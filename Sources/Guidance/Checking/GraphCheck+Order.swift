import GraphModel

extension GraphCheck {
    /// Relations that must lead nowhere back.
    private static let oneWay = ["PRECEDES", "PART_OF", "REPORTS_TO", "REPLACED_BY"]

    /// Stages of a track, or parts, superiors and successors, that go in a circle.
    func circles() -> [Diagnostic] {
        Self.oneWay.flatMap { type in
            let links = graph.statements.filter {
                $0.type == type && (type != "PRECEDES" || track($0.from) == track($0.to))
            }
            return CircleFinder(links.map { ($0.from, $0.to) }).closing.map { index, circle in
                let way = circle.map { graph.reader.id(of: $0) ?? "?" }.joined(separator: " → ")
                return finding(
                    type == "PRECEDES" ? "StageCycle" : "Cycle",
                    type == "PRECEDES"
                        ? "the stages of the track '\(track(links[index].from))' go in a circle: "
                            + way
                        : "\(type) goes in a circle: \(way)",
                    at: graph.place(links[index]), hint: "remove one of the links on the way")
            }
        }
    }

    /// Stages numbered against their order.
    func stageOrder() -> [Diagnostic] {
        graph.statements.compactMap { statement in
            guard statement.type == "PRECEDES", track(statement.from) == track(statement.to),
                case .integer(let before) = graph.value("order", of: statement.from),
                case .integer(let after) = graph.value("order", of: statement.to), before >= after
            else { return nil }
            return finding(
                "StageOrder",
                "\(graph.text(statement)), yet their numbers are \(before) and \(after)",
                at: graph.place(statement), hint: "change 'order' of one of them", .warning)
        }
    }

    private func track(_ stage: UInt32) -> String {
        graph.reader.text(stage, "track") ?? ""
    }
}

/// Finds links that close a circle, taking them in order.
struct CircleFinder {
    /// The number of each link that leads back, with the nodes of its circle.
    private(set) var closing: [(link: Int, circle: [UInt32])] = []
    private var next: [UInt32: [UInt32]] = [:]

    init(_ links: [(from: UInt32, to: UInt32)]) {
        for (index, link) in links.enumerated() {
            if let way = way(from: link.to, to: link.from) {
                closing.append((index, [link.from] + way))
            } else {
                next[link.from, default: []].append(link.to)
            }
        }
    }

    /// A way along the links kept, both ends included.
    private func way(from start: UInt32, to goal: UInt32) -> [UInt32]? {
        var cameFrom: [UInt32: UInt32] = [start: start]
        var waiting = [start]
        while let node = waiting.popLast() {
            if node == goal {
                var way = [node]
                while let last = way.last, last != start, let before = cameFrom[last] {
                    way.append(before)
                }
                return way.reversed()
            }
            for follower in next[node] ?? [] where cameFrom[follower] == nil {
                cameFrom[follower] = node
                waiting.append(follower)
            }
        }
        return nil
    }
}
