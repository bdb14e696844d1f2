import ArgumentParser
import Domain
import Operations

/// A run as it was stored.
struct MatchShowCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "Visar en matchning som den sparades, med skäl.", en: "Shows a run as it was stored, with reasons.",
        example: "praktik match show M-1 --format json")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var chosen: RunArgument

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try MatchReport(try await operations.matchRun(actor, code: chosen.code), context.output).write()
        }
    }
}
