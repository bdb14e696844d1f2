import ArgumentParser
import Domain
import Operations

/// `praktik calendar …`
struct CalendarCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "calendar", sv: "Rapportkalendern: vad som ska lämnas till vem, och när det lämnades.",
        en: "The report calendar: what is due to whom, and when it was handed in.",
        example: "praktik calendar list",
        subcommands: [
            CalendarList.self, CalendarAdd.self, CalendarChange.self, CalendarUsual.self, CalendarDeliver.self,
            CalendarUndeliver.self,
        ])
}

struct CalendarList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Vad som ska lämnas inom ett år, vad som är försenat, och det senaste årets lämnade.",
        en: "What is due within a year, what is overdue, and what was handed in over the last year.",
        example: "praktik calendar list --format csv")
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table(
                .init("due_on", sv: "Senast", en: "Due on"), .init("code", sv: "Kod", en: "Code"),
                .init("title", sv: "Rapport", en: "Report"), .init("recipient", sv: "Till", en: "To"),
                .init("state", sv: "Läge", en: "State"), .init("from", sv: "Avser från", en: "Tells of, from"),
                .init("to", sv: "Avser till", en: "Tells of, to"), .init("delivered_on", sv: "Lämnad", en: "Handed in"),
                .init("note", sv: "Anteckning", en: "Note"))
            for report in try await operations.reportCalendar(actor) {
                table.add(
                    Cell(report.dueOn), Cell(report.duty.code), Cell(report.duty.title), Cell(report.duty.recipient),
                    .word(report.state), Cell(report.period.from), Cell(report.period.to), Cell(report.deliveredOn),
                    Cell(report.note))
            }
            try context.output.list(
                table,
                empty: Phrase(
                    sv: "Kalendern är tom; praktik calendar usual lägger upp det vanliga.",
                    en: "The calendar is empty; praktik calendar usual adds what is common."))
        }
    }
}

/// The days of a year as people write them: `02-28,12-15`.
private let yearlyDays: @Sendable (String) throws -> [MonthDay] = value { text in
    try text.split(whereSeparator: { $0 == "," || $0 == "|" || $0 == " " }).map { try MonthDay(String($0)) }
}

struct CalendarAdd: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "add", sv: "Lägg till en rapport som återkommer varje år.", en: "Add a report that comes back every year.",
        example: """
            praktik calendar add KS --title "Lägesrapport" --recipient kommunstyrelsen --covers so_far --days 02-28,12-15
            """)
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Rapportens kod.", en: "The report's code."), transform: value { try Code($0) })
    var code: Code
    @Option(help: .phrase(sv: "Vad den heter.", en: "What it is called."), transform: value { try Line($0) })
    var title: Line
    @Option(
        help: .phrase(sv: "Till vem: en nämnd eller ett kontor.", en: "To whom: a board or an office."),
        transform: value { try Line($0) })
    var recipient: Line
    @Option(
        help: .phrase(sv: "Vilken tid den avser.", en: "What time it tells of."), transform: word(ReportCoverage.self))
    var covers: ReportCoverage
    @Option(
        help: .phrase(sv: "Dagarna varje år, MM-DD,MM-DD.", en: "The days of each year, MM-DD,MM-DD."),
        transform: yearlyDays)
    var days: [MonthDay]
    @Option(help: .phrase(sv: "Dagar före som den påminns om.", en: "Days before that it is asked for."))
    var remindDays = ReportDuty.standardRemindDays
    @Option(
        help: .phrase(sv: "Första dag; annars i dag.", en: "First day; else today."), transform: value { try Day($0) })
    var from: Day?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let duty = try duty(actor.municipality, from ?? operations.clock.today)
            try await operations.addReportDuty(actor, duty, dryRun: change.dryRun)
            try context.output.changed(
                code, dryRun: change.dryRun, Phrase(sv: "\(code) är upplagd.", en: "\(code) is added."))
        }
    }

    private func duty(_ municipality: MunicipalityCode, _ from: Day) throws(Refusal) -> ReportDuty {
        do {
            return try ReportDuty(
                municipality: municipality, code: code, title: title, recipient: recipient, covers: covers, days: days,
                remindDays: remindDays, from: from)
        } catch {
            throw .value(error == .remindDays ? "--remind-days" : "--days", error)
        }
    }
}

