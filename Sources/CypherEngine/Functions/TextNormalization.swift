import GraphModel
// The standard library composes and decomposes for its own comparisons and shows it only this way;
// Foundation, which has it openly, doubles the time a program takes to start.
@_spi(_Unicode) import Swift

/// Unicode normal forms.
enum TextNormalization {
    static func normalize(_ text: String, form: String) throws(Diagnostic) -> String {
        switch form.uppercased() {
        case "NFC": return collect(text._nfc)
        case "NFD": return collect(text._nfd)
        default:
            throw Diagnostic(
                .argumentError, "InvalidArgumentValue", "unknown normal form '\(form)'",
                hint: "Use NFC or NFD")
        }
    }

    private static func collect(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
