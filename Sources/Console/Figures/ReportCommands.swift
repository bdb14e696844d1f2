import ArgumentParser
import Domain
import FoundationEssentials
import Operations
import Statistics

/// The figures of a period.
struct ReportCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "report", sv: "Rapporter: årets siffror.", en: "Reports: the year's figures.",
        example: "praktik report annual --year 2026", subcommands: [AnnualReportCommand.self, PlanningCommand.self])
}

/// The annual report.
struct AnnualReportCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "annual",
        sv: "Årsrapport: platser, praktiker, personer och vad de ledde till, per enhet, anvisare, kön och slag.",
        en: "Annual report: places, placements, persons and what they led to, by unit, referrer, sex and kind.",
        example: "praktik report annual --year 2026\npraktik report annual --year 2026 --publish --format spreadsheet\n"
            + "praktik report annual --year 2026 --out praktik-2026.xlsx")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var figures: FigureOptions

    @Option(
        help: .phrase(
            sv: "Filen som skrivs, som för publicering; ändelsen säger vad den blir: \(ReportFileKind.endings).",
            en: "The file to write, as for publication; its ending says what it becomes: \(ReportFileKind.endings)."))
    var out: String?

    func validate() throws {
        guard let out, ReportFileKind(ending: out) == nil else { return }
        throw ValidationError(
            Phrase(
                sv: "Filens ändelse ska vara \(ReportFileKind.endings).",
                en: "The file's ending must be \(ReportFileKind.endings)."
            ).help)
    }

    func run(in context: CommandContext) async throws {
        if let out, let kind = ReportFileKind(ending: out) {
            return try await context.withOperations { operations, actor in
                let file = try await operations.annualReportFile(
                    actor, year: figures.year(operations.clock), as: kind, in: context.output.language)
                try context.write(file.bytes, to: out)
            }
        }
        let report = try await context.withOperations { operations, actor in
            try await operations.annualReport(
                actor, year: figures.year(operations.clock), forPublication: figures.publish)
        }
        try AnnualReportView(report: report).write(to: context.output)
    }
}

extension ReportFileKind {
    static let endings = allCases.map { "." + $0.rawValue }.joined(separator: ", ")

    /// By what the file's name ends with.
    init?(ending path: String) {
        guard let found = Self.allCases.first(where: { path.lowercased().hasSuffix("." + $0.rawValue) }) else {
            return nil
        }
        self = found
    }
}

extension CommandContext {
    fileprivate func write(_ bytes: [UInt8], to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
            throw CommandError.fileNotWritten(path)
        }
        try output.answer(
            ["file": path], Phrase(sv: "Skrivet till \(path).", en: "Written to \(path)."))
    }
}
