import ArgumentParser
import Domain
import FoundationEssentials
import Operations

/// `praktik retention …`
struct RetentionCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "retention", sv: "Gallring: vad som inte får sparas längre, och protokollet över det som är borta.",
        en: "Retention: what may not be kept any longer, and the protocol of what is gone.",
        example: "praktik retention plan",
        subcommands: [
            RetentionShow.self, RetentionChange.self, RetentionPlanCommand.self, RetentionRunCommand.self,
            RetentionProtocol.self,
        ])
}

struct RetentionShow: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "Visa fristerna och vad de vilar på.", en: "Show the periods and what they rest on.",
        example: "praktik retention show")
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try context.output.list(
                .of(try await operations.retentionRules(actor), context.output.language))
        }
    }
}

struct RetentionChange: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "change", sv: "Skriv in kommunens eget beslut om en frist.",
        en: "Write down the municipality's own decision on a period.",
        example: """
            praktik retention change participants --months 36 --basis "Dokumenthanteringsplan KS 2026:12, beslut 2026-03-09"
            praktik retention change participants --standard
            """)
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(
        help: .phrase(sv: "Vad fristen gäller.", en: "What the period is for."),
        transform: word(RetentionCategory.self))
    var category: RetentionCategory
    @Option(
        help: .phrase(
            sv: "Månader efter den sista händelsen, 1 till 600.", en: "Months after the last event, 1 to 600."))
    var months: Int?
    @Option(help: .phrase(sv: "Beslutet och vad det vilar på.", en: "The decision and what it rests on."))
    var basis: String?
    @Option(
        help: .phrase(sv: "Beslutets dag; utan den i dag.", en: "The day of the decision; today without it."),
        transform: value { try Day($0) })
    var decided: Day?
    @Flag(
        help: .phrase(
            sv: "Tillbaka till det som gäller utan eget beslut.", en: "Back to what holds without a decision."))
    var standard = false

    func validate() throws {
        guard standard ? months == nil && basis == nil : months != nil && basis != nil else {
            throw ValidationError(
                Phrase(
                    sv: "Ange --months och --basis, eller bara --standard.",
                    en: "Give --months and --basis, or --standard alone."
                ).help)
        }
    }

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var decision: RetentionDecision?
            if let months, let basis {
                decision = RetentionDecision(months: try RetentionMonths(months), basis: try Line(basis), on: decided)
            }
            let rule = try await operations.decideRetention(actor, category, decision, dryRun: change.dryRun)
            try context.output.list(.of([rule], context.output.language))
        }
    }
}

struct RetentionPlanCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "plan", sv: "Visa vad som skulle gallras och vad som håller annat kvar. Ingenting ändras.",
        en: "Show what would be erased, and what holds other things back. Nothing changes.",
        example: """
            praktik retention plan
            praktik retention plan --on 2027-01-31
            """)
    @OptionGroup var global: GlobalOptions
    @Option(
        help: .phrase(sv: "En annan dag än i dag.", en: "Another day than today."), transform: value { try Day($0) })
    var on: Day?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let plan = try await operations.retentionPlan(actor, on: on)
            let report = try await operations.runRetention(actor, asOn: on, dryRun: true)
            let language = context.output.language
            var table = Table(
                .init("category", sv: "Vad", en: "What"), .init("before", sv: "Före", en: "Before"),
                .init("due", sv: "Gallras", en: "Erased"), .init("rows", sv: "Rader", en: "Rows"),
                .init("oldest", sv: "Äldsta", en: "Oldest"), .init("held", sv: "Hålls kvar", en: "Held back"),
                .init("because", sv: "Av", en: "By"), .init("years_to_close", sv: "Stäng först", en: "Close first"))
            for part in plan.parts {
                let step = report.steps.first { $0.category == part.rule.category }
                table.add(
                    .word(part.rule.category), Cell(part.before), Cell(step?.subjects ?? 0),
                    Cell(step?.rows.map(\.count).reduce(0, +) ?? 0), Cell(part.oldest), Cell(part.heldInAll),
                    Cell(part.because(language)),
                    Cell(part.openYears.isEmpty ? nil : part.openYears.map(String.init).joined(separator: ", ")))
            }
            try context.output.list(table)
        }
    }
}

