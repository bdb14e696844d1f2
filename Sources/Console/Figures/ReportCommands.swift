import ArgumentParser
import Domain
import Operations
import Statistics

/// The figures of a period.
struct ReportCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "report", sv: "Rapporter: årets siffror.", en: "Reports: the year's figures.",
        example: "praktik report annual --year 2026", subcommands: [AnnualReportCommand.self])
}

/// The annual report.
struct AnnualReportCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "annual",
        sv: "Årsrapport: platser, praktiker, personer och vad de ledde till, per enhet, anvisare, kön och slag.",
        en: "Annual report: places, placements, persons and what they led to, by unit, referrer, sex and kind.",
        example: "praktik report annual --year 2026\npraktik report annual --year 2026 --publish --format spreadsheet")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var figures: FigureOptions

    func run(in context: CommandContext) async throws {
        let report = try await context.withOperations { operations, actor in
            try await operations.annualReport(
                actor, year: figures.year(operations.clock), forPublication: figures.publish)
        }
        try AnnualReportView(report: report).write(to: context.output)
    }
}
