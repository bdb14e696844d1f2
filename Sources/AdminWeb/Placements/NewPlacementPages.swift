import Domain
import HTTPTypes
import Operations
import Store

/// Proposing one participant for one slot without a round, by the same rules.
enum NewPlacementPages {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        .page(try await page(visit, FormState(visit.query)))
    }

    static func save(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let referral = reader.required("participant") { try ReferralLabel($0) }
        let slot = reader.required("slot") { try Code($0) }
        let from = reader.optional("from") { try Day($0) }
        let to = reader.optional("to") { try Day($0) }
        if let referral, let slot, reader.faults.isEmpty {
            do {
                let made = try await visit.operations.addPlacement(
                    visit.actor, referrer: referral.referrer, participant: referral.reference, slot: slot, from: from,
                    to: to)
                return .redirect(
                    PlacementPages.path(made.code),
                    Phrase(
                        sv: "Föreslagen \(made.days.longPhrase.sv). Nästa steg är svaren.",
                        en: "Proposed \(made.days.longPhrase.en). Next come the answers."))
            } catch let refusal as Refusal where refusal.isAboutInput {
                reader.fault(refusal.placementField, refusal.phrase)
            }
        }
        return .page(try await page(visit, reader.state), status: .unprocessableContent)
    }

    private static func page(_ visit: Visit, _ state: FormState) async throws -> Page {
        var free = SlotListFilter()
        free.freeOnly = true
        let slots = try await visit.operations.slotList(visit.actor, free, by: .title, page: PageRequest(size: 200))
            .rows
        let names = slots.map { row -> HTML in
            "<option value=\"\(row.slot.code)\">\(SlotPages.written(row.detail))</option>"
        }
        let fields: [Field] = [
            Field(
                "participant", Phrase(sv: "Deltagare", en: "Participant"),
                hint: Phrase(
                    sv: "Anvisare/referens, till exempel AMA/K-114.", en: "Referrer/reference, for example AMA/K-114."),
                .input(size: .medium), isRequired: true),
            Field(
                "slot", Phrase(sv: "Plats", en: "Slot"),
                hint: Phrase(
                    sv: "Skriv en del av namnet och välj, eller platsens kod.",
                    en: "Type part of the name and choose, or the slot's code."),
                .input(list: "slots", size: .medium), isRequired: true),
            Field(
                "from", Phrase(sv: "Från", en: "From"),
                hint: Phrase(sv: "Tomt är så tidigt som båda kan.", en: "Empty is as early as both can."),
                .input(type: "date", size: .medium)),
            Field(
                "to", Phrase(sv: "Till", en: "To"),
                hint: Phrase(sv: "Tomt är så länge som båda kan.", en: "Empty is as long as both can."),
                .input(type: "date", size: .medium)),
        ]
        let form = Form(
            action: "/placements/new", state: state, button: Phrase(sv: "Föreslå", en: "Propose"), cancel: "/placements"
        )
        return Page(
            Phrase(sv: "Föreslå en placering", en: "Propose a placement"), in: .placements,
            under: [Section.placements.crumb], isFaulty: !state.faults.isEmpty,
            form.html(
                visit, "\(HTML(fields.map { $0.html(state) }))<datalist id=\"slots\">\(names)</datalist>",
                naming: fields))
    }
}

extension Refusal {
    fileprivate var placementField: String {
        switch self {
        case .noSuch(.participant, _): "participant"
        case .noSuch(.slot, _): "slot"
        case .value(let name, _): name
        default: ""
        }
    }
}
