import ArgumentParser
import Domain
import Operations

/// Proposes one participant for one slot, by the rules that matching follows.
struct PlacementAdd: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "add", sv: "Föreslå en deltagare för en plats utan matchning, efter samma regler.",
        en: "Propose a participant for a slot without a match run, by the same rules.",
        example: "praktik placement add --referrer AMA --participant K-114 --slot PARK-1 --from 2026-03-09")

    private struct Answer: Encodable {
        let code: String
        let participant: String
        let slot: String
        let from: Day
        let to: Day
        let dryRun: Bool
        /// What the coordinator is to know of it, in the language asked for.
        let warnings: [String]

        enum CodingKeys: String, CodingKey {
            case code, participant, slot, from, to, warnings
            case dryRun = "dry_run"
        }
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Option(help: .phrase(sv: "Anvisarens kod.", en: "The referrer's code."), transform: value { try Code($0) })
    var referrer: Code
    @Option(
        help: .phrase(sv: "Deltagarens referens hos anvisaren.", en: "The participant's reference at the referrer."),
        transform: value { try Code($0) })
    var participant: Code
    @Option(help: .phrase(sv: "Platsens kod.", en: "The slot's code."), transform: value { try Code($0) })
    var slot: Code
    @Option(
        help: .phrase(
            sv: "Första dagen; annars så tidigt som båda kan, från i dag.",
            en: "The first day; else as early as both can, from today."), transform: value { try Day($0) })
    var from: Day?
    @Option(
        help: .phrase(sv: "Sista dagen; annars så länge båda kan.", en: "The last day; else as long as both can."),
        transform: value { try Day($0) })
    var to: Day?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let made = try await operations.addPlacement(
                actor, referrer: referrer, participant: participant, slot: slot, from: from, to: to,
                dryRun: change.dryRun)
            let tried = Phrase(
                sv: " (Prövat; ingenting är ändrat.)", en: " (Tried; nothing is changed.)")
            let sentence = Phrase(
                sv: "\(made.code): \(made.participant) föreslås för \(made.slot), \(made.days).",
                en: "\(made.code): \(made.participant) is proposed for \(made.slot), \(made.days).")
            try context.output.answer(
                Answer(
                    code: made.code.rawValue, participant: made.participant, slot: made.slot.rawValue,
                    from: made.days.from, to: made.days.to, dryRun: change.dryRun,
                    warnings: made.warnings.map { $0.phrase[context.output.language] }),
                change.dryRun
                    ? Phrase(sv: sentence.sv + tried.sv, en: sentence.en + tried.en) : sentence)
            if context.output.format == .table {
                for warning in made.warnings { context.output.say(warning.phrase) }
            }
        }
    }
}
