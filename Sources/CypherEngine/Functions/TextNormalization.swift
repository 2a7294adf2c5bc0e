import GraphModel
// The standard library composes and decomposes for its own comparisons and shows it only this way;
// Foundation, which has it openly, doubles the time a program takes to start.
@_spi(_Unicode) import Swift

/// Unicode normal forms.
enum TextNormalization {
    static func normalize(
        _ text: String, form: String, _ limits: any WorkLimits
    ) throws(Diagnostic) -> String {
        switch form.uppercased() {
        case "NFC": return try collect(text._nfc, limits)
        case "NFD": return try collect(text._nfd, limits)
        case "NFKC", "NFKD":
            throw Diagnostic(
                .argumentError, "InvalidArgumentValue",
                "the normal form \(form.uppercased()) is not supported", hint: "Use NFC or NFD")
        default:
            throw Diagnostic(
                .argumentError, "InvalidArgumentValue", "unknown normal form '\(form)'",
                hint: "Use NFC or NFD")
        }
    }

    private static func collect(
        _ scalars: some Sequence<Unicode.Scalar>, _ limits: any WorkLimits
    ) throws(Diagnostic) -> String {
        var view = String.UnicodeScalarView()
        var count = 0
        for scalar in scalars {
            try limits.step(1)
            // Twice four bytes at most, and half as much that is being left.
            if count % 4096 == 0 { try limits.require(bytes: 12 * count) }
            count += 1
            view.append(scalar)
        }
        return String(view)
    }
}
