/// How a server is set up.
package struct BoltConfiguration: Sendable {
    /// The address to listen on.
    package var host = "127.0.0.1"
    /// Whether the address may be one that other machines can reach; that needs `authFile` too.
    package var allowsOtherMachines = false
    /// The port, 0 for a free one.
    package var port = 7687
    /// A file of users and password hashes; nil lets anyone on this machine in.
    package var authFile: String?
    /// Veiviser's own version, for the name the server presents itself by.
    package var version = "0.1"
    package var limits = ServerLimits()

    package init() {}

    /// Drivers ask for a server that calls itself by this name, and look the version up to know
    /// what it can do.
    var agent: String { "Neo4j/5.26.0 compatible (Veiviser \(version))" }
}
