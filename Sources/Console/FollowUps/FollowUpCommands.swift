import ArgumentParser
import Domain
import Operations
import Store

/// `praktik followup …`
struct FollowUpCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "followup", sv: "Uppföljningar: vad som ska göras, och vad som sagts av vem.",
        en: "Follow-ups: what is due, and what was told by whom.",
        example: "praktik followup list",
        subcommands: [FollowUpList.self, FollowUpShow.self, FollowUpRecord.self])
}

struct FollowUpList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Uppföljningar som ska göras, det äldsta först.", en: "Follow-ups that are due, the oldest first.",
        example: "praktik followup list --ahead 30 --format csv")
    @OptionGroup var global: GlobalOptions
    @Option(help: .phrase(sv: "Även det som kommer inom så många dagar.", en: "Also what comes within so many days."))
    var ahead = 0

    func validate() throws {
        guard (0...365).contains(ahead) else {
            throw ValidationError(Phrase(sv: "Välj 0 till 365.", en: "Choose 0 to 365.").help)
        }
    }

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table(
                .init("due_on", sv: "Den", en: "Due on"), .init("moment", sv: "Uppföljning", en: "Follow-up"),
                .init("placement", sv: "Placering", en: "Placement"),
                .init("participant", sv: "Deltagare", en: "Participant"), .init("slot", sv: "Plats", en: "Slot"),
                .init("unit", sv: "Enhet", en: "Unit"), .init("heard", sv: "Har svarat", en: "Has answered"))
            for due in try await operations.followUps(actor, ahead: ahead, limit: 500) {
                table.add(
                    Cell(due.plan.dueOn), Cell(due.plan.moment), Cell(due.placement), Cell(due.referral),
                    Cell(due.slot), Cell(due.unit), Cell(due.heard.map(\.rawValue).joined(separator: "|")))
            }
            try context.output.list(table, empty: Phrase(sv: "Ingen uppföljning väntar.", en: "No follow-up awaits."))
        }
    }
}

struct FollowUpShow: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "En placerings plan, och vad som sagts vid varje tillfälle, källa för källa.",
        en: "A placement's plan, and what was told at each moment, source by source.",
        example: "praktik followup show P-1")
    @OptionGroup var global: GlobalOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let sheet = try await operations.followUpSheet(actor, code: code)
            var table = Table(
                .init("moment", sv: "Uppföljning", en: "Follow-up"), .init("due_on", sv: "Den", en: "Due on"),
                .init("state", sv: "Läge", en: "State"), .init("source", sv: "Källa", en: "Source"),
                .init("told_on", sv: "Sagt den", en: "Told on"), .init("progress", sv: "Hur det går", en: "Progress"),
                .init("language_goal", sv: "Språkmål", en: "Language goal"),
                .init("status", sv: "Status", en: "Status"), .init("employer", sv: "Hos", en: "With"),
                .init("outcome", sv: "Utfall", en: "Outcome"),
                .init("contradicts", sv: "Säger emot", en: "Contradicts"),
                .init("counts", sv: "Räknas", en: "Counts"), .init("note", sv: "Anteckning", en: "Note"))
            for line in sheet.moments {
                let head = [Cell(line.moment), Cell(line.plan?.dueOn), .word(line.state)]
                // A report's status is told beside it.
                let linked = Dictionary(
                    line.reports.compactMap { one in one.outcome.map { ($0, one) } }, uniquingKeysWith: { $1 })
                for report in line.reports where report.outcome == nil {
                    table.add(
                        head + [
                            .word(report.source), Cell(report.toldOn), .word(report.progress),
                            .word(report.languageGoal), .empty, .empty, .empty, .empty, .empty, Cell(report.note),
                        ])
                }
                for outcome in line.outcomes { table.add(head + Self.cells(outcome, linked[outcome.code])) }
                if line.reports.isEmpty && line.outcomes.isEmpty { table.add(head) }
            }
            for outcome in sheet.others { table.add([.empty, .empty, .empty] + Self.cells(outcome, nil)) }
            try context.output.list(
                table, empty: Phrase(sv: "Praktiken har inte börjat.", en: "The placement has not begun."))
        }
    }

    private static func cells(_ outcome: ToldOutcome, _ report: FollowUpReport?) -> [Cell] {
        [
            .word(outcome.source), Cell(outcome.checkedOn), .word(report?.progress), .word(report?.languageGoal),
            .word(outcome.status), .word(outcome.employer), Cell(outcome.code),
            Cell(outcome.contradicts.isEmpty ? nil : outcome.contradicts.map(\.rawValue).joined(separator: "|")),
            Cell(outcome.countsWord), Cell(report?.note),
        ]
    }
}

/// What was told at a follow-up.
struct FollowUpRecord: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "record", sv: "Anteckna vad som sagts vid en uppföljning: hur det går, eller vad det blev.",
        en: "Record what was told at a follow-up: how it goes, or what came of it.",
        example: """
            praktik followup record P-1 mid --progress as_planned --language-goal partly
            praktik followup record P-1 30 --status employed --employer host --source participant
            """)
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code
    @Argument(
        help: .phrase(sv: "mid, end, eller dagar efter slutet.", en: "mid, end, or days after the end."),
        transform: value { try FollowUpMoment($0) })
    var moment: FollowUpMoment
    @Option(help: .phrase(sv: "Vem som sagt det.", en: "Who said so."), transform: word(OutcomeSource.self))
    var source: OutcomeSource = .coordinator
    @Option(help: .phrase(sv: "Hur det går.", en: "How it goes."), transform: word(FollowUpProgress.self))
    var progress: FollowUpProgress?
    @Option(
        help: .phrase(sv: "Hur långt språkmålet är nått.", en: "How far the language goal is reached."),
        transform: word(LanguageProgress.self))
    var languageGoal: LanguageProgress?
    @Option(help: .phrase(sv: "Vad det blev.", en: "What came of it."), transform: word(OutcomeStatus.self))
    var status: OutcomeStatus?
    @OptionGroup var facts: OutcomeOptions
    @Option(help: .phrase(sv: "Något att tillägga.", en: "Something to add."), transform: value { try Line($0) })
    var note: Line?
    @Option(
        help: .phrase(sv: "Dagen det sades; annars i dag.", en: "The day it was told; else today."),
        transform: value { try Day($0) })
    var on: Day?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let answer = FollowUpAnswer(
                source: source, progress: progress, languageGoal: languageGoal, note: note, status: status,
                facts: facts.facts, on: on)
            let made = try await operations.recordFollowUp(
                actor, code, at: moment, answer, dryRun: change.dryRun)
            try context.output.changed(
                made ?? code, dryRun: change.dryRun,
                made.map {
                    Phrase(sv: "Antecknat, med utfallet \($0).", en: "Recorded, with the outcome \($0).")
                } ?? Phrase(sv: "Antecknat.", en: "Recorded."))
        }
    }
}

extension ToldOutcome {
    /// Whether it is counted, for a column: `yes`, `confirmed`, `open` where that is to be said, or `no`.
    var countsWord: String {
        isOpen ? "open" : standsBack ? "no" : confirmedAt != nil ? "confirmed" : "yes"
    }
}
