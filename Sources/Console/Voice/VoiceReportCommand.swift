import ArgumentParser
import Domain
import Operations
import Statistics

/// How many participants answered what they were asked.
struct VoiceReportCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "report", sv: "Svarsfrekvensen under året per enhet, och hur svaren fördelar sig.",
        en: "The year's response rate by unit, and how the answers fall.",
        example: "praktik voice report --year 2026 --format json")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var figures: FigureOptions

    func run(in context: CommandContext) async throws {
        let report = try await context.withOperations { operations, actor in
            try await operations.voiceReport(
                actor, year: figures.year(operations.clock), forPublication: figures.publish)
        }
        let output = context.output
        guard output.format != .json else { return try output.writeJSON(report) }
        var table = Table(
            .init("unit", sv: "Enhet", en: "Unit"), .init("name", sv: "Namn", en: "Name"),
            .init("occasion", sv: "När", en: "When"), .init("asked", sv: "Att fråga", en: "To ask"),
            .init("answered", sv: "Svarat", en: "Answered"), .init("percent", sv: "Procent", en: "Percent"))
        for row in report.byUnit + report.total {
            table.add(
                Cell(row.unit), Cell(row.name ?? Phrase(sv: "Totalt", en: "Total")[output.language]),
                .word(row.occasion), Cell(row.asked), Cell(row.answered), Cell(row.percent))
        }
        try output.list(table)
        guard output.format == .table else { return }
        var answers = Table(
            .init("question", sv: "Fråga", en: "Question"), .init("yes", VoiceChoice.yes.label),
            .init("a_bit", VoiceChoice.aBit.label), .init("no", VoiceChoice.no.label))
        for tally in report.tallies {
            func cell(_ choice: VoiceChoice) -> Cell {
                tally.counts.map { Cell($0[choice]) } ?? Cell(tally.percents?[choice].map { "\($0) %" })
            }
            answers.add(Cell(tally.question.heading[output.language]), cell(.yes), cell(.aBit), cell(.no))
        }
        output.heading(Phrase(sv: "Svaren", en: "The answers"))
        try output.list(answers)
        output.say(VoiceReport.rule)
        if !report.suppressed.isEmpty {
            output.note(
                Phrase(
                    sv:
                        "Visas inte, för att ingens svar ska gå att gissa: \(report.suppressed.joined(separator: ", "))",
                    en:
                        "Kept back, so that nobody's answers can be guessed: \(report.suppressed.joined(separator: ", "))"
                ))
        }
    }
}
