import ArgumentParser
import Domain
import Operations

/// Writes another version of an agreement.
struct AgreementChangeCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "change", sv: "Skriv en ny version, som gäller när alla har godkänt den.",
        en: "Write a new version, which is in force when all have approved it.",
        example: "praktik agreement change P-1 --to 2026-06-12 --supervisor H-3")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code
    @Option(help: .phrase(sv: "Annan plats.", en: "Another slot."), transform: value { try Code($0) })
    var slot: Code?
    @Option(help: .phrase(sv: "Ny första dag.", en: "Another first day."), transform: value { try Day($0) })
    var from: Day?
    @Option(help: .phrase(sv: "Ny sista dag.", en: "Another last day."), transform: value { try Day($0) })
    var to: Day?
    @Option(help: .phrase(sv: "Timmar per dag.", en: "Hours a day."), transform: value { try WorkHours($0) })
    var hours: WorkHours?
    @Option(
        help: .phrase(sv: "När dagen börjar, TT:MM.", en: "When the day begins, HH:MM."),
        transform: value { try ClockTime($0) })
    var begins: ClockTime?
    @Option(
        help: .phrase(sv: "Veckodagar, till exempel 1|2|3.", en: "Weekdays, for example 1|2|3."),
        transform: value { try Weekdays($0) })
    var weekdays: Weekdays?
    @Option(help: .phrase(sv: "Handledarens kod.", en: "The supervisor's code."), transform: value { try Code($0) })
    var supervisor: Code?
    @Option(help: .phrase(sv: "Ersättarens kod.", en: "The deputy's code."), transform: value { try Code($0) })
    var deputy: Code?
    @Option(help: .phrase(sv: "Vad som ska läras.", en: "What is to be learnt."), transform: value { try Line($0) })
    var goal: Line?
    @Option(
        help: .phrase(sv: "Språkmål.", en: "What is to be learnt of the language."), transform: value { try Line($0) })
    var languageGoal: Line?
    @Option(help: .phrase(sv: "Om försäkringen.", en: "Of the insurance."), transform: value { try Line($0) })
    var insurance: Line?
    @Option(help: .phrase(sv: "Vem man vänder sig till.", en: "Whom to turn to."), transform: value { try Line($0) })
    var contact: Line?

    func run(in context: CommandContext) async throws {
        var wanted = AgreementChange()
        (wanted.slot, wanted.from, wanted.to) = (slot, from, to)
        (wanted.hoursPerDay, wanted.beginsAt, wanted.weekdays) = (hours, begins, weekdays)
        (wanted.supervisor, wanted.deputy) = (supervisor, deputy)
        (wanted.goal, wanted.languageGoal, wanted.insurance, wanted.contact) = (goal, languageGoal, insurance, contact)
        try await context.change(code, wanted, dryRun: change.dryRun)
    }
}

/// `praktik placement extend CODE --to DAY`: the same, for the last day alone.
struct PlacementExtend: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "extend", sv: "Förläng eller korta: en ny version av överenskommelsen, som ska godkännas.",
        en: "Extend or shorten: a new version of the agreement, to be approved.",
        example: "praktik placement extend P-1 --to 2026-06-12")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code
    @Option(help: .phrase(sv: "Ny sista dag.", en: "The new last day."), transform: value { try Day($0) })
    var to: Day

    func run(in context: CommandContext) async throws {
        var wanted = AgreementChange()
        wanted.to = to
        try await context.change(code, wanted, dryRun: change.dryRun)
    }
}

extension CommandContext {
    fileprivate func change(_ code: Code, _ wanted: AgreementChange, dryRun: Bool) async throws {
        try await withOperations { operations, actor in
            let version = try await operations.changeAgreement(actor, code, wanted, dryRun: dryRun)
            try output.changed(
                code, state: "version_\(version)", dryRun: dryRun,
                Phrase(
                    sv: "\(code): version \(version) är skriven och väntar på godkännande.",
                    en: "\(code): version \(version) is written and waits for approval."))
        }
    }
}
