import ArgumentParser
import Domain
import Operations
import Store

/// `praktik agreement …`
struct AgreementCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "agreement", sv: "Överenskommelser: versioner, godkännanden och kontroller före start.",
        en: "Agreements: versions, approvals and checks before the start.",
        example: "praktik agreement show P-1",
        subcommands: [
            AgreementShow.self, AgreementApprove.self, AgreementChangeCommand.self, AgreementCheck.self,
            AgreementPrint.self,
        ])
}

struct AgreementShow: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "Visa överenskommelsens versioner, vem som har godkänt och vad som saknas.",
        en: "Show the agreement's versions, who has approved, and what is missing.",
        example: "praktik agreement show P-1")
    @OptionGroup var global: GlobalOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let sheet = try await operations.agreement(actor, code: code)
            try context.output.list(
                Self.versions(sheet), empty: Phrase(sv: "Ingen överenskommelse.", en: "No agreement."))
            guard context.output.format == .table, let newest = sheet.newest else { return }
            context.output.heading(Phrase(sv: "Innehåll", en: "Terms"))
            try context.output.show(Self.terms(newest))
            context.output.heading(Phrase(sv: "Godkännanden och kontroller", en: "Approvals and checks"))
            try context.output.list(Self.words(sheet))
            for clash in sheet.clashes where !clash.isCertain {
                context.output.note(
                    Phrase(
                        sv: "Samma dagar, okända tider: kursen \(clash.course.name).",
                        en: "The same days, hours unknown: the course \(clash.course.name)."))
            }
        }
    }

    private static func versions(_ sheet: AgreementSheet) -> Table {
        var table = Table(
            .init("version", sv: "Version", en: "Version"), .init("slot", sv: "Plats", en: "Slot"),
            .init("from", sv: "Från", en: "From"), .init("to", sv: "Till", en: "To"),
            .init("hours_per_day", sv: "Timmar", en: "Hours"), .init("weekdays", sv: "Dagar", en: "Days"),
            .init("supervisor", sv: "Handledare", en: "Supervisor"),
            .init("in_force", sv: "Gäller", en: "In force"),
            .init("missing_approvals", sv: "Väntar på", en: "Waits for"),
            .init("missing_checks", sv: "Kontroller saknas", en: "Checks missing"))
        for version in sheet.versions {
            table.add(
                Cell(version.number), Cell(version.terms.slot), Cell(version.terms.period.from),
                Cell(version.terms.period.to), Cell(version.terms.hoursPerDay), Cell(version.terms.weekdays),
                Cell(version.terms.supervisor), Cell(version.number == sheet.inForce?.number),
                Cell(version.missingApprovals.map(\.rawValue).joined(separator: "|")),
                Cell(version.missingChecks.map(\.rawValue).joined(separator: "|")))
        }
        return table
    }

    private static func terms(_ version: AgreementVersion) -> Table {
        var table = Table(
            .init("begins_at", AgreementTerms.Part.begins.label), .init("deputy", AgreementTerms.Part.deputy.label),
            .init("goal", AgreementTerms.Part.goal.label),
            .init("language_goal", AgreementTerms.Part.languageGoal.label),
            .init("insurance", AgreementTerms.Part.insurance.label),
            .init("contact", AgreementTerms.Part.contact.label))
        let terms = version.terms
        table.add(
            Cell(terms.beginsAt), Cell(terms.deputy), Cell(terms.goal), Cell(terms.languageGoal), Cell(terms.insurance),
            Cell(terms.contact))
        return table
    }

    private static func words(_ sheet: AgreementSheet) -> Table {
        var table = Table(
            .init("version", sv: "Version", en: "Version"), .init("what", sv: "Vad", en: "What"),
            .init("on", sv: "Dag", en: "Day"), .init("by", sv: "Av", en: "By"),
            .init("ground", sv: "För deras räkning", en: "On their behalf"))
        for approval in sheet.approvals {
            table.add(
                Cell(approval.version), .word(approval.party), Cell(SwedishTime.day(of: approval.at)),
                Cell(approval.by), .word(approval.ground))
        }
        for check in sheet.checks {
            table.add(Cell(check.version), .word(check.check), Cell(check.on), Cell(check.by))
        }
        return table
    }
}

/// Where an approval or a check has brought an agreement, for scripts.
struct AgreementAnswer: Encodable {
    let code: String
    let version: Int
    let inForce: Bool
    let state: String
    let dryRun: Bool

    enum CodingKeys: String, CodingKey {
        case code, version, state
        case inForce = "in_force"
        case dryRun = "dry_run"
    }
}

extension Output {
    func progress(of code: Code, _ progress: AgreementProgress, dryRun: Bool) throws {
        let sentence =
            progress.isInForce
            ? Phrase(
                sv: "\(code): version \(progress.version) av överenskommelsen gäller.",
                en: "\(code): version \(progress.version) of the agreement is in force.")
            : Phrase(
                sv: "\(code): antecknat för version \(progress.version), som inte gäller än.",
                en: "\(code): recorded for version \(progress.version), which is not in force yet.")
        let tried = Phrase(
            sv: "\(sentence.sv) (Prövat; ingenting är ändrat.)", en: "\(sentence.en) (Tried; nothing is changed.)")
        try answer(
            AgreementAnswer(
                code: code.rawValue, version: progress.version, inForce: progress.isInForce,
                state: progress.state.rawValue, dryRun: dryRun), dryRun ? tried : sentence)
    }
}

struct AgreementApprove: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "approve", sv: "Godkänn den nyaste versionen, för egen del eller för någon annans räkning med grund.",
        en: "Approve the newest version, for oneself or on somebody's behalf with a ground.",
        example: "praktik agreement approve P-1 --for participant --ground signed_on_paper")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code
    @Option(
        name: .customLong("for"), help: .phrase(sv: "För vems räkning.", en: "On whose behalf."),
        transform: word(AgreementParty.self))
    var party: AgreementParty?
    @Option(
        help: .phrase(sv: "Varför någon annan godkänner.", en: "Why somebody else approves."),
        transform: word(AnswerGround.self))
    var ground: AnswerGround?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let progress = try await operations.approveAgreement(
                actor, code, for: party, ground: ground, dryRun: change.dryRun)
            try context.output.progress(of: code, progress, dryRun: change.dryRun)
        }
    }
}

struct AgreementCheck: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "check", sv: "Anteckna att en kontroll före start är gjord; aldrig vad den visade.",
        en: "Record that a check before the start is made; never what it showed.",
        example: "praktik agreement check P-1 insurance --on 2026-03-02")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code
    @Argument(
        help: .phrase(
            sv: "Vilken: insurance, risk_assessment, record_check eller course_clash.",
            en: "Which: insurance, risk_assessment, record_check or course_clash."),
        transform: word(CheckBeforeStart.self))
    var check: CheckBeforeStart
    @Option(
        help: .phrase(sv: "Vilken dag; annars i dag.", en: "On what day; else today."), transform: value { try Day($0) }
    )
    var on: Day?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let progress = try await operations.recordCheck(actor, code, check, on: on, dryRun: change.dryRun)
            try context.output.progress(of: code, progress, dryRun: change.dryRun)
        }
    }
}
