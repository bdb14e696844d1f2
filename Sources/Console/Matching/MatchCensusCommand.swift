import ArgumentParser
import Domain
import Operations

/// How everybody in a run stood to one slot.
struct MatchCensusCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "census", sv: "Visar hur alla i en matchning stod till en plats: rangordning, och vad som hindrade de andra.",
        en: "Shows how everybody in a run stood to a slot: the ranking, and what stood in the others' way.",
        example: """
            praktik match census M-1 PARK-1
            praktik match census M-1 PARK-1 --participant AMA/K-114
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(
        help: .phrase(sv: "Matchningens kod.", en: "The run's code.", valueName: "run"),
        transform: value { try Code($0) })
    var matchRun: Code

    @Argument(
        help: .phrase(sv: "Platsens kod.", en: "The slot's code.", valueName: "slot"),
        transform: value { try Code($0) })
    var slot: Code

    @Option(
        help: .phrase(
            sv: "Bara hur den här deltagaren stod.", en: "Only how this participant stood.",
            valueName: "referrer/reference"))
    var participant: String?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let census = try await operations.matchCensus(actor, run: matchRun, slot: slot, participant: participant)
            try CensusReport(census, context.output).write()
        }
    }
}
