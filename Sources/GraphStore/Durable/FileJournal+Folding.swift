import GraphModel
import Synchronization

extension FileJournal {
    /// Writes the columns of a snapshot beside the old ones and switches over.
    ///
    /// Each part is a transaction of its own, so that commits come in between. Until the last,
    /// small transaction the file means what it meant before; a kill leaves leftovers that the
    /// next folding removes.
    func fold(_ snapshot: GraphSnapshot, upTo sequence: Int) throws(Diagnostic) {
        let base = snapshot.folded()
        adopt(base, from: snapshot)
        guard let generation = writing.withLock({ $0?.generation }) else { return }
        let connection = try Connection(path, .readWrite)
        try connection.execute("DELETE FROM part WHERE generation <> \(generation)")
        do throws(Diagnostic) {
            // The switch waits for the disk, and the log is one file: the parts come with it.
            try connection.execute("PRAGMA synchronous = NORMAL")
            let size = try connection.write(base, generation: generation + 1)
            try connection.execute("PRAGMA synchronous = FULL")
            try connection.switchOver(to: generation + 1, sequence: sequence)
            let rest = try connection.integer("SELECT coalesce(sum(length(data)), 0) FROM journal")
            writing.withLock {
                $0?.generation = generation + 1
                $0?.size = rest ?? 0
                $0?.foldAt = FileJournal.limit(imageSize: size)
            }
        } catch {
            // Nothing can be done where even this fails; the next folding tries again.
            try? connection.execute("DELETE FROM part WHERE generation <> \(generation)")
            throw error
        }
        try connection.execute("DELETE FROM part WHERE generation = \(generation)")
    }

    /// Lets the graph go on from the folded base where nothing was committed meanwhile.
    private func adopt(_ base: BaseGraph, from snapshot: GraphSnapshot) {
        guard snapshot.view.overlay != nil else { return }
        graph.withLock { $0.graph }?.adopt(base, foldedFrom: snapshot)
    }

    /// After a failure the journal may double before folding is tried again.
    func postponeFolding() {
        writing.withLock { writing in
            guard let writing else { return }
            writing.foldAt = max(writing.foldAt, writing.size) * 2
        }
    }
}

extension Connection {
    /// Makes another generation of parts the one that holds.
    fileprivate func switchOver(to generation: Int, sequence: Int) throws(Diagnostic) {
        let checksum = GraphFile.stateChecksum(generation: generation, sequence: sequence)
        try execute("BEGIN IMMEDIATE")
        do throws(Diagnostic) {
            try execute(
                """
                UPDATE state SET generation = \(generation), sequence = \(sequence),
                    checksum = \(checksum);
                DELETE FROM journal WHERE sequence <= \(sequence);
                COMMIT
                """)
        } catch {
            // SQLite may have rolled back by itself already.
            try? execute("ROLLBACK")
            throw error
        }
    }
}
