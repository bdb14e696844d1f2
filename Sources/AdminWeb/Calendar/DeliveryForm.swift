import Domain
import Operations

/// Noting that a report was handed in.
enum DeliveryForm {
    static func due(_ visit: Visit) throws -> Day {
        guard let day = visit.parameters["due"].flatMap({ try? Day($0) }) else { throw WebFault.notFound }
        return day
    }

    static func show(_ visit: Visit) async throws -> PageAnswer {
        var values = FormData()
        values.set("on", visit.today.description)
        return .page(try await page(visit, FormState(values)))
    }

    static func save(_ visit: Visit) async throws -> PageAnswer {
        let (code, due) = (try visit.code("code"), try due(visit))
        var reader = FormReader(visit.form)
        let day = reader.required("on") { try Day($0) }
        let note = reader.optional("note") { try Line($0) }
        var status = Refusal.reasonMissing.formStatus
        if reader.faults.isEmpty {
            do {
                try await visit.operations.deliverReport(visit.actor, code, dueOn: due, on: day, note: note)
                return .redirect(
                    "/calendar",
                    Phrase(sv: "Rapporten är antecknad som lämnad.", en: "The report is noted as handed in."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
                status = refusal.formStatus
            }
        }
        return .page(try await page(visit, reader.state), status: status)
    }

    private static func page(_ visit: Visit, _ state: FormState) async throws -> Page {
        let (code, due) = (try visit.code("code"), try due(visit))
        guard let duty = try await visit.operations.reportDuties(visit.actor, code: code).first else {
            throw WebFault.notFound
        }
        guard try duty.dueDays(in: Period(from: due, to: due)) == [due] else { throw Refusal.reportNotDue(due) }
        let fields = [
            Field(
                "on", Phrase(sv: "Lämnad den", en: "Handed in on"), .input(type: "date", size: .medium),
                isRequired: true),
            Field(
                "note", Phrase(sv: "Anteckning", en: "Note"),
                hint: Phrase(sv: "Till exempel diarienumret.", en: "Such as the file's number.")),
        ]
        let form = Form(
            action: visit.path, state: state, button: Phrase(sv: "Anteckna", en: "Note"), cancel: "/calendar")
        return Page(
            Phrase(sv: "\(duty.title) är lämnad", en: "\(duty.title) is handed in"), in: .calendar,
            under: [Section.calendar.crumb], isFaulty: !state.faults.isEmpty,
            """
            <p>\(sv: "Till \(duty.recipient), senast den \(due).", en: "To \(duty.recipient), due on \(due).")</p>
            \(form.html(visit, fields))
            """)
    }
}
