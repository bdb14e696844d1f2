import ArgumentParser
import Domain
import FoundationEssentials
import Operations
import Statistics

/// The figures of a period.
struct ReportCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "report", sv: "Rapporter: en periods siffror.", en: "Reports: a period's figures.",
        example: "praktik report annual --year 2026\npraktik report tertial 2 --year 2026",
        subcommands: [
            AnnualReportCommand.self, HalfReportCommand.self, TertialReportCommand.self, TermReportCommand.self,
            RangeReportCommand.self, PlanningCommand.self, DefinitionsCommand.self,
        ])
}

/// The annual report.
struct AnnualReportCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "annual",
        sv: "Årsrapport: platser, praktiker, personer och vad de ledde till, i fasta indelningar.",
        en: "Annual report: places, placements, persons and what they led to, in fixed divisions.",
        example: "praktik report annual --year 2026\npraktik report annual --year 2026 --publish --format spreadsheet\n"
            + "praktik report annual --year 2026 --out praktik-2026.xlsx")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var figures: FigureOptions
    @OptionGroup var time: LiveOption

    func run(in context: CommandContext) async throws {
        try await figures.report(in: context, live: time.live) { .year($0) }
    }
}

/// The report of half a year.
struct HalfReportCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "half", sv: "Halvårsrapport, som årsrapporten.", en: "Half-year report, as the annual one.",
        example: "praktik report half 1 --year 2026\npraktik report half 1 --year 2026 --out halvar.pdf")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var figures: FigureOptions
    @OptionGroup var time: LiveOption
    @Argument(help: .phrase(sv: "1 eller 2.", en: "1 or 2."))
    var half: Int

    func validate() throws { try FigureOptions.check(half, in: 1...2) }

    func run(in context: CommandContext) async throws {
        try await figures.report(in: context, live: time.live) { .half($0, half) }
    }
}

/// The report of a third of a year.
struct TertialReportCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "tertial", sv: "Tertialrapport, som årsrapporten.", en: "Report of a tertial, as the annual one.",
        example: "praktik report tertial 2 --year 2026")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var figures: FigureOptions
    @OptionGroup var time: LiveOption
    @Argument(help: .phrase(sv: "1, 2 eller 3.", en: "1, 2 or 3."))
    var tertial: Int

    func validate() throws { try FigureOptions.check(tertial, in: 1...3) }

    func run(in context: CommandContext) async throws {
        try await figures.report(in: context, live: time.live) { .tertial($0, tertial) }
    }
}

/// The report of a school term.
struct TermReportCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "term", sv: "Terminsrapport, som årsrapporten.", en: "Report of a school term, as the annual one.",
        example: "praktik report term VT --year 2026")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var figures: FigureOptions
    @OptionGroup var time: LiveOption
    @Argument(
        help: .phrase(
            sv: "VT (januari–juni) eller HT (juli–december).", en: "VT (January–June) or HT (July–December)."),
        transform: word(Term.Season.self))
    var season: Term.Season

    func run(in context: CommandContext) async throws {
        try await figures.report(in: context, live: time.live) { .term(try Term(season, $0)) }
    }
}

/// The report of days of one's own choice.
struct RangeReportCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "range",
        sv: "Rapport för valda dagar, för den som får se raderna; publiceras inte.",
        en: "Report of chosen days, for those who may see the rows; not published.",
        example: "praktik report range --from 2026-03-01 --to 2026-05-31")

    @OptionGroup var global: GlobalOptions
    @Option(help: .phrase(sv: "Första dagen.", en: "The first day."), transform: value { try Day($0) })
    var from: Day
    @Option(help: .phrase(sv: "Sista dagen.", en: "The last day."), transform: value { try Day($0) })
    var to: Day

    func run(in context: CommandContext) async throws {
        let period = try Period(from: from, to: to)
        let report = try await context.withOperations { operations, actor in
            try await operations.periodReport(actor, .range(period))
        }
        try AnnualReportView(whole: report).write(to: context.output)
    }
}
