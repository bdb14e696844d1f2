import ArgumentParser
import Domain
import Operations
import Store

extension SlotRenew {
    /// All of a year's slots of a unit and those below it, with what became of each.
    static func renew(
        _ unit: Code, fromYear year: Int, dryRun: Bool, _ operations: Operations, _ actor: Actor, to output: Output
    ) async throws {
        let renewal = try await operations.renewUnit(actor, unit, fromYear: year, dryRun: dryRun)
        var table = Table(
            .init("code", sv: "Kod", en: "Code"), .init("title", sv: "Benämning", en: "Title"),
            .init("places", sv: "Platser", en: "Places"),
            .init("fate", sv: "Vad det blev av den", en: "What became of it"))
        for line in renewal.slots {
            table.add(
                Cell(line.slot.slot.code), Cell(line.slot.slot.title), .integer(line.slot.slot.places.rawValue),
                .text(line.fate.phrase[output.language]))
        }
        try output.result(UnitRenewalDocument(renewal, language: output.language), table)
        for load in renewal.supervisors where load.isOver {
            output.say(
                Phrase(
                    sv: "\(load.name) (\(load.code)) skulle få \(load.peak) samtidigt, fler än \(load.capacity ?? 0).",
                    en:
                        "\(load.name) (\(load.code)) would have \(load.peak) at a time, more than \(load.capacity ?? 0)."
                ))
        }
        let (count, all) = (renewal.renewed, renewal.slots.count)
        let tried = Phrase(sv: " (Prövat; ingenting är ändrat.)", en: " (Tried; nothing is changed.)")
        output.say(
            Phrase(
                sv: "\(count) av \(all) platser från \(year) är förnyade." + (dryRun ? tried.sv : ""),
                en: "\(count) of \(all) slots of \(year) are renewed." + (dryRun ? tried.en : "")))
    }
}

struct SlotNotRenewed: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "not-renewed", sv: "Inte i år: platsen erbjuds inte igen, och skälet räknas.",
        en: "Not this year: the slot is not offered again, and why is counted.",
        example: """
            praktik slot not-renewed PARK-2026 --reason no_supervisor
            praktik slot not-renewed PARK-2026 --take-back
            """)
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Platsens kod.", en: "The slot's code."), transform: value { try Code($0) })
    var code: Code
    @Option(help: .phrase(sv: "Skälet.", en: "The reason."), transform: word(NoRenewalReason.self))
    var reason: NoRenewalReason?
    @Flag(help: .phrase(sv: "Ta tillbaka beskedet.", en: "Take the word back."))
    var takeBack = false

    func validate() throws {
        guard takeBack == (reason == nil) else {
            throw ValidationError(
                Phrase(sv: "Ange --reason, eller --take-back.", en: "Give --reason, or --take-back.").help)
        }
    }

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            if let reason {
                try await operations.declineRenewal(actor, code, reason, dryRun: change.dryRun)
                try context.output.changed(
                    code, state: "not_renewed", dryRun: change.dryRun,
                    Phrase(
                        sv: "\(code) erbjuds inte igen: \(reason.label.sv).",
                        en: "\(code) is not offered again: \(reason.label.en)."))
            } else {
                try await operations.reconsiderRenewal(actor, code, dryRun: change.dryRun)
                try context.output.changed(
                    code, dryRun: change.dryRun,
                    Phrase(sv: "\(code) kan förnyas igen.", en: "\(code) can be renewed again."))
            }
        }
    }
}
