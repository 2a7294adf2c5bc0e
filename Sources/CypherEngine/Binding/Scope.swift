import CypherSyntax
import GraphModel

/// The variables that can be named at some place of a query.
struct Scope {
    /// What the query itself has declared; `*` means these.
    private(set) var locals: [String: VariableID] = [:]
    /// What a surrounding query lets this one see, whatever its own WITH clauses drop.
    private(set) var outer: [String: VariableID] = [:]

    /// An empty scope, or one whose surroundings are those names.
    init(outer: [String: VariableID] = [:]) {
        self.outer = outer
    }

    /// The variable of that name, the nearest one first.
    subscript(name: String) -> VariableID? { locals[name] ?? outer[name] }

    /// Every visible name.
    var names: [String] { Array(visible.keys) }

    /// Every visible name with its variable.
    var visible: [String: VariableID] { outer.merging(locals) { _, local in local } }

    /// The query's own names, in order of the alphabet: the order `*` shows them in.
    var localNames: [String] { locals.keys.sorted() }

    /// Adds a name, or hides an older one of the same name.
    mutating func declare(_ name: String, _ variable: VariableID) {
        locals[name] = variable
    }

    /// The scope after a clause that keeps only the given names.
    func narrowed(to names: [String: VariableID]) -> Scope {
        var scope = Scope(outer: outer)
        scope.locals = names
        return scope
    }

    /// The scope a subquery starts with that sees everything visible here.
    func forSubquery() -> Scope { Scope(outer: visible) }

    /// Both scopes in one, names of `other` going first; for ORDER BY and WHERE after a
    /// projection, which see new names and, behind them, the old ones.
    func overlaid(by other: Scope) -> Scope {
        var scope = self
        for (name, variable) in other.locals { scope.locals[name] = variable }
        return scope
    }
}

/// What an expression may use where it stands.
struct BindingContext {
    /// What becomes of an aggregate such as `count(x)`.
    enum Aggregates {
        /// An error: the clause does not group.
        case forbidden
        /// Lifted into the projection that is being bound.
        case lifted
        /// An error: inside the argument of another aggregate.
        case nested
        /// An error: inside what is evaluated once for each element of a list.
        case iterated
    }

    var scope: Scope
    var aggregates = Aggregates.forbidden
    /// Whether a path may stand here as a predicate.
    var allowsPatternPredicate = false
    /// Whether the value is wanted before there are rows, so that no variable may be named.
    var isConstant = false

    init(_ scope: Scope, aggregates: Aggregates = .forbidden) {
        self.scope = scope
        self.aggregates = aggregates
    }

    /// The same place, where a truth value is wanted.
    var asPredicate: BindingContext {
        var copy = self
        copy.allowsPatternPredicate = true
        return copy
    }

    /// The same place, where any value is wanted.
    var asValue: BindingContext {
        var copy = self
        copy.allowsPatternPredicate = false
        return copy
    }

    /// Inside a comprehension or the like, with its variable.
    func iterating(_ name: Name, _ variable: VariableID) -> BindingContext {
        var copy = asValue
        copy.scope.declare(name.text, variable)
        if case .lifted = aggregates { copy.aggregates = .iterated }
        return copy
    }
}
