/// What has come in on a connection and waits for its turn, and how the connection stands.
struct Inbox: Sendable {
    /// Something the worker has to deal with.
    enum Item: Sendable {
        case message([UInt8])
        /// The stream cannot be understood from here on.
        case fault(String)
    }

    /// What the worker got when it asked for the next item.
    enum Taken: Sendable {
        case item(Item)
        /// The client is gone, or the server stops.
        case over
    }

    private var waiting: [Item] = []
    private var waitingBytes = 0
    /// RESET messages among the waiting ones and the one at hand.
    var resets = 0
    /// Nothing more comes in.
    var isClosed = false
    var isStopping = false
    /// The worker is on an item.
    var isBusy = false
    /// The worker has ended.
    var isFinished = false

    var isEmpty: Bool { waiting.isEmpty }

    /// Whether all that came in has been dealt with.
    var isIdle: Bool { waiting.isEmpty && !isBusy }

    /// Whether an item may come in. A single one always may, however large.
    func hasRoom(for count: Int, limits: ServerLimits) -> Bool {
        waiting.isEmpty
            || waiting.count < limits.waitingMessages
                && waitingBytes + count <= limits.messageBytes
    }

    mutating func append(_ item: Item) {
        if case .message(let bytes) = item {
            waitingBytes += bytes.count
            if RequestKind(of: bytes) == .reset { resets += 1 }
        }
        waiting.append(item)
    }

    /// The next item; nil where there is none yet.
    mutating func take() -> Taken? {
        if isStopping || isClosed { return .over }
        guard let item = waiting.first else { return nil }
        waiting.removeFirst()
        if case .message(let bytes) = item { waitingBytes -= bytes.count }
        isBusy = true
        return .item(item)
    }
}
