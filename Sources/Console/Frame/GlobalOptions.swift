import ArgumentParser

/// What every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: .phrase(
            sv: "Kommunens kod, fyra siffror; annars PRAKTIK_MUNICIPALITY.",
            en: "The municipality's code, four digits; else PRAKTIK_MUNICIPALITY.", valueName: "code"))
    var municipality: String?

    @Option(
        name: .customLong("as"),
        help: .phrase(
            sv: "Gör det som den här användaren, med dennes rättigheter; annars som driftansvarig.",
            en: "Do it as this user, with that user's rights; else as operator.", valueName: "user"))
    var user: String?

    @Option(help: .phrase(sv: "Språk: sv eller en; annars efter LANG.", en: "Language: sv or en; else by LANG."))
    var language: String?

    @Option(
        help: .phrase(
            sv: "Svarets form: table, json, csv (för program) eller spreadsheet (csv för kalkylark).",
            en: "The answer's form: table, json, csv (for programs) or spreadsheet (csv for spreadsheets)."))
    var format: OutputFormat = .table
}

/// What every command that changes something takes besides.
struct ChangeOptions: ParsableArguments {
    @Flag(
        help: .phrase(
            sv: "Pröva allt och visa svaret, men ändra ingenting.",
            en: "Try everything and show the answer, but change nothing."))
    var dryRun = false
}