struct RetentionRunCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "run", sv: "Gallra det som ska bort i dag, och skriv protokollet. Det går inte att ångra.",
        en: "Erase what is due today, and write the protocol. It cannot be undone.",
        example: """
            praktik retention run --dry-run
            praktik retention run
            """)
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let report = try await operations.runRetention(actor, dryRun: change.dryRun)
            try context.output.list(
                .of(report),
                empty: Phrase(sv: "Ingenting ska gallras i dag.", en: "Nothing is due to be erased today."))
        }
    }
}

struct RetentionProtocol: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "protocol", sv: "Visa gallringsprotokollen, eller ett av dem.",
        en: "Show the protocols of erasure, or one of them.",
        example: """
            praktik retention protocol
            praktik retention protocol GA-1
            """)
    @OptionGroup var global: GlobalOptions
    @Argument(
        help: .phrase(sv: "Gallringens kod; utan den alla.", en: "The erasure's code; all without it."),
        transform: value { try Code($0) })
    var code: Code?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            if let code {
                try context.output.list(.of(try await operations.retentionReport(actor, code)))
                return
            }
            var table = Table(
                .init("code", sv: "Gallring", en: "Erasure"), .init("on", sv: "Dag", en: "Day"),
                .init("by", sv: "Av", en: "By"), .init("subjects", sv: "Antal", en: "Number"),
                .init("rows", sv: "Rader", en: "Rows"),
                .init("audit_entries", sv: "Loggposter tömda", en: "Log entries emptied"))
            for report in try await operations.retentionReports(actor) {
                table.add(
                    Cell(report.code), Cell(report.on), Cell(report.ranBy), Cell(report.subjects), Cell(report.rows),
                    Cell(report.auditEntries))
            }
            try context.output.list(
                table, empty: Phrase(sv: "Ingenting är gallrat.", en: "Nothing has been erased."))
        }
    }
}

extension RetentionPlan.Part {
    /// `2 en praktik som inte är avslutad, 1 …`
    fileprivate func because(_ language: Language) -> String? {
        held.isEmpty ? nil : held.map { "\($0.count) \($0.hold.label[language])" }.joined(separator: ", ")
    }
}

extension Table {
    fileprivate static func of(_ rules: [RetentionRule], _ language: Language) -> Table {
        var table = Table(
            .init("category", sv: "Vad", en: "What"), .init("months", sv: "Månader", en: "Months"),
            .init("after", sv: "Efter", en: "After"), .init("basis", sv: "Grund", en: "Basis"),
            .init("decided_on", sv: "Eget beslut", en: "Own decision"))
        for rule in rules {
            table.add(
                .word(rule.category), Cell(rule.months), Cell(rule.category.event[language]),
                Cell(rule.basis[language]), Cell(rule.decidedOn))
        }
        return table
    }

    fileprivate static func of(_ report: RetentionReport) -> Table {
        var table = Table(
            .init("code", sv: "Gallring", en: "Erasure"), .init("category", sv: "Vad", en: "What"),
            .init("months", sv: "Månader", en: "Months"), .init("before", sv: "Före", en: "Before"),
            .init("subjects", sv: "Antal", en: "Number"), .init("table", sv: "Tabell", en: "Table"),
            .init("rows", sv: "Rader", en: "Rows"), .init("digest", sv: "Kontrollsumma", en: "Digest"))
        for step in report.steps {
            for row in step.rows {
                table.add(
                    Cell(report.code), .word(step.category), Cell(step.months), Cell(step.before), Cell(step.subjects),
                    Cell(row.table), Cell(row.count), Cell(step.digest))
            }
        }
        return table
    }
}
