import ArgumentParser
import Domain
import Operations
import Statistics

/// What has been decided that the departments are to provide.
struct CommitmentCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "commitment", sv: "Åtaganden: vad förvaltningarna ska ställa till förfogande.",
        en: "Undertakings: what the departments are to provide.", example: "praktik commitment status --year 2026",
        subcommands: [CommitmentStatusCommand.self, CommitmentDelivery.self])
}

/// How the year's undertakings stand.
struct CommitmentStatusCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "status", sv: "Visar årets åtaganden mot sina mål, med prognos och varje förvaltnings del.",
        en: "Shows the year's undertakings against their targets, with a forecast and each department's share.",
        example: "praktik commitment status --year 2026 --format json")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var figures: FigureOptions

    func run(in context: CommandContext) async throws {
        let status = try await context.withOperations { operations, actor in
            try await operations.commitmentStatus(
                actor, year: figures.year(operations.clock), forPublication: figures.publish)
        }
        try CommitmentView(status: status).write(to: context.output)
    }
}
