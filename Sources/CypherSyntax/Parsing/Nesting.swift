import GraphModel

/// How deep the parser is and how high the trees are that it builds. Both are bounded, so that
/// neither the parser nor anything that walks its trees, or frees them, runs out of stack.
struct Nesting {
    /// How many constructs enclose the position.
    fileprivate var depth = 0
    /// The height of the tree built last. Whoever builds a tree of others sets it.
    var height = 0
    /// The height of the tallest tree built inside the innermost `enter`.
    fileprivate var tallest = 0
}

extension QueryParser {
    /// Begins a construct that nests; hand the result to `leave` or `leaveExpression`.
    mutating func enter() throws -> Int {
        guard nesting.depth < Parser.nestingLimit else { throw SyntaxErrors.tooDeep(current.range) }
        nesting.depth += 1
        return beginParts()
    }

    /// Ends a construct that is one higher than the tallest of its parts.
    mutating func leave(_ outer: Int) {
        nesting.depth -= 1
        endParts(outer)
    }

    /// Ends a construct whose height the operators in it have worked out.
    mutating func leaveExpression(_ outer: Int) {
        nesting.depth -= 1
        nesting.tallest = max(outer, nesting.height)
    }

    /// Begins a tree made of parts, without going deeper; hand the result to `endParts`.
    mutating func beginParts() -> Int {
        let outer = nesting.tallest
        nesting.tallest = 0
        return outer
    }

    mutating func endParts(_ outer: Int) {
        nesting.height = nesting.tallest + 1
        nesting.tallest = max(outer, nesting.height)
    }

    /// The height of a tree above two others.
    func stacked(_ left: Int, _ right: Int = 0, by levels: Int = 1) throws -> Int {
        let height = max(left, right) + levels
        guard height <= Parser.heightLimit else { throw SyntaxErrors.tooDeep(current.range) }
        return height
    }
}
