import Domain
import HTTPTypes
import Operations
import Store

/// Changing what a slot says. If somebody else changed it while one was writing, that is said before anything is
/// overwritten, and what was typed is kept.
enum ChangeSlotPages {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let slot = try await slot(visit)
        return .page(try await page(visit, slot, FormState(OfferForm.values(of: slot)), version: slot.version))
    }

    static func save(_ visit: Visit) async throws -> PageAnswer {
        let choices = try await OfferChoices.read(visit)
        let old = try await slot(visit)
        var reader = FormReader(visit.form)
        let version = visit.form["version"].flatMap { try? Version($0) }
        if let typed = try OfferForm.read(&reader, visit, unit: choices.onlyUnit) {
            do {
                _ = try await visit.operations.changeSlot(visit.actor, old.code, expecting: version) { slot in
                    var new = typed
                    // A title that names no occupation leaves the one that was chosen before.
                    new.ssyk = typed.ssyk ?? slot.ssyk
                    slot = new
                }
                return .redirect(
                    SlotPages.path(old.code), Phrase(sv: "Ändringen är sparad.", en: "The change is saved."))
            } catch Refusal.changedMeanwhile {
                return .page(
                    try await page(visit, old, reader.state, version: old.version, isStale: true), status: .conflict)
            } catch let refusal as Refusal where refusal.isAboutInput {
                reader.fault(refusal.field ?? "", refusal.phrase)
            }
        }
        return .page(
            try await page(visit, old, reader.state, version: version ?? old.version), status: .unprocessableContent)
    }

    private static func slot(_ visit: Visit) async throws -> Slot {
        guard let detail = try await visit.operations.slots(visit.actor, code: visit.code("code")).first else {
            throw WebFault.notFound
        }
        return detail.slot
    }

    private static func page(
        _ visit: Visit, _ slot: Slot, _ state: FormState, version: Version, isStale: Bool = false
    ) async throws -> Page {
        let path = SlotPages.path(slot.code)
        let choices = try await OfferChoices.read(visit)
        let form = Form(
            action: path + "/change", state: state,
            button: isStale
                ? Phrase(sv: "Spara mina uppgifter ändå", en: "Save mine all the same")
                : Phrase(sv: "Spara", en: "Save"),
            cancel: path, isDangerous: isStale, hidden: [("version", version.rawValue)])
        return Page(
            Phrase(sv: "Ändra \(slot.title)", en: "Change \(slot.title)"), in: .slots,
            under: [Section.slots.crumb, .init(path: path, label: Phrase(slot.title))],
            isFaulty: isStale || !state.faults.isEmpty,
            """
            \(stale(path), if: isStale)
            \(form.html(visit, OfferForm.html(state, choices), naming: OfferForm.fields(choices)))
            """)
    }

    private static func stale(_ path: String) -> HTML {
        """
        <div class="note warn" role="alert"><p><strong>\(sv: "Platsen har ändrats medan du skrev.", en: "The slot was changed while you were writing.")</strong> \
        \(sv: "Det du skrivit står kvar här nedanför.", en: "What you wrote is still below.")</p>
        <p><a href="\(path)">\(sv: "Se den som den är nu", en: "See it as it is now")</a></p></div>
        """
    }
}
