import Synchronization

/// A value made on first use, once, by whichever thread comes first; the others wait for it.
package final class Once<Wrapped: Sendable>: Sendable {
    private let isMade = Atomic<Bool>(false)
    private let making = Mutex<Void>(())
    // Safe to share: written once, under the lock, before `isMade` is released; read only after
    // `isMade` was acquired as true.
    nonisolated(unsafe) private var made: Wrapped?

    package init() {}

    /// A value that is there from the start.
    package init(_ value: Wrapped) {
        made = value
        isMade.store(true, ordering: .releasing)
    }

    /// The value; `make` runs at most once and must not ask the same object again.
    package func value(_ make: () -> Wrapped) -> Wrapped {
        if let existing { return existing }
        return making.withLock { _ in
            if let existing { return existing }
            let fresh = make()
            made = fresh
            isMade.store(true, ordering: .releasing)
            return fresh
        }
    }

    /// The value where it has been made.
    @inline(__always)
    package var existing: Wrapped? { isMade.load(ordering: .acquiring) ? made : nil }
}
