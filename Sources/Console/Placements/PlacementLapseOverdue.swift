import ArgumentParser
import Domain
import Operations

/// Lets the proposals lapse that nobody has answered in time.
struct PlacementLapseOverdue: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "lapse-overdue", sv: "Låt alla förslag förfalla vars svarstid är ute (inställningen lapse_days).",
        en: "Let every proposal lapse whose time to be answered is out (the setting lapse_days).",
        example: "praktik placement lapse-overdue --dry-run")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let codes = try await operations.lapseOverdue(actor, dryRun: change.dryRun)
            for code in codes {
                let label = PlacementState.lapsed.label
                try context.output.changed(
                    code, state: PlacementState.lapsed.rawValue, dryRun: change.dryRun,
                    Phrase(sv: "\(code) är \(label.sv).", en: "\(code) is \(label.en)."))
            }
        }
    }
}
