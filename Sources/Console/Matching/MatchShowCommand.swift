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

/// Which run is meant; the newest where none is named.
struct RunArgument: ParsableArguments {
    @Argument(
        help: .phrase(
            sv: "Matchningens kod; annars den senaste.", en: "The run's code; else the newest.", valueName: "run"),
        transform: value { try Code($0) })
    var code: Code?
}

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
                .init("score", sv: "Poäng", en: "Score"), .init("decided_by", sv: "Beslutad av", en: "Decided by"))
            for run in try await operations.matchRuns(actor) {
                table.add(
                    .text(run.code.rawValue), .text(SwedishTime.text(run.computedAt)), .text(run.computedBy),
                    Cell(run.roundStart), .integer(run.placed), .integer(run.unplaced), .integer(run.score),
                    Cell(run.decidedBy))
            }
            try context.output.list(
                table, empty: Phrase(sv: "Ingen matchning är gjord än.", en: "No match has been run yet."))
        }
    }
}

/// Computes a stored run again from its own inputs.
struct MatchReplayCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "replay", sv: "Räknar om en matchning ur dess sparade underlag och jämför.",
        en: "Computes a run again from its stored inputs and compares.", example: "praktik match replay M-1")

    private struct Answer: Encodable {
        let run: String
        let repeated = true
        let certified = true
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var chosen: RunArgument

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let repeated = try await operations.replayMatch(actor, code: chosen.code)
            try context.output.answer(
                Answer(run: repeated.code.rawValue),
                Phrase(
                    sv: "\(repeated.code): samma resultat av samma underlag, och beviset håller.",
                    en: "\(repeated.code): the same result from the same inputs, and the certificate holds."))
        }
    }
}
