import ArgumentParser
import Domain
import Operations
import Store

/// `praktik snapshot …`
struct SnapshotCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "snapshot",
        sv: "Stängda perioder: siffror som är vad som sades, och raderna bakom dem.",
        en: "Closed periods: figures that stay what was said, and the rows behind them.",
        example: "praktik snapshot close 2026\npraktik snapshot verify 2026\npraktik snapshot corrections 2026",
        subcommands: [
            SnapshotClose.self, SnapshotReopen.self, SnapshotList.self, SnapshotShow.self, SnapshotVerify.self,
            SnapshotCorrections.self, SnapshotExportCommand.self,
        ])
}

/// Which period.
struct SnapshotPeriod: ParsableArguments {
    @Argument(
        help: .phrase(
            sv: "Perioden: 2026, 2026-H1, 2026-T2 eller 2026-VT.", en: "The period: 2026, 2026-H1, 2026-T2 or 2026-VT."),
        transform: value { try ReportPeriod($0) })
    var period: ReportPeriod
}

/// Which closing of the period.
struct SnapshotNumber: ParsableArguments {
    @Option(
        help: .phrase(
            sv: "Vilken stängning av perioden; annars den senaste.", en: "Which closing of the period; else the latest."
        ))
    var number: Int?
}

struct SnapshotClose: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "close",
        sv: "Stäng en period som är slut: siffrorna och raderna bakom dem fryses, med en kontrollsumma.",
        en: "Close a period that is over: its figures and the rows behind them are frozen, with a digest.",
        example: "praktik snapshot close 2026 --dry-run\npraktik snapshot close 2026-T2")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var which: SnapshotPeriod

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let closed = try await operations.closePeriod(actor, which.period, dryRun: change.dryRun)
            // A dry run's digest is of other salts than the closing's will be.
            try context.output.answer(
                SnapshotAnswer(closed, dryRun: change.dryRun),
                change.dryRun
                    ? Phrase(
                        sv: "\(closed.period.label.sv) kan stängas: stängning \(closed.number), \(closed.rows) rader. "
                            + "(Prövat; ingenting är ändrat.)",
                        en: "\(closed.period.label.en) can be closed: closing \(closed.number), \(closed.rows) rows. "
                            + "(Tried; nothing is changed.)")
                    : Phrase(
                        sv: "\(closed.period.label.sv) är stängd: stängning \(closed.number), \(closed.rows) rader. "
                            + "Kontrollsumma \(closed.rootDigest)",
                        en: "\(closed.period.label.en) is closed: closing \(closed.number), \(closed.rows) rows. "
                            + "Digest \(closed.rootDigest)"))
        }
    }
}

struct SnapshotReopen: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "reopen",
        sv: "Öppna en stängd period igen. Det som stängdes finns kvar, och rapporten säger att den är öppnad.",
        en: "Open a closed period again. What was closed is kept, and the report says that it was opened.",
        example: "praktik snapshot reopen 2026 --reason \"Utfall för maj lästes in för sent\"")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var which: SnapshotPeriod
    @Option(
        help: .phrase(
            sv: "Varför, för alla att läsa; inget om personer.", en: "Why, for everybody to read; nothing of persons."),
        transform: value { try Line($0) })
    var reason: Line

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let opened = try await operations.reopenPeriod(
                actor, which.period, reason: reason, dryRun: change.dryRun)
            let tried =
                change.dryRun
                ? Phrase(sv: " (Prövat; ingenting är ändrat.)", en: " (Tried; nothing is changed.)")
                : Phrase(sv: "", en: "")
            try context.output.answer(
                SnapshotAnswer(opened, dryRun: change.dryRun),
                Phrase(
                    sv: "\(opened.period.label.sv) är öppnad igen; stängning \(opened.number) finns kvar.\(tried.sv)",
                    en: "\(opened.period.label.en) is open again; closing \(opened.number) is kept.\(tried.en)"))
        }
    }
}

struct SnapshotList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Visa stängda perioder.", en: "Show closed periods.", example: "praktik snapshot list --format json"
    )
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table(
                .init("period", sv: "Period", en: "Period"), .init("number", sv: "Stängning", en: "Closing"),
                .init("closed_on", sv: "Stängd", en: "Closed"), .init("closed_by", sv: "Av", en: "By"),
                .init("reopened_on", sv: "Öppnad igen", en: "Opened again"), .init("rows", sv: "Rader", en: "Rows"),
                .init("erased_rows", sv: "Gallrade", en: "Erased"), .init("digest", sv: "Kontrollsumma", en: "Digest"))
            for one in try await operations.snapshots(actor) {
                table.add(
                    Cell(one.period), Cell(one.number), Cell(one.closedOn), Cell(one.closedBy), Cell(one.reopenedOn),
                    Cell(one.rows), Cell(one.erasedRows), Cell(one.rootDigest))
            }
            try context.output.list(table, empty: Phrase(sv: "Ingen period är stängd.", en: "No period is closed."))
        }
    }
}

struct SnapshotShow: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "Visa siffrorna som de stängdes, också de i en period som är öppnad igen.",
        en: "Show the figures as they were closed, also those of a period that was opened again.",
        example: "praktik snapshot show 2026 --number 1 --format json")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var which: SnapshotPeriod
    @OptionGroup var closing: SnapshotNumber
    @Flag(
        help: .phrase(
            sv: "Som för publicering: antal personer från 1 till 4, och det som skulle röja dem, visas inte.",
            en: "As for publication: counts of persons from 1 to 4, and what would tell them, are not shown."))
    var publish = false

    func run(in context: CommandContext) async throws {
        let report = try await context.withOperations { operations, actor in
            try await operations.snapshotReport(
                actor, which.period, number: closing.number, forPublication: publish)
        }
        try AnnualReportView(whole: report).write(to: context.output)
    }
}

/// The answer of a closing and an opening, for scripts.
struct SnapshotAnswer: Encodable {
    let period: String
    let number: Int
    let closedOn: String
    let reopenedOn: String?
    let rows: Int
    let digest: String?
    let dryRun: Bool

    enum CodingKeys: String, CodingKey {
        case period, number, rows, digest
        case closedOn = "closed_on"
        case reopenedOn = "reopened_on"
        case dryRun = "dry_run"
    }

    init(_ snapshot: Snapshot, dryRun: Bool) {
        period = snapshot.period.description
        number = snapshot.number
        closedOn = snapshot.closedOn.description
        reopenedOn = snapshot.reopenedOn?.description
        rows = snapshot.rows
        digest = dryRun && snapshot.isInForce ? nil : snapshot.rootDigest
        self.dryRun = dryRun
    }
}
