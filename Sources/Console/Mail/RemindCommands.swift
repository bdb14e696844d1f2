import ArgumentParser
import Domain
import Operations

/// Asks those again whom a placement waits for.
struct PlacementRemind: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "remind", sv: "Påminn den som inte har svarat, godkänt eller rapporterat; högst en gång om dagen.",
        en: "Remind who has not answered, approved or reported; at most once a day.",
        example: "praktik placement remind P-1")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let count = try await operations.remind(actor, placement: code, dryRun: change.dryRun)
            try RemindAnswer(code: code.rawValue, sent: count, dry_run: change.dryRun).write(to: context)
        }
    }
}

/// Asks a unit again about its unconfirmed offers.
struct UnitRemind: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "remind", sv: "Påminn en enhet om erbjudanden att bekräfta; högst en gång om dagen.",
        en: "Remind a unit of offers to confirm; at most once a day.", example: "praktik unit remind SB")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Enhetens kod.", en: "The unit's code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let count = try await operations.remind(actor, unit: code, dryRun: change.dryRun)
            try RemindAnswer(code: code.rawValue, sent: count, dry_run: change.dryRun).write(to: context)
        }
    }
}

private struct RemindAnswer: Encodable {
    let code: String
    let sent: Int
    let dry_run: Bool

    func write(to context: CommandContext) throws {
        try context.output.answer(
            self,
            dry_run
                ? Phrase(
                    sv: "\(code): \(sent) skulle påminnas. (Prövat; ingenting är ändrat.)",
                    en: "\(code): \(sent) would be reminded. (Tried; nothing is changed.)")
                : Phrase(sv: "\(code): \(sent) påminns.", en: "\(code): \(sent) reminded."))
    }
}
