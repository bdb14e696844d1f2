import ArgumentParser
import Domain
import Operations
import Store

/// `praktik worklist`
struct WorklistCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "worklist", sv: "Vad som väntar på samordnaren, det äldsta först, med skäl.",
        en: "What awaits the coordinator, oldest first, with the reason.",
        example: "praktik worklist --limit 5 --format json")
    @OptionGroup var global: GlobalOptions
    @Option(
        help: .phrase(
            sv: "Högst så många av varje slag, 1 till 500.", en: "At most so many of each kind, 1 to 500."))
    var limit = 20

    func validate() throws {
        guard (1...500).contains(limit) else {
            throw ValidationError(Phrase(sv: "Välj 1 till 500.", en: "Choose 1 to 500.").help)
        }
    }

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let language = context.output.language
            let list = try await operations.worklist(actor, limit: limit)
            var table = Table(
                .init("since", sv: "Sedan", en: "Since"), .init("days", sv: "Dagar", en: "Days"),
                .init("kind", sv: "Slag", en: "Kind"), .init("what", sv: "Vad", en: "What"),
                .init("reason", sv: "Skäl", en: "Reason"), .init("placement", sv: "Placering", en: "Placement"),
                .init("participant", sv: "Deltagare", en: "Participant"), .init("slot", sv: "Plats", en: "Slot"),
                .init("unit", sv: "Enhet", en: "Unit"), .init("report", sv: "Rapport", en: "Report"))
            for item in list.items {
                table.add(
                    Cell(item.since), Cell(item.days), .word(item.kind), Cell(item.sentence[language]),
                    Cell(item.reason?[language]), Cell(item.placement), Cell(item.participant), Cell(item.slot),
                    Cell(item.unit), Cell(item.report))
            }
            try context.output.list(table, empty: Phrase(sv: "Inget väntar.", en: "Nothing awaits."))
            for kind in WorkKind.allCases {
                let shown = list.items.count { $0.kind == kind }
                guard let total = list.totals[kind], total > shown else { continue }
                context.output.note(
                    Phrase(
                        sv: "\(shown) av \(total) visas: \(kind.label.sv).",
                        en: "\(shown) of \(total) are shown: \(kind.label.en)."))
            }
        }
    }
}
