import ArgumentParser
import Domain
import Operations
import Store

/// `praktik slot …`
struct SlotCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "slot", sv: "Praktikplatser: registrera, bekräfta, förnya, dra tillbaka.",
        en: "Slots: register, confirm, renew, withdraw.", example: "praktik slot list --year 2026",
        subcommands: [
            SlotList.self, SlotShow.self, SlotRegister.self, SlotOffer.self, SlotConfirm.self, SlotRenew.self,
            SlotNotRenewed.self, SlotWithdraw.self, SlotClose.self,
        ])

    static func table(_ slots: [SlotDetail]) -> Table {
        var table = Table(
            .init("code", sv: "Kod", en: "Code"), .init("unit", sv: "Enhet", en: "Unit"),
            .init("title", sv: "Benämning", en: "Title"), .init("from", sv: "Från", en: "From"),
            .init("to", sv: "Till", en: "To"), .init("places", sv: "Platser", en: "Places"),
            .init("occupied", sv: "Upptagna", en: "Occupied"), .init("sfi_required", sv: "SFI", en: "SFI"),
            .init("state", sv: "Läge", en: "State"), .init("confirmed_on", sv: "Bekräftad", en: "Confirmed"),
            .init("dormant", sv: "Vilande", en: "Dormant"))
        for detail in slots {
            let slot = detail.slot
            table.add(
                Cell(slot.code), Cell(slot.unit), Cell(slot.title), Cell(slot.period.from), Cell(slot.period.to),
                .integer(slot.places.rawValue - detail.withdrawnPlaces), .integer(detail.peakOccupation),
                .word(slot.sfiRequired), .word(slot.state), Cell(detail.confirmedOn), .flag(detail.isDormant))
        }
        return table
    }

    /// Everything of each slot, under the file columns' names.
    static func fullTable(_ slots: [SlotDetail]) -> Table {
        var table = Table(
            .init("code", sv: "Kod", en: "Code"), .init("unit", sv: "Enhet", en: "Unit"),
            .init("title", sv: "Benämning", en: "Title"), .init("ssyk", sv: "Yrke (SSYK)", en: "Occupation (SSYK)"),
            .init("kind", sv: "Slag", en: "Kind"), .init("purpose", sv: "Syfte", en: "Purpose"),
            .init("from", sv: "Från", en: "From"), .init("to", sv: "Till", en: "To"),
            .init("places", sv: "Platser", en: "Places"),
            .init("withdrawn_places", sv: "Därav tillbakadragna", en: "Of which withdrawn"),
            .init("occupied", sv: "Upptagna som mest", en: "Occupied at most"),
            .init("hours_per_day", sv: "Timmar per dag", en: "Hours a day"),
            .init("weekdays", sv: "Veckodagar", en: "Weekdays"),
            .init("sfi_required", sv: "Godkänd SFI", en: "SFI passed"),
            .init("licences", sv: "Körkort och bevis", en: "Licences"),
            .init("minimum_age", sv: "Lägsta ålder", en: "Minimum age"),
            .init("record_check", sv: "Registerutdrag", en: "Record check"),
            .init("earmark", sv: "Avsatt för", en: "Kept for"),
            .init("supervisor", sv: "Handledare", en: "Supervisor"), .init("urgency", sv: "Angeläget", en: "Urgency"),
            .init("permanent_post", sv: "Tjänst bakom", en: "Permanent post"),
            .init("area", sv: "Område", en: "Area"), .init("state", sv: "Läge", en: "State"),
            .init("offered_on", sv: "Erbjuden", en: "Offered"),
            .init("confirmed_on", sv: "Bekräftad", en: "Confirmed"),
            .init("withdrawn_on", sv: "Tillbakadragen", en: "Withdrawn"),
            .init("withdrawn_reason", sv: "Därför", en: "Because"),
            .init("renewed_from", sv: "Förnyad från", en: "Renewed from"),
            .init("dormant", sv: "Vilande", en: "Dormant"))
        for detail in slots {
            let slot = detail.slot
            table.add(
                Cell(slot.code), Cell(slot.unit), Cell(slot.title), Cell(slot.ssyk), .word(slot.kind),
                .word(slot.purpose), Cell(slot.period.from), Cell(slot.period.to), .integer(slot.places.rawValue),
                .integer(detail.withdrawnPlaces), .integer(detail.peakOccupation), Cell(slot.hoursPerDay),
                Cell(slot.weekdays), .word(slot.sfiRequired),
                Cell(slot.licences.map(\.rawValue).joined(separator: "|")), Cell(slot.minimumAge),
                .flag(slot.recordCheck), Cell(slot.earmark), Cell(slot.supervisor), .word(slot.urgency),
                .flag(slot.permanentPost), Cell(slot.area), .word(slot.state), Cell(slot.offeredOn),
                Cell(detail.confirmedOn), Cell(slot.withdrawnOn), Cell(slot.withdrawnReason), Cell(detail.renewedFrom),
                .flag(detail.isDormant))
        }
        return table
    }
}

struct SlotList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Lista praktikplatser.", en: "List slots.",
        example: "praktik slot list --year 2026 --state offered")
    @OptionGroup var global: GlobalOptions
    @Option(help: .phrase(sv: "Bara platser med någon dag i året.", en: "Only slots with a day in the year."))
    var year: Int?
    @Option(help: .phrase(sv: "Bara i det här läget.", en: "Only in this state."), transform: word(SlotState.self))
    var state: SlotState?

    func run(in context: CommandContext) async throws {
        let during = try year.map { try Period(year: $0) }
        try await context.withOperations { operations, actor in
            let slots = try await operations.slots(actor, state: state, during: during)
            try context.output.list(
                context.output.format == .table ? SlotCommands.table(slots) : SlotCommands.fullTable(slots),
                empty: Phrase(sv: "Inga praktikplatser.", en: "No slots."))
        }
    }
}

struct SlotShow: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "Visa en praktikplats.", en: "Show a slot.", example: "praktik slot show PARK-1")
    @OptionGroup var global: GlobalOptions
    @Argument(help: .phrase(sv: "Platsens kod.", en: "The slot's code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try context.output.show(SlotCommands.fullTable(try await operations.slots(actor, code: code)))
        }
    }
}
