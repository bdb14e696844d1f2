import Domain
import HTTPTypes
import Operations
import Store

/// Taking back an offer, or some of its places, with the reason; what that does to the count is said first.
enum WithdrawPages {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        var values = FormData()
        values.set("on", visit.today.description)
        return .page(try await page(visit, FormState(values)))
    }

    static func save(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        var reader = FormReader(visit.form)
        let reason = reader.required("reason") { try Line($0) }
        let day = reader.required("on") { try Day($0) }
        let places = reader.optionalNumber("places", in: 1...500)
        if let reason, let day, reader.faults.isEmpty {
            do {
                try await visit.operations.withdrawSlot(
                    visit.actor, code, places: places.map { try Capacity($0) }, on: day, reason: reason)
                return .redirect(
                    SlotPages.path(code), Phrase(sv: "Platsen är tillbakadragen.", en: "The slot is withdrawn."))
            } catch let refusal as Refusal where refusal.status == .conflict {
                reader.fault("", refusal.phrase)
            }
        }
        return .page(try await page(visit, reader.state), status: .unprocessableContent)
    }

    private static func page(_ visit: Visit, _ state: FormState) async throws -> Page {
        let code = try visit.code("code")
        guard let detail = try await visit.operations.slots(visit.actor, code: code).first else {
            throw WebFault.notFound
        }
        let fields: [Field] = [
            Field(
                "reason", Phrase(sv: "Varför", en: "Why"),
                hint: Phrase(
                    sv: "Skälen räknas ihop i uppföljningen. Skriv inga namn.",
                    en: "The reasons are counted in the follow-up. Write no names."), isRequired: true),
            Field(
                "on", Phrase(sv: "Från och med", en: "From"),
                hint: Phrase(
                    sv: "Den första dagen som platsen inte längre erbjuds.",
                    en: "The first day it is no longer offered."),
                .input(type: "date", size: .medium), isRequired: true),
            Field(
                "places", Phrase(sv: "Hur många platser", en: "How many places"),
                hint: Phrase(sv: "Tomt är alla.", en: "Empty is all."), .number(1...500)),
        ]
        let form = Form(
            action: SlotPages.path(code) + "/withdraw", state: state,
            button: Phrase(sv: "Dra tillbaka", en: "Withdraw"), cancel: SlotPages.path(code), isDangerous: true)
        return Page(
            Phrase(sv: "Dra tillbaka \(detail.slot.title)", en: "Withdraw \(detail.slot.title)"), in: .slots,
            under: [Section.slots.crumb, .init(path: SlotPages.path(code), label: Phrase(detail.slot.title))],
            isFaulty: !state.faults.isEmpty,
            """
            <p class="lead">\(sv: "En plats som dras tillbaka före sin första dag räknas inte som erbjuden det året. Dras den tillbaka senare räknas den.", en: "A slot withdrawn before its first day does not count as offered that year. Withdrawn later, it does.")</p>
            \(form.html(visit, fields))
            """)
    }
}

extension Phrase {
    /// What is called the same in both languages.
    init(_ line: Line) {
        self.init(sv: line.rawValue, en: line.rawValue)
    }
}
