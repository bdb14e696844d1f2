import ArgumentParser
import Domain
import Operations
import Store

/// `praktik outcome …`
struct OutcomeCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "outcome", sv: "Utfall: vad det blev av, med dag och källa.",
        en: "Outcomes: what became of it, dated and sourced.",
        example: "praktik outcome record --placement P-1 --on 2026-06-30 --status employed --employer host",
        subcommands: [OutcomeRecord.self, OutcomeList.self, OutcomeConfirm.self])
}

struct OutcomeList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Lista utfall.", en: "List outcomes.", example: "praktik outcome list --placement P-1")
    @OptionGroup var global: GlobalOptions
    @Option(
        help: .phrase(sv: "Bara den här placeringens.", en: "Only this placement's."), transform: value { try Code($0) }
    )
    var placement: Code?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table(
                .init("code", sv: "Kod", en: "Code"), .init("placement", sv: "Placering", en: "Placement"),
                .init("referrer", sv: "Anvisare", en: "Referrer"),
                .init("participant", sv: "Deltagare", en: "Participant"),
                .init("checked_on", sv: "Dag", en: "Day"), .init("status", sv: "Status", en: "Status"),
                .init("employer", sv: "Hos", en: "With"), .init("form", sv: "Form", en: "Form"),
                .init("from", sv: "Från", en: "From"), .init("to", sv: "Till", en: "To"),
                .init("source", sv: "Källa", en: "Source"),
                .init("contradicts", sv: "Säger emot", en: "Contradicts"),
                .init("counts", sv: "Räknas", en: "Counts"))
            let answer = try await operations.outcomes(actor, placement: placement)
            for one in answer.shown {
                table.add(
                    Cell(one.code), Cell(one.placement), Cell(one.referrer), Cell(one.participant), Cell(one.checkedOn),
                    .word(one.status), .word(one.employer), .word(one.form), Cell(one.from), Cell(one.to),
                    .word(one.source),
                    Cell(one.contradicts.isEmpty ? nil : one.contradicts.map(\.rawValue).joined(separator: "|")),
                    Cell(one.countsWord))
            }
            try context.output.list(table, empty: Phrase(sv: "Inga utfall.", en: "No outcomes."))
            context.output.noteProtected(answer.protected)
        }
    }
}

/// Says which of contradictory outcomes counts.
struct OutcomeConfirm: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "confirm",
        sv: "Avgör vilken av uppgifter som säger emot varandra som gäller; de andra står kvar men räknas inte.",
        en: "Say which of contradictory outcomes counts; the others stay, and are not counted.",
        example: "praktik outcome confirm U-7")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Utfallets kod.", en: "The outcome's code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.confirmOutcome(actor, code, dryRun: change.dryRun)
            try context.output.changed(
                code, dryRun: change.dryRun, Phrase(sv: "\(code) gäller.", en: "\(code) counts."))
        }
    }
}

/// What was found when somebody asked.
struct OutcomeRecord: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "record", sv: "Anteckna en status: av en placering, eller av en deltagare med eller utan placering.",
        en: "Record a status: of a placement, or of a participant with or without one.",
        example:
            "praktik outcome record --placement P-1 --on 2026-06-30 --status employed --employer host --form permanent")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Option(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var placement: Code?
    @Option(help: .phrase(sv: "Anvisarens kod.", en: "The referrer's code."), transform: value { try Code($0) })
    var referrer: Code?
    @Option(
        help: .phrase(sv: "Deltagarens referens.", en: "The participant's reference."),
        transform: value { try Code($0) })
    var participant: Code?
    @Option(
        help: .phrase(sv: "Dagen för uppgiften; annars i dag.", en: "The day of the finding; else today."),
        transform: value { try Day($0) })
    var on: Day?
    @Option(help: .phrase(sv: "Statusen.", en: "The status."), transform: word(OutcomeStatus.self))
    var status: OutcomeStatus
    @OptionGroup var facts: OutcomeOptions
    @Option(help: .phrase(sv: "Vem som sagt det.", en: "Who said so."), transform: word(OutcomeSource.self))
    var source: OutcomeSource?
    @Option(
        help: .phrase(sv: "Egen kod; annars ges en.", en: "A code of your own; else one is given."),
        transform: value { try Code($0) })
    var code: Code?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let made = try await operations.recordOutcome(actor, code: code, dryRun: change.dryRun) { code in
                Outcome(
                    municipality: actor.municipality, code: code, placement: placement, referrer: referrer,
                    participant: participant, checkedOn: on ?? operations.clock.today, status: status,
                    facts: facts.facts, source: source)
            }
            try context.output.changed(
                made, dryRun: change.dryRun,
                Phrase(sv: "\(made) är antecknat.", en: "\(made) is recorded."))
        }
    }
}
