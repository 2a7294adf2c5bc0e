/// Where a connection stands between its handshake and its end.
enum BoltState: Sendable, CaseIterable {
    /// The version is agreed on, HELLO is awaited.
    case negotiation
    /// Credentials are awaited.
    case authentication
    /// A statement or a transaction can begin.
    case ready
    /// A statement of its own has rows to send.
    case streaming
    /// A transaction is open.
    case transactionReady
    /// A transaction is open and has rows to send.
    case transactionStreaming
    /// Something failed; all is ignored until RESET.
    case failed
    /// A RESET is on its way behind other messages, which are ignored.
    case interrupted
    /// The connection is over.
    case defunct
}

/// What to do with a message.
enum Reaction: Sendable {
    /// Do what it asks for.
    case handle
    /// Answer IGNORED.
    case ignore
    /// Answer FAILURE and close: the client broke the rules.
    case refuse
}

extension BoltState {
    /// What a message of a kind meets in this state.
    func reaction(to kind: RequestKind, version: BoltVersion) -> Reaction {
        guard kind.exists(in: version), self != .defunct else { return .refuse }
        if kind == .goodbye { return .handle }
        switch self {
        case .negotiation: return kind == .hello ? .handle : .refuse
        case .authentication: return kind == .logon ? .handle : .refuse
        case .failed, .interrupted: return reactionInTrouble(to: kind)
        case .ready:
            return only([.run, .begin, .route, .reset, .telemetry, .logoff], kind)
        case .streaming: return only([.pull, .discard, .reset], kind)
        case .transactionReady: return only([.run, .commit, .rollback, .reset], kind)
        case .transactionStreaming: return only([.run, .pull, .discard, .reset], kind)
        case .defunct: return .refuse
        }
    }

    private func only(_ allowed: Set<RequestKind>, _ kind: RequestKind) -> Reaction {
        allowed.contains(kind) ? .handle : .refuse
    }

    private func reactionInTrouble(to kind: RequestKind) -> Reaction {
        switch kind {
        case .reset: .handle
        case .hello: .refuse
        default: .ignore
        }
    }

    /// Whether the client has shown who it is.
    var isAuthenticated: Bool {
        switch self {
        case .negotiation, .authentication, .defunct: false
        default: true
        }
    }

    /// Whether a result or a transaction is open, which holds a snapshot or the right to write.
    var holdsResources: Bool {
        switch self {
        case .streaming, .transactionReady, .transactionStreaming: true
        default: false
        }
    }

    /// Whether a transaction is open.
    var isInTransaction: Bool { self == .transactionReady || self == .transactionStreaming }
}
