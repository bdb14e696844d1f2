import ArgumentParser
import Domain
import FoundationEssentials
import Operations
import Store

/// `praktik audit …`
struct AuditCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "audit", sv: "Granskningsloggen: vem gjorde vad, och är den hel.",
        en: "The audit log: who did what, and is it whole.",
        example: "praktik audit verify", subcommands: [AuditList.self, AuditVerify.self])
}

struct AuditList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Visa de senaste posterna.", en: "Show the newest entries.", example: "praktik audit list --last 20"
    )
    @OptionGroup var global: GlobalOptions
    @Option(help: .phrase(sv: "Så många, högst 10000.", en: "So many, at most 10000."))
    var last = 50

    func validate() throws {
        guard (1...10_000).contains(last) else {
            throw ValidationError(Phrase(sv: "--last är 1 till 10000.", en: "--last is 1 to 10000.").help)
        }
    }

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table(
                .init("sequence", sv: "Nr", en: "No."), .init("at", sv: "När", en: "When"),
                .init("actor", sv: "Vem", en: "Who"), .init("role", sv: "Roll", en: "Role"),
                .init("action", sv: "Vad", en: "What"), .init("outcome", sv: "Utfall", en: "Outcome"),
                .init("detail", sv: "Gäller", en: "Concerns"), .init("reason", sv: "Skäl", en: "Reason"))
            for line in try await operations.auditLines(actor, limit: last) {
                table.add(
                    Cell(line.sequence), Cell(line.at.formatted(.iso8601)), Cell(line.actor), .word(line.role),
                    Cell(line.action), Cell(line.outcome.rawValue), Cell(line.detail), Cell(line.reason))
            }
            try context.output.list(table, empty: Phrase(sv: "Loggen är tom.", en: "The log is empty."))
        }
    }
}

struct AuditVerify: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "verify", sv: "Räkna om hela kedjan och säg om något inte stämmer.",
        en: "Recompute the whole chain and say whether anything disagrees.", example: "praktik audit verify")
    @OptionGroup var global: GlobalOptions

    private struct Answer: Encodable {
        let entries: Int
        let whole: Bool
        let faults: [String]
        /// Entries emptied by each erasure by rule.
        let erased: [String: Int]
    }

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let verdict = try await operations.verifyAudit(actor)
            let faults = verdict.faults.map { "\($0.sequence.map(String.init) ?? "–"): \($0.fault)" }
            try context.output.answer(
                Answer(
                    entries: verdict.entries, whole: verdict.isWhole, faults: faults,
                    erased: Dictionary(uniqueKeysWithValues: verdict.erased.map { ($0.run.rawValue, $0.entries) })),
                verdict.isWhole
                    ? Phrase(
                        sv: "Kedjan är hel: \(verdict.entries) poster.",
                        en: "The chain is whole: \(verdict.entries) entries.")
                    : Phrase(
                        sv: "Kedjan är bruten. Post och fel: \(faults.joined(separator: ", ")).",
                        en: "The chain is broken. Entry and fault: \(faults.joined(separator: ", "))."))
            if !verdict.erased.isEmpty {
                let runs = verdict.erased.map { "\($0.run) \($0.entries)" }.joined(separator: ", ")
                context.output.say(
                    Phrase(
                        sv: "Poster som gallringar har tömt: \(runs).",
                        en: "Entries that erasures have emptied: \(runs)."))
            }
            if !verdict.isWhole { throw Ended(status: .refused) }
        }
    }
}
