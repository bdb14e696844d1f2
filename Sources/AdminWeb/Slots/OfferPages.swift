import Domain
import HTTPTypes
import Operations
import Store

/// Offering a new slot.
enum OfferPages {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        var values = OfferForm.standard
        // "Like that one": an earlier slot's content, a year later.
        if let code = visit.query["like"].flatMap({ try? Code($0) }),
            let detail = try await visit.operations.slots(visit.actor, code: code).first
        {
            let period = detail.slot.period
            values = OfferForm.values(
                of: detail.slot, for: try? Period(from: period.from.adding(years: 1), to: period.to.adding(years: 1)))
        }
        return .page(page(visit, FormState(values), try await OfferChoices.read(visit)))
    }

    static func save(_ visit: Visit) async throws -> PageAnswer {
        let choices = try await OfferChoices.read(visit)
        var reader = FormReader(visit.form)
        if let slot = try OfferForm.read(&reader, visit, unit: choices.onlyUnit) {
            do {
                let code = try await visit.operations.registerSlot(visit.actor, slot, isNumbered: true)
                let share = try await share(visit)
                return .redirect(
                    SlotPages.path(code),
                    Phrase(
                        sv: "Platsen syns nu för samordnaren. \(share?.sv ?? "Den heter \(code).")",
                        en: "The coordinator sees the slot now. \(share?.en ?? "Its code is \(code).")"))
            } catch let refusal as Refusal where refusal.isAboutInput {
                reader.fault(refusal.field ?? "", refusal.phrase)
            }
        }
        return .page(page(visit, reader.state, choices), status: .unprocessableContent)
    }

    /// How far the department has come in the year, for those who answer for one.
    private static func share(_ visit: Visit) async throws -> Phrase? {
        guard try visit.actor.role == .registrar else { return nil }
        return RegistrarStartPage.shareSentence(try await visit.operations.registrarStart(visit.actor))
    }

    private static func page(_ visit: Visit, _ state: FormState, _ choices: OfferChoices) -> Page {
        let form = Form(
            action: "/slots/new", state: state, button: Phrase(sv: "Erbjud platsen", en: "Offer the slot"),
            cancel: "/slots")
        return Page(
            Phrase(sv: "Erbjud en plats", en: "Offer a slot"), in: .slots, under: [Section.slots.crumb],
            isFaulty: !state.faults.isEmpty,
            form.html(visit, OfferForm.html(state, choices), naming: OfferForm.fields(choices)))
    }
}

extension Refusal {
    /// Whether it is about what was typed, so that the form comes back with its sentence.
    var isAboutInput: Bool {
        switch self {
        case .noSuch, .codeTaken, .value, .reasonMissing, .rule: true
        default: status == .conflict
        }
    }

    /// The form's field it is about, if one.
    var field: String? {
        switch self {
        case .value(let name, _): name
        case .noSuch(.unit, _): "unit"
        case .noSuch(.supervisor, _): "supervisor"
        case .noSuch(.referrer, _): "earmark"
        default: nil
        }
    }
}
