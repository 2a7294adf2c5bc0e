/// One command of the command line.
protocol Command: SendableMetatype {
    /// What it takes.
    static var spec: CommandSpec { get }

    /// Does its work and gives the exit status.
    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32
}
