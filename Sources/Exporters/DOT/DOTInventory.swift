import GraphModel

/// What a picture must know before it begins: labels, types, the tracks that stages are on.
struct DOTInventory {
    /// The stages of one kind of case, in order.
    struct Track {
        let name: String
        var nodes: [Int]
    }

    /// First labels of nodes, by name.
    private(set) var labels: [String] = []
    private(set) var types: [String] = []
    /// In the order of their first stages.
    private(set) var tracks: [Track] = []
    /// Nodes without relationships, where they are many enough to be put aside.
    private(set) var unconnected: [Int] = []
    private var clustered: Set<Int> = []

    init(_ graph: ExportGraph) {
        var labels: Set<String> = []
        var types: Set<String> = []
        var connected = [Bool](repeating: false, count: graph.nodes.count)
        graph.forEachRelationship { edge in
            types.insert(edge.type)
            connected[edge.from] = true
            connected[edge.to] = true
        }
        var stages: [String: [(order: Int, number: Int)]] = [:]
        graph.forEachNode { node in
            if let label = node.labels.first { labels.insert(label) }
            guard node.labels.contains("Stage"), let track = node.text("track") else { return }
            let order = if case .integer(let order)? = node["order"] { order } else { Int.max }
            stages[track, default: []].append((order, node.number))
        }
        self.labels = labels.sorted(by: precedes)
        self.types = types.sorted(by: precedes)
        tracks =
            stages.map { name, nodes in
                (name, nodes.sorted { ($0.order, $0.number) < ($1.order, $1.number) })
            }
            .sorted { left, right in
                (left.1[0].order, left.1[0].number) < (right.1[0].order, right.1[0].number)
            }
            .map { Track(name: $0, nodes: $1.map(\.number)) }
        clustered = Set(tracks.flatMap(\.nodes))
        let alone = connected.indices.filter { !connected[$0] && !clustered.contains($0) }
        if alone.count > 3, alone.count < connected.count {
            unconnected = alone
            clustered.formUnion(alone)
        }
    }

    /// Whether a node stands in a cluster.
    func isClustered(_ number: Int) -> Bool { clustered.contains(number) }
}
