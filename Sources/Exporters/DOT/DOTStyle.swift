/// How nodes and relationships look, by label and by type.
struct DOTStyle {
    /// A shape and its colours.
    struct Look: Equatable {
        let shape: String
        let fill: String
        let line: String
    }

    private let looks: [String: Look]
    private let colors: [String: String]

    /// Gives every label and type a look of its own, as far as there are enough: those of the
    /// guide's own graph have theirs, others take what is left in order of their names.
    init(labels: [String], types: [String]) {
        var free = Self.spareLooks.filter { spare in
            !labels.contains { Self.known[$0] == spare }
        }
        if free.isEmpty { free = Self.spareLooks }
        var looks: [String: Look] = [:]
        for label in labels {
            looks[label] = Self.known[label] ?? free[(looks.count) % free.count]
        }
        self.looks = looks
        var colors: [String: String] = [:]
        for type in types {
            colors[type] =
                Self.strong[type] ?? Self.lineColors[colors.count % Self.lineColors.count]
        }
        self.colors = colors
    }

    /// The look of a node with these labels: that of the first.
    func look(of labels: [String]) -> Look {
        labels.first.flatMap { looks[$0] } ?? Self.plain
    }

    /// The colour of relationships of a type.
    func color(of type: String) -> String { colors[type] ?? "#5F6B7A" }

    static let plain = Look(shape: "box", fill: "#F4F5F7", line: "#8A94A3")

    private static let known: [String: Look] = [
        "Actor": Look(shape: "box", fill: "#DCE9F9", line: "#2F6DB5"),
        "Group": Look(shape: "component", fill: "#CFE3F1", line: "#1F5F8B"),
        "Role": Look(shape: "ellipse", fill: "#FBE6D4", line: "#C4691C"),
        "LegalInstrument": Look(shape: "note", fill: "#EFE3F6", line: "#7B4397"),
        "Provision": Look(shape: "tab", fill: "#F5EDFA", line: "#9B6BB5"),
        "Duty": Look(shape: "box", fill: "#FCE0E0", line: "#B83232"),
        "Right": Look(shape: "box", fill: "#DDF1DF", line: "#2E7D3A"),
        "Service": Look(shape: "box", fill: "#D8F1EE", line: "#16807A"),
        "Stage": Look(shape: "cds", fill: "#FFF3C9", line: "#A67C00"),
        "Condition": Look(shape: "hexagon", fill: "#F1EFE7", line: "#7A7358"),
        "Concept": Look(shape: "ellipse", fill: "#F0F1F4", line: "#6B7686"),
        "Source": Look(shape: "folder", fill: "#FAFAFA", line: "#9AA1AC"),
    ]

    private static let spareLooks = [
        Look(shape: "box", fill: "#DCE9F9", line: "#2F6DB5"),
        Look(shape: "ellipse", fill: "#FBE6D4", line: "#C4691C"),
        Look(shape: "box", fill: "#DDF1DF", line: "#2E7D3A"),
        Look(shape: "hexagon", fill: "#EFE3F6", line: "#7B4397"),
        Look(shape: "box", fill: "#FCE0E0", line: "#B83232"),
        Look(shape: "ellipse", fill: "#D8F1EE", line: "#16807A"),
        Look(shape: "box", fill: "#FFF3C9", line: "#A67C00"),
        Look(shape: "octagon", fill: "#F1EFE7", line: "#7A7358"),
        Look(shape: "ellipse", fill: "#F9DDEE", line: "#A8327A"),
        Look(shape: "box", fill: "#E3E6EB", line: "#4A5463"),
    ]

    /// What must stand out.
    private static let strong = [
        "EXCLUDES": "#C62828", "PRECEDES": "#A67C00", "HAS_DUTY": "#B83232",
        "HAS_RIGHT": "#2E7D3A", "HANDLES": "#2F6DB5",
    ]

    private static let lineColors = [
        "#5F6B7A", "#7B4397", "#16807A", "#8A5A2B", "#4C6A92", "#7A7358", "#A8327A", "#3C7D8C",
    ]
}
