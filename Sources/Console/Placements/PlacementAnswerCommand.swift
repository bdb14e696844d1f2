import ArgumentParser
import Domain
import Operations

/// Gives a party's answer to a proposal.
struct PlacementAnswerCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "answer", sv: "Svara på ett förslag för arbetsplatsen eller deltagaren.",
        en: "Answer a proposal for the workplace or the participant.",
        example: """
            praktik placement answer P-1 --party host --accept --on-behalf phoned
            praktik placement answer P-1 --party participant --decline distance --on-behalf no_email
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code
    @Option(
        help: .phrase(sv: "Vems svar: host eller participant.", en: "Whose answer: host or participant."),
        transform: word(AnsweringParty.self))
    var party: AnsweringParty
    @Flag(help: .phrase(sv: "Parten tackar ja.", en: "The party accepts.")) var accept = false
    @Option(
        help: .phrase(
            sv: """
                Parten tackar nej, och varför. host: \(Self.words(.host)). participant: \(Self.words(.participant)).
                """,
            en: """
                The party declines, and why. host: \(Self.words(.host)). participant: \(Self.words(.participant)).
                """), transform: word(DeclineReason.self))
    var decline: DeclineReason?
    @Option(help: .phrase(sv: "Något att tillägga.", en: "Something to add."), transform: value { try Line($0) })
    var note: Line?
    @Option(
        name: .customLong("on-behalf"),
        help: .phrase(
            sv: "Varför du svarar i partens ställe.", en: "Why you answer in the party's place."),
        transform: word(AnswerGround.self))
    var ground: AnswerGround?

    private static func words(_ party: AnsweringParty) -> String {
        DeclineReason.list(of: party).map(\.rawValue).joined(separator: ", ")
    }

    func validate() throws {
        guard accept != (decline != nil) else {
            throw ValidationError(
                Phrase(
                    sv: "Ange antingen --accept eller --decline SKÄL.", en: "Give either --accept or --decline REASON."
                ).help)
        }
    }

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let answer = decline.map(ProposalAnswer.declined) ?? .accepted
            let state = try await operations.answerPlacement(
                actor, code, party, answer, note: note, onBehalf: ground, dryRun: change.dryRun)
            let said = answer.kind.label
            try context.output.changed(
                code, state: state.rawValue, dryRun: change.dryRun,
                Phrase(
                    sv: "\(code) är \(state.label.sv): \(party.label.sv) \(said.sv).",
                    en: "\(code) is \(state.label.en): \(party.label.en) \(said.en)."))
        }
    }
}
