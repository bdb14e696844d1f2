import ArgumentParser
import Domain
import Statistics

/// What the commands that answer figures take.
struct FigureOptions: ParsableArguments {
    @Option(help: .phrase(sv: "Året; annars innevarande.", en: "The year; else the present one."))
    var year: Int?

    @Flag(
        help: .phrase(
            sv: "Som för publicering: antal personer från 1 till 4, och det som skulle röja dem, visas inte.",
            en: "As for publication: counts of persons from 1 to 4, and what would tell them, are not shown."))
    var publish = false

    func validate() throws { try Self.validate(year) }

    static func validate(_ year: Int?) throws {
        guard let year, !(1...9999).contains(year) else { return }
        throw ValidationError(
            Phrase(sv: "Ett år är ett tal från 1 till 9999.", en: "A year is a number from 1 to 9999.").help)
    }

    func year(_ clock: WallClock) -> Int { year ?? clock.today.year }
}

extension Output {
    /// The rules that figures were counted by, in words, under them.
    func rules(_ rules: [CountingRule]) {
        guard format == .table else { return }
        heading(Phrase(sv: "Räkneregler", en: "Counting rules"))
        for rule in rules {
            say(
                Phrase(
                    sv: "\(rule.identifier) (\(rule.label.sv)): \(rule.text.sv)",
                    en: "\(rule.identifier) (\(rule.label.en)): \(rule.text.en)"))
        }
    }
}
