public import ArgumentParser
import Documents
import Domain
public import Operations
import Settings

extension ImportKind: ExpressibleByArgument {}

/// Reads a file of one kind into the database: all of it, or nothing and every fault.
struct ImportCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "import", sv: "Läser in en fil: allt, eller inget och varje fel med rad och kolumn.",
        en: "Imports a file: all of it, or nothing and every fault with line and column.",
        example: "praktik import slots platser.csv --dry-run --municipality 1485\n"
            + "praktik import participants deltagare.csv --municipality 1485")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: .phrase(sv: "Vad filen innehåller.", en: "What the file holds.", valueName: "kind"))
    var kind: ImportKind

    @Argument(
        help: .phrase(
            sv: "CSV-filen; semikolon eller komma, UTF-8 eller Windows-1252.",
            en: "The CSV file; semicolon or comma, UTF-8 or Windows-1252.", valueName: "file"))
    var file: String

    func run(in context: CommandContext) async throws {
        let source = try openSource()
        let named = context.settings.municipality
        let municipality = try named ?? source.municipality()
        let output = context.output
        do {
            let summary = try await context.withOperations(in: municipality) { operations, actor in
                defer { output.endProgress() }
                return try await operations.importFile(
                    actor, kind, from: source, dryRun: change.dryRun, municipalityNeeded: named == nil
                ) { show($0, output) }
            }
            try tell(summary, output)
        } catch Refusal.importFaults(let faults) {
            try output.list(Table(faults, output.language), isCut: false)
            output.note(Refusal.importFaults(faults).phrase)
            throw Ended(status: .refused)
        }
    }

    private func openSource() throws -> ImportSource {
        do {
            return try ImportSource(path: file)
        } catch {
            throw UnreadableFile(path: file, failure: error)
        }
    }

    private func show(_ progress: ImportProgress, _ output: Output) {
        let share = progress.size.map { $0 > 0 ? " \(min(100, progress.bytes * 100 / $0)) %" : "" } ?? ""
        output.progress(
            Phrase(sv: "Läser rad \(progress.rows)\(share) …", en: "Reading row \(progress.rows)\(share) …"))
    }

    private func tell(_ summary: ImportSummary, _ output: Output) throws {
        let answer = Answer(
            kind: summary.kind.rawValue, created: summary.created, updated: summary.updated,
            unchanged: summary.unchanged, dry_run: change.dryRun)
        let counts = Phrase(
            sv: "\(summary.kind.label.sv): \(summary.created) nya, \(summary.updated) ändrade, "
                + "\(summary.unchanged) oförändrade",
            en: "\(summary.kind.label.en): \(summary.created) created, \(summary.updated) updated, "
                + "\(summary.unchanged) unchanged")
        try output.answer(
            answer,
            change.dryRun
                ? Phrase(
                    sv: "\(counts.sv). Provkörning: inget är ändrat.", en: "\(counts.en). Dry run: nothing was changed."
                )
                : Phrase(sv: "\(counts.sv).", en: "\(counts.en)."))
    }

    /// The names are what scripts read.
    private struct Answer: Encodable {
        let kind: String
        let created: Int
        let updated: Int
        let unchanged: Int
        let dry_run: Bool
    }
}

/// A file that cannot be opened, with the system's own word for why.
struct UnreadableFile: PhrasedError {
    let path: String
    let failure: any Error

    var phrase: Phrase {
        let cause = (failure as? FileSource.Failure).map { ": \($0)" } ?? ""
        return Phrase(sv: "Filen \(path) kan inte läsas\(cause).", en: "The file \(path) cannot be read\(cause).")
    }
}

extension Table {
    init(_ faults: ImportFaults, _ language: Language) {
        self.init(
            .init("line", sv: "Rad", en: "Line"), .init("position", sv: "Kolumn nr", en: "Column no."),
            .init("column", sv: "Kolumn", en: "Column"), .init("kind", sv: "Värde", en: "Value"),
            .init("message", sv: "Fel", en: "Fault"))
        for fault in faults.list {
            add(
                .integer(fault.line), Cell(fault.position), .text(fault.column), .text(fault.kind[language]),
                .text(fault.sentence[language]))
        }
    }
}
