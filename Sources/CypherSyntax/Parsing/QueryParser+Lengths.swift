import GraphModel

/// How often a part of a path repeats.
extension QueryParser {
    /// `*`, `*2`, `*1..3`, `*..3`, `*1..` inside the brackets of a relationship.
    mutating func parseLength() throws -> PathLength? {
        let start = current.start
        guard accept(.star) else {
            if at(.doubleDot) || at(.integer) {
                throw SyntaxErrors.lengthWithoutStar(current.range)
            }
            return nil
        }
        let minimum = try acceptBound()
        guard accept(.doubleDot) else {
            if at(.minus) || at(.float) || at(.badNumber) {
                throw SyntaxErrors.invalidLength(current.range)
            }
            return PathLength(minimum: minimum, maximum: minimum, range: range(from: start))
        }
        let maximum = try acceptBound()
        if at(.minus) || at(.float) { throw SyntaxErrors.invalidLength(current.range) }
        return PathLength(minimum: minimum, maximum: maximum, range: range(from: start))
    }

    /// `+`, `*`, `{2}`, `{1,3}`, `{,3}`, `{1,}` after a relationship or a group.
    mutating func parseQuantifier() throws -> PathLength? {
        let start = current.start
        if accept(.plus) {
            return PathLength(minimum: 1, maximum: nil, range: range(from: start))
        }
        if accept(.star) {
            return PathLength(minimum: 0, maximum: nil, range: range(from: start))
        }
        guard at(.leftBrace) else { return nil }
        let opening = position
        advance()
        let minimum = try acceptBound()
        var maximum = minimum
        if accept(.comma) {
            maximum = try acceptBound()
        } else if minimum == nil {
            throw failure(.repetitionCount)
        }
        guard at(.rightBrace) else { throw failure(.repetitionEnd, opening: opening) }
        advance()
        let whole = range(from: start)
        if let minimum, let maximum, minimum > maximum {
            throw SyntaxErrors.boundsReversed(whole, minimum, maximum)
        }
        return PathLength(minimum: minimum ?? 0, maximum: maximum, range: whole)
    }

    private mutating func acceptBound() throws -> Int? {
        guard at(.integer) else { return nil }
        let token = advance()
        guard let magnitude = text.magnitude(token), let bound = Int(exactly: magnitude) else {
            throw SyntaxErrors.integerOverflow(token.range)
        }
        return bound
    }
}
