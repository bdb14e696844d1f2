import ArgumentParser
import Domain
import Operations

/// Why somebody got what they got, and what stands between them and a slot.
struct MatchExplainCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "explain", sv: "Förklarar varför en deltagare fick eller inte fick en plats.",
        en: "Explains why a participant got a place or did not.",
        example: "praktik match explain AMA/K-114 --slot PARK-1")

    @OptionGroup var global: GlobalOptions

    @Argument(help: .phrase(sv: "Deltagaren.", en: "The participant.", valueName: "referrer/reference"))
    var participant: String

    @Option(
        help: .phrase(sv: "En plats att fråga om.", en: "A slot to ask about.", valueName: "code"),
        transform: value { try Code($0) })
    var slot: Code?

    @Option(
        name: .customLong("run"),
        help: .phrase(
            sv: "Matchningens kod; annars den senaste.", en: "The run's code; else the newest.", valueName: "run"),
        transform: value { try Code($0) })
    var matchRun: Code?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let explanation = try await operations.explainMatch(
                actor, code: matchRun, participant: participant, slot: slot)
            if context.output.format == .table {
                ExplanationReport(explanation, context.output).write()
            } else {
                try context.output.writeJSON(MatchExplanationDocument(explanation, language: context.output.language))
            }
        }
    }
}
