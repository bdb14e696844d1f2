import ArgumentParser
import Documents
import Domain
import FoundationEssentials
import Operations
import Statistics
import Store

struct SnapshotVerify: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "verify",
        sv: "Räkna om kontrollsummorna och säg vad som inte är vad som stängdes, och vad som är gallrat enligt regel.",
        en: "Reckon the digests anew and say what is not what was closed, and what was erased by rule.",
        example: "praktik snapshot verify 2026")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var which: SnapshotPeriod
    @OptionGroup var closing: SnapshotNumber

    private struct Answer: Encodable {
        let period: String
        let number: Int
        let digest: String
        let holds, document, published, root, log: Bool
        let addsUp: Bool?
        let rows: Int
        let tampered, missing: [Int]
        let erased: [String: [Int]]

        enum CodingKeys: String, CodingKey {
            case period, number, digest, holds, document, published, root, log, rows, tampered, missing, erased
            case addsUp = "adds_up"
        }
    }

    func run(in context: CommandContext) async throws {
        let verdict = try await context.withOperations { operations, actor in
            try await operations.verifySnapshot(actor, which.period, number: closing.number)
        }
        let snapshot = verdict.snapshot
        try context.output.answer(
            Answer(
                period: snapshot.period.description, number: snapshot.number, digest: snapshot.rootDigest,
                holds: verdict.holds, document: verdict.documentHolds, published: verdict.publishedHolds,
                root: verdict.rootHolds, log: verdict.logHolds, addsUp: verdict.addsUp, rows: snapshot.rows,
                tampered: verdict.tampered, missing: verdict.missing, erased: verdict.erased), verdict.phrase)
        if !verdict.holds { throw Ended(status: .refused) }
    }
}

struct SnapshotCorrections: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "corrections",
        sv: "Vad siffrorna skulle vara i dag, rad för rad, och varför. Det som stängdes ändras inte.",
        en: "What the figures would be today, row by row, and why. What was closed does not change.",
        example: "praktik snapshot corrections 2026 --format json")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var which: SnapshotPeriod
    @OptionGroup var closing: SnapshotNumber

    func run(in context: CommandContext) async throws {
        let list = try await context.withOperations { operations, actor in
            try await operations.corrections(actor, which.period, number: closing.number)
        }
        let output = context.output
        if output.format == .json { return try output.writeJSON(list) }
        var table = Table(
            .init("kind", sv: "Hur", en: "How"), .init("subject", sv: "Vad", en: "What"),
            .init("code", sv: "Kod", en: "Code"), .init("fields", sv: "Ändring", en: "Change"),
            .init("effect", sv: "Verkan", en: "Effect"), .init("causes", sv: "Orsak", en: "Cause"))
        for one in list.corrections {
            table.add(
                .word(one.kind), .word(one.subject), Cell(one.code), Cell(one.fieldText[output.language]),
                Cell(one.effectText[output.language]), Cell(one.causeText[output.language]))
        }
        try output.list(
            table,
            empty: Phrase(
                sv: "Inget är annorlunda sedan perioden stängdes.", en: "Nothing is otherwise since the closing."))
        guard output.format == .table else { return }
        output.heading(Phrase(sv: "Siffror som skulle vara andra i dag", en: "Figures that would be others today"))
        var moved = Table(
            .init("figure", sv: "Tal", en: "Figure"), .init("closed", sv: "Stängt", en: "Closed"),
            .init("now", sv: "I dag", en: "Today"))
        for one in list.moved {
            let name = Figure(rawValue: one.figure)?.label[output.language] ?? one.figure
            moved.add(Cell(name), Cell(one.closed), Cell(one.now))
        }
        try output.list(moved, empty: Phrase(sv: "Inga.", en: "None."))
        if list.erasedRows > 0 {
            output.say(
                Phrase(
                    sv:
                        "\(list.erasedRows) rader är gallrade enligt regel och jämförs inte; dagens siffror saknar dem.",
                    en: "\(list.erasedRows) rows were erased by rule and are not compared; today's figures lack them."))
        }
    }
}

struct SnapshotExportCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "export",
        sv: "Skriv det som en stängning kontrolleras med utanför Praktik: filer, kontrollsummor och hur det går till.",
        en: "Write what a closing is verified with outside Praktik: files, digests and how it is done.",
        example: "praktik snapshot export 2026 --out kontroll-2026.zip\nsh verify.sh")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var which: SnapshotPeriod
    @OptionGroup var closing: SnapshotNumber
    @Option(
        help: .phrase(
            sv: "En fil som slutar på .zip, eller en mapp, som görs om den inte finns.",
            en: "A file that ends with .zip, or a folder, which is made if it is not there."))
    var out: String

    func run(in context: CommandContext) async throws {
        let export = try await context.withOperations { operations, actor in
            try await operations.exportSnapshot(actor, which.period, number: closing.number)
        }
        if out.lowercased().hasSuffix(".zip") { return try context.write(export.archive.bytes, to: out) }
        do {
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        } catch {
            throw CommandError.fileNotWritten(out)
        }
        for file in export.files {
            let path = "\(out)/\(file.name)"
            guard FileManager.default.createFile(atPath: path, contents: Data(file.bytes)) else {
                throw CommandError.fileNotWritten(path)
            }
        }
        try context.output.answer(["folder": out], Phrase(sv: "Skrivet till \(out).", en: "Written to \(out)."))
    }
}
