import Domain
import HTTPTypes
import Operations
import Store

/// Complaints: which there are, what one says, and ending it with what was done.
enum ComplaintPages {
    static func path(_ code: Code) -> String { "/complaints/" + URLEncoded.encode(code.rawValue) }

    static func list(_ visit: Visit) async throws -> PageAnswer {
        let list = try await visit.operations.complaints(visit.actor, page: Pager.request(visit))
        let caption = Pager.count(
            list, one: Phrase(sv: "klagomål", en: "complaint"), many: Phrase(sv: "klagomål", en: "complaints"))
        return .page(
            Page(
                Phrase(sv: "Klagomål", en: "Complaints"), in: .voice, under: [Section.voice.crumb],
                """
                \(VoicePages.tabs("/complaints"))
                <p class="note">\(VoicePages.promise)</p>
                \(list.rows.isEmpty ? .nothing(Phrase(sv: "Inga klagomål.", en: "No complaints.")) : table(list.rows, caption))
                \(Pager.html(visit, list))
                """))
    }

    static func table(_ rows: [ComplaintRecord], _ caption: HTML) -> HTML {
        let labels = (
            day: Phrase(sv: "Dag", en: "Day"), whose: Phrase(sv: "Deltagare", en: "Participant"),
            unit: Phrase(sv: "Var", en: "Where"), state: Phrase(sv: "Läge", en: "State")
        )
        let lines = rows.map { row -> HTML in
            """
            <tr><th scope="row"><a href="\(path(row.code))">\(row.code)</a></th>\
            \(HTML.cell(labels.day, HTML.day(row.madeOn)))\
            \(HTML.cell(labels.whose, "\(row.referrer)/\(row.reference)"))\(HTML.cell(labels.unit, "\(row.unitName)"))\
            \(HTML.cell(labels.state, badge(row)))</tr>

            """
        }
        return """
            <table class="data"><caption>\(caption)</caption>
            <thead><tr><th scope="col">\(sv: "Klagomål", en: "Complaint")</th><th scope="col">\(labels.day)</th>\
            <th scope="col">\(labels.whose)</th><th scope="col">\(labels.unit)</th><th scope="col">\(labels.state)</th></tr></thead>
            <tbody>\(lines)</tbody></table>
            """
    }

    private static func badge(_ complaint: ComplaintRecord) -> HTML {
        complaint.handledOn == nil
            ? .badge(Phrase(sv: "Att hantera", en: "To handle"), .warn)
            : .badge(Phrase(sv: "Hanterat", en: "Handled"), .past)
    }

    static func show(_ visit: Visit) async throws -> PageAnswer {
        .page(try await page(visit, FormState()))
    }

    static func handle(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        var reader = FormReader(visit.form)
        if let note = reader.required("note", { try Line($0) }) {
            try await visit.operations.handleComplaint(visit.actor, code, note: note)
            return .redirect(
                "/complaints", Phrase(sv: "Klagomålet \(code) är hanterat.", en: "Complaint \(code) is handled."))
        }
        return .page(try await page(visit, reader.state), status: .unprocessableContent)
    }

    private static func page(_ visit: Visit, _ state: FormState) async throws -> Page {
        let code = try visit.code("code")
        let found = try await visit.operations.complaint(visit.actor, code)
        let form = Form(
            action: path(code) + "/handle", state: state,
            button: Phrase(sv: "Avsluta klagomålet", en: "End the complaint"))
        let note = Field(
            "note", Phrase(sv: "Vad har du gjort?", en: "What have you done?"),
            hint: Phrase(
                sv: "Till exempel: talat med deltagaren och enheten. Bara samordnare ser det.",
                en: "Such as: talked with the participant and the unit. Only coordinators see it."), isRequired: true)
        let ending: HTML =
            found.handledOn.map { day -> HTML in
                """
                <h2>\(sv: "Vad som gjordes", en: "What was done")</h2>
                <p>\(found.note?.rawValue ?? "")</p><p class="muted">\(found.handledBy ?? ""), \(HTML.day(day))</p>
                """
            } ?? form.html(visit, [note])
        return Page(
            Phrase(sv: "Klagomål \(code)", en: "Complaint \(code)"), in: .voice,
            under: [
                Section.voice.crumb, Page.Crumb(path: "/complaints", label: Phrase(sv: "Klagomål", en: "Complaints")),
            ], badge: badge(found), isFaulty: !state.faults.isEmpty,
            """
            <dl class="facts">\(HTML.fact(Phrase(sv: "Deltagare", en: "Participant"), "<a href=\"\(ParticipantPages.path(found.referrer, found.reference))\">\(found.referrer)/\(found.reference)</a>"))\
            \(HTML.fact(Phrase(sv: "Placering", en: "Placement"), "<a href=\"\(PlacementPages.path(found.placement))\">\(found.placement)</a>, \(found.unitName), \(found.slotTitle)"))\
            \(HTML.fact(Phrase(sv: "Dag", en: "Day"), HTML.day(found.madeOn)))\
            \(HTML.fact(Phrase(sv: "Antecknat av", en: "Written down by"), found.ground.map { "\(found.actor): \($0.label)" }))</dl>
            <blockquote><p>\(VoicePages.words(found.words))</p></blockquote>
            \(ending)
            """)
    }
}
