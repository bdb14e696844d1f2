import ArgumentParser
import Domain
import Operations

/// Who is next for a place that a proposal did not fill.
struct PlacementAlternates: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "alternates", sv: "Visa vilka som står på tur för ett avböjt eller förfallet förslags plats.",
        en: "Show who is next for the place of a proposal that was declined or has lapsed.",
        example: "praktik placement alternates P-1")
    @OptionGroup var global: GlobalOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table(
                .init("referrer", sv: "Anvisare", en: "Referrer"),
                .init("participant", sv: "Deltagare", en: "Participant"),
                .init("priority", sv: "Prioritet", en: "Priority"), .init("score", sv: "Poäng", en: "Points"),
                .init("from", sv: "Från", en: "From"), .init("to", sv: "Till", en: "To"))
            for one in try await operations.alternates(actor, code) {
                table.add(
                    Cell(one.referral.referrer), Cell(one.referral.reference), Cell(one.priority), Cell(one.score),
                    Cell(one.days.from), Cell(one.days.to))
            }
            try context.output.list(table, empty: Phrase(sv: "Ingen står på tur.", en: "Nobody is next."))
        }
    }
}

/// Proposes whoever is next.
struct PlacementProposeNext: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "propose-next", sv: "Föreslå den som står på tur för ett avböjt eller förfallet förslags plats.",
        en: "Propose whoever is next for the place of a proposal that was declined or has lapsed.",
        example: "praktik placement propose-next P-1")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let made = try await operations.proposeAlternate(actor, code, dryRun: change.dryRun)
            try context.output.changed(
                made.code, state: PlacementState.proposed.rawValue, dryRun: change.dryRun,
                Phrase(
                    sv: "\(made.code): \(made.participant) föreslås för \(made.slot), \(made.days).",
                    en: "\(made.code): \(made.participant) is proposed for \(made.slot), \(made.days)."))
        }
    }
}
