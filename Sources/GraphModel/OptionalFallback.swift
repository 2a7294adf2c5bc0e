extension Optional {
    /// The value, or another; unlike `??` it keeps the type of what the other side throws.
    func or(
        _ other: @autoclosure () throws(Diagnostic) -> Wrapped
    ) throws(Diagnostic) -> Wrapped {
        if let self { return self }
        return try other()
    }

    /// The value, or another that may be missing too.
    func or(
        _ other: @autoclosure () throws(Diagnostic) -> Wrapped?
    ) throws(Diagnostic) -> Wrapped? {
        if let self { return self }
        return try other()
    }
}
