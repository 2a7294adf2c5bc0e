import GraphModel

/// Which notifications a client wants to see.
struct NotificationFilter: Sendable, Equatable {
    /// The least serious ones to send.
    enum Minimum: String, Sendable {
        case information = "INFORMATION"
        case warning = "WARNING"
        case off = "OFF"
    }

    var minimum = Minimum.information
    var disabledCategories: Set<String> = []

    /// The filter with what a message says about it; what it leaves out stays.
    func narrowed(by extra: ValueMap) -> NotificationFilter {
        var copy = self
        if let text = extra.text("notifications_minimum_severity") {
            copy.minimum = Minimum(rawValue: text.uppercased()) ?? copy.minimum
        }
        if case .list(let names) = extra["notifications_disabled_categories"] {
            copy.disabledCategories = []
            for case .string(let name) in names {
                copy.disabledCategories.insert(name.uppercased())
            }
        }
        return copy
    }

    /// Whether a notification is wanted.
    func lets(_ notification: Notification) -> Bool {
        switch minimum {
        case .off: return false
        case .warning where notification.severity != "WARNING": return false
        default: return !disabledCategories.contains(notification.category)
        }
    }
}

/// A warning or note as clients know it.
struct Notification: Sendable {
    var code: String
    var title: String
    var description: String
    var severity: String
    var category: String
    var position: (offset: Int, line: Int, column: Int)?

    init(_ diagnostic: Diagnostic) {
        let kind = Self.kind(of: diagnostic)
        code = "Neo.ClientNotification.Statement.\(kind.name)"
        title = kind.title
        category = kind.category
        severity = diagnostic.severity == .note ? "INFORMATION" : "WARNING"
        let sentences =
            [diagnostic.message] + diagnostic.notes + [diagnostic.hint].compactMap { $0 }
        description = sentences.joined(separator: "; ")
        if let place = diagnostic.place, place.column > 0 {
            let offset = diagnostic.range?.start ?? place.column - 1
            position = (offset, place.line, place.column)
        }
    }

    private static func kind(
        of diagnostic: Diagnostic
    ) -> (name: String, category: String, title: String) {
        switch diagnostic.code {
        case "UnknownLabel":
            ("UnknownLabelWarning", "UNRECOGNIZED", "The graph has no such label")
        case "UnknownRelationshipType", "UnknownType":
            (
                "UnknownRelationshipTypeWarning", "UNRECOGNIZED",
                "The graph has no such relationship type"
            )
        case "UnknownPropertyKey", "UnknownProperty":
            ("UnknownPropertyKeyWarning", "UNRECOGNIZED", "The graph has no such property")
        case "CartesianProduct":
            ("CartesianProduct", "PERFORMANCE", "The patterns have nothing in common")
        case let code where code.hasPrefix("Deprecated"):
            ("FeatureDeprecationWarning", "DEPRECATION", "The query uses an old form")
        default:
            (diagnostic.code, "GENERIC", diagnostic.code)
        }
    }
}
