import ArgumentParser
import Domain
import Operations
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

    /// Writes the report of the year's period.
    func report(in context: CommandContext, of period: (Int) throws -> ReportPeriod) async throws {
        let report = try await context.withOperations { operations, actor in
            try await operations.periodReport(actor, period(year(operations.clock)), forPublication: publish)
        }
        try AnnualReportView(whole: report).write(to: context.output)
    }

    /// Throws where a part of the year is none.
    static func check(_ part: Int, in parts: ClosedRange<Int>) throws {
        guard !parts.contains(part) else { return }
        throw ValidationError(
            Phrase(
                sv: "Delen av året är ett tal från 1 till \(parts.upperBound).",
                en: "The part of the year is a number from 1 to \(parts.upperBound)."
            ).help)
    }
}

extension Output {
    /// The rules that figures were counted by, in words, under them.
    func rules(_ rules: [CountingRule]) { definitions(rules.map(Definition.init)) }

    /// The definitions of figures, in words, under them.
    func definitions(_ definitions: [Definition]) {
        guard format == .table else { return }
        heading(Phrase(sv: "Räkneregler", en: "Counting rules"))
        for rule in definitions {
            say(
                Phrase(
                    sv: "\(rule.identifier) (\(rule.label.sv)): \(rule.text.sv)",
                    en: "\(rule.identifier) (\(rule.label.en)): \(rule.text.en)"))
        }
    }
}
