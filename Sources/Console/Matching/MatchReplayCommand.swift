import ArgumentParser
import Domain
import Operations

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
                    sv: "\(repeated.code): samma resultat av samma underlag, och kontrollen håller.",
                    en: "\(repeated.code): the same result from the same inputs, and the check holds."))
        }
    }
}
