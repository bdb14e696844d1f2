import ArgumentParser
import Domain
import FoundationEssentials
import Operations
import Statistics

/// What the commands that answer figures take.
struct FigureOptions: ParsableArguments {
    @Option(help: .phrase(sv: "Året; annars innevarande.", en: "The year; else the present one."))
    var year: Int?

    @Flag(
        help: .phrase(
            sv: "Som för publicering: antal personer från 1 till 4, och det som skulle röja dem, visas inte.",
            en: "As for publication: counts of persons from 1 to 4, and what would tell them, are not shown."))
    var publish = false

    @Option(
        help: .phrase(
            sv: "Filen som skrivs, som för publicering; ändelsen säger vad den blir: \(ReportFileKind.endings).",
            en: "The file to write, as for publication; its ending says what it becomes: \(ReportFileKind.endings)."))
    var out: String?

    func validate() throws {
        try Self.validate(year)
        guard let out, ReportFileKind(ending: out) == nil else { return }
        throw ValidationError(
            Phrase(
                sv: "Filens ändelse ska vara \(ReportFileKind.endings).",
                en: "The file's ending must be \(ReportFileKind.endings)."
            ).help)
    }

    static func validate(_ year: Int?) throws {
        guard let year, !(1...9999).contains(year) else { return }
        throw ValidationError(
            Phrase(sv: "Ett år är ett tal från 1 till 9999.", en: "A year is a number from 1 to 9999.").help)
    }

    func year(_ clock: WallClock) -> Int { year ?? clock.today.year }

    /// Writes the report of the year's period, to a file where one is named.
    func report(
        in context: CommandContext, live: Bool, of period: (Int) throws -> ReportPeriod
    ) async throws {
        if let out, let kind = ReportFileKind(ending: out) {
            // What a file is made of is as for publication.
            if live { throw Refusal.snapshot(.liveNotPublished) }
            return try await context.withOperations { operations, actor in
                let file = try await operations.reportFile(
                    actor, period(year(operations.clock)), as: kind, in: context.output.language)
                try context.write(file.bytes, to: out)
            }
        }
        let report = try await context.withOperations { operations, actor in
            try await operations.periodReport(
                actor, period(year(operations.clock)), forPublication: publish, live: live)
        }
        try AnnualReportView(whole: report).write(to: context.output)
    }

    /// Throws where a part of the year is none.
    static func check(_ part: Int, in parts: ClosedRange<Int>) throws {
        guard !parts.contains(part) else { return }
        throw ValidationError(
            Phrase(
                sv: "Delen av året är ett tal från 1 till \(parts.upperBound).",
                en: "The part of the year is a number from 1 to \(parts.upperBound)."
            ).help)
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
    func write(_ bytes: [UInt8], to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
            throw CommandError.fileNotWritten(path)
        }
        try output.answer(
            ["file": path], Phrase(sv: "Skrivet till \(path).", en: "Written to \(path)."))
    }
}

/// Which figures of a closed period.
struct LiveOption: ParsableArguments {
    @Flag(
        help: .phrase(
            sv: "Dagens siffror också för en period som är stängd, för den som får se raderna.",
            en: "Today's figures also of a period that is closed, for those who may see the rows."))
    var live = false
}

extension Output {
    /// The rules that figures were counted by, in words, under them.
    func rules(_ rules: [CountingRule]) { definitions(rules.map(Definition.init)) }

    /// The definitions of figures, in words, under them.
    func definitions(_ definitions: [Definition]) {
        guard format == .table else { return }
        heading(Phrase(sv: "Räkneregler", en: "Counting rules"))
        for rule in definitions {
            say(
                Phrase(
                    sv: "\(rule.identifier) (\(rule.label.sv)): \(rule.text.sv)",
                    en: "\(rule.identifier) (\(rule.label.en)): \(rule.text.en)"))
        }
    }
}
