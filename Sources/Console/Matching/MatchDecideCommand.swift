import ArgumentParser
import Domain
import Operations

/// Makes a run's pairs proposals.
struct MatchDecideCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "decide", sv: "Beslutar en matchning: alla dess par blir förslag, eller inget av dem.",
        en: "Decides a run: all its pairs become proposals, or none of them.",
        example: "praktik match decide M-1 --dry-run")

    private struct Answer: Encodable {
        let run: String
        let placements: [DecidedPlacement]
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var chosen: RunArgument

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let (decided, placements) = try await operations.decideMatch(
                actor, code: chosen.code, dryRun: change.dryRun)
            var table = Table(
                .init("code", sv: "Placering", en: "Placement"),
                .init("participant", sv: "Deltagare", en: "Participant"), .init("slot", sv: "Plats", en: "Slot"),
                .init("from", sv: "Från", en: "From"), .init("to", sv: "Till", en: "To"))
            for placement in placements {
                table.add(
                    .text(placement.code.rawValue), .text(placement.participant), .text(placement.slot.rawValue),
                    Cell(placement.days.from), Cell(placement.days.to))
            }
            try context.output.result(Answer(run: decided.code.rawValue, placements: placements), table)
            for warning in decided.warnings { context.output.say(warning) }
            let count = Quantity.proposals(placements.count)
            context.output.say(
                change.dryRun
                    ? Phrase(
                        sv: "\(decided.code) kan beslutas: \(count.sv). Inget är ändrat.",
                        en: "\(decided.code) can be decided: \(count.en). Nothing is changed.")
                    : Phrase(
                        sv: "\(decided.code) är beslutad: \(count.sv).",
                        en: "\(decided.code) is decided: \(count.en)."))
        }
    }
}
