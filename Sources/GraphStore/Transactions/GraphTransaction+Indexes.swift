import GraphModel

extension GraphTransaction {
    /// Declares an index; false where one of the same name exists.
    @discardableResult
    package func createIndex(_ index: PropertyIndex) -> Bool {
        guard !overlay.state.catalog.indexes.contains(where: { $0.name == index.name }) else {
            return false
        }
        overlay.state.catalog.indexes.append(index)
        if case .nodes = index.subject, let key = index.keys.first { enterEdits(key) }
        return true
    }

    /// Drops an index; false where there is none of that name.
    @discardableResult
    package func dropIndex(named name: String) -> Bool {
        let before = overlay.state.catalog.indexes.count
        overlay.state.catalog.indexes.removeAll { $0.name == name }
        return overlay.state.catalog.indexes.count < before
    }

    /// Makes the edits made before the index existed known to its look-ups.
    private func enterEdits(_ key: KeyID) {
        var lookups = overlay.state.lookups
        overlay.state.nodes.visit { node, edit in
            guard let value = edit.properties.value(of: key),
                let hash = IndexedValue.hash(value)
            else { return }
            lookups.update(OverlayState.lookupSlot(key, hash), orStartFrom: []) {
                if !$0.contains(node) { $0.append(node) }
            }
        }
        overlay.state.lookups = lookups
    }
}
