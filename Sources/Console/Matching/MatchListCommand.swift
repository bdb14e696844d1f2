import ArgumentParser
import Domain
import Operations

/// Every run, the newest first.
struct MatchListCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Listar matchningar.", en: "Lists runs.", example: "praktik match list")

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table(
                .init("run", sv: "Matchning", en: "Run"), .init("computed_at", sv: "Gjord", en: "Computed"),
                .init("by", sv: "Av", en: "By"), .init("round_start", sv: "Omgång från", en: "Round from"),
                .init("placed", sv: "Placerade", en: "Placed"), .init("unplaced", sv: "Inte", en: "Not placed"),
                .init("score", sv: "Poäng", en: "Score"), .init("mode", sv: "Slag", en: "Kind"),
                .init("decided_by", sv: "Beslutad av", en: "Decided by"))
            for run in try await operations.matchRuns(actor) {
                table.add(
                    .text(run.code.rawValue), .text(SwedishTime.text(run.computedAt)), .text(run.computedBy),
                    Cell(run.roundStart), .integer(run.placed), .integer(run.unplaced), .integer(run.score),
                    .text(
                        context.output.format == .table ? run.mode.label[context.output.language] : run.mode.rawValue),
                    Cell(run.decidedBy))
            }
            try context.output.list(
                table, empty: Phrase(sv: "Ingen matchning är gjord än.", en: "No match has been run yet."))
        }
    }
}
