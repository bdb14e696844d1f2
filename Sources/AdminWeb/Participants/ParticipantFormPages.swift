import Domain
import HTTPTypes
import Operations
import Store

/// Registering and changing a participant.
enum ParticipantFormPages {
    static func new(_ visit: Visit) async throws -> PageAnswer {
        .page(newPage(visit, FormState(ParticipantForm.standard), try await .read(visit)))
    }

    static func register(_ visit: Visit) async throws -> PageAnswer {
        let choices = try await ParticipantForm.Choices.read(visit)
        var reader = FormReader(visit.form)
        let referrer = choices.own ?? reader.required("referrer") { try Code($0) }
        let reference = reader.required("reference") { try Code($0) }
        if let referrer, let reference {
            do {
                try await visit.operations.registerParticipant(
                    visit.actor, referrer: referrer, reference: reference,
                    fields: ParticipantForm.fields(visit.form).filter { !$0.value.isEmpty })
                return .redirect(
                    visit.form["protected"] == nil ? ParticipantPages.path(referrer, reference) : "/participants",
                    Phrase(
                        sv: "\(referrer)/\(reference) är anmäld och är med i nästa matchning.",
                        en: "\(referrer)/\(reference) is registered and is in the next match run."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
            }
        }
        return .page(newPage(visit, reader.state, choices), status: .unprocessableContent)
    }

    static func edit(_ visit: Visit) async throws -> PageAnswer {
        let (referrer, reference) = (try visit.code("referrer"), try visit.code("reference"))
        let found = try await visit.operations.participant(visit.actor, referrer: referrer, reference: reference)
        let values = ParticipantForm.values(found.participant)
        return .page(editPage(visit, FormState(values), try await .read(visit), version: values["version"]))
    }

    static func change(_ visit: Visit) async throws -> PageAnswer {
        let (referrer, reference) = (try visit.code("referrer"), try visit.code("reference"))
        var reader = FormReader(visit.form)
        do {
            try await visit.operations.changeParticipant(
                visit.actor, referrer: referrer, reference: reference, fields: ParticipantForm.fields(visit.form),
                expecting: reader.version)
            return .redirect(
                ParticipantPages.path(referrer, reference),
                Phrase(sv: "Uppgifterna är sparade.", en: "The facts are saved."))
        } catch let refusal as Refusal {
            try reader.take(refusal)
            let now = try await visit.operations.participant(visit.actor, referrer: referrer, reference: reference)
            // A second saving is made knowingly, from what stands there now.
            let page = editPage(
                visit, reader.state, try await .read(visit),
                version: refusal.formStatus == .conflict ? now.participant.version.rawValue : visit.form["version"])
            return .page(page, status: refusal.formStatus)
        }
    }

    private static func newPage(_ visit: Visit, _ state: FormState, _ choices: ParticipantForm.Choices) -> Page {
        let form = Form(
            action: "/participants/new", state: state, button: Phrase(sv: "Anmäl", en: "Register"),
            cancel: "/participants")
        return Page(
            Phrase(sv: "Anmäl en deltagare", en: "Register a participant"), in: .participants,
            under: [Section.participants.crumb], isFaulty: !state.faults.isEmpty,
            form.html(
                visit, ParticipantForm.html(state, choices, isNew: true), naming: ParticipantForm.all(choices, state)))
    }

    private static func editPage(
        _ visit: Visit, _ state: FormState, _ choices: ParticipantForm.Choices, version: String?
    ) -> Page {
        let label = "\(visit.parameters["referrer"] ?? "")/\(visit.parameters["reference"] ?? "")"
        let path = String(visit.path.dropLast("/change".count))
        let form = Form(
            action: visit.path, state: state, button: Phrase(sv: "Spara", en: "Save"), cancel: path,
            hidden: version.map { [("version", $0)] } ?? [])
        return Page(
            Phrase(sv: "Ändra \(label)", en: "Change \(label)"), in: .participants,
            under: [Section.participants.crumb, .init(path: path, label: Phrase(sv: label, en: label))],
            isFaulty: !state.faults.isEmpty,
            form.html(
                visit, ParticipantForm.html(state, choices, isNew: false), naming: ParticipantForm.all(choices, state)))
    }
}
