import GraphModel

extension Diagnostic {
    /// What is wrong with a report about some files: it must name a place in one of them, in words
    /// that can be shown. Nil where nothing is.
    ///
    /// - Parameters:
    ///   - files: the files it can be about, by the names it knows them under.
    ///   - checkingPlaces: whether its line and column must be there, or are what a plugin says.
    package func flaw(
        about files: [FuzzInput.File], checkingPlaces: Bool = true
    ) -> String? {
        if kind == .internalError { return "is called our own fault: \(message)" }
        if code.isEmpty || message.isEmpty { return "is reported without a code or a message" }
        if DiagnosticRenderer().render(self).isEmpty { return "is reported as nothing" }
        // The one report that is about others.
        if code == "MoreDiagnostics" { return nil }
        guard let place else { return "is reported without a place: [\(code)] \(message)" }
        let about = "[\(code)] \(message)"
        guard let file = files.first(where: { $0.name == place.file }) else {
            return "is reported of '\(place.file ?? "")', which is no file of it: \(about)"
        }
        let lines = checkingPlaces ? file.bytes.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) } : .max
        guard (1...lines).contains(place.line) else {
            return "is reported on line \(place.line) of \(lines): \(about)"
        }
        // One past the end is where something is missing.
        if checkingPlaces, let excerpt = place.excerpt, place.column > excerpt.count + 1 {
            return "is reported at column \(place.column) of \(excerpt.count): \(about)"
        }
        return nil
    }
}
