import GraphModel

extension BoltSession {
    // MARK: Transactions

    mutating func begin(_ extra: ValueMap) throws {
        try prepare(extra)
        try backend.begin(transaction)
        state = .transactionReady
        lastResult = -1
        writer.success()
    }

    mutating func commit() throws {
        let bookmark = try backend.commit()
        endTransaction()
        writer.success(bookmark.map { [("bookmark", .string($0))] } ?? [])
    }

    mutating func rollback() throws {
        try backend.rollback()
        endTransaction()
        writer.success()
    }

    private mutating func endTransaction() {
        state = .ready
        transactionDeadline = nil
        filter = connectionFilter
    }

    /// Takes what RUN and BEGIN say about the transaction they open.
    private mutating func prepare(_ extra: ValueMap) throws(Diagnostic) {
        try checkDatabase(extra.text("db"))
        filter =
            version.hasNotificationFilter ? connectionFilter.narrowed(by: extra) : connectionFilter
        transaction = TransactionOptions(access: extra.text("mode") == "r" ? .read : .write)
        if case .map(let metadata) = extra["tx_metadata"] { transaction.metadata = metadata }
        transactionDeadline = nil
        if case .integer(let milliseconds) = extra["tx_timeout"], milliseconds > 0 {
            let seconds = Double(milliseconds) / 1000
            transaction.timeout = seconds
            transactionDeadline = MonotonicTime.now.advanced(seconds: seconds)
        }
    }

    /// The options with the time that is left now.
    private func remaining() throws(Diagnostic) -> TransactionOptions {
        var options = transaction
        if let transactionDeadline {
            let seconds = MonotonicTime.now.seconds(to: transactionDeadline)
            guard seconds > 0 else {
                throw Diagnostic(
                    .resource, "TransactionTimedOut", "the transaction's time is up")
            }
            options.timeout = seconds
        }
        return options
    }

    // MARK: Statements

    mutating func run(_ text: String, parameters: ValueMap, extra: ValueMap) throws {
        let started = MonotonicTime.now
        if !state.isInTransaction { try prepare(extra) }
        let statement = BoltStatement(
            text: text,
            parameters: Dictionary(
                parameters.entries.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }),
            options: try remaining())
        let result = try backend.run(statement)
        lastResult += 1
        results[lastResult] = OpenResult(result: result, started: started)
        var metadata: Metadata = [
            ("fields", .list(result.columns.map { .string($0) })),
            ("t_first", .integer(started.millisecondsSince)),
        ]
        if state.isInTransaction {
            metadata.append(("qid", .integer(lastResult)))
            state = .transactionStreaming
        } else {
            state = .streaming
        }
        writer.success(metadata)
    }

    /// Sends rows.
    mutating func pull(_ demand: StreamDemand, link: any BoltLink) throws {
        let (number, open) = try openResult(demand)
        var left = demand.rows ?? Int.max
        while left > 0, !open.result.isExhausted {
            let rows = try open.result.next(min(left, 256))
            if rows.isEmpty { break }
            left -= rows.count
            try send(rows, of: open.result, link: link)
            // A failure now is answered with IGNORED, as the RESET that waits demands.
            if link.isInterrupted || link.isStopping {
                throw Diagnostic(.resource, "Cancelled", "the result was cut short")
            }
        }
        finish(number, open)
    }

    private mutating func send(
        _ rows: ArraySlice<[Value]>, of result: any BoltResult, link: any BoltLink
    ) throws {
        let entities = result.entities
        for row in rows {
            try writer.record(row, entities: entities)
            if writer.bytes.count >= Self.flushThreshold { try link.flush(&writer) }
        }
    }

    /// Passes rows over.
    mutating func discard(_ demand: StreamDemand) throws {
        let (number, open) = try openResult(demand)
        var left = demand.rows ?? Int.max
        while left > 0, !open.result.isExhausted {
            let rows = try open.result.next(min(left, 4096))
            if rows.isEmpty { break }
            left -= rows.count
        }
        finish(number, open)
    }

    private func openResult(_ demand: StreamDemand) throws(Diagnostic) -> (Int, OpenResult) {
        let number = demand.result ?? lastResult
        guard let open = results[number] else {
            throw Diagnostic(.usage, "NoSuchResult", "there is no open result \(number)")
        }
        return (number, open)
    }

    /// Tells whether there are rows left, and where not, what the statement did.
    private mutating func finish(_ number: Int, _ open: OpenResult) {
        guard open.result.isExhausted else {
            return writer.success([("has_more", .boolean(true))])
        }
        results[number] = nil
        let summary = open.result.summary()
        let metadata =
            summary.metadata(filter: filter) + [
                ("t_last", .integer(open.started.millisecondsSince)),
                ("db", .string(environment.backend.databaseName)),
            ]
        writer.success(metadata)
        guard results.isEmpty else { return }
        if state.isInTransaction {
            state = .transactionReady
        } else {
            endTransaction()
        }
    }
}
