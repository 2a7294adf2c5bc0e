import Synchronization

/// A value made on first use, once, by whichever thread comes first; the others wait for it.
package final class Once<Wrapped: Sendable>: Sendable {
    private let made = Mutex<Wrapped?>(nil)

    package init() {}

    /// A value that is there from the start.
    package init(_ value: Wrapped) {
        made.withLock { $0 = value }
    }

    /// The value; `make` runs at most once and must not ask the same object again.
    package func value(_ make: () -> Wrapped) -> Wrapped {
        made.withLock { current in
            if let current { return current }
            let fresh = make()
            current = fresh
            return fresh
        }
    }

    /// The value where it has been made.
    package var existing: Wrapped? { made.withLock { $0 } }
}
