import GraphModel

extension StatementSummary {
    /// What the SUCCESS after the last row says of the statement.
    func metadata(filter: NotificationFilter) -> Metadata {
        var result: Metadata = [("type", .string(kind.rawValue))]
        let counts = statistics.metadata
        if !counts.isEmpty { result.append(("stats", .map(ValueMap(counts)))) }
        if let plan {
            result.append((plan.profile == nil ? "plan" : "profile", plan.value))
        }
        let shown = notifications.map(Notification.init).filter(filter.lets)
        if !shown.isEmpty { result.append(("notifications", .list(shown.map(\.value)))) }
        if let bookmark { result.append(("bookmark", .string(bookmark))) }
        return result
    }
}

extension StatementStatistics {
    /// The counts that are not zero, under the names clients know.
    fileprivate var metadata: [(String, Value)] {
        let counts = [
            ("nodes-created", nodesCreated), ("nodes-deleted", nodesDeleted),
            ("relationships-created", relationshipsCreated),
            ("relationships-deleted", relationshipsDeleted),
            ("properties-set", propertiesSet), ("labels-added", labelsAdded),
            ("labels-removed", labelsRemoved), ("indexes-added", indexesAdded),
            ("indexes-removed", indexesRemoved), ("constraints-added", constraintsAdded),
            ("constraints-removed", constraintsRemoved),
        ]
        let changed = counts.filter { $0.1 != 0 }.map { ($0.0, Value.integer($0.1)) }
        return changed.isEmpty ? [] : changed + [("contains-updates", .boolean(true))]
    }
}

extension BoltPlan {
    fileprivate var value: Value {
        var entries: [(String, Value)] = [
            ("operatorType", .string(operatorName)),
            ("args", .map(ValueMap(arguments.map { ($0.key, $0.value) }))),
            ("identifiers", .list(identifiers.map { .string($0) })),
            ("children", .list(children.map(\.value))),
        ]
        if let profile {
            entries += [
                ("rows", .integer(profile.rows)), ("dbHits", .integer(profile.databaseHits)),
                ("time", .integer(profile.nanoseconds)),
            ]
        }
        return .map(ValueMap(entries))
    }
}

extension Notification {
    fileprivate var value: Value {
        var entries: [(String, Value)] = [
            ("code", .string(code)), ("title", .string(title)),
            ("description", .string(description)), ("severity", .string(severity)),
            ("category", .string(category)),
        ]
        if let position {
            entries.append(
                (
                    "position",
                    .map([
                        "offset": .integer(position.offset), "line": .integer(position.line),
                        "column": .integer(position.column),
                    ])
                ))
        }
        return .map(ValueMap(entries))
    }
}
