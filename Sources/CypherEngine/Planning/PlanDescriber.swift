import CypherSyntax
import GraphModel
import GraphStore

/// Turns plans into what EXPLAIN and PROFILE show.
struct PlanDescriber {
    private let planner: Planner
    private let bound: BoundStatement
    private let text: SourceText
    /// What each step did, in the order of a depth-first walk.
    var profile: (profile: QueryProfile, ids: [Int])?

    init(planner: Planner, bound: BoundStatement, text: String) {
        self.planner = planner
        self.bound = bound
        self.text = SourceText(text)
    }

    /// The description of a whole plan.
    func describe(_ plan: LogicalPlan) -> PlanDescription {
        var next = 0
        return describe(plan, &next)
    }

    private func describe(_ plan: LogicalPlan, _ next: inout Int) -> PlanDescription {
        var entry: QueryProfile.Entry?
        if let profile, next < profile.ids.count {
            entry = profile.profile.entries[profile.ids[next]]
        }
        next += 1
        var inputs: [PlanDescription] = []
        for input in plan.inputs { inputs.append(describe(input, &next)) }
        let (name, details) = words(plan)
        let milliseconds = entry.map { $0.time.seconds * 1000 }
        return PlanDescription(
            name: name, details: details,
            estimatedRows: CardinalityEstimator(statistics: planner.statistics).rows(plan),
            rows: entry?.rows, milliseconds: milliseconds, inputs: inputs)
    }

    private func words(_ plan: LogicalPlan) -> (String, String) {
        switch plan {
        case .argument: ("Argument", "")
        case .unit: ("Unit", "")
        case .nodeScan(_, let variable, let labels):
            (labels == nil ? "AllNodesScan" : "LabelScan", node(variable, labels))
        case .nodeSeek(_, let variable, let labels, let key, let value):
            ("IndexSeek", "\(node(variable, labels)).\(key) = \(source(value))")
        case .expand(_, let spec): (spec.isInto ? "ExpandInto" : "Expand", step(spec, ""))
        case .endpoints(_, let spec, _): ("Endpoints", step(spec, ""))
        case .variableExpand(_, let spec, _):
            (
                spec.findsEndsOnly ? "Reach" : "VariableExpand",
                step(spec.step, "*" + bounds(spec.length))
            )
        case .boundList(_, let spec): ("CheckChain", step(spec.step, "*"))
        case .repetition(_, let plan):
            ("Repeat", "\(name(plan.from)) … \(name(plan.to)) {\(bounds(plan.group.length))}")
        case .pathSearch(_, let spec, _, _):
            ("ShortestPath", step(spec.step, "*" + bounds(spec.length)))
        case .selectPaths(_, _, let path, _): ("SelectPaths", name(path))
        case .bindPath(_, let variable, _, _): ("Path", name(variable))
        default: rowWords(plan)
        }
    }

    private func rowWords(_ plan: LogicalPlan) -> (String, String) {
        switch plan {
        case .gatherFacts: ("Facts", "")
        case .filter(_, let predicates):
            ("Filter", predicates.map(source).joined(separator: " AND "))
        case .project(_, let items): ("Project", list(items))
        case .prune(_, let keeps): ("Keep", keeps.map(name).joined(separator: ", "))
        case .join(_, _, let keys):
            keys.left.isEmpty
                ? ("CrossProduct", "")
                : (
                    "HashJoin",
                    zip(keys.left, keys.right).map { "\(source($0)) = \(source($1))" }
                        .joined(separator: " AND ")
                )
        case .optional(_, _, _, let introduced):
            ("Optional", introduced.map(name).filter { !$0.isEmpty }.joined(separator: ", "))
        case .apply: ("Apply", "")
        case .aggregate(_, let keys, let aggregates, _):
            (
                "Aggregate",
                [list(keys), aggregates.map { text.slice($0.range) }.joined(separator: ", ")]
                    .filter { !$0.isEmpty }.joined(separator: "; ")
            )
        case .distinct: ("Distinct", "")
        case .sort(_, let page):
            (
                page.limit == nil ? "Sort" : "TopK",
                page.order.map { source($0.expression) + ($0.isDescending ? " DESC" : "") }
                    .joined(separator: ", ")
            )
        case .page: ("Page", "")
        case .unwind(_, let list, let variable): ("Unwind", "\(source(list)) AS \(name(variable))")
        case .union: ("Union", "")
        case .create: ("Create", "")
        case .merge: ("Merge", "")
        case .set: ("Set", "")
        case .remove: ("Remove", "")
        case .delete(_, _, let detach): (detach ? "DetachDelete" : "Delete", "")
        case .foreach(_, let variable, let list, _):
            ("Foreach", "\(name(variable)) IN \(source(list))")
        case .call(_, let call): ("Procedure", call.procedure.name)
        case .drain: ("Finish", "")
        case .countPattern(_, let count, _):
            (
                "CountPattern",
                "\(count.pattern.liveNodes.count) nodes, \(count.pattern.edges.count) relationships, by elimination"
            )
        default: ("Step", "")
        }
    }

    private func name(_ variable: VariableID) -> String {
        variable.raw < bound.variables.count ? bound.variables[variable.raw].name : ""
    }

    private func source(_ expression: BoundExpression) -> String {
        if case .hasLabels(let subject, let labels) = expression.kind, expression.range == .none {
            return source(subject) + ":" + labels.text
        }
        if case .variable(let variable) = expression.kind { return name(variable) }
        return text.slice(expression.range)
    }

    private func list(_ items: [(variable: VariableID, value: BoundExpression)]) -> String {
        items.map { item in
            let value = source(item.value)
            let alias = name(item.variable)
            return alias.isEmpty || alias == value ? value : "\(value) AS \(alias)"
        }.joined(separator: ", ")
    }

    private func node(_ variable: VariableID, _ labels: LabelExpression?) -> String {
        "(\(name(variable))\(labels.map { ":" + $0.text } ?? ""))"
    }

    private func step(_ spec: ExpandSpec, _ length: String) -> String {
        let types = spec.types.map { ":" + $0.text } ?? ""
        let relationship = "[\(name(spec.relationship))\(types)\(length)]"
        let left = spec.direction == .left ? "<-" : "-"
        let right = spec.direction == .right ? "->" : "-"
        let target = spec.isInto ? "(\(name(spec.to)))" : node(spec.to, spec.labels)
        return "(\(name(spec.from)))\(left)\(relationship)\(right)\(target)"
    }

    private func bounds(_ length: ResolvedLength) -> String {
        "\(length.minimum)..\(length.maximum.map(String.init) ?? "")"
    }
}

extension LabelExpression {
    /// As the language writes it.
    package var text: String {
        switch self {
        case .name(let name): name.text
        case .wildcard: "%"
        case .not(let inner): "!\(inner.text)"
        case .and(let left, let right): "\(left.text)&\(right.text)"
        case .or(let left, let right): "(\(left.text)|\(right.text))"
        }
    }
}
