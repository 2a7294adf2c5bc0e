import GraphModel

/// The integers that `range` gives, without making a list of them.
struct IntegerSpan {
    /// How many there are; `Int.max` stands for that many or more.
    let count: Int
    private let start: Int
    private let step: Int

    /// From the arguments of `range`.
    init(_ arguments: [Value]) throws(Diagnostic) {
        start = try Self.integer(arguments[0])
        let end = try Self.integer(arguments[1])
        step = arguments.count > 2 ? try Self.integer(arguments[2]) : 1
        if step == 0 { throw FunctionError.outOfRange("range", "takes a step that is not 0") }
        if step > 0 ? start > end : start < end {
            count = 0
        } else {
            let steps = start.magnitude(to: end) / step.magnitude
            count = steps < UInt(Int.max) ? Int(steps) + 1 : Int.max
        }
    }

    /// Wrapping: a product may leave the integers on the way to a sum that does not.
    subscript(index: Int) -> Int { start &+ index &* step }

    private static func integer(_ value: Value) throws(Diagnostic) -> Int {
        guard case .integer(let number) = value else {
            throw Diagnostic(
                .argumentError, "InvalidArgumentType",
                "'range' takes Integers, not \(value.typePhrase)")
        }
        return number
    }
}

extension Int {
    /// How far another number is away, which may not fit an `Int`.
    fileprivate func magnitude(to other: Int) -> UInt {
        other >= self
            ? UInt(bitPattern: other) &- UInt(bitPattern: self)
            : UInt(bitPattern: self) &- UInt(bitPattern: other)
    }
}