struct CalendarChange: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "change", sv: "Ändra en återkommande rapport, eller avsluta den med en sista dag.",
        en: "Change a recurring report, or end it with a last day.",
        example: "praktik calendar change KS --days 02-20,12-10\npraktik calendar change KS --to 2027-12-31")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Rapportens kod.", en: "The report's code."), transform: value { try Code($0) })
    var code: Code
    @Option(help: .phrase(sv: "Vad den heter.", en: "What it is called."), transform: value { try Line($0) })
    var title: Line?
    @Option(help: .phrase(sv: "Till vem.", en: "To whom."), transform: value { try Line($0) })
    var recipient: Line?
    @Option(
        help: .phrase(sv: "Vilken tid den avser.", en: "What time it tells of."), transform: word(ReportCoverage.self))
    var covers: ReportCoverage?
    @Option(help: .phrase(sv: "Dagarna varje år.", en: "The days of each year."), transform: yearlyDays)
    var days: [MonthDay]?
    @Option(help: .phrase(sv: "Dagar före som den påminns om.", en: "Days before that it is asked for."))
    var remindDays: Int?
    @Option(help: .phrase(sv: "Första dag.", en: "First day."), transform: value { try Day($0) })
    var from: Day?
    @Option(help: .phrase(sv: "Sista dag.", en: "Last day."), transform: value { try Day($0) })
    var to: Day?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.changeReportDuty(actor, code, dryRun: change.dryRun) { duty in
                duty.title = title ?? duty.title
                duty.recipient = recipient ?? duty.recipient
                duty.covers = covers ?? duty.covers
                duty.days = days ?? duty.days
                duty.remindDays = remindDays ?? duty.remindDays
                duty.from = from ?? duty.from
                duty.to = to ?? duty.to
            }
            try context.output.changed(
                code, dryRun: change.dryRun, Phrase(sv: "\(code) är sparad.", en: "\(code) is saved."))
        }
    }
}

struct CalendarUsual: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "usual", sv: "Lägg upp det vanliga: årsbokslut, delår, tertial, kommunstyrelsen. Ändra dagarna till era.",
        en: "Add what is common: annual accounts, part-year, tertials, executive board. Set the days to your own.",
        example: "praktik calendar usual --dry-run")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let added = try await operations.addUsualReportDuties(actor, dryRun: change.dryRun)
            guard !added.isEmpty else {
                return context.output.say(Phrase(sv: "Allt finns redan.", en: "All of it is there already."))
            }
            for code in added {
                try context.output.changed(
                    code, dryRun: change.dryRun, Phrase(sv: "\(code) är upplagd.", en: "\(code) is added."))
            }
        }
    }
}

struct CalendarDeliver: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "deliver", sv: "Anteckna att en rapport är lämnad.", en: "Note that a report is handed in.",
        example: "praktik calendar deliver KS 2026-12-15 --note \"Dnr KS 2026/412\"")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Rapportens kod.", en: "The report's code."), transform: value { try Code($0) })
    var code: Code
    @Argument(
        help: .phrase(sv: "Dagen den skulle lämnas.", en: "The day it was due.", valueName: "due-on"),
        transform: value { try Day($0) })
    var dueOn: Day
    @Option(help: .phrase(sv: "Dagen; annars i dag.", en: "The day; else today."), transform: value { try Day($0) })
    var on: Day?
    @Option(
        help: .phrase(sv: "Till exempel diarienumret.", en: "Such as the file's number."),
        transform: value { try Line($0) })
    var note: Line?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.deliverReport(actor, code, dueOn: dueOn, on: on, note: note, dryRun: change.dryRun)
            try context.output.changed(
                code, state: "delivered", dryRun: change.dryRun,
                Phrase(sv: "\(code) är antecknad som lämnad.", en: "\(code) is noted as handed in."))
        }
    }
}

struct CalendarUndeliver: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "undeliver", sv: "Ta tillbaka att en rapport är lämnad.", en: "Take back that a report is handed in.",
        example: "praktik calendar undeliver KS 2026-12-15")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Rapportens kod.", en: "The report's code."), transform: value { try Code($0) })
    var code: Code
    @Argument(
        help: .phrase(sv: "Dagen den skulle lämnas.", en: "The day it was due.", valueName: "due-on"),
        transform: value { try Day($0) })
    var dueOn: Day

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.undeliverReport(actor, code, dueOn: dueOn, dryRun: change.dryRun)
            try context.output.changed(
                code, dryRun: change.dryRun,
                Phrase(sv: "\(code) är inte längre lämnad.", en: "\(code) is no longer handed in."))
        }
    }
}
