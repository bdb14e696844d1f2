import Domain

/// The argument parser's own words, which it has in English only.
enum HelpTranslation {
    private static let words: [(en: String, sv: String)] = [
        ("OVERVIEW: ", ""),
        ("USAGE: ", "ANVÄNDNING: "),
        ("Usage: ", "Användning: "),
        ("ARGUMENTS:", "ARGUMENT:"),
        ("OPTIONS:", "VAL:"),
        ("SUBCOMMANDS:", "KOMMANDON:"),
        ("Error: ", "Fel: "),
        ("Help:  ", "Hjälp: "),
        ("Show help information.", "Visa hjälp."),
        ("(default: ", "(förval: "),
        ("; default: ", "; förval: "),
        ("(values: ", "(värden: "),
        ("Missing expected argument ", "Argument saknas: "),
        ("Missing value for ", "Värde saknas för "),
        ("Unknown option ", "Okänt val: "),
        ("Unexpected argument ", "Oväntat argument: "),
        (" is invalid for ", " duger inte för "),
        ("Please provide one of the following:", "Välj en av:"),
        ("Please provide one of ", "Välj en av "),
        ("' or '", "' eller '"),
        ("The value ", "Värdet "),
        ("<subcommand>", "<kommando>"),
        ("<options>", "<val>"),
        ("for more information.", "för mer."),
        ("for detailed help.", "för utförlig hjälp."),
        ("  See '", "  Se '"),
    ]

    static func translate(_ text: String, to language: Language) -> String {
        let plain = text.replacing("OVERVIEW: ", with: "")
        guard language == .swedish else { return plain }
        return words.reduce(plain) { $0.replacing($1.en, with: $1.sv) }
    }
}
