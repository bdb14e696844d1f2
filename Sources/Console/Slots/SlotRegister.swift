import ArgumentParser
import Domain
import Operations

/// A new slot in one line: what, where, when, how many; the rest has sensible defaults.
struct SlotRegister: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "register", sv: "Registrera en ny praktikplats; den erbjuds genast om inte --draft anges.",
        en: "Register a new slot; it is offered at once unless --draft is given.",
        example:
            "praktik slot register PARK-1 --unit SB --title \"Parkarbete\" --from 2026-04-01 --to 2026-06-30 --places 2"
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(
        help: .phrase(sv: "Platsens kod, som ni väljer.", en: "The slot's code, yours to choose."),
        transform: value { try Code($0) })
    var code: Code
    @Option(help: .phrase(sv: "Enhetens kod.", en: "The unit's code."), transform: value { try Code($0) })
    var unit: Code
    @Option(help: .phrase(sv: "Vad man gör där.", en: "What one does there."), transform: value { try Line($0) })
    var title: Line
    @Option(
        help: .phrase(sv: "Första dagen, ÅÅÅÅ-MM-DD.", en: "The first day, YYYY-MM-DD."),
        transform: value { try Day($0) })
    var from: Day
    @Option(help: .phrase(sv: "Sista dagen.", en: "The last day."), transform: value { try Day($0) })
    var to: Day
    @Option(help: .phrase(sv: "Hur många platser.", en: "How many places."))
    var places = 1
    @Option(help: .phrase(sv: "Slag av praktik.", en: "Kind of internship."), transform: word(SlotKind.self))
    var kind: SlotKind = .arbetspraktik
    @Option(
        help: .phrase(sv: "Yrke, fyra siffror ur SSYK 2012.", en: "Occupation, four digits of SSYK 2012."),
        transform: value { try SSYK($0) })
    var ssyk: SSYK?
    @Option(help: .phrase(sv: "Syfte.", en: "Purpose."), transform: word(SlotPurpose.self))
    var purpose: SlotPurpose?
    @Option(
        help: .phrase(sv: "Timmar per dag; annars heltid.", en: "Hours a day; else full time."),
        transform: value { try WorkHours($0) })
    var hours: WorkHours?
    @Option(
        help: .phrase(sv: "Veckodagar, 1|2|3 är mån–ons.", en: "Weekdays, 1|2|3 is Mon–Wed."),
        transform: value { try Weekdays($0) })
    var weekdays: Weekdays = .mondayToFriday
    @Option(
        help: .phrase(sv: "SFI-kurs man ska ha godkänt.", en: "The SFI course one must have passed."),
        transform: word(SFICourse.self))
    var sfi: SFICourse?
    @Option(
        name: .customLong("licence"),
        help: .phrase(
            sv: "Körkort eller bevis; kan upprepas.",
            en: "A licence; may be repeated."), transform: value { try Keyword($0) })
    var licences: [Keyword] = []
    @Option(help: .phrase(sv: "Lägsta ålder första dagen.", en: "Minimum age on the first day."))
    var minimumAge: Int?
    @Flag(help: .phrase(sv: "Registerutdrag ska ha visats.", en: "A record check must have been shown."))
    var recordCheck = false
    @Option(
        help: .phrase(sv: "Anvisare som platsen är avsatt för.", en: "The referrer it is kept for."),
        transform: value { try Code($0) })
    var earmark: Code?
    @Option(help: .phrase(sv: "Handledarens kod.", en: "The supervisor's code."), transform: value { try Code($0) })
    var supervisor: Code?
    @Option(help: .phrase(sv: "Hur angeläget.", en: "How urgent."), transform: word(Urgency.self))
    var urgency: Urgency = .normal
    @Flag(help: .phrase(sv: "Det finns en tjänst att söka.", en: "A permanent post stands behind it."))
    var permanentPost = false
    @Option(
        help: .phrase(sv: "Område i kommunen.", en: "Area of the municipality."),
        transform: value { try Keyword($0) })
    var area: Keyword?
    @Flag(help: .phrase(sv: "Spara som utkast.", en: "Keep as a draft."))
    var draft = false

    func run(in context: CommandContext) async throws {
        let municipality = try context.municipality()
        if let minimumAge, !Slot.minimumAges.contains(minimumAge) {
            throw Refusal.value("--minimum-age", .minimumAge)
        }
        let capacity: Capacity
        do { capacity = try Capacity(places) } catch { throw Refusal.value("--places", error) }
        let period: Period
        do { period = try Period(from: from, to: to) } catch { throw Refusal.value("--to", error) }
        try await context.withOperations { operations, actor in
            let slot = Slot(
                municipality: municipality, code: code, unit: unit, title: title, ssyk: ssyk, kind: kind,
                purpose: purpose, period: period, places: capacity, hoursPerDay: hours, weekdays: weekdays,
                sfiRequired: sfi, licences: licences, minimumAge: minimumAge, recordCheck: recordCheck,
                earmark: earmark, supervisor: supervisor, urgency: urgency, permanentPost: permanentPost, area: area,
                state: draft ? .draft : .offered, offeredOn: draft ? nil : operations.clock.today)
            try await operations.registerSlot(actor, slot, dryRun: change.dryRun)
            try context.output.changed(
                code, state: slot.state.rawValue, dryRun: change.dryRun,
                draft
                    ? Phrase(sv: "\(code) är sparad som utkast.", en: "\(code) is kept as a draft.")
                    : Phrase(
                        sv: "\(code) är registrerad; samordnaren ser den nu.",
                        en: "\(code) is registered; the coordinator sees it now."))
        }
    }
}
