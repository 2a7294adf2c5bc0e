import GraphModel

extension BoltSession {
    /// Tells who the server is. Before version 5.1 it takes the credentials too.
    mutating func hello(_ extra: ValueMap) {
        if version.hasNotificationFilter {
            connectionFilter = connectionFilter.narrowed(by: extra)
            filter = connectionFilter
        }
        if !version.hasLogon, !environment.authenticator.admits(extra) { return turnAway() }
        state = version.hasLogon ? .authentication : .ready
        let hints: ValueMap = [
            // A sign of life comes every few seconds, so this much silence means it is gone.
            "connection.recv_timeout_seconds": .integer(
                Int(environment.limits.keepAliveTime.rounded(.up)) * 8),
            "telemetry.enabled": .boolean(false),
        ]
        writer.success([
            ("server", .string(environment.agent)), ("connection_id", .string(connectionID)),
            ("hints", .map(hints)),
        ])
    }

    /// Checks the credentials.
    mutating func logon(_ token: ValueMap) {
        guard environment.authenticator.admits(token) else { return turnAway() }
        state = .ready
        writer.success()
    }

    private mutating func turnAway() {
        writer.failure(
            Failure(
                code: FailureCode.unauthorized,
                message: "the user name or the password is wrong"))
        state = .defunct
    }

    /// Names this server for all that a client may want: there is no other.
    mutating func route(
        _ context: ValueMap, database: String?, link: any BoltLink
    ) throws(Diagnostic) {
        try checkDatabase(database)
        // The address the client used reaches the server from where it is, through whatever is
        // in between; the server's own may not.
        let address = context.text("address").flatMap { $0.isEmpty ? nil : $0 }
        let addresses = Value.list([.string(address ?? link.localAddress)])
        let servers = ["ROUTE", "READ", "WRITE"].map { role in
            Value.map(["addresses": addresses, "role": .string(role)])
        }
        let table: ValueMap = [
            "ttl": .integer(300),
            "db": .string(database ?? environment.backend.databaseName),
            "servers": .list(servers),
        ]
        writer.success([("rt", .map(table))])
    }

    /// There is one graph; it answers to its own name and to the name that drivers' examples use.
    func checkDatabase(_ name: String?) throws(Diagnostic) {
        let own = environment.backend.databaseName
        guard let name, !name.isEmpty, name != own, name != "neo4j" else { return }
        throw Diagnostic(
            .usage, "DatabaseNotFound", "there is no database '\(name)'",
            hint: "leave the database out, or name it '\(own)'")
    }
}
